import Guichet
import GuichetTestSupport
import Testing

@Suite("Open days between two instants")
struct DelaiMesureTests {
  @Test("agree with the échéance that so many open days make, on every side of it")
  func agreeWithEcheances() throws {
    let office = try OpenOffice.linf([], [OpenOffice.closure("2026-08-03", "2026-08-14")])
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let start = try office.at("2026-01-01T00:00").advanced(
        bySeconds: Int64.random(in: 0..<365 * 86_400, using: &random))
      let end = start.advanced(bySeconds: Int64.random(in: 0..<20 * 86_400, using: &random))
      let days = try #require(office.openDays(from: start, to: end))
      for count in 1...12 {
        let due = try office.adding(openDays: count, to: start)
        #expect((end <= due) == (days <= count), "\(start) \(end) \(days) \(count)")
      }
    }
  }
}
