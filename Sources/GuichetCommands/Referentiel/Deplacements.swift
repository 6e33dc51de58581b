import GuichetControl
import GuichetDocuments

extension Wire.Deplacement {
  /// `rpe-lille → rpe-lomme`, `rpe-lille → à orienter (aucun LINF pour ce lieu)`.
  var mouvement: String {
    let end = vers ?? "à orienter" + (raison.map { " (\(Libelles.raison($0)))" } ?? "")
    return [de, "→", end].compactMap(\.self).joined(separator: " ")
  }

  /// Whether it goes, and why not.
  var suite: String { reste.map(Libelles.reste) ?? motif.map(Libelles.motif) ?? (suit ? "suit" : "") }
}

extension [Wire.Deplacement] {
  /// Rows that a person is shown of a long list.
  static let montres = 20

  /// The first of them, with what becomes of each.
  var table: TextTable { table(avecSuite: true) }

  /// The first of them, of which nothing becomes: they are past.
  var tablePassee: TextTable { table(avecSuite: false) }

  private func table(avecSuite: Bool) -> TextTable {
    var table = TextTable(
      [.init("NUMÉRO"), .init("ÉTAT", minimum: 10), .init("LE"), .init("DE → VERS", minimum: 20)]
        + (avecSuite ? [.init("SUITE", minimum: 8)] : []))
    for deplacement in prefix(Self.montres) {
      table.append(
        [
          .init(deplacement.numero), .init(Libelles.etat(deplacement.etat)), .init(Horodatage.jour(deplacement.le)),
          .init(deplacement.mouvement),
        ] + (avecSuite ? [.init(deplacement.suite, deplacement.reste == nil ? .normal : .discret)] : []))
    }
    return table
  }

  /// How many would go, and how many stay although their place goes; of those alone that the daemon gave, where it gave the
  /// first ones.
  ///
  /// - Parameter total: how many there are in all.
  func compte(sur total: Int) -> String {
    let moving = self.count { $0.suit }
    let staying = count - moving
    let counts =
      (moving == 0 ? "Aucune ne passerait ailleurs" : "\(moving.de("passerait", "passeraient")) ailleurs")
      + (staying == 0 ? "" : " ; \(staying.de("resterait", "resteraient")) bien que leur lieu passe ailleurs")
    return total > count
      ? "\(total.francais) dont le lieu passe ailleurs ; des \(count.francais) premières, \(counts)" : counts
  }

  /// Says that there are more than were shown; nil where all were.
  ///
  /// - Parameter total: how many there are in all.
  func reste(sur total: Int) -> String? {
    let shown = Swift.min(count, Self.montres)
    guard total > shown else { return nil }
    let sentence = "\(shown.de("montrée", "montrées")) sur \(total.francais)"
    // The daemon itself gives the first ones of very many.
    if shown == count { return "\(sentence)." }
    return total > count
      ? "\(sentence) ; --json donne les \(count.francais) premières." : "\(sentence) ; --json les donne toutes."
  }

  var csv: CSVDocument {
    var document = CSVDocument(colonnes: ["numero", "etat", "le", "de", "vers", "raison", "suit", "reste", "motif"])
    for deplacement in self {
      document.append([
        .code(deplacement.numero), .code(deplacement.etat), .code(deplacement.le), .code(deplacement.de),
        .code(deplacement.vers), .code(deplacement.raison), .ouiNon(deplacement.suit), .code(deplacement.reste),
        .code(deplacement.motif),
      ])
    }
    return document
  }
}
