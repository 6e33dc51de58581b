import GuichetCommands
import Testing

@Suite("SHA-256")
struct SHA256Tests {

  @Test(
    "is that of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test("is right at every length around the ends of blocks")
  func lengths() {
    // The digest of the digests of 0…130 times « a », reckoned with Python's hashlib.
    let digests = (0...130).map { SHA256.hexadecimal(of: Array(repeating: UInt8(ascii: "a"), count: $0)) }
    #expect(
      SHA256.hexadecimal(of: Array(digests.joined().utf8))
        == "5eee4c50e1b5ec4f1a47f34c25ca988850b49da7904f5ab1b3abc5cc0ae66ef9")
  }
}
