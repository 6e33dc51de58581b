/// The body of a mail in quoted-printable (RFC 2045, section 6.7): lines of 76 at most, ASCII alone.
enum CorpsDeCourriel {
  private static let limit = 76

  /// - Parameter text: lines ended by line feeds.
  static func quotedPrintable(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      bytes += encoded(Array(line.utf8)) + [UInt8(ascii: "\n")]
    }
    // The text's own last line feed makes no line of its own.
    if text.hasSuffix("\n") { bytes.removeLast() }
    return bytes
  }

  private static func encoded(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for (index, byte) in line.enumerated() {
      let piece = piece(byte, isLast: index == line.count - 1, isFirst: length == 0)
      // One place is kept for the mark of a line that goes on.
      if length + piece.count > limit - 1 {
        bytes += [UInt8(ascii: "="), UInt8(ascii: "\n")]
        length = 0
      }
      bytes += piece
      length += piece.count
    }
    return bytes
  }

  private static func piece(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> [UInt8] {
    let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    let isPlain = isBlank ? !isLast : 0x21...0x7E ~= byte && byte != UInt8(ascii: "=")
    // A point alone would end a mail, and « From » begin another, for programs that are old enough.
    if isPlain, !(isFirst && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))) { return [byte] }
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
