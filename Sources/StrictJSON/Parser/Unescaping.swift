/// Resolves the escapes of strings that the scanner found right.
enum Unescaping {

  /// - Parameter text: between the quotes.
  static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    // No escape is shorter than what it stands for.
    String(unsafeUninitializedCapacity: text.count) { output in
      var written = 0
      var at = 0
      while at < text.count {
        if text[at] != .backslash {
          output[written] = text[at]
          written += 1
          at += 1
        } else if let byte = shortEscape(text[at + 1]) {
          output[written] = byte
          written += 1
          at += 2
        } else {
          let scalar = scalar(in: text, at: &at)
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            output[written] = byte
            written += 1
          }
        }
      }
      return written
    }
  }

  /// What `\n` and the like stand for; nil for `u`.
  private static func shortEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): .tab
    case UInt8(ascii: "n"): .lineFeed
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "u"): nil
    default: letter
    }
  }

  /// The scalar of the escape `\uXXXX`, or of the pair of them, that begins at `at`, which is moved behind it.
  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at: inout Int) -> Unicode.Scalar {
    let first = unit(in: text, at: &at)
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let second = unit(in: text, at: &at)
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private static func unit(in text: UnsafeBufferPointer<UInt8>, at: inout Int) -> UInt16 {
    defer { at += 6 }
    return text[(at + 2)..<(at + 6)].reduce(0) { $0 << 4 | ($1.hexValue ?? 0) }
  }
}
