import Guichet
import GuichetControl
import GuichetRegister
import StrictJSON

/// A demande and its history as they cross the socket.
enum DemandeWire {
  static func attributions(
    _ demande: Demande, _ entries: [JournalEntry], _ office: Office
  ) -> [Wire.Attribution] {
    let logins = logins(entries)
    return demande.attributions.map { attribution in
      var cause = ""
      var raison = attribution.raison?.rawValue
      var regle: String?
      var motif: String?
      switch attribution.mode {
      case .automatique(let found, let rule): (cause, regle) = (found.rawValue, rule?.rawValue)
      case .manuel(let words): motif = words
      case .decline(let declined, let note): (raison, motif) = (declined.rawValue, note)
      }
      return Wire.Attribution(
        le: office.fuseau.rfc3339(attribution.le), auteur: logins[attribution.seq] ?? "",
        mode: attribution.mode.code.rawValue,
        cause: cause, de: attribution.de, vers: attribution.vers, raison: raison, regle: regle,
        version: attribution.version, motif: motif)
    }
  }

  /// The formulaire as JSON, its instant at the Caf's offset.
  static func formulaire(_ demande: Demande, _ office: Office) throws -> JSONValue {
    var writer = JSONWriter()
    demande.formulaire.write(to: &writer)
    guard case .object(let members) = JSONValue(try JSON.parse(writer.bytes)) else { return .null }
    return .object(
      members.map { member in
        guard member.key == "deposeeLe", let deposee = demande.formulaire.deposeeLe else { return member }
        return JSONMember(member.key, .string(office.fuseau.rfc3339(deposee)))
      })
  }

  static func corrections(_ entries: [JournalEntry], _ office: Office) -> [Wire.Correction] {
    let logins = logins(entries)
    return entries.map(\.fait).corrections.map { correction in
      Wire.Correction(
        le: office.fuseau.rfc3339(correction.le), auteur: logins[correction.seq] ?? "",
        champs: correction.champs.map { Wire.ChampCorrige(chemin: $0.chemin, avant: $0.avant, apres: $0.apres) })
    }
  }

  static func notes(_ demande: Demande, _ entries: [JournalEntry], _ office: Office) -> [Wire.NoteDemande] {
    let logins = logins(entries)
    return demande.notes.map {
      Wire.NoteDemande(le: office.fuseau.rfc3339($0.le), auteur: logins[$0.seq] ?? "", texte: $0.texte)
    }
  }

  /// Where the rules would send it now, while a person has not answered what they proposed: what accepting comes to.
  static func propose(_ demande: Demande, _ now: Instant, _ office: Office) -> Wire.Routage? {
    guard demande.proposition != nil else { return nil }
    let version = office.desk.version
    let jours = office.jours(depose: demande.deposeeLe, le: office.today(now))
    return RoutageHandler.wire(demande.decider(version.routeur, jours), version.number)
  }

  /// The transfer that a person planned; nil where there is none.
  static func transfert(_ demande: Demande, _ referentiel: Referentiel?) -> Wire.TransfertPrevu? {
    guard let le = demande.transfertLe else { return nil }
    let vers = demande.transfertVers
    return Wire.TransfertPrevu(le: le.iso, vers: vers, nom: vers.flatMap { referentiel?.linf($0)?.nom })
  }

  /// Who entered each fact.
  private static func logins(_ entries: [JournalEntry]) -> [Int64: String] {
    Dictionary(entries.map { ($0.fait.seq, $0.auteur) }, uniquingKeysWith: { first, _ in first })
  }
}

extension DemandeRow {
  /// - Parameters:
  ///   - logins: of the agents who have demandes in hand, see `ControlRequest.preneurs`.
  ///   - aUnDoublon: another that the caller sees may be of the same family.
  ///   - demande: for where its follow-up stands.
  func wire(
    _ now: Instant, _ office: Office, _ logins: [Int64: String], aUnDoublon: Bool = false, _ demande: Demande? = nil
  ) -> Wire.Demande {
    let prise = prise.flatMap { $0.court(at: now) ? $0 : nil }
    return Wire.Demande(
      numero: numero.texte, reference: reference, etat: etat.rawValue, linf: linf, raison: raison?.rawValue,
      marques: (marques + (aUnDoublon ? [.doublonPossible] : [])).map(\.rawValue), codeInsee: codeInsee,
      echeance: echeance.map(office.fuseau.rfc3339),
      enRetard: echeance.map { $0 < now } ?? false, deposeeLe: office.fuseau.rfc3339(deposeeLe),
      recueLe: office.fuseau.rfc3339(recueLe), motifCloture: motifCloture, depuis: office.fuseau.rfc3339(depuis),
      candidats: candidats.isEmpty ? nil : candidats.map(\.wire), verrou: estVerrouillee, departement: departement,
      // A clock that was set back makes nothing younger than new.
      age: max(0, Int(now.seconds - depuis.seconds)), prisePar: prise.flatMap { logins[$0.agent] },
      priseJusque: prise.map { office.fuseau.rfc3339($0.jusqua) },
      suivi: demande.flatMap { office.suivi(of: $0, at: now) })
  }
}
