import Guichet
import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Entering a demande for a family")
struct SaisieTests {
  private let office = FakeOffice()

  private static let reply = EnterDemande.Reply(
    numero: "2026-000017", reference: "GU-20261123-7K3QX9PM", linf: "rpe-lomme", linfNom: "Relais de Lomme",
    linfTelephone: "03 53 01 10 02")

  private static let etat: JSONValue = [
    "etat": Wire.Etat(
      demandes: .init(total: 0, parEtat: [:]), depot: .init(enAttente: 0, plusAncien: nil, ignores: 0, empeches: 0),
      rejets: .init(total: 0, bloques: 0), sorties: .init(enAttente: 0), journal: .init(entrees: 0, tete: ""),
      intake: .init(enPause: false, raison: nil), referentiel: .init(version: 1, communes: 1, linf: 1),
      le: "2026-11-23T09:00:00.250+01:00"
    ).json
  ]

  private static func acces(_ permise: Bool) -> JSONValue {
    Wire.AgentAcces(
      login: "martine", uid: 1001, roles: [],
      permissions: [.init(methode: "EnterDemande", roles: ["conseiller"], permise: permise)]
    ).json
  }

  private func answer(_ reply: EnterDemande.Reply = reply) {
    office.answers = ["EnterDemande": [reply.json], "GetEtat": [Self.etat], "ShowAcces": [Self.acces(true)]]
  }

  /// Answers that entering a demande is refused, once the Caf's time is told.
  private func refuse(_ code: String, _ parameters: JSONValue) {
    answer()
    office.refusals = ["EnterDemande": ("fr.caf.guichet.\(code)", parameters)]
  }

  private var sent: [JSONValue] { office.asked.compactMap { $0.parameters["formulaire"] } }

  /// Origine, date, civilité, nom, prénom, téléphone, courriel, adresse (3), canal, créneaux, enfant (prénom, date connue,
  /// jour, un autre), ailleurs, début, fréquence, modes, semaine, atypiques, spécifique, insertion, langue, autre parent,
  /// message.
  private static let shortest = [
    "", "", "", "Martin", "", "06 39 98 12 34", "", "", "59160", "", "", "", "", "", "01/03/2026", "", "", "04/01/2027",
    "", "", "", "", "", "", "", "", "",
  ]

  @Test("asks only what must be, reads it over, sends it, and tells the family who calls back")
  func short() throws {
    answer()
    office.typed = Self.shortest + ["o"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done, "\(run.errors)")
    #expect(
      run.output == """
        Demande 2026-000017 enregistrée (référence GU-20261123-7K3QX9PM).
        La famille sera rappelée par Relais de Lomme, 03 53 01 10 02.

        """)
    let form = try #require(sent.first)
    guard case .string(let reference) = form["reference"] else {
      Issue.record("no reference")
      return
    }
    #expect(reference.hasPrefix("GU-20261123-") && reference.utf8.count == 20)
    #expect(
      form == [
        "version": 1, "reference": .string(reference), "deposeeLe": "2026-11-23T09:00:00+01:00", "origine": "guichet",
        "demandeur": ["nom": "Martin", "telephone": "06 39 98 12 34", "adresse": ["codePostal": "59160"]],
        "enfants": [["naissance": "2026-03-01"]],
        "besoin": [
          "debut": "2027-01-04", "horairesAtypiques": false, "besoinSpecifique": false,
          "insertionProfessionnelle": false,
        ],
      ])
    #expect(run.errors.contains("Origine (1 au guichet, 2 au téléphone, 3 par courrier) [au guichet] : "))
    #expect(run.errors.contains("   4. Nom : Martin\n"))
    #expect(run.errors.contains("  15. Enfant 1, né le : 01/03/2026\n"))
    #expect(run.errors.hasSuffix("Numéro d’une ligne à changer, « o » pour envoyer, « n » pour abandonner : "))
  }

  @Test("takes everything that a form can say, in the words and orders of people")
  func whole() throws {
    answer()
    office.typed = [
      "2", "hier 16h30", "madame", "De Smet", "Élodie", "06 39 98 12 34", "elodie@exemple.fr", "12 rue Haute", "59160",
      "Lomme", "SMS", "lundi matin, mer, soir", "Léo", "2", "10/02/2027", "o", "", "adoption", "2027-06-01", "", "o",
      "",
      "59000", "Lille", "04/01/2027", "reg", "1, crèche collective, mam", "lun-mar 8h-18h, samedi de 08:30 à 12h", "o",
      "n", "oui", "arabe", "o", "monsieur", "Benali", "", "06 39 98 77 66", "", "Rappeler le soir.", "o",
    ]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done, "\(run.errors)")
    let form = try #require(sent.first)
    #expect(form["origine"] == "telephone" && form["deposeeLe"] == "2026-11-22T16:30")
    #expect(
      form["demandeur"] == [
        "civilite": "MME", "nom": "De Smet", "prenom": "Élodie", "telephone": "06 39 98 12 34",
        "courriel": "elodie@exemple.fr",
        "adresse": ["voie": "12 rue Haute", "codePostal": "59160", "commune": "Lomme"],
        "rappel": [
          "canal": "sms",
          "creneaux": [["jour": "lundi", "moment": "matin"], ["jour": "mercredi"], ["moment": "soir"]],
        ],
        "langue": "arabe", "autreParent": ["civilite": "M", "nom": "Benali", "telephone": "06 39 98 77 66"],
      ])
    #expect(
      form["enfants"] == [["prenom": "Léo", "naissancePrevue": "2027-02-10"], ["adoptionPrevue": "2027-06-01"]])
    #expect(
      form["besoin"] == [
        "lieu": ["codePostal": "59000", "commune": "Lille"], "debut": "2027-01-04", "frequence": "regulier",
        "modes": ["assistantMaternel", "crecheCollective", "mam"],
        "semaine": [
          ["jour": "lundi", "de": "08:00", "a": "18:00"], ["jour": "mardi", "de": "08:00", "a": "18:00"],
          ["jour": "samedi", "de": "08:30", "a": "12:00"],
        ], "horairesAtypiques": true, "besoinSpecifique": false, "insertionProfessionnelle": true,
      ])
    #expect(form["message"] == "Rappeler le soir.")
    #expect(run.errors.contains("   2. Déposée le : 22/11/2026 16:30\n"))
    #expect(!run.errors.contains("À vérifier :"))
  }

  @Test(
    "takes the moment of filing in the Caf's offset, however it is said",
    arguments: [
      ("il y a 2 h", "2026-11-23T07:00:00+01:00", "23/11/2026 07:00"), ("hier", "2026-11-22T00:00", "22/11/2026 00:00"),
      ("2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z", "20/11/2026 10:00"),
    ])
  func filed(typed: String, sent expected: String, shown: String) {
    answer()
    office.typed = ["", typed] + Self.shortest.dropFirst(2) + ["o"]
    let run = office.run("demande", "saisir")
    #expect(sent.first?["deposeeLe"] == .string(expected) && run.errors.contains("   2. Déposée le : \(shown)\n"))
  }

  private static let wrong: [(Int, String, String)] = [
    (0, "4", "« 4 » n’est pas un des choix"), (1, "bientôt", "« bientôt » n’est pas un moment"),
    (1, "demain", "Ce moment est dans l’avenir"),
    (1, "24/11/2026", "Ce moment est dans l’avenir"), (1, "23/11/2019", "remonte à plus de cinq ans"),
    (3, "", "Cette question attend une réponse"), (3, "-", "Cette question attend une réponse"),
    (5, "12", "Ce numéro de 2 chiffres est trop court"), (6, "leo", "Une adresse de courriel a un « @ »"),
    (8, "5916", "Un code postal a cinq chiffres"), (10, "courriel", "n’a pas donné d’adresse qui convienne"),
    (11, "lundi gras", "« lundi gras » n’est ni un jour ni un moment"),
    (14, "31/02/2026", "« 31/02/2026 » n’est pas un jour du calendrier"), (14, "01/03/1980", "est celle d’un adulte"),
    (14, "01/03/2028", "est dans l’avenir"), (15, "peut-être", "Répondez o ou n."),
    (17, "04/01/2040", "trop loin dans l’avenir"), (19, "nourrice", "« nourrice » n’est pas un des choix"),
    (20, "lundi", "ne dit pas un jour et ses heures"), (20, "lundi 18h-8h", "finit avant de commencer"),
  ]

  @Test("asks again at once for what a form could not say", arguments: wrong)
  func again(rank: Int, typed: String, message: String) {
    answer()
    var answers = Self.shortest
    answers.insert(typed, at: rank)
    office.typed = answers + ["o"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("goes back with « < », explains with « ? », and changes any line before it goes")
  func back() throws {
    answer()
    var answers = Self.shortest
    // Back from the first name to the name, which Enter keeps; then on.
    answers.insert(contentsOf: ["<", ""], at: 4)
    // Explained, back past the first question, then on.
    answers.insert(contentsOf: ["<", "?"], at: 0)
    office.typed = answers + ["4", "Martinet", "99", "16", "o", "Zoé", "", "02/03/2026", "n", "o"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done, "\(run.errors)")
    #expect(run.errors.contains("C’est la première question.\n"))
    #expect(run.errors.contains("Par où la famille est venue.\n  1 au guichet\n  2 au téléphone\n"))
    #expect(run.errors.contains("Nom [Martin] : "))
    #expect(run.errors.contains("« 99 » n’est ni une ligne, ni « o », ni « n ».\n"))
    let form = try #require(sent.first)
    #expect(form["demandeur"]?["nom"] == "Martinet")
    #expect(form["enfants"] == [["naissance": "2026-03-01"], ["prenom": "Zoé", "naissance": "2026-03-02"]])
  }

  @Test("keeps nothing where the person gives up or the answers end")
  func nothing() {
    answer()
    for (answers, message) in [
      (Self.shortest + ["n"], "Saisie abandonnée : rien n’a été gardé."),
      (Array(Self.shortest.prefix(7)), "Les réponses s’arrêtent avant la fin : rien n’a été gardé."),
      (Self.shortest, "Les réponses s’arrêtent avant la fin : rien n’a été gardé."),
    ] {
      office.typed = answers
      let run = office.run("demande", "saisir")
      #expect(run.status == .refused && run.errors.contains(message))
    }
    #expect(sent.isEmpty)
  }

  @Test("asks nothing of a person who may not enter any")
  func denied() {
    answer()
    office.answers["ShowAcces"] = [Self.acces(false)]
    office.typed = Self.shortest
    #expect(office.run("demande", "saisir").status == .denied)
    #expect(office.typed?.count == Self.shortest.count && sent.isEmpty)
  }

  @Test("asks for the end of what is for a time, and sends it")
  func end() {
    answer()
    var answers = Self.shortest
    answers[18] = "occ"
    answers.insert("27/8/27", at: 19)
    office.typed = answers + ["o"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done && sent.first?["besoin"]?["fin"] == "2027-08-27", "\(run.errors)")
  }

  @Test("breaks what it says between words, and reads over once for a slip of the pen")
  func terminal() {
    answer()
    office.terminal = 60
    var answers = Self.shortest
    answers.insert("?", at: 15)
    answers.insert("01/03/2028", at: 14)
    office.typed = answers + ["x", "o"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .done, "\(run.errors)")
    let said = run.errors.split(separator: "\n").filter { !$0.contains(" : ") && !$0.contains("] ") }
    #expect(said.allSatisfy { $0.count <= 60 }, "\(said)")
    #expect(run.errors.contains("Entrée prend « non »") && run.errors.contains("« - » la laisse"))
    #expect(run.errors.replacing("\n", with: " ").contains("répondez « < », puis 2."))
    #expect(run.errors.ranges(of: "Relisez avec la famille").count == 1)
  }

  @Test("asks nothing of a person for a daemon that is away")
  func away() {
    office.refusal = ("fr.caf.guichet.Indisponible", ["message": "Le registre est occupé."])
    office.typed = Self.shortest
    #expect(office.run("demande", "saisir").status == .unreachable)
    #expect(office.typed?.count == Self.shortest.count)
  }

  @Test("sends the same again once where the answer is lost, and says what to look for when it stays lost")
  func lost() {
    refuse("Indisponible", ["message": "Le registre est occupé."])
    office.typed = Self.shortest + ["o", "n"]
    let run = office.run("demande", "saisir")
    #expect(run.status == .refused)
    #expect(sent.count == 2 && sent.first == sent.last)
    #expect(run.errors.contains("Le registre est occupé.\nLa même saisie peut être renvoyée sans risque de doublon"))
    #expect(
      run.errors.contains("Erreur : Saisie abandonnée, et l’envoi d’avant a pu être reçu.\nCherchez GU-20261123-"))
  }

  @Test("shows why it is refused and lets the person put it right")
  func refused() {
    refuse(
      "FormulaireInvalide",
      ["code": "formulaireInvalide", "erreurs": [["chemin": "/deposeeLe", "message": "C’est dans l’avenir."]]])
    office.typed = Self.shortest + ["o", "n"]
    let run = office.run("demande", "saisir")
    #expect(run.errors.contains("Le formulaire n’est pas recevable ; rien n’a été gardé.\n  – /deposeeLe : C’est dans"))
    #expect(run.errors.hasSuffix("Erreur : Saisie abandonnée : rien n’a été gardé.\n") && sent.count == 1)
  }

  @Test(
    "takes the moment of filing on the standard input as it takes it at the terminal, and leaves what it cannot read")
  func filedOnInput() {
    answer()
    for (typed, expected) in [
      ("hier 16:30", "2026-11-22T16:30"), ("20/11/2026 10h", "2026-11-20T10:00"),
      ("2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"), ("bientôt", "bientôt"),
    ] {
      office.input = "{\"deposeeLe\": \"\(typed)\", \"origine\": \"courrier\", \"demandeur\": {\"nom\": \"Martin\"}}"
      #expect(office.run("demande", "saisir").status == .done)
      #expect(sent.last?["deposeeLe"] == .string(expected), "\(typed)")
    }
  }

  @Test("takes a form on the standard input where nobody is there, and completes it")
  func input() throws {
    answer(
      EnterDemande.Reply(
        numero: "2026-000017", reference: "COURRIER-1", raison: "communeAmbigue",
        anomalies: [.init(chemin: "/besoin/debut", message: "Ce jour n’existe pas.", saisi: "x")], deja: true))
    office.input = "{\"reference\":\"COURRIER-1\",\"origine\":\"courrier\",\"demandeur\":{\"nom\":\"Martin\"}}"
    let run = office.run("demande", "saisir")
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(
      run.output == """
        Déjà saisie : c’est la demande 2026-000017 (référence COURRIER-1).
        Elle attend d’être orientée : commune ambiguë.
          – /besoin/debut : Ce jour n’existe pas.

        """)
    #expect(
      sent == [
        [
          "version": 1, "reference": "COURRIER-1", "origine": "courrier",
          "demandeur": ["nom": "Martin"],
        ]
      ])
    let json = office.run("demande", "saisir", "--json").output
    #expect(json.hasPrefix("{\"numero\":\"2026-000017\",\"reference\":\"COURRIER-1\",\"linf\":null,"))
    for (text, message) in [
      ("", "L’entrée standard est vide : sans terminal, le formulaire y est attendu en JSON."),
      ("{", "L’entrée standard n’est pas du JSON."), ("[]", "Le formulaire doit être un objet JSON { … }."),
    ] {
      office.input = text
      let run = office.run("demande", "saisir")
      #expect(run.status == .refused && run.errors.contains(message), "\(run.errors)")
    }
  }
}
