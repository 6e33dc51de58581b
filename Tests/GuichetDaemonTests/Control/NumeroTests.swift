import GuichetDaemon
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Numeros and LINF, as they are typed")
struct NumeroTests {
  private func office(_ count: Int, _ body: (RunningDaemon) throws -> Void) async throws {
    try await RunningDaemon.with(horloge: ControlTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      for number in 0..<count {
        try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
      }
      try daemon.advance(to: ControlTests.horloge)
      try body(daemon)
    }
  }

  private func numeros(_ daemon: RunningDaemon, _ debut: String?) throws -> [String] {
    let reply = try daemon.call("CompleteNumeros", ["debut": debut.map(JSONValue.string) ?? .null])
    return (reply["numeros"]?.elements.map { $0 } ?? []).compactMap { $0["numero"]?.string }
  }

  private func refusal(_ daemon: RunningDaemon, _ method: String, _ parameters: JSONValue) throws -> JSON? {
    do {
      _ = try daemon.call(method, parameters)
      return nil
    } catch VarlinkFailure.refused(let error) {
      return error.parameters
    }
  }

  @Test("are completed newest first, at most 200, whole or by the rank of this year, and no read of a family is noted")
  func complete() async throws {
    try await office(230) { daemon in
      let newest = try numeros(daemon, nil)
      #expect(newest.count == 200 && newest.first == "2026-000230" && newest.last == "2026-000031")
      #expect(try numeros(daemon, "2026-00012").count == 10)
      let ten = stride(from: 129, through: 120, by: -1).map { rank in "2026-000\(rank)" }
      #expect(try numeros(daemon, "12") == ten + ["2026-000012"])
      #expect(try numeros(daemon, "00012") == ten)
      #expect(try numeros(daemon, "202").first == "2026-000230")
      #expect(try numeros(daemon, "2025-").isEmpty && numeros(daemon, "zut").isEmpty)
      let reply = try daemon.call("CompleteNumeros", ["debut": "2026-000007"])["numeros"]?.elements.first { _ in true }
      #expect(reply?.members.map(\.key) == ["numero", "etat"] && reply?["etat"]?.string == "aContacter")
    }
  }

  @Test("that are not there are answered with what was perhaps meant")
  func near() async throws {
    try await office(3) { daemon in
      func near(_ numero: String) throws -> (String?, String?) {
        let parameters = try refusal(daemon, "ShowDemande", ["numero": .string(numero)])
        return (parameters?["proche"]?.string, parameters?["dernier"]?.string)
      }
      #expect(try near("2026-000132") == (nil, "2026-000003"))
      #expect(try near("2062-000002") == ("2026-000002", nil))
      #expect(try near("2025-000001") == ("2026-000001", nil))
      #expect(try near("1999-000132") == (nil, nil))
      let linf = try refusal(
        daemon, "AssignDemandes", ["numeros": ["1"], "linf": "Lomme", "motif": "Fratrie"])?["message"]?.string
      #expect(
        linf
          == "Le référentiel n’a pas de LINF « Lomme » ; peut-être vouliez-vous dire « rpe-lomme » (Relais de Lomme).")
    }
  }

  @Test("the LINF are listed by id, with the right that they have today")
  func linf() async throws {
    try await RunningDaemon.with(horloge: ControlTests.horloge) { daemon in
      #expect(try daemon.list("ListLinf", "linf").isEmpty)
      var files = Samples.referentiel
      files["linf.csv"]? += "rpe-ancien;Relais ancien;pif;;;;;;\n"
      files["habilitations.csv"]? += "rpe-ancien;2022-01-01;2025-12-31;oui;habilitation\n"
      try daemon.load(files)
      let rows = try daemon.list("ListLinf", "linf")
      #expect(rows.map { $0["id"]?.string } == ["rpe-ancien", "rpe-lille", "rpe-lomme"])
      #expect(rows.map { $0["habilite"]?.bool } == [false, true, true])
      #expect(rows.map { $0["type"]?.string } == ["pif", "rpe", "rpe"])
      #expect(rows[0]["telephone"]?.isNull == true && rows[2]["telephone"]?.string == "03 53 01 10 02")
    }
  }
}
