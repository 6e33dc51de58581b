import Guichet
import GuichetControl

/// What helps to reach a family, as it crosses the socket.
enum JoindreWire {
  static func joindre(
    _ demande: Demande, _ request: ControlRequest, at now: Instant
  ) async throws -> Wire.Joindre {
    let office = request.office
    let logins = try await request.desk.agents.logins(of: Set(demande.contacts.map(\.auteur)))
    let fenetre = demande.linf.flatMap { demande.prochaineFenetre(office.heuresDAppel(linf: $0), at: now) }
    var conseils = demande.conseilsDAppel
    if let fenetre, fenetre.origine == .convenue, fenetre.debut == fenetre.fin {
      conseils.append("Le lieu d’information est fermé au moment que la famille a demandé.")
    }
    var manque: String?
    let needed = office.configuration.delais.tentatives
    if case .non(let why) = demande.peutEtreInjoignable(tentatives: needed, fuseau: office.fuseau) { manque = why }
    return Wire.Joindre(
      contacts: demande.contacts.map { wire($0, logins[$0.auteur] ?? "", office) },
      informeeLe: demande.informeeLe.map(office.fuseau.rfc3339), fenetre: fenetre.map { wire($0, office) },
      numeros: demande.numeros.map {
        Wire.NumeroDeFamille(
          e164: $0.e164, compose: Telephone.compose($0.e164), autreLecture: $0.estAutreLecture, faux: $0.estFaux)
      }, conseils: conseils, injoignable: manque == nil, manque: manque)
  }

  private static func wire(_ note: ContactNote, _ login: String, _ office: Office) -> Wire.Contact {
    let contact = note.contact
    return Wire.Contact(
      sequence: Int(note.seq), survenuLe: office.fuseau.rfc3339(note.survenuLe),
      enregistreLe: office.fuseau.rfc3339(note.enregistreLe), auteur: login, linf: note.linf,
      sens: contact.sens.rawValue, canal: contact.canal.rawValue, resultat: contact.resultat.rawValue,
      themes: contact.themes.map(\.rawValue), note: contact.note,
      aRappelerLe: contact.aRappelerLe.map(office.fuseau.rfc3339), numeroAppele: contact.numeroAppele)
  }

  private static func wire(_ fenetre: FenetreDAppel, _ office: Office) -> Wire.FenetreDAppel {
    Wire.FenetreDAppel(
      debut: office.fuseau.rfc3339(fenetre.debut), fin: office.fuseau.rfc3339(fenetre.fin),
      origine: fenetre.origine.rawValue, phrase: fenetre.phrase(office.fuseau))
  }
}

extension Office {
  /// When a LINF can call: its open time, that of the Caf where the référentiel in force does not have it any more.
  func heuresDAppel(linf id: String) -> CalendrierOuvert {
    guard let referentiel = desk.version.routeur.referentiel, let linf = referentiel.linf(id) else {
      return heures.calendrier
    }
    return referentiel.calendrier(of: linf, caf: heures)
  }
}
