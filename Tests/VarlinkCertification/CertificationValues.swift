import StrictJSON

/// What passes between client and server: each reply is the next call's parameters.
enum CertificationValues {
  static let pi: JSONValue = .number("3.141592653589793")

  static let structure: JSONValue = ["bool": false, "int": 2, "float": pi, "string": "a lot of string"]

  static let map: JSONValue = ["foo": "Foo", "bar": "Bar"]

  static let set: JSONValue = ["one": [:], "two": [:], "three": [:]]

  static let myType: JSONValue = [
    "object": ["method": "org.varlink.certification.Test09", "parameters": ["map": map]],
    "enum": "two",
    "struct": ["first": 1, "second": "2"],
    "array": ["one", "two", "three"],
    "dictionary": map,
    "stringset": set,
    "nullable": .null,
    "nullable_array_struct": .null,
    "interface": [
      "foo": [.null, ["foo": "foo", "bar": "bar"], .null, ["one": "foo", "two": "bar"]],
      "anon": ["foo": true, "bar": false],
    ],
  ]

  static let replies: [JSONValue] = (1...10).map { .string("Reply number \($0)") }
}

extension JSONValue {
  /// The same document in one spelling: members sorted and those that are null left out, whole numbers without a
  /// fraction. What two programs mean by the same thing is then equal.
  var canonical: JSONValue {
    switch self {
    case .null, .bool, .int, .string: self
    case .number(let text):
      if let value = Double(text), let whole = Int64(exactly: value) { .int(whole) } else { self }
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let members):
      .object(
        members.filter { $0.value != .null }.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value.canonical) })
    }
  }
}
