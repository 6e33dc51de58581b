import StrictJSON

/// What was typed, made fit to be kept beside an anomaly and shown anywhere: of bounded length, in one line, with what a
/// terminal or a page would obey instead of showing written out.
enum TexteMontre {
  /// In Unicode scalars.
  static let longueur = 200

  static func of(_ json: JSON) -> String {
    switch json.kind {
    case .string: of(json.string ?? "")
    case .null: "null"
    case .bool: json.bool == true ? "true" : "false"
    case .number: of(json.numberText ?? "")
    case .array, .object: of(written(json))
    }
  }

  static func of(_ text: String) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < longueur else { return shown + "…" }
      count += 1
      switch ClasseDeCaractere(scalar) {
      case .interdit, .bord, .ignore, .jointure:
        let code = String(scalar.value, radix: 16, uppercase: true)
        shown += "\\u" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      case .espace, .ordinaire:
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func written(_ json: JSON) -> String {
    var writer = JSONWriter()
    writer.value(json)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
