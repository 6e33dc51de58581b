import StrictJSON

/// The few ways in which the structs of this module become JSON.
extension JSONValue {
  static func text(_ string: String?) -> JSONValue { string.map(JSONValue.string) ?? .null }
  static func count(_ int: Int?) -> JSONValue { int.map { .int(Int64($0)) } ?? .null }
  static func flag(_ bool: Bool?) -> JSONValue { bool.map(JSONValue.bool) ?? .null }
  static func base64(_ bytes: [UInt8]?) -> JSONValue { .text(bytes.map(Base64.encode)) }
  static func list(_ strings: [String]) -> JSONValue { .array(strings.map(JSONValue.string)) }
  static func list(_ objects: [some WireObject]) -> JSONValue { .array(objects.map(\.json)) }
  static func object(_ object: (some WireObject)?) -> JSONValue { object.map(\.json) ?? .null }
  static func list(_ strings: [String]?) -> JSONValue { strings.map { .list($0) } ?? .null }
  static func list<Object: WireObject>(_ objects: [Object]?) -> JSONValue { objects.map { .list($0) } ?? .null }

  static func list(_ ints: [Int]) -> JSONValue { .array(ints.map { .int(Int64($0)) }) }
  static func list(_ ints: [Int]?) -> JSONValue { ints.map { .list($0) } ?? .null }

  /// A dictionary, in the order of its keys so that equal ones are written alike.
  static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .count($0.value)) })
  }
}
