import Guichet
import GuichetControl
import GuichetDocuments
import GuichetRegister

/// The life of a demande in sentences.
enum RecitHandler {
  static func tell(_ request: ControlRequest, _ parameters: TellDemande.Parameters) async throws -> TellDemande.Reply {
    let (row, demande) = try await DemandeHandler.find(parameters.numero, request)
    try await request.noteRead(count: 1)
    let office = request.office
    let entries = try await office.register.entries(after: 0, of: row.numero, limit: 10_000)
    let referentiel = office.desk.version.routeur.referentiel
    let communes = Set(
      demande.issues.compactMap { note in
        if case .solution(let solution) = note.issue { solution.commune } else { nil }
      })
    let noms = Recit.Noms(
      auteurs: Dictionary(entries.map { ($0.fait.seq, $0.auteur) }) { first, _ in first },
      linf: Dictionary((referentiel?.linf ?? []).map { ($0.id, $0.nom) }) { first, _ in first },
      communes: Dictionary(
        communes.compactMap { code in referentiel?.nom(ofCommune: code).map { (code, $0) } }
      ) { first, _ in first })
    return TellDemande.Reply(
      numero: row.numero.texte,
      phrases: Recit(entries.map(\.fait), noms: noms, fuseau: office.fuseau).phrases)
  }
}
