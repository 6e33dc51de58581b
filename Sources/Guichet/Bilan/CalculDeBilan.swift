/// Adds up lines to a bilan.
///
/// A demande is counted where it is: the bilans of all LINF and what is to be oriented add up to the Caf's.
package struct CalculDeBilan: Sendable {
  package let annee: Int
  package let arreteAu: Instant
  package let seq: Int64
  /// All of the year, of the whole Caf.
  let groupes: LignesDeLAnnee
  /// Those whose facts cannot be read: in no figure.
  package let illisibles: [Numero]
  package let referentiel: Referentiel?
  let horloges: Horloges

  package var lignes: [LigneDeBilan] { groupes.toutes }

  package init(
    annee: Int, arreteAu: Instant, seq: Int64, lignes: LignesDeLAnnee, illisibles: [Numero], referentiel: Referentiel?,
    horloges: Horloges
  ) {
    self.annee = annee
    self.arreteAu = arreteAu
    self.seq = seq
    groupes = lignes
    self.illisibles = illisibles
    self.referentiel = referentiel
    self.horloges = horloges
  }

  package func bilan(_ perimetre: Perimetre, nom: String) -> Bilan {
    let own = lignes(dans: perimetre)
    return Bilan(
      annee: annee, perimetre: perimetre, nom: nom, arreteAu: arreteAu, seq: seq, objectif: objectif(perimetre),
      illisibles: illisibles.count, chiffres: chiffres(own, perimetre), tableaux: tableaux(own, perimetre))
  }

  private func lignes(dans perimetre: Perimetre) -> [LigneDeBilan] {
    switch perimetre {
    case .caf: lignes
    case .linf(let id): groupes.de(id)
    case .commune, .epci: referentiel?.lignes(lignes, dans: perimetre) ?? []
    }
  }

  /// The open days within which a family should be reached for the first time; nil where the delay is not told in days.
  private func objectif(_ perimetre: Perimetre) -> Int? {
    var linf: String?
    if case .linf(let id) = perimetre { linf = id }
    guard case .joursOuverts(let days) = horloges.delais(of: linf).premierContact else { return nil }
    return days
  }

  private func chiffres(_ lignes: [LigneDeBilan], _ perimetre: Perimetre) -> [Bilan.Chiffre] {
    let suites = Self.compte(lignes.lazy.map(\.suite))
    let reponses = lignes.filter { $0.suite == .repondue }.compactMap(\.repondue)
    let vivantes = lignes.filter { !$0.estAbsorbee }
    let tentees = vivantes.compactMap(\.tentee)
    let enfants = vivantes.flatMap(\.enfants)
    return ChiffreDeBilan.allCases.map { code in
      let value: Int? =
        switch code {
        case .recues: lignes.count
        case .doublons: suites[.doublon, default: 0]
        case .orientees: lignes.count { $0.linf != nil }
        case .aOrienter: lignes.count { $0.linf == nil && $0.etat != .close }
        case .ailleurs: ailleurs(lignes, perimetre)
        case .horsHabilitation: lignes.count(where: \.estHorsHabilitation)
        case .tentees: tentees.count
        case .repondues: suites[.repondue, default: 0]
        case .injoignables: suites[.injoignable, default: 0]
        case .enAttente: suites[.enAttente, default: 0] + suites[.aOrienter, default: 0]
        case .closesSansReponse: suites[.closeSansReponse, default: 0]
        case .tenteesATemps: tentees.count(where: \.estATemps)
        case .reponduesATemps: reponses.count(where: \.estATemps)
        case .delaiMedian: Self.mediane(reponses.map { $0.depuisDepot.joursOuverts ?? Int.max })
        case .delaiOuvert: Self.moyenne(reponses.map(\.depuisDepot.ouvert.minutes))
        case .delaiCalendaire: Self.moyenne(reponses.map { Int($0.depuisDepot.secondes / 60) })
        case .contactsSortants: lignes.reduce(0) { $0 + $1.contactsSortants }
        case .contactsEntrants: lignes.reduce(0) { $0 + $1.contactsEntrants }
        case .contactsParReponse:
          Self.moyenne(lignes.filter { $0.suite == .repondue }.compactMap(\.contactsPourRepondre).map { $0 * 100 })
        case .rendezVous: lignes.reduce(0) { $0 + $1.rendezVous.count }
        case .enfants: enfants.count
        case .enfantsRegles: enfants.count(where: \.etat.estRegle)
        }
      return Bilan.Chiffre(code, value)
    }
  }

  /// Demandes that the LINF had and has no more; for another perimeter, those that any LINF but the present one had.
  private func ailleurs(_ own: [LigneDeBilan], _ perimetre: Perimetre) -> Int {
    if case .linf(let id) = perimetre { return groupes.passees(par: id).count }
    return own.count { !$0.passages.isEmpty }
  }

  static func compte<Key: Hashable>(_ keys: some Sequence<Key>) -> [Key: Int] {
    keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// To the nearest whole one.
  static func moyenne(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : (values.reduce(0, +) + values.count / 2) / values.count
  }

  /// The lower one of two middle ones.
  static func mediane(_ values: [Int]) -> Int? {
    guard !values.isEmpty else { return nil }
    let middle = values.sorted()[(values.count - 1) / 2]
    return middle == Int.max ? nil : middle
  }
}
