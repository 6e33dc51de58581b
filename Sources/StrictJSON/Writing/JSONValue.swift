/// A JSON document, or a part of one, that a program builds.
///
/// ```swift
/// let parameters: JSONValue = ["numero": "2026-000017", "enRetard": false]
/// ```
///
/// Two values are equal when they are written alike, up to canonical equivalence of Unicode.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// A number exactly as it is to be written. A text that is not a number by JSON's grammar is written as a string, so
  /// that what is written is always JSON.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in the order in which they are to be written. No key should come twice.
  case object([JSONMember])
}

/// One member of an object that a program builds.
public struct JSONMember: Hashable, Sendable {
  public var key: String
  public var value: JSONValue

  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {

  /// A copy of a value that was read. Integers that fit become `int`; every other number keeps its text, `-0` too.
  public init(_ json: JSON) {
    switch json.kind {
    case .null: self = .null
    case .bool: self = .bool(json.bool == true)
    case .number: self = Self.number(json.numberText ?? "").canonical
    case .string: self = .string(json.string ?? "")
    case .array: self = .array(json.elements.map(JSONValue.init))
    case .object: self = .object(json.members.map { JSONMember($0.key, JSONValue($0.value)) })
    }
  }

  /// An object whose members are written in this order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { JSONMember($0.key, $0.value) })
  }

  /// The first member of that name; nil if there is none, or the value is not an object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// As UTF-8, without a line break at the end.
  ///
  /// - Parameter pretty: indented for people, instead of without any space.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.value(self)
    return writer.bytes
  }

  /// The one form of all values that are written alike.
  private var canonical: JSONValue {
    guard case .number(let text) = self else { return self }
    // "-0", "007" and "+7" are read as integers too, but are not how an integer is written.
    if let value = Int64(text), String(value) == text { return .int(value) }
    return Scanner.isNumber(text) ? self : .string(text)
  }
}

extension JSONValue: Hashable {

  public static func == (one: JSONValue, other: JSONValue) -> Bool {
    switch (one.canonical, other.canonical) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.int(let one), .int(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch canonical {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .number(let text): hasher.combine(text)
    case .string(let text): hasher.combine(text)
    case .array(let elements): hasher.combine(elements)
    case .object(let members): hasher.combine(members)
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
}

extension JSONValue: ExpressibleByFloatLiteral, ExpressibleByStringInterpolation {
  public init(floatLiteral value: Double) { self = .number(value.description) }
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object whose members are written in this order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember($0.0, $0.1) })
  }
}
