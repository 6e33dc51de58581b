import Guichet
import GuichetControl
import GuichetDaemon
import GuichetRegister
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

  @Test("by any list, filtered in any way")
  func lists() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    let filters: [JSONValue] = [
      [:], ["linf": "rpe-lille"], ["commune": "59350"], ["etat": "aOrienter"], ["aVerifier": false],
      ["enRetard": false], ["depuis": "2026-01-01"], ["linf": "rpe-lille", "etat": "aContacter"],
    ]
    for filter in filters {
      let answers = try await door.call("ListDemandes", filter, as: "lomme", more: true)
      let rows = answers.flatMap { answer in
        answer["parameters"]?["demandes"].map { Array($0.elements) } ?? []
      }
      #expect(!rows.contains { $0["numero"]?.string == other || $0["linf"]?.string != "rpe-lomme" }, "\(filter)")
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

  @Test("even who sees nothing of it can be played by its own conseiller, so that the test is one")
  func own() async throws {
    let (office, door) = try await filled()
    let other = try await numero(of: "rpe-lille", office)
    let shown = try await door.call("ShowDemande", ["numero": .string(other)], as: "lille")
    #expect(shown.first?["parameters"]?["demande"]?["linf"]?.string == "rpe-lille")
    #expect(try await door.call("ListDemandes", as: "lille", more: true).first?["parameters"]?["demandes"]?.count == 3)
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
