import StrictJSON

/// How far dates may lie from the day of filing, in days, each bound included.
///
/// They catch a slip of the year or of the field, not an unusual family.
enum BornesDeDates {
  /// A child in care is not of age; a clock may be a day ahead.
  static let naissance = -6575...1
  /// A birth that is two months late has taken place; none is known ten months ahead.
  static let naissancePrevue = -60...310
  static let adoptionPrevue = -60...1830
  static let debut = -366...2200
  static let fin = -366...6575
  /// `deposeeLe`, against the moment of reception, in seconds: at most one day ahead, for clocks that are wrong; at most
  /// five years old, for those who take over an old stock.
  static let depot: ClosedRange<Int64> = -5 * 366 * 86_400...86_400
}

extension Examinateur {
  static func jour(of instant: Instant) -> DateCivile {
    DateCivile(daysSince1970: Int(instant.seconds.flooredDivision(by: 86_400).quotient))
  }

  /// When the family filed its demande; sets the day that all other dates are judged against.
  mutating func deposeeLe(_ objet: inout LecteurObjet) -> Instant? {
    let chemin = objet.chemin("deposeeLe")
    guard let value = objet.valeur("deposeeLe") else {
      recueil.manque(chemin, rang: objet.rang, "La date de dépôt manque ; celle de la réception en tient lieu.")
      return nil
    }
    guard let text = value.string, let instant = Instant(rfc3339: text) else {
      recueil.anomalie(
        chemin, value, "La date de dépôt s’écrit avec son heure et son décalage, comme 2026-11-23T08:15:00+01:00.")
      return nil
    }
    let distance = instant.seconds - recueLe.seconds
    guard BornesDeDates.depot.contains(distance) else {
      recueil.anomalie(
        chemin, value,
        distance > 0
          ? "La date de dépôt est dans l’avenir de plus d’un jour ; celle de la réception en tient lieu."
          : "La date de dépôt remonte à plus de cinq ans ; celle de la réception en tient lieu.")
      return nil
    }
    jour = Self.jour(of: instant)
    return instant
  }

  /// A day within bounds around the day of filing; out of them it is an anomaly, told by `avant` or `apres`.
  mutating func date(
    _ objet: inout LecteurObjet, _ cle: String, _ bornes: ClosedRange<Int>, avant: String, apres: String
  ) -> DateCivile? {
    guard let (date, value) = objet.date(cle, &recueil) else { return nil }
    let distance = date.daysSince1970 - jour.daysSince1970
    guard !bornes.contains(distance) else { return date }
    recueil.anomalie(objet.chemin(cle), value, distance < bornes.lowerBound ? avant : apres)
    return nil
  }
}
