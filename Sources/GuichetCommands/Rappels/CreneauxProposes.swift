import Guichet
import GuichetControl

/// The free slots that are put to a family that was just reached: a digit fixes one.
struct CreneauxProposes {
  let numero: String
  let mode: RendezVous.Mode
  /// All that there are, in their order.
  let creneaux: [Wire.Creneau]
  /// Rank of the first that is shown.
  private(set) var premier = 0
  /// Whether the family can be called at all.
  let aUnTelephone: Bool

  /// As many as there are digits.
  static let parPage = 9

  init(numero: String, mode: RendezVous.Mode, creneaux: [Wire.Creneau], aUnTelephone: Bool) {
    self.numero = numero
    self.mode = mode
    self.creneaux = creneaux
    self.aUnTelephone = aUnTelephone
  }

  var montres: ArraySlice<Wire.Creneau> { creneaux.dropFirst(premier).prefix(Self.parPage) }

  /// That of a digit; nil where none stands beside it.
  func creneau(_ key: String) -> Wire.Creneau? {
    guard let rank = Int(key), rank > 0, rank <= montres.count else { return nil }
    return montres[montres.startIndex + rank - 1]
  }

  /// The next ones; from the last on, the first again.
  mutating func tourner() {
    premier = premier + Self.parPage < creneaux.count ? premier + Self.parPage : 0
  }

  /// The way to meet that comes after this one.
  var modeSuivant: RendezVous.Mode {
    let modes = RendezVous.Mode.allCases.filter { $0 != .telephone || aUnTelephone }
    let rank = modes.firstIndex(of: mode) ?? 0
    return modes[(rank + 1) % modes.count]
  }

  /// The lines of the screen; the day is said once.
  var lignes: [String] {
    var day = ""
    return montres.enumerated().map { rank, creneau in
      let jour = creneau.jour == day ? "" : "\(creneau.jour)  "
      day = creneau.jour
      let lieu = creneau.lieu.map { ", \($0)" } ?? ""
      return "\(rank + 1)  \(jour)\(creneau.heures)\(lieu)"
    }
  }
}
