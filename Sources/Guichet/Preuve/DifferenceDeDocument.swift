package import StrictJSON

/// One place where two documents differ.
package struct DifferenceDeDocument: Hashable, Sendable {
  /// JSON Pointer.
  package let chemin: String
  /// What each has there, as JSON; nil where it has nothing.
  package let attendu, trouve: String?

  /// One French sentence.
  package var phrase: String {
    let place = chemin.isEmpty ? "Le document entier" : chemin
    return switch (attendu, trouve) {
    case (let attendu?, let trouve?): "\(place) : \(trouve) au lieu de \(attendu)."
    case (let attendu?, nil): "\(place) : manque, il faut \(attendu)."
    case (nil, let trouve?): "\(place) : \(trouve) est de trop."
    case (nil, nil): "\(place) : l’ordre des champs a changé."
    }
  }

  /// The first places at which they differ, at most `limit`, in the order of the expected document.
  package static func entre(
    attendu: JSON, trouve: JSON, limit: Int = 20
  ) -> [DifferenceDeDocument] {
    var found: [DifferenceDeDocument] = []
    compare(JSONPointer(), attendu, trouve, limit, &found)
    return found
  }

  private static func compare(
    _ place: JSONPointer, _ expected: JSON, _ actual: JSON, _ limit: Int, _ found: inout [DifferenceDeDocument]
  ) {
    guard found.count < limit else { return }
    guard expected.kind == actual.kind else { return found.append(.init(place, expected, actual)) }
    switch expected.kind {
    case .object:
      for (key, value) in expected.members {
        if let other = actual[key] {
          compare(place.appending(key), value, other, limit, &found)
        } else if found.count < limit {
          found.append(.init(place.appending(key), value, nil))
        }
      }
      for (key, value) in actual.members where expected[key] == nil && found.count < limit {
        found.append(.init(place.appending(key), nil, value))
      }
    case .array:
      let (left, right) = (Array(expected.elements), Array(actual.elements))
      for rank in 0..<max(left.count, right.count) where found.count < limit {
        if rank < left.count, rank < right.count {
          compare(place.appending(rank), left[rank], right[rank], limit, &found)
        } else {
          found.append(
            .init(
              place.appending(rank), rank < left.count ? left[rank] : nil, rank < right.count ? right[rank] : nil))
        }
      }
    default:
      if JSONValue(expected) != JSONValue(actual) { found.append(.init(place, expected, actual)) }
    }
  }

  private init(_ place: JSONPointer, _ expected: JSON?, _ actual: JSON?) {
    chemin = place.description
    attendu = expected.map(Self.court)
    trouve = actual.map(Self.court)
  }

  private static func court(_ json: JSON) -> String {
    let text = String(decoding: JSONValue(json).bytes(), as: UTF8.self)
    return text.count > 80 ? "\(text.prefix(79))…" : text
  }
}
