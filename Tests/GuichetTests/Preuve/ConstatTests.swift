import Guichet
import Testing

@Suite("The constat of each point, and its reason")
struct ConstatTests {
  private typealias Cas = (ConstatMotive, ConstatDePreuve, String)

  @Test("by what was counted")
  func table() {
    let cases: [Cas] = [
      (.droits(jours: 365, lesDeux: 365, demandes: 0), .etabli, "chacun des 365 jours"),
      (
        .droits(jours: 365, lesDeux: 364, demandes: 0), .incomplet,
        "1 jour sur 365 ; aucune demande n’a été reçue alors."
      ),
      (.droits(jours: 366, lesDeux: 336, demandes: 1), .incomplet, "30 jours sur 366 ; 1 demande a été reçue alors."),
      (.droits(jours: 366, lesDeux: 0, demandes: 12), .incomplet, "12 demandes ont été reçues alors."),
      (.centralisation(recues: 9, ailleurs: 0, illisibles: 0), .etabli, "Aucune demande de son territoire"),
      (.centralisation(recues: 0, ailleurs: 0, illisibles: 0), .aApprecier, "Aucune demande n’est venue"),
      (.centralisation(recues: 9, ailleurs: 1, illisibles: 0), .aApprecier, "1 demande de son territoire est chez"),
      (.centralisation(recues: 0, ailleurs: 3, illisibles: 0), .aApprecier, "3 demandes de son territoire sont chez"),
      (.centralisation(recues: 9, ailleurs: 3, illisibles: 1), .incomplet, "1 demande de la Caf est illisible"),
      (.reponses(recues: 0, enRetard: 0, closes: 0, dansLeDelai: 0), .aApprecier, "aucune demande à laquelle répondre"),
      (.reponses(recues: 9, enRetard: 0, closes: 0, dansLeDelai: 0), .etabli, "Chaque demande a sa réponse."),
      (.reponses(recues: 9, enRetard: 0, closes: 0, dansLeDelai: 2), .aApprecier, "2 demandes attendent encore"),
      (
        .reponses(recues: 9, enRetard: 1, closes: 0, dansLeDelai: 2), .incomplet,
        "Il y a 1 demande en attente, échéance passée."
      ),
      (
        .reponses(recues: 9, enRetard: 0, closes: 1, dansLeDelai: 0), .incomplet, "Il y a 1 demande close sans réponse."
      ),
      (
        .reponses(recues: 9, enRetard: 2, closes: 3, dansLeDelai: 1), .incomplet,
        "2 demandes en attente, échéance passée et 3 demandes closes sans réponse."
      ),
      (.suivi(enfants: 0, nonRegles: 0, sansIssue: 0), .aApprecier, "aucun enfant"),
      (.suivi(enfants: 4, nonRegles: 0, sansIssue: 0), .etabli, "L’issue est connue pour chaque enfant."),
      (
        .suivi(enfants: 4, nonRegles: 1, sansIssue: 0), .etabli,
        "pour 1 enfant ; aucune demande n’est sans issue 60 jours"
      ),
      (.suivi(enfants: 4, nonRegles: 3, sansIssue: 2), .incomplet, "2 demandes sont sans issue connue 60 jours"),
      (.pieces(0), .incomplet, "Aucune pièce"),
      (.pieces(1), .aApprecier, "1 pièce est jointe"),
      (.pieces(2), .aApprecier, "2 pièces sont jointes"),
    ]
    for (found, constat, part) in cases {
      #expect(found.constat == constat, "\(found.raison)")
      #expect(found.raison.contains(part) && found.raison.hasSuffix("."), "\(found.raison) / \(part)")
    }
  }

  /// One demande of rpe-lomme, received on Monday at 9:15, whose first contact is due on Wednesday by 17:00.
  private static func reponses(at moment: String, _ live: (inout Vie) throws -> Void) throws -> PointDePreuve {
    var vie = try AttributionTests.vie()
    try live(&vie)
    let horloges = try Pendules.horloges()
    let linf = try AttributionTests.linf("rpe-lomme")
    let calcul = CalculDeBilan(
      annee: 2026, arreteAu: try Pendules.at(moment), seq: 9,
      lignes: LignesDeLAnnee([LigneDeBilan(vie.demande, horloges, tentatives: 3)]), illisibles: [],
      referentiel: try AttributionTests.routeur().referentiel, horloges: horloges)
    let preuve = CalculDePreuve(calcul, chaine: "00", referentiel: 1, delais: "", pieces: []).preuve(linf)
    return try #require(preuve?.point(.reponses))
  }

  @Test("of answers: what waits is no lack before its échéance, nor while its clock stands still")
  func answers() throws {
    let due = try #require(Pendules.horloges().etape(of: AttributionTests.vie().demande)?.echeance.instant)
    let fuseau = try Pendules.horloges().heures.fuseau
    func local(_ seconds: Int64) -> String {
      String(fuseau.rfc3339(due.advanced(bySeconds: seconds)).prefix(16))
    }
    let nothing: (inout Vie) throws -> Void = { _ in }
    let before = try Self.reponses(at: local(-60), nothing)
    #expect(before.constat == .aApprecier && before.chiffre(.dansLeDelai) == 1 && before.chiffre(.sansReponse) == 0)
    #expect(try Self.reponses(at: local(0), nothing).constat == .aApprecier)
    let after = try Self.reponses(at: local(60), nothing)
    #expect(after.constat == .incomplet && after.chiffre(.dansLeDelai) == 0 && after.liste(.sansReponse).count == 1)
    let paused = try Self.reponses(at: local(60)) { try $0.happens([.suspendue(Suspendue(motif: "Hôpital"))]) }
    #expect(paused.constat == .aApprecier && paused.liste(.dansLeDelai).count == 1)
    let closed = try Self.reponses(at: local(-60)) {
      try $0.happens([.cloture(Cloture(motif: .sansSuite, note: nil))])
    }
    #expect(closed.constat == .incomplet && closed.raison == "Il y a 1 demande close sans réponse.")
    let answered = try Self.reponses(at: local(60)) {
      try $0.happens([.contact(Contact(resultat: .joint, themes: [.modes]))])
    }
    #expect(answered.constat == .etabli)
  }
}
