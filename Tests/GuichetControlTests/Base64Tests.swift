import GuichetControl
import Testing

@Suite("Base64")
struct Base64Tests {

  @Test(
    "is that of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(text.utf8))
  }

  @Test("gives back every byte at every place")
  func roundTrip() {
    for length in 0..<70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ length) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
    let all = (0...255).map { UInt8($0) }
    #expect(Base64.decode(Base64.encode(all)) == all)
  }

  @Test(
    "refuses what it would not write",
    arguments: [
      "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "=Zg=", "Zm9v\n", "Zm 9", "Zh==", "Zm9=", "Zm9vYg==Zg==", "é==",
      "Zm-_",
    ])
  func refused(text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
