import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("A demande that was corrected, on screen")
struct PropositionTests {
  private static let le = "2026-11-23T08:15:02+01:00"

  private static let corrections = [
    Wire.Correction(
      le: "2026-11-23T09:00:00+01:00", auteur: "durand",
      champs: [
        .init(chemin: "/demandeur/adresse/codePostal", avant: "59160", apres: "59000"),
        .init(chemin: "/enfants/0/naissance", avant: nil, apres: "2026-11-18"),
      ]),
    Wire.Correction(
      le: "2026-11-23T10:00:00+01:00", auteur: "petit",
      champs: [
        .init(chemin: "/besoin/debut", avant: "2027-01-04", apres: nil),
        .init(chemin: "/nouveau", avant: "x\u{1B}[2J", apres: "y"),
      ]),
  ]

  private static let propose = Wire.Routage(
    linf: "rpe-lille", codeInsee: "59350", marques: [], candidats: [], explication: ["Lille est à rpe-lille."],
    version: 3, jour: "2026-11-23")

  private func show(
    linf: String? = "rpe-lomme", verrou: Bool = false, propose: Wire.Routage? = propose, age: Int? = nil,
    departement: String? = nil
  ) -> String {
    let office = FakeOffice()
    let demande = Wire.Demande(
      numero: "2026-000001", reference: "MEF-1", etat: linf == nil ? "aOrienter" : "aContacter", linf: linf,
      raison: linf == nil ? "horsDepartement" : nil, marques: propose == nil ? [] : ["routagePropose"],
      codeInsee: "59350", enRetard: false, recueLe: Self.le, depuis: Self.le, verrou: verrou, departement: departement,
      age: age)
    let fiche = Wire.Fiche(
      formulaire: ["message": "Merci."], anomalies: [], avertissements: [], faits: [], corrections: Self.corrections,
      propose: propose)
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: demande, fiche: fiche).json]]
    return office.run("demande", "voir", "1").output
  }

  @Test("gives one moment one age")
  func rounding() {
    #expect(show(age: 90).contains("Depuis          23/11/2026 08:15 (2 min)\n"))
  }

  @Test("shows where the rules would send it and why, how to answer, and what was corrected, value by value")
  func whole() {
    #expect(
      show(age: 3 * 86_400) == """
        Demande 2026-000001
        État            à contacter
        LINF            rpe-lomme
        Depuis          23/11/2026 08:15 (3 j)
        Commune         59350
        À noter         routage proposé
        Référence       MEF-1
        Reçue le        23/11/2026 08:15 (il y a 45 min)

        Routage proposé
        D’après le nouveau lieu, les règles l’enverraient à rpe-lille ; elle reste à rpe-lomme jusqu’à ce qu’une \
        personne décide.
        « guichetctl demande router 2026-000001 --accepter » l’y envoie, « guichetctl demande router 2026-000001 \
        --garder --motif TEXTE » la garde à rpe-lomme.
          – Lille est à rpe-lille.

        Formulaire
        message         Merci.

        Corrections
          – 23/11/2026 09:00, par durand : adresse, code postal : 59160 → 59000
          – 23/11/2026 09:00, par durand : enfant 1, naissance : vide → 18/11/2026
          – 23/11/2026 10:00, par petit : début souhaité : 04/01/2027 → vide
          – 23/11/2026 10:00, par petit : /nouveau : x\\u{1b}[2J → y

        Histoire

        """)
  }

  @Test("tells what keeps it there: a person's lock, or a référentiel that has settled it since")
  func kept() {
    #expect(show(verrou: true).contains("; la décision d’une personne la garde à rpe-lomme.\n"))
    let settled = Wire.Routage(linf: "rpe-lomme", marques: [], candidats: [], explication: [])
    #expect(show(propose: settled).contains("les règles la laisseraient à rpe-lomme ;"))
    #expect(!show(propose: nil).contains("propos"))
  }

  @Test("names the département to whose Caf a family is to be sent")
  func departement() {
    #expect(
      show(linf: nil, propose: nil, departement: "62").contains(
        "À orienter      hors du département : Pas-de-Calais (62)\n"))
  }

  @Test("is explained with what is proposed, and by whose decision it is where it is")
  func explained() {
    let office = FakeOffice()
    let reply = ExplainDemande.Reply(
      numero: "2026-000001", linf: "rpe-lomme", version: 3, jour: "2026-11-23", explication: ["Lomme."],
      mode: "manuel", propose: Self.propose)
    office.answers = ["ExplainDemande": [reply.json]]
    let output = office.run("demande", "expliquer", "1").output
    #expect(
      output.contains(
        "  – Lomme.\n\nRoutage proposé\nD’après le nouveau lieu, les règles l’enverraient à rpe-lille ; la décision d’une "
          + "personne la garde à rpe-lomme.\n"))
    #expect(output.hasSuffix("  – Lille est à rpe-lille.\n"))
  }
}
