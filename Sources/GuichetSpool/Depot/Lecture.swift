package import Guichet
package import LinuxSystem

/// What reading an entry of `depot/` came to.
package enum Lecture: Sendable {
  case contenu(FichierLu)
  /// Nothing that could be a formulaire, and not read for it.
  case refus(Trouvaille, Motif)
  /// It could not be read, for a reason that is not its own; with its status where that could be had.
  case empeche(SystemError, FileStatus?)
  /// There is nothing of that name any more.
  case disparu
  /// It was written to while being read: look again.
  case changeant
}

/// A file that was read: from here on only these bytes count.
///
/// It keeps the file open, so that no other file can get its inode and pass for it. Let go of it once it is kept or
/// refused: each one alive is an open descriptor.
package struct FichierLu: Sendable {
  package let name: FileName
  /// As it was just after reading.
  package let status: FileStatus
  package let bytes: [UInt8]
  /// SHA-256 of the bytes.
  package let sha256: [UInt8]
  let descriptor: Descriptor

  /// The SHA-256 in hexadecimal.
  package var empreinte: String { sha256.hexadecimal }
}

/// An entry of `depot/` whose content was not read. Where it could be opened it is kept open, as `FichierLu` says.
package struct Trouvaille: Sendable {
  package let name: FileName
  package let status: FileStatus
  let descriptor: Descriptor?
}

extension FileStatus {
  /// What the intake of a file goes by.
  package var sighting: Sighting {
    Sighting(inode: inode, size: size, modified: modified, changed: changed)
  }

  /// Whether both are the same file with nothing written in between. A directory's own size and date do not count.
  func isSameEntry(as other: FileStatus) -> Bool {
    guard device == other.device, inode == other.inode, kind == other.kind else { return false }
    return kind == .directory || (size == other.size && modified == other.modified)
  }
}

extension [UInt8] {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    String(unsafeUninitializedCapacity: count * 2) { buffer in
      var position = 0
      for byte in self {
        for digit in [byte >> 4, byte & 15] {
          buffer[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
          position += 1
        }
      }
      return position
    }
  }

  /// The bytes that hexadecimal digits stand for; nil where they are not in pairs, or no digits.
  init?(hexadecimal text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    self = []
    for start in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(Unicode.Scalar(digits[start])).hexDigitValue,
        let low = Character(Unicode.Scalar(digits[start + 1])).hexDigitValue
      else { return nil }
      append(UInt8(high << 4 | low))
    }
  }
}
