import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Demandes on the command line")
struct DemandeTests {
  private static let routed = Wire.Demande(
    numero: "2026-000001", reference: "MEF-1", etat: "aContacter", linf: "rpe-lomme", raison: nil, marques: [],
    codeInsee: "59350", echeance: "2026-11-25T12:00:00+01:00", enRetard: false,
    deposeeLe: "2026-11-23T08:15:00+01:00", recueLe: "2026-11-23T08:15:02+01:00", motifCloture: nil)
  private static let waiting = Wire.Demande(
    numero: "2026-000002", reference: "=1+1", etat: "aOrienter", linf: nil, raison: "communeAmbigue",
    marques: ["aVerifier", "nouvelleMarque"], codeInsee: nil, echeance: "2026-11-20T12:00:00+01:00", enRetard: true,
    deposeeLe: nil, recueLe: "2026-11-19T08:15:02+01:00", motifCloture: nil)

  private func office(_ demandes: [[Wire.Demande]] = [[routed], [waiting], []]) -> FakeOffice {
    let office = FakeOffice()
    office.answers = ["ListDemandes": demandes.map { ListDemandes.Reply(demandes: $0).json }]
    return office
  }

  @Test("are listed over all messages of the stream")
  func list() {
    #expect(
      office().run("demande", "lister").output == """
        NUMÉRO       ÉTAT         LINF             COMMUNE  ÉCHÉANCE          REÇUE       À NOTER
        2026-000001  à contacter  rpe-lomme        59350    25/11/2026 12:00  23/11/2026
        2026-000002  à orienter   commune ambiguë           20/11/2026 12:00  19/11/2026  \
        en retard, à vérifier, nouvelleMarque
        2 demandes

        """)
  }

  @Test("fit into 80 columns of a terminal, nothing but the width being lost")
  func narrow() {
    let office = office()
    office.terminal = 80
    office.environment = ["NO_COLOR": "1"]
    let lines = office.run("demande", "lister").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[1].hasPrefix("2026-000001"))
    #expect(lines.contains { $0.hasSuffix("nouvelleMarque") } && !lines.contains { $0.contains("…") })
  }

  @Test("lose dates and communes before anything else, and fold what there is to note", arguments: [60, 80])
  func dropped(width: Int) {
    let office = office([
      [
        Wire.Demande(
          numero: "2026-000001", reference: "MEF-1", etat: "rendezVous", linf: "rpe-villeneuve-d-ascq", marques: [],
          codeInsee: "59350", echeance: "2026-11-25T12:00:00+01:00", enRetard: true,
          recueLe: "2026-11-23T08:15:02+01:00", prisePar: "marie-christine.vandenbroucke")
      ]
    ])
    office.terminal = width
    office.environment = ["NO_COLOR": "1"]
    let output = office.run("demande", "lister").output
    for text in [
      "rendez-vous fixé", "rpe-villeneuve-d-ascq", "25/11 12:00", "en retard", "marie-christine.vandenbroucke",
    ] {
      #expect(output.contains(text), "\(output)")
    }
    #expect(!output.contains("…") && !output.contains("REÇUE") && !output.contains("COMMUNE"))
  }

  @Test("have colour on a terminal only, and not against NO_COLOR")
  func colour() {
    let office = office()
    #expect(!office.run("demande", "lister").output.contains("\u{1B}"))
    let terminal = self.office()
    terminal.terminal = 80
    #expect(terminal.run("demande", "lister").output.contains("\u{1B}[31m"))
    let without = self.office()
    without.terminal = 80
    without.environment = ["NO_COLOR": "1"]
    #expect(!without.run("demande", "lister").output.contains("\u{1B}"))
  }

  @Test("are an array of rows in JSON, field for field")
  func json() {
    #expect(
      office([[Self.waiting]]).run("demande", "lister", "--json").output == """
        [{"numero":"2026-000002","reference":"=1+1","etat":"aOrienter","linf":null,"raison":"communeAmbigue",\
        "marques":["aVerifier","nouvelleMarque"],"codeInsee":null,"echeance":"2026-11-20T12:00:00+01:00",\
        "enRetard":true,"deposeeLe":null,"recueLe":"2026-11-19T08:15:02+01:00","motifCloture":null,"depuis":null,\
        "candidats":null,"verrou":null,"departement":null,"age":null,"prisePar":null,\
        "priseJusque":null,"suivi":null}]

        """)
    #expect(office([[]]).run("demande", "lister", "--json").output == "[]\n")
  }

  @Test("are rows in CSV that run no formula")
  func csv() {
    let lines = office().run("demande", "lister", "--csv").output.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(
      lines[1] == "2026-000001;MEF-1;aContacter;rpe-lomme;;;59350;2026-11-25T12:00:00+01:00;non;"
        + "2026-11-23T08:15:00+01:00;2026-11-23T08:15:02+01:00;;;;;;;;")
    #expect(lines[2].hasPrefix("2026-000002;'=1+1;aOrienter;"))
  }

  @Test("are asked for by the filters, and by a day as it is written in France")
  func filters() {
    let office = office([[]])
    _ = office.run(
      "demande", "lister", "--linf", "rpe-lomme", "--etat", "close", "--commune", "59350", "--depuis", "01/11/2026",
      "--a-verifier", "--en-retard")
    #expect(
      office.asked.first?.parameters
        == ListDemandes.Parameters(
          linf: "rpe-lomme", etat: "close", commune: "59350", depuis: "2026-11-01", aVerifier: true, enRetard: true
        ).json)
    _ = office.run("demande", "lister")
    #expect(office.asked.last?.parameters == ListDemandes.Parameters().json)
  }

  private static let fiche = Wire.Fiche(
    formulaire: [
      "version": 1, "reference": "MEF-1",
      "demandeur": [
        "nom": "Martin\u{1B}[2J", "telephone": ["e164": "+33639981234", "saisi": "06 39 98 12 34"],
        "adresse": ["voie": "12 rue", "codePostal": "59160", "commune": "Lomme", "codeInsee": nil],
      ],
      "enfants": [["prenom": "Léo", "naissance": "2026-03-01"]],
      "besoin": ["horairesAtypiques": true, "besoinSpecifique": false, "modes": ["mam", "autre"]],
      "message": "Première ligne.\nSeconde ligne.",
    ],
    anomalies: [.init(chemin: "/besoin/debut", message: "Ce jour n’existe pas.", saisi: "30/02/2027")],
    avertissements: [], commune: "Lille", linfNom: "Relais de Lomme", linfTelephone: "03 53 01 10 02",
    faits: [
      .init(
        seq: 1, numero: "2026-000001", nature: "recue", survenuLe: "2026-11-23T08:15:02+01:00",
        enregistreLe: "2026-11-23T08:15:02+01:00", auteur: "guichetd", chaine: "3f2a", resume: "Demande reçue.")
    ])

  @Test("are seen whole, and their text cannot drive the terminal")
  func show() {
    let office = FakeOffice()
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: Self.routed, fiche: Self.fiche).json]]
    #expect(
      office.run("demande", "voir", "1").output == """
        Demande 2026-000001
        État            à contacter
        LINF            Relais de Lomme (rpe-lomme), 03 53 01 10 02
        Commune         Lille (59350)
        Échéance        25/11/2026 12:00 (dans 2 j)
        Référence       MEF-1
        Déposée le      23/11/2026 08:15 (il y a 45 min)
        Reçue le        23/11/2026 08:15 (il y a 45 min)

        Formulaire
        nom             Martin\\u{1b}[2J
        téléphone       +33639981234 (saisi : 06 39 98 12 34)
        adresse         12 rue 59160 Lomme
        enfants         Léo né le 01/03/2026
        horaires atypiques  oui
        modes           MAM, autre
        message         Première ligne.
                        Seconde ligne.

        Champs vidés à la lecture
          – /besoin/debut : Ce jour n’existe pas. (saisi : « 30/02/2027 »)

        Histoire
          – 23/11/2026 08:15 : Demande reçue.

        """)
  }

  @Test(
    "say where a planned transfer leads, by its name where it is known",
    arguments: [
      (Wire.TransfertPrevu(le: "2027-01-01", vers: "rpe-sud", nom: "Relais du Sud"), " à Relais du Sud (rpe-sud)"),
      (Wire.TransfertPrevu(le: "2027-01-01", vers: "rpe-sud"), " à rpe-sud"),
      (Wire.TransfertPrevu(le: "2027-01-01"), ""),
    ])
  func transfer(transfert: Wire.TransfertPrevu, said: String) {
    let office = FakeOffice()
    let fiche = Wire.Fiche(formulaire: [:], anomalies: [], avertissements: [], faits: [], transfert: transfert)
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: Self.routed, fiche: fiche).json]]
    #expect(office.run("demande", "voir", "1").output.contains("\nTransfert       prévu le 01/01/2027\(said)\n"))
  }

  @Test("are one flat object in JSON: the row's fields, then all the rest")
  func showJSON() throws {
    let office = FakeOffice()
    office.answers = ["ShowDemande": [ShowDemande.Reply(demande: Self.routed, fiche: Self.fiche).json]]
    let json = try JSON.parse(Array(office.run("demande", "voir", "1", "--json").output.utf8))
    #expect(json["numero"]?.string == "2026-000001")
    #expect(json["formulaire"]?["demandeur"]?["nom"]?.string == "Martin\u{1B}[2J")
    #expect(
      json.members.map(\.key) == [
        "numero", "reference", "etat", "linf", "raison", "marques", "codeInsee", "echeance", "enRetard", "deposeeLe",
        "recueLe", "motifCloture", "depuis", "candidats", "verrou", "departement", "age", "prisePar", "priseJusque",
        "suivi",
        "formulaire", "anomalies", "avertissements", "commune", "linfNom", "linfTelephone", "faits", "attributions",
        "corrections", "propose", "transfert", "joindre", "etape", "notes", "noteCloture", "rendezVous",
        "enfants", "cloture",
        "doublons", "fusionneeDans", "absorbees", "conflits",
      ])
  }

  @Test("stay the same JSON on a terminal, controls escaped")
  func terminalJSON() throws {
    let office = office([[Self.routed]])
    office.terminal = 80
    var demande = Self.routed.json
    if case .object(var members) = demande {
      members[1] = JSONMember("reference", "a\u{9B}2J\u{7F}\u{202E}é")
      demande = .object(members)
    }
    office.answers = ["ListDemandes": [["demandes": [demande]]]]
    let output = office.run("demande", "lister", "--json").output
    #expect(output.contains(#""a\u009b2J\u007f\u202eé""#))
    let json = try JSON.parse(Array(output.utf8))
    #expect(json.elements.first { _ in true }?["reference"]?.string == "a\u{9B}2J\u{7F}\u{202E}é")
  }

  @Test("are explained sentence by sentence")
  func explain() {
    let office = FakeOffice()
    let reply = ExplainDemande.Reply(
      numero: "2026-000002", linf: nil, raison: "communeAmbigue", version: 3, jour: "2026-11-23",
      explication: ["59160 couvre Lomme et Capinghem.", "Rien ne dit laquelle."])
    office.answers = ["ExplainDemande": [reply.json]]
    #expect(
      office.run("demande", "expliquer", "2").output == """
        Demande 2026-000002
        À orienter      commune ambiguë
        Décidé le       23/11/2026
        Référentiel     version 3
          – 59160 couvre Lomme et Capinghem.
          – Rien ne dit laquelle.

        """)
    #expect(
      office.run("demande", "expliquer", "2", "--json").output == String(decoding: reply.json.bytes(), as: UTF8.self)
        + "\n")
  }
}
