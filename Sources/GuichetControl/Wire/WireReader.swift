import StrictJSON

/// Reads the fields of one object, and says in French which one does not fit.
struct WireReader {
  private let object: JSON

  init(_ json: JSON) throws(WireFault) {
    guard json.kind == .object else {
      throw WireFault(parametre: "", message: "Il faut ici un objet, pas \(json.kind.nom).")
    }
    object = json
  }

  func string(_ name: String) throws(WireFault) -> String {
    try required(name, "un texte", try optionalString(name))
  }

  func optionalString(_ name: String) throws(WireFault) -> String? {
    try optional(name, "un texte") { $0.string }
  }

  func int(_ name: String) throws(WireFault) -> Int {
    try required(name, "un nombre entier", try optionalInt(name))
  }

  func optionalInt(_ name: String) throws(WireFault) -> Int? {
    try optional(name, "un nombre entier") { $0.int }
  }

  func bool(_ name: String) throws(WireFault) -> Bool {
    try required(name, "vrai ou faux", try optionalBool(name))
  }

  func optionalBool(_ name: String) throws(WireFault) -> Bool? {
    try optional(name, "vrai ou faux") { $0.bool }
  }

  func bytes(_ name: String) throws(WireFault) -> [UInt8] {
    try required(name, "un contenu en base64", try optionalBytes(name))
  }

  func optionalBytes(_ name: String) throws(WireFault) -> [UInt8]? {
    try optional(name, "un contenu en base64") { $0.string.flatMap(Base64.decode) }
  }

  /// Any object, kept as it is.
  func tree(_ name: String) throws(WireFault) -> JSONValue {
    try required(name, "un objet", try optional(name, "un objet") { $0.kind == .object ? JSONValue($0) : nil })
  }

  func object<Value: WireObject>(_ name: String) throws(WireFault) -> Value {
    let json = try required(name, "un objet", try optional(name, "un objet") { $0 })
    do {
      return try Value(json)
    } catch {
      throw error.inside(name)
    }
  }

  func objects<Value: WireObject>(_ name: String) throws(WireFault) -> [Value] {
    let list = try array(name)
    var values: [Value] = []
    values.reserveCapacity(list.count)
    for (index, element) in list.elements.enumerated() {
      do {
        values.append(try Value(element))
      } catch {
        throw error.inside("[\(index)]").inside(name)
      }
    }
    return values
  }

  func optionalObject<Value: WireObject>(_ name: String) throws(WireFault) -> Value? {
    hasValue(name) ? try object(name) : nil
  }

  func optionalObjects<Value: WireObject>(_ name: String) throws(WireFault) -> [Value]? {
    hasValue(name) ? try objects(name) : nil
  }

  func optionalStrings(_ name: String) throws(WireFault) -> [String]? {
    hasValue(name) ? try strings(name) : nil
  }

  func optionalInts(_ name: String) throws(WireFault) -> [Int]? { hasValue(name) ? try ints(name) : nil }

  func ints(_ name: String) throws(WireFault) -> [Int] {
    var ints: [Int] = []
    for (index, element) in try array(name).elements.enumerated() {
      guard let int = element.int else { throw mismatch("\(name)[\(index)]", "un nombre entier", element) }
      ints.append(int)
    }
    return ints
  }

  func strings(_ name: String) throws(WireFault) -> [String] {
    let list = try array(name)
    var values: [String] = []
    values.reserveCapacity(list.count)
    for (index, element) in list.elements.enumerated() {
      guard let string = element.string else {
        throw mismatch("\(name)[\(index)]", "un texte", element)
      }
      values.append(string)
    }
    return values
  }

  func ints(_ name: String) throws(WireFault) -> [Int] {
    let list = try array(name)
    var values: [Int] = []
    values.reserveCapacity(list.count)
    for (index, element) in list.elements.enumerated() {
      guard let int = element.int else { throw mismatch("\(name)[\(index)]", "un nombre entier", element) }
      values.append(int)
    }
    return values
  }

  /// A dictionary of numbers; of two members of one name the later wins.
  func counts(_ name: String) throws(WireFault) -> [String: Int] {
    let map = try required(name, "un objet", try optional(name, "un objet") { $0.kind == .object ? $0 : nil })
    var counts: [String: Int] = [:]
    for (key, value) in map.members {
      guard let int = value.int else { throw mismatch("\(name).\(key)", "un nombre entier", value) }
      counts[key] = int
    }
    return counts
  }

  private func hasValue(_ name: String) -> Bool {
    object[name].map { !$0.isNull } ?? false
  }

  private func array(_ name: String) throws(WireFault) -> JSON {
    try required(name, "une liste", try optional(name, "une liste") { $0.kind == .array ? $0 : nil })
  }

  private func optional<Value>(
    _ name: String, _ expected: String, _ read: (JSON) -> Value?
  ) throws(WireFault) -> Value? {
    guard let json = object[name], !json.isNull else { return nil }
    guard let value = read(json) else { throw mismatch(name, expected, json) }
    return value
  }

  private func required<Value>(_ name: String, _ expected: String, _ value: Value?) throws(WireFault) -> Value {
    guard let value else {
      throw WireFault(parametre: name, message: "Le champ « \(name) » manque : il faut \(expected).")
    }
    return value
  }

  private func mismatch(_ path: String, _ expected: String, _ found: JSON) -> WireFault {
    WireFault(
      parametre: path, message: "Le champ « \(path) » ne convient pas : il faut \(expected), pas \(found.kind.nom).")
  }
}

extension JSON.Kind {
  /// With its French article.
  fileprivate var nom: String {
    switch self {
    case .null: "null"
    case .bool: "un booléen"
    case .number: "ce nombre"
    case .string: "ce texte"
    case .array: "une liste"
    case .object: "un objet"
    }
  }
}
