import Guichet

/// The first line of a file of places.
struct ColonnesDeLieux {
  enum Colonne: Int, ColonneCSV {
    case voie, codePostal, commune, codeInsee, date

    var noms: [String] { ["\(self)"] }
    var isRequired: Bool { false }
  }

  /// Where each column stands; nil where it is missing.
  let rangs: [Colonne: Int]
  /// Names that are no column's.
  let ignorees: [String]

  /// Everything that is wrong with the line is told at once; under a misspelt name a column would go unread in every row.
  init(_ reader: inout LecteurCSV, _ nom: String) throws(CommandFailure) {
    guard try reader.avance(nom) else { throw CommandFailure(.refused, "\(nom) est vide.", remede: Self.expected) }
    var headers = (0..<reader.count).map { TerminalSafety.line(String(decoding: reader[$0], as: UTF8.self)) }
    while headers.last == "" { headers.removeLast() }
    let line = EnTete<Colonne>(headers)
    let places = Dictionary(uniqueKeysWithValues: Colonne.allCases.map { ($0, line.rangs(of: $0)) })
    let missing = Colonne.allCases.filter { places[$0]?.isEmpty ?? true }
    var faults: [String] = []
    for colonne in Colonne.allCases where (places[colonne]?.count ?? 0) > 1 {
      faults.append("La colonne « \(colonne) » y est \(places[colonne]?.count ?? 0) fois.")
    }
    var unread: [String] = []
    for rank in line.inconnus where !headers[rank].isEmpty {
      let meant = line.proches(rank, parmi: missing)
      if meant.isEmpty {
        unread.append(headers[rank])
      } else {
        faults.append("La colonne « \(headers[rank]) » est à nommer \(meant.map { "« \($0) »" }.enumeres).")
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure(
        .refused, "La première ligne de \(nom) est à corriger ; rien n’a été demandé au démon.", details: faults,
        remede: Self.expected)
    }
    guard missing.count < Colonne.allCases.count else {
      throw CommandFailure(
        .refused, "La première ligne de \(nom) ne nomme aucune colonne connue.", remede: Self.expected)
    }
    rangs = places.compactMapValues(\.first)
    ignorees = unread
  }

  private static var expected: String {
    "Commencez le fichier par « \(Colonne.allCases.map { "\($0)" }.joined(separator: ";")) »."
  }
}
