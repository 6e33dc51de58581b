import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("The assignments of a demande")
struct AttributionTests {
  private static let le = "2026-11-23T08:15:02+01:00"

  private static func rules(
    _ cause: String, de: String? = nil, vers: String? = nil, raison: String? = nil, regle: String? = nil,
    auteur: String = "guichet", version: Int = 3
  ) -> Wire.Attribution {
    Wire.Attribution(
      le: le, auteur: auteur, mode: "automatique", cause: cause, de: de, vers: vers, raison: raison, regle: regle,
      version: version)
  }

  private static let person = Wire.Attribution(
    le: le, auteur: "durand", mode: "manuel", cause: "", de: "rpe-lille", vers: "rpe-lomme", version: 3,
    motif: "La famille vit à Lomme.")
  private static let declined = Wire.Attribution(
    le: le, auteur: "petit", mode: "decline", cause: "", de: "rpe-lomme", raison: "horsTerritoire", version: 3,
    motif: "Rue de Capinghem.")

  private static let lines: [(Wire.Attribution, String)] = [
    (
      rules("reception", vers: "rpe-lille", regle: "commune"),
      "→ rpe-lille, routée à la réception, par la commune, référentiel version 3"
    ),
    (
      rules("reception", raison: "referentielAbsent", version: 0),
      "→ à orienter (aucun référentiel chargé), routée à la réception"
    ),
    (
      rules("referentiel", de: "rpe-lille", vers: "rpe-lomme", regle: "codePostal"),
      "rpe-lille → rpe-lomme, routée au chargement d’un référentiel, par le code postal, référentiel version 3"
    ),
    (
      rules("jour", de: "rpe-lille", raison: "sansLinf"),
      "rpe-lille → à orienter (aucun LINF pour ce lieu), routée au jour d’un changement de rattachement, "
        + "référentiel version 3"
    ),
    (
      rules("agent", de: "rpe-lille", vers: "rpe-lille", regle: "voie", auteur: "durand"),
      "reste à rpe-lille, routée à la demande d’une personne, par la voie, par durand, référentiel version 3"
    ),
    (person, "rpe-lille → rpe-lomme, attribuée par durand : « La famille vit à Lomme. », référentiel version 3"),
    (
      declined,
      "rpe-lomme → à orienter, déclinée par petit (hors de son territoire) : « Rue de Capinghem. », "
        + "référentiel version 3"
    ),
    (
      Wire.Attribution(le: le, auteur: "petit", mode: "nouveau", cause: "", vers: "rpe-lomme", version: 0),
      "→ rpe-lomme, nouveau, par petit"
    ),
    (
      rules("neuve", vers: "rpe-lomme", regle: "autre"),
      "→ rpe-lomme, routée neuve, autre, référentiel version 3"
    ),
  ]

  private let demande = Wire.Demande(
    numero: "2026-000001", reference: "MEF-1", etat: "aOrienter", raison: "decline", marques: [], enRetard: false,
    recueLe: le, depuis: "2026-11-23T08:20:00+01:00",
    candidats: [.init(codeInsee: "59128", nom: "Capinghem"), .init(codeInsee: "59350", nom: "Lille")], verrou: true)

  @Test("are told one by one, in a line each", arguments: lines)
  func line(attribution: Wire.Attribution, line: String) {
    let office = FakeOffice()
    let fiche = Wire.Fiche(formulaire: [:], anomalies: [], avertissements: [], faits: [], attributions: [attribution])
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: demande, fiche: fiche).json]]
    let output = office.run("demande", "voir", "1").output
    #expect(output.contains("\nAttributions\n  – 23/11/2026 08:15 : \(line)\n"), "\(output)")
  }

  @Test("come after the form, and since when, between which communes and by whose decision it stands before")
  func show() {
    let office = FakeOffice()
    let fiche = Wire.Fiche(
      formulaire: ["message": "Merci."], anomalies: [], avertissements: [], faits: [], attributions: [Self.declined])
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: demande, fiche: fiche).json]]
    #expect(
      office.run("demande", "voir", "1").output == """
        Demande 2026-000001
        État            à orienter
        À orienter      décliné par le LINF
        Depuis          23/11/2026 08:20
        Verrou          la décision d’une personne la garde là
        Candidats       Capinghem (59128), Lille (59350)
        Référence       MEF-1
        Reçue le        23/11/2026 08:15 (il y a 45 min)

        Formulaire
        message         Merci.

        Attributions
          – 23/11/2026 08:15 : rpe-lomme → à orienter, déclinée par petit (hors de son territoire) : « Rue de Capinghem. \
        », référentiel version 3

        Histoire

        """)
  }

  private static let explanations: [(String?, [Wire.Attribution]?, String)] = [
    (
      "manuel", [rules("reception", vers: "rpe-lille", regle: "commune"), person],
      "durand l’a attribuée à rpe-lomme le 23/11/2026 08:15 : « La famille vit à Lomme. ». Aucune règle ne la déplace."
    ),
    ("manuel", nil, "Une personne l’a attribuée : aucune règle ne la déplace."),
    (
      "decline", [declined],
      "petit l’a déclinée pour rpe-lomme le 23/11/2026 08:15 (hors de son territoire) : « Rue de Capinghem. ». "
        + "Une personne doit décider."
    ),
  ]

  @Test("explain who decided, when and why, where a person did", arguments: explanations)
  func person(mode: String?, attributions: [Wire.Attribution]?, sentence: String) {
    let office = FakeOffice()
    let reply = ExplainDemande.Reply(
      numero: "2026-000001", linf: "rpe-lomme", version: 3, jour: "2026-11-23", explication: ["Lomme est dans Lille."],
      mode: mode, attributions: attributions)
    office.answers = ["ExplainDemande": [reply.json]]
    let output = office.run("demande", "expliquer", "1").output
    #expect(output.contains("\n\(sentence)\n  – Lomme est dans Lille.\n"), "\(output)")
  }

  @Test("explain nothing more where the rules decided")
  func explained() {
    let office = FakeOffice()
    let reply = ExplainDemande.Reply(
      numero: "2026-000001", linf: "rpe-lille", version: 3, jour: "2026-11-23", explication: ["Lille."],
      mode: "automatique", attributions: [Self.rules("reception", vers: "rpe-lille", regle: "commune")])
    office.answers = ["ExplainDemande": [reply.json]]
    #expect(
      office.run("demande", "expliquer", "1").output == """
        Demande 2026-000001
        LINF            rpe-lille
        Décidé par      les règles
        Décidé le       23/11/2026
        Référentiel     version 3
          – Lille.

        Attributions
          – 23/11/2026 08:15 : → rpe-lille, routée à la réception, par la commune, référentiel version 3

        """)
  }
}
