import Guichet
import GuichetDocuments
import GuichetRegister

/// What mails say, made of the demandes as they are when one is written.
struct CourrielDesk: Sendable {
  let office: Office

  /// Nil where nothing is to be written any more.
  func message(_ mail: EnvoiAFaire, _ demande: Demande, now: Instant) -> MessageDeCourriel? {
    // Settings may have changed since it was decided.
    guard let expediteur = office.configuration.caf.courriel, now < mail.envoi.expire,
      office.configuration.linfACourriel.contains(mail.envoi.linf)
    else { return nil }
    let referentiel = office.desk.version.routeur.referentiel
    let caf = office.configuration.caf.nom
    // Where the register's last word is not known yet, what withdraws it follows.
    guard demande.attend(mail.envoi.objet, before: demande, office.register.horloges) else { return nil }
    switch mail.envoi.objet {
    case .rappel(let id, _):
      guard let rendezVous = demande.rendezVous.first(where: { $0.id == id }) else { return nil }
      return CourrielDeRappel(
        demande, rendezVous, linf: referentiel?.linf(rendezVous.linf), caf: caf, expediteur: expediteur,
        fuseau: office.fuseau)?.message
    case .alerte(let niveau, let echeance):
      guard let linf = referentiel?.linf(mail.envoi.linf) else { return nil }
      let own = demande.linf.map { referentiel?.linf($0)?.nom ?? $0 }
      return CourrielDAlerte(
        demande.numero, niveau, echeance: echeance, nature: office.register.horloges?.etape(of: demande)?.nature,
        linf: linf, supplee: demande.linf == linf.id ? nil : own, caf: caf, expediteur: expediteur,
        fuseau: office.fuseau)?.message
    }
  }
}
