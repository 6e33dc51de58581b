import GuichetControl
import GuichetDaemon
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Rendez-vous at the door")
struct RendezVousDoorTests {
  /// The office goes with its door: its folder lasts as long as it does.
  private static func filled() async throws -> (TestOffice, TestDoor) {
    let office = try TestOffice("2026-11-23T09:00:00+01:00")
    try await office.load(Samples.referentiel)
    try await office.record(try office.read(2, "59160", "Lomme"))
    return (office, TestDoor(office))
  }

  private static let act: JSONValue = ["numero": "1", "debut": "2026-11-25T10:00", "mode": "surSite"]

  @Test("are not given, moved, called off or filled in while another has the demande in hand")
  func leased() async throws {
    let (office, door) = try await Self.filled()
    defer { withExtendedLifetime(office) {} }
    _ = try await door.call("BookRendezVous", Self.act, as: "lomme")
    _ = try await door.call("TakeDemandes", ["numeros": ["1"]], as: "chefs")
    let acts: [(String, JSONValue)] = [
      ("BookRendezVous", Self.act), ("MoveRendezVous", ["numero": "1", "debut": "2026-11-25T11:00"]),
      ("CancelRendezVous", ["numero": "1", "par": "linf"]),
      ("RecordRendezVous", ["numero": "1", "resultat": "excuse"]),
    ]
    for (method, parameters) in acts {
      let answer = try await door.call(method, parameters, as: "lomme")
      #expect(answer.map { $0["error"]?.string } == ["fr.caf.guichet.EnMain"], "\(method)")
    }
    let moved = try await door.call("MoveRendezVous", acts[1].1, as: "chefs")
    #expect(moved.first?["parameters"]?["rendezVous"]?["debut"]?.string == "2026-11-25T11:00:00+01:00")
  }

  @Test("of a demande that has gone stand at its old LINF without the family, and are moved by the new one alone")
  func gone() async throws {
    let (office, door) = try await Self.filled()
    defer { withExtendedLifetime(office) {} }
    _ = try await door.call("BookRendezVous", Self.act, as: "lomme")
    func agenda(_ group: String) async throws -> [JSON] {
      let answers = try await door.call("ListAgenda", ["du": "2026-11-25"], as: group, more: true)
      return answers.flatMap { $0["parameters"]?["rendezVous"].map { Array($0.elements) } ?? [] }
    }
    #expect(try await agenda("lomme").map { $0["telephone"]?.string } == ["+33639981234"])
    #expect(try await agenda("lille").isEmpty)
    _ = try await door.call(
      "AssignDemandes", ["numeros": ["1"], "linf": "rpe-lille", "motif": "Fratrie"], as: "chefs")
    let left = try await agenda("lomme")
    #expect(
      left.map { $0["aDeplacer"]?.string } == ["transfert"] && left.allSatisfy { $0["telephone"]?.isNull == true })
    let refused = try await door.call("CancelRendezVous", ["numero": "1", "par": "linf"], as: "lomme")
    #expect(refused.map { $0["error"]?.string } == ["fr.caf.guichet.DemandeTransmise"])
    _ = try await door.call("MoveRendezVous", ["numero": "1", "debut": "2026-11-25T11:00"], as: "lille")
    #expect(try await agenda("lomme").map { $0["statut"]?.string } == ["annule"])
    #expect(try await agenda("lille").map { $0["statut"]?.string } == ["prevu"])
  }

  @Test("refuse what is no mode, no length, no result, no stretch of days")
  func parameters() async throws {
    let (office, door) = try await Self.filled()
    defer { withExtendedLifetime(office) {} }
    let wrong: [(String, JSONValue)] = [
      ("BookRendezVous", ["numero": "1", "debut": "2026-11-25T10:00", "mode": "pigeon"]),
      ("BookRendezVous", ["numero": "1", "debut": "2026-11-25T10:00", "mode": "visio", "duree": 600]),
      ("BookRendezVous", ["numero": "1", "debut": "jamais", "mode": "visio"]),
      ("CancelRendezVous", ["numero": "1", "par": "hasard"]), ("RecordRendezVous", ["numero": "1", "resultat": "x"]),
      ("ListCreneaux", ["du": "2026-11-25", "au": "2026-11-24"]), ("ListCreneaux", ["duree": 7]),
      ("ListAgenda", ["du": "2026-01-01", "au": "2030-01-01"]),
    ]
    for (method, parameters) in wrong {
      let answer = try await door.call(method, parameters, as: "lomme", more: true)
      let errors = answer.map { $0["error"]?.string ?? "" }
      #expect(
        errors == ["fr.caf.guichet.ParametreInvalide"]
          || errors == ["fr.caf.guichet.RendezVousRefuse"], "\(method) \(parameters): \(errors)")
    }
  }
}
