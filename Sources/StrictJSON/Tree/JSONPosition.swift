/// A place in the text of a document.
public struct JSONPosition: Hashable, Sendable {
  /// In bytes, from 0.
  public let offset: Int
  /// From 1. A line ends with LF, CR or CR LF.
  public let line: Int
  /// From 1, in Unicode scalars, as an editor counts them.
  public let column: Int
}

extension JSONPosition: Comparable {
  public static func < (one: JSONPosition, other: JSONPosition) -> Bool {
    one.offset < other.offset
  }
}

extension JSONPosition: CustomStringConvertible {
  /// In French: « ligne 3, colonne 14 ».
  public var description: String { "ligne \(line), colonne \(column)" }
}

/// Turns offsets into positions, in one pass over the text for all of them.
struct PositionFinder {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// - Parameter target: not before that of the previous call.
  mutating func position(at target: Int) -> JSONPosition {
    while offset < target {
      let byte = bytes[offset]
      offset += 1
      let endsLine =
        byte == .lineFeed || byte == .carriageReturn && !(offset < bytes.count && bytes[offset] == .lineFeed)
      if endsLine {
        line += 1
        column = 1
      } else if offset == bytes.count || !bytes[offset].continuesScalar {
        column += 1
      }
    }
    return JSONPosition(offset: target, line: line, column: column)
  }
}
