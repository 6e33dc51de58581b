import Guichet
import Testing

@Suite("A range of a monitoring plugin")
struct SeuilTests {
  // The examples of the guidelines, and their edges.
  @Test(
    "alerts outside, or with @ inside",
    arguments: [
      ("10", [0, 5, 10], [-1, 11]), ("10:", [10, 1e9], [9, -3]), ("~:10", [-1e9, 10], [11]),
      ("10:20", [10, 15, 20], [9, 21]), ("@10:20", [9, 21], [10, 15, 20]), ("0", [0], [1, -1]),
      (":5", [0, 5], [-1, 6]),
      ("@~:0", [1], [0, -5]), ("-5:-1", [-5, -3], [0]), ("1.5:2.5", [2], [1, 3]),
    ])
  func alerts(text: String, calm: [Double], alarming: [Double]) throws {
    let seuil = try #require(Seuil(text))
    for value in calm { #expect(!seuil.alerte(value), "\(text) \(value)") }
    for value in alarming { #expect(seuil.alerte(value), "\(text) \(value)") }
  }

  @Test(
    "that is none is refused",
    arguments: ["", "@", "a", "10:a", "a:10", "20:10", "1:2:3", "inf", "0x10", "1e3", "~", "--1", "10 :20", "nan"])
  func refused(text: String) { #expect(Seuil(text) == nil) }
}
