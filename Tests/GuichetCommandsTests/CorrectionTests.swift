import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Correcting a demande")
struct CorrectionTests {
  private let office = FakeOffice()

  private static let formulaire: JSONValue = [
    "demandeur": [
      "nom": "Martin", "telephone": ["e164": "+33639981234", "saisi": "06 39 98 12 34"],
      "adresse": ["voie": "12 rue", "codePostal": "59160", "commune": "Lomme", "codeInsee": "59355"],
    ],
    "enfants": [["prenom": "Léo", "naissance": "2026-03-01"], ["naissancePrevue": "2027-02-10"], [:]],
    "besoin": ["debut": "2027-01-04"],
  ]

  private func prepare(propose: Wire.Routage? = nil, verrou: Bool = false, linf: String? = "rpe-centre") {
    let demande = Wire.Demande(
      numero: "2026-000017", reference: "MEF-1", etat: "aContacter", linf: linf, marques: [], enRetard: false,
      recueLe: "2026-11-23T08:15:02+01:00", verrou: verrou)
    let fiche = Wire.Fiche(formulaire: Self.formulaire, anomalies: [], avertissements: [], faits: [])
    let reply = CorrectDemande.Reply(
      numero: "2026-000017", champs: ["/demandeur/adresse", "/enfants/1"],
      linf: linf, verrou: verrou, propose: propose)
    let accepted = Wire.ResultatActe(
      numero: "2026-000017", fait: true, message: "Elle est chez rpe-lomme.", linf: "rpe-lomme", etat: "aContacter")
    office.answers = [
      "ShowDemande": [ShowDemande.Reply(demande: demande, fiche: fiche).json], "CorrectDemande": [reply.json],
      "AcceptRoutages": [AcceptRoutages.Reply(resultats: [accepted]).json],
      "ShowAcces": [Wire.AgentAcces(login: "martine", uid: 1001, roles: [], permissions: []).json],
    ]
  }

  @Test(
    "says what became of one that waited",
    arguments: [
      ("rpe-lomme", nil, true, [], " Les règles l’envoient à rpe-lomme."), ("rpe-lomme", nil, false, [], ""),
      (nil, "communeAmbigue", false, [], " Elle reste à orienter : commune ambiguë."),
      (nil, "sansLinf", false, ["linfRetire"], " Elle reste à orienter : LINF choisi retiré."),
    ] as [(String?, String?, Bool, [String], String)])
  func waiting(linf: String?, raison: String?, deplacee: Bool, marques: [String], suite: String) {
    let reply = CorrectDemande.Reply(
      numero: "2026-000017", champs: ["/demandeur/telephone"], linf: linf, raison: raison, verrou: false,
      deplacee: deplacee, marques: marques)
    office.answers = ["CorrectDemande": [reply.json]]
    office.input = "{\"demandeur\":{\"telephone\":\"06 39 98 12 35\"}}"
    #expect(
      office.run("demande", "corriger", "17").output == "Demande 2026-000017 corrigée : téléphone.\(suite)\n")
  }

  private func called(_ method: String) -> [JSONValue] {
    office.asked.filter { $0.method.hasSuffix(".\(method)") }.map(\.parameters)
  }

  private var correction: JSONValue? { called("CorrectDemande").first?["correction"] }

  /// Téléphone, courriel, four of the address, four of the place, two children, the third's three dates, the start.
  private static let keepAll = Array(repeating: "", count: 17)

  /// Enter everywhere but where told, then the answers to what follows.
  private func type(_ answers: [Int: String], then last: [String]) {
    office.typed = Self.keepAll.indices.map { answers[$0] ?? "" } + last
  }

  @Test("asks nothing while another has it in hand")
  func inHand() {
    prepare()
    for (login, count) in [("ali", 17), ("martine", 0)] {
      let demande = Wire.Demande(
        numero: "2026-000017", reference: "MEF-1", etat: "aContacter", linf: "rpe-centre", marques: [], enRetard: false,
        recueLe: "2026-11-23T08:15:02+01:00", prisePar: login, priseJusque: "2026-11-23T09:15:00+01:00")
      let fiche = Wire.Fiche(formulaire: Self.formulaire, anomalies: [], avertissements: [], faits: [])
      office.answers["ShowDemande"] = [ShowDemande.Reply(demande: demande, fiche: fiche).json]
      type([:], then: [])
      let run = office.run("demande", "corriger", "n° 17")
      #expect(office.typed?.count == count)
      #expect(run.errors.contains("ali a la demande 2026-000017 en main jusqu’à 09:15") == (login == "ali"))
      #expect(called("ShowDemande").last?["numero"] == "17")
    }
  }

  @Test("asks for each field, shows what it is, and changes nothing on Enter alone")
  func nothing() {
    prepare()
    type([:], then: [])
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .done)
    #expect(run.output == "Demande 2026-000017 : rien à changer.\n")
    #expect(called("CorrectDemande").isEmpty)
    #expect(
      run.errors == """
        Demande 2026-000017 : Entrée garde une valeur, « - » la vide.
        téléphone [06 39 98 12 34] : \
        courriel [vide] : \
        adresse, voie [12 rue] : adresse, code postal [59160] : adresse, commune [Lomme] : adresse, code INSEE [59355] : \
        lieu de recherche, voie [vide] : lieu de recherche, code postal [vide] : lieu de recherche, commune [vide] : \
        lieu de recherche, code INSEE [vide] : \
        enfant 1 (Léo), né le [01/03/2026] : \
        enfant 2, né le [pas encore] : enfant 2, naissance prévue le [10/02/2027] : \
        enfant 3, né le [vide] : enfant 3, naissance prévue le [vide] : enfant 3, adoption prévue le [vide] : \
        début souhaité [04/01/2027] : 
        """)
  }

  private static let corrections: [([Int: String], JSONValue, String)] = [
    (
      [0: " 06 39 98 12 35 "], ["demandeur": ["telephone": "06 39 98 12 35"]],
      "téléphone : 06 39 98 12 34 → 06 39 98 12 35"
    ),
    ([0: "-"], ["demandeur": ["telephone": nil]], "téléphone : 06 39 98 12 34 → vide"),
    ([1: "leo@exemple.fr"], ["demandeur": ["courriel": "leo@exemple.fr"]], "courriel : vide → leo@exemple.fr"),
    (
      [2: "14 rue"],
      [
        "demandeur": [
          "adresse": ["voie": "14 rue", "codePostal": "59160", "commune": "Lomme", "codeInsee": "59355"]
        ]
      ], "adresse, voie : 12 rue → 14 rue"
    ),
    (
      [4: "Capinghem"],
      ["demandeur": ["adresse": ["voie": "12 rue", "codePostal": "59160", "commune": "Capinghem", "codeInsee": nil]]],
      "adresse, code INSEE : 59355 → vide"
    ),
    (
      [4: "LOMME", 5: "59355"],
      ["demandeur": ["adresse": ["voie": "12 rue", "codePostal": "59160", "commune": "LOMME", "codeInsee": "59355"]]],
      "adresse, commune : Lomme → LOMME"
    ),
    ([2: "-", 3: "-", 4: "-", 5: "-"], ["demandeur": ["adresse": nil]], "adresse, commune : Lomme → vide"),
    (
      [7: "59000"],
      ["besoin": ["lieu": ["voie": nil, "codePostal": "59000", "commune": nil, "codeInsee": nil]]],
      "lieu de recherche, code postal : vide → 59000"
    ),
    (
      [10: "2026-03-02"], ["enfants": [["rang": 1, "naissance": "2026-03-02"]]],
      "enfant 1 (Léo) : né le 01/03/2026 → né le 02/03/2026"
    ),
    (
      [12: "11/02/2027"], ["enfants": [["rang": 2, "naissancePrevue": "2027-02-11"]]],
      "enfant 2 : naissance prévue le 10/02/2027 → naissance prévue le 11/02/2027"
    ),
    (
      [15: "01/06/2027"], ["enfants": [["rang": 3, "adoptionPrevue": "2027-06-01"]]],
      "enfant 3 : vide → adoption prévue le 01/06/2027"
    ),
    ([16: "01/02/2027"], ["besoin": ["debut": "2027-02-01"]], "début souhaité : 04/01/2027 → 01/02/2027"),
    ([16: "-"], ["besoin": ["debut": nil]], "début souhaité : 04/01/2027 → vide"),
  ]

  @Test("sends what was changed alone, after a summary and a yes", arguments: corrections)
  func changes(answers: [Int: String], expected: JSONValue, line: String) {
    prepare()
    type(answers, then: ["o"])
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .done, "\(run.errors)")
    #expect(correction == expected)
    #expect(run.errors.contains("Ce qui change :\n"))
    #expect(run.errors.contains("  – \(line)\n"), "\(run.errors)")
    #expect(run.errors.hasSuffix("Enregistrer cette correction ? [o/N] "))
    #expect(run.output == "Demande 2026-000017 corrigée : adresse, date de l’enfant 2.\n")
  }

  @Test("turns a birth that was expected into one that came: no more is asked of that child")
  func born() {
    prepare()
    var answers = Self.keepAll
    answers[11] = "08/02/2027"
    answers.remove(at: 12)
    office.typed = answers + ["o"]
    #expect(office.run("demande", "corriger", "17").status == .done)
    #expect(correction == ["enfants": [["rang": 2, "naissance": "2027-02-08"]]])
  }

  @Test(
    "asks again at once for what cannot be",
    arguments: [
      (0, "12", "Ce numéro de 2 chiffres est trop court"), (1, "leo", "Une adresse de courriel a un « @ »"),
      (3, "5916", "Un code postal a cinq chiffres, comme 59160."),
      (5, "Lomme", "Un code INSEE a cinq caractères, comme 59350 ou 2A004."),
      (10, "31/02/2026", "« 31/02/2026 » n’est pas un jour du calendrier : écrivez 2026-11-25 ou 25/11/2026."),
      (10, "-", "Ce champ ne se vide pas"), (16, "bientôt", "« bientôt » n’est pas un jour du calendrier"),
    ])
  func again(rank: Int, typed: String, message: String) {
    prepare()
    var answers = Self.keepAll
    answers[rank] = typed
    answers.insert("", at: rank + 1)
    office.typed = answers
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .done && run.output == "Demande 2026-000017 : rien à changer.\n")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("changes nothing without a yes, nor when the answers end")
  func unanswered() {
    prepare()
    type([0: "06 39 98 12 35"], then: ["n"])
    #expect(office.run("demande", "corriger", "17").errors.hasSuffix("Erreur : Rien n’a été changé.\n"))
    office.typed = ["06 39 98 12 35"]
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .refused)
    #expect(run.errors.contains("Les réponses s’arrêtent avant la fin : rien n’a été changé."))
    #expect(called("CorrectDemande").isEmpty)
  }

  @Test("shows what a stranger typed without letting it drive the terminal")
  func controls() {
    prepare()
    let demande = Wire.Demande(
      numero: "2026-000017", reference: "MEF-1", etat: "aContacter", marques: [], enRetard: false,
      recueLe: "2026-11-23T08:15:02+01:00")
    let form: JSONValue = ["demandeur": ["courriel": "a\u{1B}[2J"], "enfants": [["prenom": "\u{1B}[2J"]]]
    let fiche = Wire.Fiche(formulaire: form, anomalies: [], avertissements: [], faits: [])
    office.answers["ShowDemande"] = [ShowDemande.Reply(demande: demande, fiche: fiche).json]
    office.typed = []
    for answers in [[], Array(repeating: "", count: 14)] {
      office.typed = answers
      #expect(!office.run("demande", "corriger", "17").errors.contains("\u{1B}"))
    }
  }

  private static let elsewhere = Wire.Routage(linf: "rpe-lomme", marques: [], candidats: [], explication: [])
  private static let answers =
    "« guichetctl demande router 2026-000017 --accepter » l’y envoie, « guichetctl demande router 2026-000017 --garder "
    + "--motif TEXTE » la garde à rpe-centre.\n"

  @Test("proposes to follow a place that goes elsewhere, and does so on a yes")
  func follows() {
    prepare(propose: Self.elsewhere)
    type([2: "14 rue"], then: ["o", "o"])
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .done)
    #expect(
      run.output == """
        Demande 2026-000017 corrigée : adresse, date de l’enfant 2.
        2026-000017 : Elle est chez rpe-lomme.

        """)
    #expect(
      run.errors.hasSuffix(
        "D’après le nouveau lieu, les règles l’enverraient à rpe-lomme. L’y envoyer maintenant ? [o/N] "))
    #expect(called("AcceptRoutages") == [AcceptRoutages.Parameters(numeros: ["2026-000017"]).json])
  }

  @Test("leaves it where it is on a no, which is no failure, and says how to answer later")
  func stays() {
    prepare(
      propose: Wire.Routage(
        raison: "horsDepartement", marques: [], candidats: [], explication: [], departement: "62"))
    type([2: "14 rue"], then: ["o", "n"])
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .done)
    #expect(run.output == "Demande 2026-000017 corrigée : adresse, date de l’enfant 2.\n")
    #expect(
      run.errors.hasSuffix(
        "D’après le nouveau lieu, les règles la mettraient à orienter (hors du département : Pas-de-Calais (62)). "
          + "L’y mettre maintenant ? [o/N] " + Self.answers.replacing("l’y envoie", with: "l’y met")))
    #expect(called("AcceptRoutages").isEmpty)
  }

  @Test("says what a family that cannot be reached any more would come to")
  func unreachable() {
    prepare(propose: Wire.Routage(raison: "contactManquant", marques: [], candidats: [], explication: []))
    type([0: "-"], then: ["o", "n"])
    #expect(
      office.run("demande", "corriger", "17").errors.contains(
        "Sans moyen de joindre la famille, les règles la mettraient à orienter (aucun moyen de joindre la famille). "
          + "L’y mettre maintenant ?"))
  }

  @Test("T11: a place that goes elsewhere never undoes what a person decided in passing, not even with --oui")
  func locked() {
    prepare(propose: Self.elsewhere, verrou: true)
    type([2: "14 rue"], then: [])
    let run = office.run("demande", "corriger", "17", "--oui")
    #expect(run.status == .done)
    #expect(
      run.errors.hasSuffix(
        "D’après le nouveau lieu, les règles l’enverraient à rpe-lomme ; la décision d’une personne la garde à "
          + "rpe-centre.\n" + Self.answers))
    #expect(called("AcceptRoutages").isEmpty)
  }

  @Test("takes the same from a program, in JSON, and only names the commands that answer what is proposed")
  func program() throws {
    prepare(propose: Self.elsewhere)
    office.input = #"{"demandeur": {"telephone": null, "adresse": {"commune": "Lomme"}}}"#
    let run = office.run("demande", "corriger", "17", "--json")
    #expect(run.status == .done)
    #expect(
      called("CorrectDemande") == [
        CorrectDemande.Parameters(
          numero: "17", correction: ["demandeur": ["telephone": nil, "adresse": ["commune": "Lomme"]]]
        ).json
      ])
    #expect(called("ShowDemande").isEmpty && called("AcceptRoutages").isEmpty)
    let json = try JSON.parse(Array(run.output.utf8))
    #expect(
      json.members.map(\.key) == [
        "numero", "champs", "linf", "raison", "verrou", "propose", "deplacee", "marques", "rendue",
      ])
    #expect(json["propose"]?["linf"]?.string == "rpe-lomme" && json["rendue"]?.isNull == true)
    #expect(
      run.errors
        == "D’après le nouveau lieu, les règles l’enverraient à rpe-lomme ; elle reste à rpe-centre jusqu’à ce qu’une "
        + "personne décide.\n" + Self.answers)
  }

  @Test(
    "refuses a document that is no correction, before it asks anything",
    arguments: [
      ("", "L’entrée standard est vide"), (" \n", "L’entrée standard est vide"),
      ("{\"demandeur\":", "L’entrée standard n’est pas du JSON."), ("[]", "La correction doit être un objet JSON"),
      ("{\"besoin\":{\"debut\":null,\"debut\":null}}", "La correction donne deux fois un même champ."),
    ])
  func wrongDocument(input: String, message: String) {
    office.input = input
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .refused)
    #expect(run.errors.hasPrefix("Erreur : \(message)"))
    #expect(office.socket == nil)
  }

  @Test("shows the faults that the daemon found, each with its place")
  func faults() {
    office.input = "{}"
    office.refusal = (
      "fr.caf.guichet.CorrectionInvalide",
      [
        "erreurs": [
          ["chemin": "/besoin/debut", "message": "Ce jour n’existe pas."],
          ["chemin": "", "message": "La correction ne change rien."],
        ]
      ]
    )
    let run = office.run("demande", "corriger", "17")
    #expect(run.status == .refused)
    #expect(
      run.errors == """
        Erreur : La correction n’est pas recevable ; rien n’a été changé.
          – /besoin/debut : Ce jour n’existe pas.
          – La correction ne change rien.
        Reprenez la correction en entier.

        """)
  }
}
