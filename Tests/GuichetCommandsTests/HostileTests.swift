import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Data that would drive the terminal")
struct HostileTests {
  /// Clears the screen, colours, rings, goes back to the start of the line, turns reading around, ends the line.
  private static let evil = "a\u{1B}[2J\u{9B}31m\u{7}\r\u{202E}\u{2066}\u{2028}\u{85}\u{FEFF}\u{7F}\u{1B}]0;x\u{7}b"

  private static let demande = Wire.Demande(
    numero: "2026-000001", reference: "r", etat: "aOrienter", linf: "l", raison: "sansLinf", marques: ["m"],
    codeInsee: "59350", echeance: "2026-11-25T12:00:00+01:00", enRetard: true, deposeeLe: "d", recueLe: "r",
    motifCloture: "m", depuis: "d", candidats: [.init(codeInsee: "59128", nom: "n", linf: "l")], verrou: true,
    departement: "62", age: 3600)
  private static let attributions = ["automatique", "manuel", "decline", "autre"].map {
    Wire.Attribution(
      le: "l", auteur: "a", mode: $0, cause: "c", de: "d", vers: "v", raison: "r", regle: "r", version: 3, motif: "m")
  }
  private static let routage = Wire.Routage(
    linf: "l", codeInsee: "59350", raison: "r", marques: ["m"],
    candidats: [.init(codeInsee: "59128", nom: "n", linf: "l")],
    explication: ["e"], version: 3, jour: "j", departement: "62")
  private static let rejet = Wire.Rejet(
    id: "i", fichier: "f", recuLe: "r", sha256: "s", code: "c", erreurs: [.init(chemin: "c", message: "m")], etat: "e",
    auDepot: true)
  private static let fait = Wire.Fait(
    seq: 7, numero: "n", nature: "n", survenuLe: "s", enregistreLe: "e", auteur: "a", chaine: "c", resume: "r")
  private static let deplacement = Wire.Deplacement(
    numero: "n", etat: "e", le: "l", de: "d", vers: "v", raison: "r", suit: true, reste: "r", motif: "m")
  private static let acte = Wire.ResultatsActe(resultats: [
    .init(numero: "n", fait: true, code: "c", message: "m", linf: "l", etat: "e"),
    .init(numero: "n", fait: false, code: "c", message: "m", linf: "l", etat: "e"),
  ])

  private static let fiche = Wire.Fiche(
    formulaire: [
      "demandeur": ["nom": "n", "adresse": ["codePostal": "c", "commune": "v"]], "message": "m", "modes": ["x", "y"],
      "enfants": [["prenom": "p", "naissance": "n"]], "autre": ["chose": "c"],
    ],
    anomalies: [.init(chemin: "c", message: "m", saisi: "s")], avertissements: [.init(chemin: "c", message: "m")],
    commune: "c", linfNom: "l", linfTelephone: "t", faits: [fait], attributions: attributions,
    corrections: [.init(le: "l", auteur: "a", champs: [.init(chemin: "c", avant: "a", apres: "b")])], propose: routage,
    transfert: .init(le: "l", vers: "v", nom: "n"), rendezVous: [rendezVous], enfants: suivis.enfants, cloture: "c")

  private static let rendezVous = Wire.RendezVous(
    numero: "n", id: 1, linf: "l", debut: "d", fin: "f", mode: "visio", lieu: "l", poste: 1, statut: "s",
    aRenseigner: true, aDeplacer: "a", horsHoraires: true, nom: "n", telephone: "t")

  private static let sauvegarde = Wire.Sauvegarde(
    fichier: "f", faiteLe: "f", octets: 3, sha256: "s", sequence: 7, chaine: "c", demandes: 3, version: "v", schema: 10,
    fautes: ["f"])

  private static let suivis = Wire.EnfantsSuivis(
    demande: demande, id: 1,
    enfants: [
      .init(
        rang: 1, prenom: "p", naissancePrevue: "n", etat: "e", regle: false, aConfirmer: true,
        issues: ["solution", "attente", "sansSolution", "autre"].map {
          .init(
            id: 1, issue: $0, mode: "m", debut: "d", heuresParSemaine: 3, commune: "c", communeNom: "n", attente: "a",
            le: "l", raison: "r", noteeLe: "n", auteur: "a", enCours: true, annulee: false)
        })
    ], cloture: "c")

  private static let replies: [(lines: [String], method: String, reply: JSONValue)] = [
    (["demande lister"], "ListDemandes", ListDemandes.Reply(demandes: [demande]).json),
    (["demande voir 1"], "ShowDemande", ShowDemande.Reply(demande: demande, fiche: fiche).json),
    (
      ["demande expliquer 1"], "ExplainDemande",
      ExplainDemande.Reply(
        numero: "n", linf: "l", raison: "r", version: 3, jour: "j", explication: ["e"], mode: "manuel",
        attributions: attributions, propose: routage, departement: "62", marques: ["m"]
      ).json
    ),
    (["demande router 1 2 --linf l --motif m --oui"], "AssignDemandes", acte.json),
    (["demande decliner 1 2 --raison autre --oui"], "DeclineDemandes", acte.json),
    (
      ["demande transmises"], "ListTransmissions",
      ListTransmissions.Reply(transmissions: [.init(numero: "n", le: "l", telephone: "t")]).json
    ),
    (["routage --commune x"], "Route", Route.Reply(routages: [routage]).json),
    (
      ["referentiel transferer --commune 59350 --le demain --oui"], "TransferDemandes",
      TransferDemandes.Reply(deplacements: [deplacement], version: 3, resultats: [acte.resultats[0]]).json
    ),
    (["rejet lister"], "ListRejets", ListRejets.Reply(rejets: [rejet]).json),
    (["rejet voir x"], "ShowRejet", ShowRejet.Reply(rejet: rejet, contenu: Array(evil.utf8)).json),
    (["journal lister"], "ListFaits", ListFaits.Reply(faits: [fait]).json),
    (
      ["journal verifier"], "VerifyJournal",
      VerifyJournal.Reply(
        entrees: 9, tete: "t", intact: false, fautes: ["f"], demandes: 3, ecarts: ["e"], consultations: 2,
        consultationsOtees: [.init(premiere: 1, derniere: 2, chaine: "c", jusquAu: "j", oteesLe: "o")]
      ).json
    ),
    (["sauvegarde faire"], "MakeBackup", MakeBackup.Reply(etape: nil, sauvegarde: sauvegarde, retirees: ["r"]).json),
    (["sauvegarde lister"], "ListBackups", ListBackups.Reply(dossier: "d", sauvegardes: [sauvegarde]).json),
    (
      ["sauvegarde verifier"], "VerifyBackup",
      VerifyBackup.Reply(etape: nil, sauvegarde: sauvegarde, intacte: false, fautes: ["f"]).json
    ),
    (
      ["recharger"], "ReloadConfiguration",
      ReloadConfiguration.Reply(changees: ["c"], auRedemarrage: ["r"], avertissements: ["a"]).json
    ),
    (
      ["entretien"], "RunMaintenance",
      RunMaintenance.Reply(etape: nil, taches: [.init(code: "c", nombre: 1, phrase: "p")], fautes: ["f"]).json
    ),
    (
      ["rgpd effacer 1", "rgpd effacer 1 --executer"], "EraseDemandes",
      EraseDemandes.Reply(
        etape: nil,
        demandes: [
          .init(
            numero: "n", fait: true, code: "c", message: "m", faits: 1, rendezVous: 1, original: true, jointe: true,
            proches: ["p"])
        ], rejets: ["r"], complet: false, sauvegardes: 3
      ).json
    ),
    (
      ["rgpd purger", "rgpd purger --executer"], "PurgeDemandes",
      PurgeDemandes.Reply(etape: nil, mois: 24, total: 2, demandes: ["d"], totalOuvertes: 1, ouvertes: ["o"]).json
    ),
    (
      ["linf lister"], "ListLinf",
      ListLinf.Reply(linf: [.init(id: "i", nom: "n", type: "t", telephone: "t", habilite: false)]).json
    ),
    (
      ["etat"], "GetEtat",
      [
        "etat": Wire.Etat(
          demandes: .init(total: 4, parEtat: ["autre\(evil)": 4]),
          depot: .init(enAttente: 3, plusAncien: "p", ignores: 1, empeches: 2), rejets: .init(total: 2, bloques: 1),
          sorties: .init(enAttente: 0), journal: .init(entrees: 2, tete: "t"),
          intake: .init(enPause: true, raison: "r"), referentiel: .init(version: 1, communes: 1, linf: 1)
        ).json
      ]
    ),
    (["agenda", "agenda --semaine lundi"], "ListAgenda", ListAgenda.Reply(rendezVous: [rendezVous]).json),
    (["feuille"], "ShowFeuille", ShowFeuille.Reply(linf: "l", jour: "j", texte: "t").json),
    (
      ["rendez-vous creneaux 1"], "ListCreneaux",
      ListCreneaux.Reply(creneaux: [.init(debut: "d", fin: "f", postes: 1, lieu: "l")]).json
    ),
    (
      ["rendez-vous fixer 1 --le demain --mode visio"], "BookRendezVous",
      BookRendezVous.Reply(rendezVous: rendezVous).json
    ),
    (["demande raconter 1"], "TellDemande", TellDemande.Reply(numero: "n", phrases: ["p", "q"]).json),
    (["solution ajouter 1 --mode mam"], "AddSolution", suivis.json),
    (["enfant confirmer 1 --ne-le hier"], "ConfirmEnfant", suivis.json),
    (["version"], "GetInfo", ["version": "v"]),
  ]

  /// The same answer with that in every text of it, and in the names of a form's fields; base64 stays what it was.
  private static func hostile(_ value: JSONValue, inside name: String = "") -> JSONValue {
    switch value {
    case .string(let text) where name == "contenu" || name == "etat" && text == "aOrienter" || name == "mode":
      .string(text)
    case .string(let text): .string(text + evil)
    case .array(let elements): .array(elements.map { hostile($0, inside: name) })
    case .object(let members):
      .object(
        members.map { JSONMember($0.key, hostile($0.value, inside: $0.key)) }
          + (name == "formulaire" ? [JSONMember("champ\(evil)", .string(evil))] : []))
    default: value
    }
  }

  /// What a terminal would act on; only the ends of our own lines are right.
  private static func driving(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
      default: false
      }
    }
  }

  @Test("is spelled out in every answer, in text and in JSON", arguments: replies.indices, [[], ["--json"]])
  func answers(index: Int, options: [String]) {
    let (lines, method, reply) = Self.replies[index]
    for line in lines {
      let office = FakeOffice()
      office.terminal = 100
      office.environment = ["NO_COLOR": "1"]
      office.answers = [method: [Self.hostile(reply)]]
      let run = office.run(line.split(separator: " ").map(String.init) + options)
      #expect(run.status != .usage && run.status != .unreachable, "\(line): \(run.errors)")
      #expect(run.output.contains("u{1b}") || run.output.contains("u001b"), "\(line) shows nothing of it")
      #expect(Self.driving(run.output).isEmpty, "\(line): \(Self.driving(run.output))")
      #expect(Self.driving(run.errors).isEmpty, "\(line): \(run.errors)")
    }
  }

  @Test("is spelled out in CSV that a person looks at", arguments: replies.indices)
  func csv(index: Int) {
    let (lines, method, reply) = Self.replies[index]
    let office = FakeOffice()
    office.terminal = 100
    office.answers = [method: [Self.hostile(reply)]]
    let run = office.run(lines[0].split(separator: " ").map(String.init) + ["--csv"])
    // Answers that have no rows refuse.
    #expect(run.status == .usage || run.output.contains("u{1b}"))
    #expect(Self.driving(run.output.replacing("\r\n", with: "\n")).isEmpty)
  }

  private static let errors: [ControlError] = [
    .demandeIntrouvable(numero: evil, proche: evil, dernier: evil), .demandeIntrouvable(numero: evil, dernier: evil),
    .rejetIntrouvable(id: evil), .parametreInvalide(parametre: evil, message: evil),
    .sansObjet(parametre: "linf", message: evil), .sansObjet(parametre: evil, message: evil),
    .indisponible(message: evil),
    .referentielInvalide(fautes: [.init(fichier: evil, ligne: 3, colonne: evil, message: evil)]),
    .versionDepassee(version: 4), .chargementInconnu(chargement: evil),
    .demandeTransmise(numero: evil, le: evil, telephone: evil),
    .demandeTransmise(numero: evil, le: evil, telephone: nil),
    .correctionInvalide(erreurs: [.init(chemin: evil, message: evil)]), .lectureTropLente,
    .enMain(numero: evil, login: evil, jusqua: evil),
    .formulaireInvalide(code: evil, erreurs: [.init(chemin: evil, message: evil)]), .referencePrise(reference: evil),
    .saisieEnAttente(reference: evil), .curseurInconnu(sequence: 9, tete: 7),
    .rendezVousRefuse(
      numero: evil, code: evil, message: evil, proches: [.init(debut: evil, fin: evil, postes: 1, lieu: evil)]),
    .rendezVousRefuse(numero: evil, code: "horsHoraires", message: evil, proches: []),
    .sauvegardeImpossible(message: evil),
    .configurationInvalide(fautes: [.init(lieu: evil, ligne: 3, cle: evil, message: evil)]), .demarrageRefuse,
  ]

  @Test("is spelled out in every error, each of which says what to do next", arguments: errors)
  func refusals(error: ControlError) {
    let office = FakeOffice()
    office.refusal = (error.name, error.parameters)
    let run = office.run("demande", "voir", "1")
    #expect(run.status != .done && run.output.isEmpty)
    #expect(Self.driving(run.errors).isEmpty, "\(run.errors)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Erreur : ") == true)
    #expect(lines.count >= 2 && lines.last?.hasPrefix("  – ") == false, "no remedy: \(run.errors)")
  }

  /// A case that is added without being tried above does not compile here.
  @Test("has every error of the interface among those tried")
  func complete() {
    func rank(_ error: ControlError) -> Int {
      switch error {
      case .demandeIntrouvable: 0
      case .rejetIntrouvable: 1
      case .parametreInvalide: 2
      case .sansObjet: 3
      case .indisponible: 4
      case .referentielInvalide: 5
      case .versionDepassee: 6
      case .chargementInconnu: 7
      case .demandeTransmise: 8
      case .correctionInvalide: 9
      case .lectureTropLente: 10
      case .enMain: 11
      case .formulaireInvalide: 12
      case .referencePrise: 13
      case .saisieEnAttente: 14
      case .curseurInconnu: 15
      case .rendezVousRefuse: 16
      case .sauvegardeImpossible: 17
      case .configurationInvalide: 18
      case .demarrageRefuse: 19
      }
    }
    #expect(Set(Self.errors.map(rank)) == Set(0...19))
  }

  @Test("is spelled out in what files and arguments bring in")
  func files() throws {
    let root = try TemporaryRoot()
    let name = "\u{1B}[2J\u{202E}.json"
    try root.write("{\"version\": 1, \"reference\": \"\\u001b[2J\\u202e\", \"x\\u001b\": 1}", as: name)
    try root.write("linf;nom\n\u{1B}[2J;x\n", as: "linf.csv")
    try root.write("voie;zz\u{1B}[2J\nx;y\n", as: "lot.csv")
    for arguments in [
      ["formulaire", "verifier", "\(root.path)/\(name)"], ["formulaire", "verifier", "\(root.path)/aucun\(name)"],
      ["formulaire", "deposer", "\(root.path)/\(name)", "--depot", "\(root.path)/\u{1B}[2J"],
      ["referentiel", "verifier", root.path], ["referentiel", "verifier", "\(root.path)/\u{1B}[2J"],
      ["routage", "--lot", "\(root.path)/lot.csv"], ["routage", "--lot", "\u{1B}[2J"],
      ["rejet", "rejouer", "x", "--avec", "\(root.path)/\(name)"], ["demande", "lister", "--etat", "\u{1B}[2J"],
      ["demande", "lister", "--depuis", "\u{9B}2J"], ["\u{1B}[2J"], ["demande", "\u{1B}[2J"], ["--\u{1B}[2J"],
      ["demande", "voir", "--\u{9B}2J", "1"], ["referentiel", "transferer", "--commune", "\u{1B}", "--le", "demain"],
    ] {
      let run = FakeOffice().run(arguments)
      #expect(Self.driving(run.output + run.errors).isEmpty, "\(arguments)")
    }
  }
}
