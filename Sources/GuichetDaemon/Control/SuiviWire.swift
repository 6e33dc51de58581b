import Guichet
import GuichetControl
import GuichetRegister

extension Office {
  /// Where the follow-up of a demande stands; nil where it is not in suivi.
  func suivi(of demande: Demande, at now: Instant) -> Wire.Suivi? {
    guard demande.etat == .enSuivi, let horloges = register.horloges else { return nil }
    let etape = horloges.suivi(of: demande)
    var manque: String?
    if case .non(let why) = demande.peutEtreSansNouvelle(horloges, at: now) { manque = why }
    return Wire.Suivi(
      code: etape?.code, phrase: etape?.phrase, jour: etape?.jour.iso,
      dernierContact: demande.dernierContactLe.map(fuseau.rfc3339), debut: demande.formulaire.besoin.debut?.iso,
      manque: manque)
  }
}
