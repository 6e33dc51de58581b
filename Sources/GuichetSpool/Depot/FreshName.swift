import LinuxSystem

extension FileName {
  /// The longest name that Linux file systems take, in bytes.
  private static let longest = 255

  /// Another name for a file whose own is taken: `<stem>~<number>.json`, the stem cut where the whole would be too long,
  /// between two characters where it is UTF-8.
  func fresh(_ number: Int) throws(SystemError) -> FileName {
    let ending = Array("~\(number).json".utf8)
    var stem = isFormulaire ? bytes.dropLast(5) : bytes
    let room = Self.longest - ending.count
    if stem.count > room {
      stem = stem.prefix(room + 1)
      // Bytes 10xxxxxx go on with a character: cut before the one that the cut would fall into.
      while let last = stem.last, last & 0b1100_0000 == 0b1000_0000 { stem.removeLast() }
      stem = stem.count > 1 ? stem.dropLast() : bytes.prefix(room)
    }
    guard let name = FileName(stem + ending) else { return try FileName.named("formulaire~\(number).json") }
    return name
  }

  /// Whether the intake looks at it: `*.json`, in capitals or not, unless it begins with a dot.
  var isFormulaire: Bool {
    guard !hasPrefix("."), count > 5 else { return false }
    if hasSuffix(".json") { return true }
    let ending = bytes.suffix(5)
    return ending.first == UInt8(ascii: ".") && ending.dropFirst().map { $0 | 0x20 }.elementsEqual("json".utf8)
  }

  /// Whether a producer is still at work on it: begins with a dot, or ends in `.tmp` or `.part`.
  var isUnderWay: Bool { hasPrefix(".") || hasSuffix(".tmp") || hasSuffix(".part") }
}
