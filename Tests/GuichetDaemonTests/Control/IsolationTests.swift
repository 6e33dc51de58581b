import Guichet
import GuichetControl
import GuichetDaemon
import GuichetRegister
import GuichetSpool
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("A conseiller of one LINF learns nothing of another's demandes")
struct IsolationTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  /// A numero that nobody has.
  private static let nobody = "2026-000999"

  /// Every method that takes a numero, with all that it may be asked about it; those that follow take a stream.
  private static let questions: [(method: String, more: Bool, parameters: @Sendable (String) -> JSONValue)] = [
    ("ShowDemande", false, { ["numero": .string($0)] }),
    ("ExplainDemande", false, { ["numero": .string($0)] }),
    ("CorrectDemande", false, { ["numero": .string($0), "correction": ["demandeur": ["courriel": nil]]] }),
    ("CorrectDemande", false, { ["numero": .string($0), "correction": ["demandeur": ["telephone": "non"]]] }),
    ("DeclineDemandes", false, { ["numeros": [.string($0)], "raison": "autre"] }),
    ("AcceptRoutages", false, { ["numeros": [.string($0)]] }),
    ("RefuseRoutages", false, { ["numeros": [.string($0)], "motif": "Fratrie"] }),
    ("AssignDemandes", false, { ["numeros": [.string($0)], "linf": "rpe-lomme", "motif": "Fratrie"] }),
    ("TransferDemandes", false, { ["commune": "59350", "le": "2027-01-01", "numeros": [.string($0)]] }),
    ("TakeDemandes", false, { ["numeros": [.string($0)]] }),
    ("TakeDemandes", false, { ["numeros": [.string($0)], "reprendre": true] }),
    ("ReleaseDemandes", false, { ["numeros": [.string($0)]] }),
    ("AddContact", false, { ["numero": .string($0), "resultat": "joint", "themes": ["modes"]] }),
    ("CancelContact", false, { ["numero": .string($0), "sequence": 1] }),
    ("WriteLettre", false, { ["numero": .string($0)] }),
    ("SetEcheance", false, { ["numeros": [.string($0)], "le": "2027-11-25", "motif": "Vacances"] }),
    ("SuspendDemandes", false, { ["numeros": [.string($0)], "motif": "Vacances"] }),
    ("ResumeDemandes", false, { ["numeros": [.string($0)]] }),
    ("CloseDemandes", false, { ["numeros": [.string($0)], "motif": "sansSuite"] }),
    ("CloseDemandes", false, { ["numeros": [.string($0)], "motif": "injoignable"] }),
    ("ReopenDemandes", false, { ["numeros": [.string($0)], "motif": "Elle rappelle"] }),
    ("AddNote", false, { ["numeros": [.string($0)], "texte": "Rappeler"] }),
    ("SilenceDemandes", false, { ["numeros": [.string($0)]] }),
    ("ListCreneaux", true, { ["numero": .string($0)] }),
    ("ListCreneaux", true, { ["numero": .string($0), "linf": "rpe-lomme"] }),
    ("BookRendezVous", false, { ["numero": .string($0), "debut": "2026-11-25T10:00", "mode": "surSite"] }),
    ("MoveRendezVous", false, { ["numero": .string($0), "debut": "2026-11-25T10:00"] }),
    ("CancelRendezVous", false, { ["numero": .string($0), "par": "linf"] }),
    ("RecordRendezVous", false, { ["numero": .string($0), "resultat": "excuse"] }),
    ("AddSolution", false, { ["numero": .string($0), "mode": "mam"] }),
    ("AddSolution", false, { ["numero": .string($0), "enfant": 9, "sansSolution": "cout"] }),
    ("CancelSolution", false, { ["numero": .string($0)] }),
    ("ConfirmEnfant", false, { ["numero": .string($0), "plusAttendu": true] }),
    ("AddEnfant", false, { ["numero": .string($0), "naissance": "2026-03-01"] }),
    ("RemoveEnfant", false, { ["numero": .string($0), "enfant": 1] }),
    ("TellDemande", false, { ["numero": .string($0)] }),
    ("ListDoublons", false, { ["numero": .string($0)] }),
    ("MergeDemandes", false, { ["numeros": [.string($0)], "dans": "1"] }),
    ("MergeDemandes", false, { ["numeros": ["1"], "dans": .string($0)] }),
    ("MergeDemandes", false, { ["numeros": [.string($0)], "dans": .string($0)] }),
    ("UnmergeDemandes", false, { ["numeros": [.string($0)]] }),
    ("Subscribe", true, { ["numero": .string($0)] }),
    ("ListFaits", true, { ["numero": .string($0)] }),
  ]

  @Test("by any method, its answer or its error: the numero of another is answered as one that nobody has")
  func methods() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    for (method, more, parameters) in Self.questions {
      let real = try await door.call(method, parameters(other), as: "lomme", more: more)
      let made = try await door.call(method, parameters(Self.nobody), as: "lomme", more: more)
      let shown = real.map { String(decoding: JSONValue($0).bytes(), as: UTF8.self) }
      let expected = made.map { String(decoding: JSONValue($0).bytes(), as: UTF8.self) }
      #expect(shown == expected.map { $0.replacing(Self.nobody, with: other) }, "\(method)")
      #expect(!shown.joined().contains("rpe-lille") && !shown.joined().contains("Martin"), "\(method)")
    }
    let facts = try await office.register.entries(after: 0, of: nil, limit: 1000)
    #expect(!facts.contains { $0.auteur != "guichet" }, "nothing was written")
  }

  @Test("by typing in a demande under a reference: one that another LINF's has is answered as one that nobody has")
  func references() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    let row = try #require(
      try await office.register.rows([Numero(texte: other, anneeCourante: 2026)].compactMap(\.self)).first)
    let free = "Lille-99"
    for form in [Self.formulaire(row.reference), Self.formulaire(row.reference, message: "Autre.")] {
      for origine in ["partenaire", "guichet"] {
        let real = try await door.call("EnterDemande", form(origine), as: "lomme")
        let made = try await door.call("EnterDemande", Self.formulaire(free)(origine), as: "lomme")
        #expect(Self.text(real) == Self.text(made))
        #expect(real.first?["error"]?.string?.hasSuffix("FormulaireInvalide") == true)
        #expect(real.first?["parameters"]?["erreurs"]?.elements.map { $0["chemin"]?.string } == ["/reference"])
      }
    }
    let facts = try await office.register.entries(after: 0, of: nil, limit: 1000)
    #expect(!facts.contains { $0.auteur != "guichet" }, "nothing was written")
  }

  @Test("by sending what another typed in, to the letter or not: one error, which tells neither numero nor LINF")
  func typedByAnother() async throws {
    let (office, door) = try await filled()
    let reference = "GU-20261123-7K3QX9PM"
    try await office.record([try typed(Self.formulaire(reference)("guichet")["formulaire"] ?? .null, office)])
    let numero = try #require(try await office.register.row(origine: .guichet, reference: reference)).numero
    let lille = try await office.register.agent(uid: 4711, login: "lille")
    _ = try await office.register.act(on: [numero], by: lille, now: office.clock.now()) { $0.noterSaisie(.guichet) }
    let before = try await office.register.entries(after: 0, of: nil, limit: 1000).count
    let same = try await door.call("EnterDemande", Self.formulaire(reference)("guichet"), as: "lomme")
    let other = try await door.call(
      "EnterDemande", Self.formulaire(reference, message: "Autre.")("guichet"), as: "lomme")
    #expect(Self.text(same) == Self.text(other) && same.first?["error"]?.string?.hasSuffix("ReferencePrise") == true)
    #expect(same.first?["parameters"]?.members.map(\.key) == ["reference"])
    #expect(try await office.register.entries(after: 0, of: nil, limit: 1000).count == before, "nothing was written")
    // Who sees it is told, so that the error comes from who asks.
    let seen = try await door.call("EnterDemande", Self.formulaire(reference)("guichet"), as: "lille")
    #expect(seen.first?["parameters"]?["numero"]?.string == numero.texte)
    #expect(seen.first?["parameters"]?["linf"]?.string == "rpe-lille")
    #expect(seen.first?["parameters"]?["deja"]?.bool == true)
  }

  private struct Refused: Error {}

  private static func text(_ answers: [JSON]) -> [String] {
    answers.map { String(decoding: JSONValue($0).bytes(), as: UTF8.self) }
  }

  /// What the intake makes of a form that was typed in.
  private func typed(_ form: JSONValue, _ office: TestOffice) throws -> PreparedReception {
    let now = office.clock.now()
    let jugement = Examen.juger(form.bytes(), empreinte: "", recueLe: now)
    guard case .accepte(let formulaire) = jugement.verdict else { throw Refused() }
    let empreinte = Spool.empreinte(of: form.bytes()).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return PreparedReception(
      Reception(
        recue: Recue(
          formulaire: formulaire, anomalies: jugement.anomalies, avertissements: jugement.avertissements,
          empreinte: empreinte.joined()),
        routee: office.office.decide(formulaire, now: now, by: office.office.desk.version), recueLe: now,
        jour: office.office.today(now)))
  }

  /// The call that types in a demande for Lille under that reference, given its origin.
  private static func formulaire(_ reference: String, message: String = "Merci.") -> @Sendable (String) -> JSONValue {
    { origine in
      [
        "formulaire": [
          "version": 1, "reference": .string(reference), "deposeeLe": "2026-11-23T08:59:00+01:00",
          "origine": .string(origine),
          "demandeur": [
            "nom": "Martin", "telephone": "06 39 98 12 34", "adresse": ["codePostal": "59000", "commune": "Lille"],
          ],
          "enfants": [["naissance": "2026-03-01"]], "besoin": ["debut": "2027-01-04"], "message": .string(message),
        ]
      ]
    }
  }

  @Test("by any list, filtered in any way")
  func lists() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    let filters: [JSONValue] = [
      [:], ["linf": "rpe-lille"], ["commune": "59350"], ["etat": "aOrienter"], ["aVerifier": false],
      ["enRetard": false], ["depuis": "2026-01-01"], ["suivi": true], ["linf": "rpe-lille", "etat": "aContacter"],
    ]
    for filter in filters {
      let answers = try await door.call("ListDemandes", filter, as: "lomme", more: true)
      let rows = answers.flatMap { answer in
        answer["parameters"]?["demandes"].map { Array($0.elements) } ?? []
      }
      #expect(!rows.contains { $0["numero"]?.string == other || $0["linf"]?.string != "rpe-lomme" }, "\(filter)")
    }
    for method in ["ListAgenda", "ExportAgenda", "ShowFeuille", "ListCreneaux"] {
      let answers = try await door.call(method, ["linf": "rpe-lille"], as: "lomme", more: true)
      #expect(answers.map { $0["error"]?.string } == ["fr.caf.guichet.SansObjet"], "\(method)")
    }
    for typed in ["", "2026", other, "\(other.suffix(1))"] {
      let answer = try await door.call("CompleteNumeros", ["debut": .string(typed)], as: "lomme")
      let numeros = answer.first?["parameters"]?["numeros"]?.elements.compactMap { $0["numero"]?.string }
      #expect(numeros?.contains(other) == false, "\(typed)")
    }
    #expect(
      try await door.call("ListTransmissions", ["linf": "rpe-lille"], as: "lomme", more: true).map {
        $0["parameters"]?["transmissions"]?.count
      } == [0])
    let called: JSONValue = ["numero": .string(other), "resultat": "sansReponse"]
    #expect(try await door.call("AddContact", called, as: "lille").first?["error"] == nil)
    for (group, count) in [("lille", 1), ("lomme", 0)] {
      let halves = try await door.call("ShowJoignabilite", ["linf": "rpe-lille"], as: group).first?["parameters"]
      #expect(halves?["demiJournees"]?.count == count, "\(group)")
    }
    for named: JSONValue in [[:], ["linf": "rpe-lille"]] {
      let round = try await door.call("ListRappels", named, as: "lomme").first?["parameters"]?["numeros"]
      #expect(round?.elements.contains { $0.string == other } != true, "\(named)")
    }
  }

  @Test("by the preuve of another LINF, its seal, its pieces or a document of it: answered as one that is not there")
  func preuves() async throws {
    let (office, door) = try await filled()
    let piece: JSONValue = [
      "genre": "convention", "date": "2026-01-15", "nom": "convention.pdf",
      "empreinte": .string(String(repeating: "ab", count: 32)), "taille": 12,
    ]
    let asked: [(String, @Sendable (String) -> JSONValue)] = [
      ("ShowPreuve", { ["annee": 2026, "linf": .string($0)] }),
      ("ShowPreuve", { ["annee": 2026, "linf": .string($0), "arreteAu": "2026-06-30"] }),
      ("SealPreuve", { ["annee": 2026, "linf": .string($0)] }),
      ("AddPiece", { ["annee": 2026, "linf": .string($0), "piece": piece] }),
      ("ListPieces", { ["annee": 2026, "linf": .string($0)] }),
    ]
    for (method, parameters) in asked {
      let real = try await Self.text(door.call(method, parameters("rpe-lille"), as: "lomme"))
      let made = try await Self.text(door.call(method, parameters("rpe-nulle"), as: "lomme"))
      #expect(real == made.map { $0.replacing("rpe-nulle", with: "rpe-lille") }, "\(method)")
      #expect(real.count == 1 && real[0].contains("error"), "\(method)")
    }
    // A true document, sealed by those who may, one that was altered and one of nobody are told apart by nobody else.
    let sealed = try await door.call("SealPreuve", asked[2].1("rpe-lille"), as: "chefs")
    let document = try #require(sealed.first?["parameters"]?["document"]?.string)
    let own = try await door.call("VerifyPreuve", ["document": .string(document)], as: "lille")
    #expect(own.first?["parameters"]?["scellee"]?.bool == true)
    let altered = document.replacing(#""recues":3"#, with: #""recues":4"#)
    #expect(altered != document)
    let nobody = document.replacing("rpe-lille", with: "rpe-nulle")
    var answers: Set<String> = []
    for text in [document, altered, document.replacing("{\"preuve\":2", with: "{\"preuve\":1"), nobody] {
      let answer = try await Self.text(door.call("VerifyPreuve", ["document": .string(text)], as: "lomme"))
      answers.insert(answer.joined().replacing("rpe-nulle", with: "rpe-lille"))
    }
    #expect(answers.count == 1 && answers.first?.contains("error") == true, "\(answers)")
    #expect(
      try await office.register.faitsDuBureau(.pieceAjoutee, jusqua: office.register.head.seq).isEmpty,
      "nothing was attached")
  }

  @Test("even who sees nothing of it can be played by its own conseiller, so that the test is one")
  func own() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    let shown = try await door.call("ShowDemande", ["numero": .string(other)], as: "lille")
    #expect(shown.first?["parameters"]?["demande"]?["linf"]?.string == "rpe-lille")
    #expect(try await door.call("ListDemandes", as: "lille", more: true).first?["parameters"]?["demandes"]?.count == 3)
  }

  @Test("is told that a demande left, in the stream and by what it asks, and not where to, by whom or why")
  func left() async throws {
    let (office, door) = try await filled()
    let gone = try await numero(of: "rpe-lomme", office)
    _ = try await door.call("TakeDemandes", ["numeros": [.string(gone)]], as: "lomme")
    office.clock.advance(to: try instant("2026-11-23T09:20:00+01:00"))
    _ = try await door.call(
      "AssignDemandes", ["numeros": [.string(gone)], "linf": "rpe-lille", "motif": "Fratrie déjà suivie"], as: "chefs")
    let messages = try await door.call("Subscribe", ["afterSequence": 0], as: "lomme", more: true)
    let facts = messages.flatMap { $0["parameters"]?["faits"].map { Array($0.elements) } ?? [] }
    let own = facts.filter { $0["numero"]?.string == gone }
    #expect(own.count == 1 && facts.count > 1)
    #expect(own.first?["resume"]?.string == "N’est plus chez votre lieu d’information.")
    #expect(own.first?["auteur"]?.string == "" && own.first?["linf"]?.isNull == true)
    let acts: [(String, JSONValue)] = [
      ("TakeDemandes", ["numeros": [.string(gone)]]),
      ("DeclineDemandes", ["numeros": [.string(gone)], "raison": "autre"]),
    ]
    for (method, parameters) in acts {
      let answer = try await door.call(method, parameters, as: "lomme").first?["parameters"]?["resultats"]
      let result = try #require(answer?.elements.first { _ in true })
      #expect(result["code"]?.string == "transmise" && result["fait"]?.bool == false)
      #expect(
        result["message"]?.string
          == "Elle est allée à un autre lieu d’information le 23/11/2026 ; renseignez la famille au 03 53 01 10 01.")
    }
    let said = messages.map { String(decoding: JSONValue($0).bytes(), as: UTF8.self) }.joined()
    #expect(!said.contains("rpe-lille") && !said.contains("Fratrie"))
  }

  /// Three demandes of Lomme, three of Lille, one that waits for a person.
  private func filled() async throws -> (TestOffice, TestDoor) {
    let office = try TestOffice(Self.horloge)
    try await office.load(Samples.referentiel)
    try await office.record(
      try office.read(3, "59160", "Lomme") + office.read(3, "59000", "Lille") + office.read(1, "62000", "Arras"))
    return (office, TestDoor(office))
  }

  private func numero(of linf: String, _ office: TestOffice) async throws -> String {
    var filter = DemandeFilter()
    filter.linf = [linf]
    return try #require(try await office.register.numeros(filter).first).texte
  }
}

@Suite("A conseiller who stands in for another LINF")
struct SuppleanceTests {
  @Test("sees and acts on its demandes while it is closed, and no longer; they stay where they are")
  func whileItLasts() async throws {
    let office = try TestOffice("2026-11-23T09:00:00+01:00")
    var files = Samples.referentiel
    files["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-lille;2026-11-23;2026-11-24;congés;rpe-lomme\n"
    try await office.load(files)
    try await office.record(try office.read(1, "59000", "Lille"))
    let door = TestDoor(office)
    func seen() async throws -> [String?] {
      try await door.call("ListDemandes", as: "lomme", more: true).flatMap { answer in
        answer["parameters"]?["demandes"].map { $0.elements.map { $0["linf"]?.string } } ?? []
      }
    }
    #expect(try await seen() == ["rpe-lille"])
    let noted = try await door.call("AddNote", ["numeros": ["1"], "texte": "Rappelée pour Lille."], as: "lomme")
    #expect(
      noted.first?["parameters"]?["resultats"]?.elements.first { _ in true }?["linf"]?.string == "rpe-lille")
    office.clock.advance(to: try instant("2026-11-25T00:00:00+01:00"))
    #expect(try await seen().isEmpty)
    let refused = try await door.call("ShowDemande", ["numero": "1"], as: "lomme")
    #expect(refused.first?["error"]?.string == "fr.caf.guichet.DemandeIntrouvable")
  }
}
