import Guichet
import GuichetControl
import GuichetRegister

/// The journal: what happened, and whether it is still what was written.
enum JournalHandler {
  static func list(
    _ request: ControlRequest, _ parameters: ListFaits.Parameters, _ send: (ListFaits.Reply) async throws -> Void
  ) async throws -> ListFaits.Reply {
    let office = request.office
    var numero: Numero?
    if let texte = parameters.numero {
      numero = Numero(texte: texte, anneeCourante: office.today(office.clock.now()).annee)
      guard let numero else { throw ControlError.demandeIntrouvable(numero: texte) }
      guard try await !office.register.rows([numero]).isEmpty else {
        throw try await NumeroHandler.introuvable(numero, request)
      }
    }
    var after = Int64(parameters.apres ?? 0)
    // What is written from here on belongs to the next call, so that the list ends.
    let head = office.register.head.seq
    while true {
      let entries = try await office.register.entries(after: after, of: numero, limit: ControlRequest.page)
        .filter { $0.fait.seq <= head }
      let reply = ListFaits.Reply(faits: entries.map { wire($0, office) })
      guard entries.count == ControlRequest.page, let last = entries.last?.fait.seq, last < head else { return reply }
      try await send(reply)
      after = last
    }
  }

  static func verify(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> VerifyJournal.Reply {
    let office = request.office
    let result = try await office.register.verify()
    return VerifyJournal.Reply(
      entrees: Int(result.entrees), tete: result.tete.hexadecimal, intact: result.isIntact, fautes: result.fautes,
      demandes: result.demandes, ecarts: result.ecarts, consultations: result.consultations,
      consultationsOtees: result.otees.map { wire($0, office) })
  }

  private static func wire(_ otees: ConsultationsOtees, _ office: Office) -> Wire.ConsultationsOtees {
    Wire.ConsultationsOtees(
      premiere: Int(otees.premiere), derniere: Int(otees.derniere), chaine: otees.chaine.hexadecimal,
      jusquAu: office.today(otees.avant).advanced(byDays: -1).iso, oteesLe: office.fuseau.rfc3339(otees.oteesLe))
  }

  static func wire(_ entry: JournalEntry, _ office: Office) -> Wire.Fait {
    // Where a demande went, by whom and why is no business of the LINF that had it.
    let (auteur, resume, linf) =
      entry.estDepart
      ? ("", "N’est plus chez votre lieu d’information.", nil) : (entry.auteur, entry.fait.resume, entry.linf)
    return Wire.Fait(
      seq: Int(entry.fait.seq), numero: entry.fait.numero?.texte, nature: entry.fait.nature.rawValue,
      survenuLe: office.fuseau.rfc3339(entry.fait.survenuLe),
      enregistreLe: office.fuseau.rfc3339(entry.fait.enregistreLe), auteur: auteur,
      chaine: entry.chaine.hexadecimal, resume: resume, linf: linf,
      echeance: entry.estDepart ? nil : entry.fait.evenement?.echeance.map(office.fuseau.rfc3339))
  }
}

extension Evenement {
  /// The échéance that an alert tells of.
  fileprivate var echeance: Instant? {
    if case .escalade(let escalade) = self { escalade.echeance } else { nil }
  }
}
