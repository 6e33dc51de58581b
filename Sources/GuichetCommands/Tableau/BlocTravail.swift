import Guichet
import GuichetControl

/// The work by état, with numbers and small bars.
struct BlocTravail: BlocTableau {
  let minimum = 3

  private static let longest = 40
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    let demandes = moment.etat.demandes
    let rows = Self.rangs(demandes.parEtat)
    let labels = rows.map { DisplayWidth.of($0.libelle) }.max() ?? 0
    let numbers = rows.map { DisplayWidth.of($0.nombre.francais) }.max() ?? 0
    let room = min(Self.longest, largeur - labels - numbers - 4)
    let most = rows.map(\.nombre).max() ?? 0
    return [
      titre(demandes).coupee(a: largeur)
    ]
      + rows.map { row in
        var line = LigneEcran()
        line.colonne(row.libelle, labels)
        line.ajouter("  ")
        line.colonne(row.nombre.francais, numbers, aDroite: true, row.ton)
        line.ajouter("  ")
        line.ajouter(Self.barre(row.nombre, of: most, room), row.ton)
        return line.coupee(a: largeur)
      }
  }

  private func titre(_ demandes: Wire.EtatDemandes) -> LigneEcran {
    var line = LigneEcran("Travail, tout le bureau : \(demandes.total.de("demande", "demandes"))", .titre)
    if let late = demandes.enRetard, late > 0 { line.ajouter(", \(late.francais) en retard", .alerte) }
    if let unfilled = demandes.aRenseigner, unfilled > 0 {
      line.ajouter(", \(unfilled.francais) à renseigner", .attention)
    }
    return line
  }

  private struct Rang {
    let libelle: String
    let nombre: Int
    let ton: TextStyle.Ton
  }

  /// All états of a demande that is open, whatever their number; others that have any; in the order of its life.
  private static func rangs(_ parEtat: [String: Int]) -> [Rang] {
    let known = Etat.allCases.map(\.rawValue)
    let codes = known + parEtat.keys.filter { !known.contains($0) }.sorted()
    return codes.compactMap { code in
      let count = parEtat[code] ?? 0
      guard count > 0 || known.contains(code) && code != Etat.close.rawValue else { return nil }
      let ton: TextStyle.Ton =
        switch Etat(rawValue: code) {
        case .aOrienter: count > 0 ? .attention : .normal
        case .close: .discret
        default: .normal
        }
      return Rang(libelle: Libelles.etat(code), nombre: count, ton: ton)
    }
  }

  /// In eighths of a column, and never nothing for what is something.
  private static func barre(_ count: Int, of most: Int, _ room: Int) -> String {
    guard count > 0, most > 0, room > 0 else { return "" }
    let eighth = max(1, Int((Double(count) / Double(most) * Double(room * 8)).rounded()))
    return String(repeating: "█", count: eighth / 8) + eighths[eighth % 8]
  }
}
