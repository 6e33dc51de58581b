/// Base64 with the standard alphabet and padding (RFC 4648 section 4), for bytes inside JSON.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// For every byte its six bits, or 255 where it is not of the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  package static func encode(_ bytes: [UInt8]) -> String {
    let length = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { text in
      var written = 0
      var index = 0
      while index < bytes.count {
        let taken = min(3, bytes.count - index)
        var group = UInt32(bytes[index]) << 16
        if taken > 1 { group |= UInt32(bytes[index + 1]) << 8 }
        if taken > 2 { group |= UInt32(bytes[index + 2]) }
        text[written] = alphabet[Int(group >> 18)]
        text[written + 1] = alphabet[Int(group >> 12 & 63)]
        text[written + 2] = taken > 1 ? alphabet[Int(group >> 6 & 63)] : padding
        text[written + 3] = taken > 2 ? alphabet[Int(group & 63)] : padding
        written += 4
        index += 3
      }
      return written
    }
  }

  /// Nil for anything that `encode` would not have written: other characters, line breaks, missing or superfluous
  /// padding, bits set where the last group has none.
  package static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { decode($0) }
  }

  private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    guard !text.isEmpty else { return [] }
    let padded = text[text.count - 1] != padding ? 0 : text[text.count - 2] != padding ? 1 : 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      let digits = start + 4 == text.count ? 4 - padded : 4
      var group: UInt32 = 0
      for offset in 0..<digits {
        let value = values[Int(text[start + offset])]
        guard value < 64 else { return nil }
        group |= UInt32(value) << UInt32(18 - 6 * offset)
      }
      guard digits == 4 || group & (digits == 3 ? 0xFF : 0xFFFF) == 0 else { return nil }
      bytes.append(UInt8(group >> 16))
      if digits > 2 { bytes.append(UInt8(group >> 8 & 0xFF)) }
      if digits > 3 { bytes.append(UInt8(group & 0xFF)) }
    }
    return bytes
  }
}
