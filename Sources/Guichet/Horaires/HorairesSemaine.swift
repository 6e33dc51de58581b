/// The open hours of a usual week, written on one line: `lun-ven 09:00-12:00 13:30-17:00, sam 09:00-12:00`.
package struct HorairesSemaine: Hashable, Sendable {
  /// In the order of the week; those of one day neither overlap nor touch.
  package let plages: [Plage]

  /// Monday to Friday, 09:00 to 12:00 and 13:30 to 17:00.
  package static let bureau = HorairesSemaine(
    plages: JourDeSemaine.allCases.prefix(5).flatMap { jour in
      [Plage(jour: jour, de: 9 * 60, a: 12 * 60), Plage(jour: jour, de: 13 * 60 + 30, a: 17 * 60)]
    })

  private init(plages: [Plage]) {
    self.plages = plages
  }
}

extension HorairesSemaine {
  /// What of the line cannot be understood, as a French clause.
  package struct Incomprise: Error, Hashable, Sendable {
    package let raison: String
  }

  package init(_ texte: String) throws(Incomprise) {
    var plages: [Plage] = []
    for groupe in texte.split(separator: ",", omittingEmptySubsequences: false) {
      let mots = groupe.split(separator: " ")
      guard let premier = mots.first else { throw Incomprise(raison: "il manque des jours près d’une virgule") }
      let jours = try Self.jours(premier)
      guard mots.count > 1 else { throw Incomprise(raison: "« \(premier) » n’a pas d’heures") }
      for mot in mots.dropFirst() {
        let (de, a) = try Self.heures(mot)
        plages += jours.map { Plage(jour: $0, de: de, a: a) }
      }
    }
    plages.sort { ($0.jour.rang, $0.de) < ($1.jour.rang, $1.de) }
    for (avant, apres) in zip(plages, plages.dropFirst()) where avant.jour == apres.jour && apres.de <= avant.a {
      throw Incomprise(raison: "deux plages du \(avant.jour.rawValue) se touchent")
    }
    self.init(plages: plages)
  }

  /// `lun` or `lun-ven`.
  private static func jours(_ mot: Substring) throws(Incomprise) -> [JourDeSemaine] {
    let bornes = mot.split(separator: "-", omittingEmptySubsequences: false)
    guard let premier = bornes.first.flatMap(jour), let dernier = bornes.last.flatMap(jour), bornes.count <= 2,
      premier.rang <= dernier.rang
    else { throw Incomprise(raison: "« \(mot) » n’est ni un jour ni une suite de jours") }
    return JourDeSemaine.allCases.filter { (premier.rang...dernier.rang).contains($0.rang) }
  }

  /// By its first three letters, or in full.
  private static func jour(_ nom: Substring) -> JourDeSemaine? {
    JourDeSemaine.allCases.first { nom == $0.rawValue || nom == $0.rawValue.prefix(3) }
  }

  /// `09:00-12:00`.
  private static func heures(_ mot: Substring) throws(Incomprise) -> (de: Int, a: Int) {
    let bornes = mot.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
    guard bornes.count == 2, let de = bornes[0], let a = bornes[1], de < a else {
      throw Incomprise(raison: "« \(mot) » n’est pas une plage d’heures")
    }
    return (de, a)
  }

  private static func minutes(_ texte: Substring) -> Int? {
    let parties = texte.split(separator: ":", omittingEmptySubsequences: false)
    guard parties.count == 2, parties.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isASCIIDigit) }),
      let heures = Int(parties[0]), let minutes = Int(parties[1]), minutes < 60, heures * 60 + minutes <= 24 * 60
    else { return nil }
    return heures * 60 + minutes
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
