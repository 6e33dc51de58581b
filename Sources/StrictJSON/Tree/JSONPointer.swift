/// The way from the root of a document to one of its values (RFC 6901), such as `/enfants/0/naissance`.
public struct JSONPointer: Hashable, Sendable {

  /// The pointer as the RFC writes it; empty for the whole document.
  public private(set) var description = ""

  /// To the whole document.
  public init() {}

  /// To a member of the object that this one points to.
  public func appending(_ key: String) -> JSONPointer {
    var longer = self
    longer.description += "/"
    if key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) {
      for scalar in key.unicodeScalars {
        switch scalar {
        case "~": longer.description += "~0"
        case "/": longer.description += "~1"
        default: longer.description.unicodeScalars.append(scalar)
        }
      }
    } else {
      longer.description += key
    }
    return longer
  }

  /// To an element, counted from 0, of the array that this one points to.
  public func appending(_ index: Int) -> JSONPointer {
    var longer = self
    longer.description += "/\(index)"
    return longer
  }
}

extension JSONPointer: CustomStringConvertible {}
