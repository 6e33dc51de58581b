import GuichetDocuments

/// In what shape an answer is wanted.
enum Format: Hashable {
  case texte
  case json
  case csv(CSVDocument.Usage)

  /// The option that asks for it.
  var option: String {
    switch self {
    case .texte: "texte"
    case .json: "--json"
    case .csv(.echange): "--csv"
    case .csv(.tableur): "--tableur"
    }
  }
}

extension Set<Format> {
  /// For answers that are one thing.
  static var chose: Set<Format> { [.json] }
  /// For answers that are rows.
  static var lignes: Set<Format> { [.json, .csv(.echange), .csv(.tableur)] }
}
