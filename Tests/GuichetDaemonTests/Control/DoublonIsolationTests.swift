import Guichet
import GuichetRegister
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("A conseiller learns nothing of a doublon at another LINF")
struct DoublonIsolationTests {
  /// Demandes of one family at Lomme, and others at Lille where asked.
  private func filled(lille: Int) async throws -> (TestOffice, TestDoor, [String]) {
    let office = try TestOffice("2026-11-23T09:00:00+01:00")
    try await office.load(Samples.referentiel)
    try await office.record(try office.read(1, "59160", "Lomme"))
    if lille > 0 { try await office.record(try office.read(lille, "59000", "Lille")) }
    let numeros = try await office.register.numeros(DemandeFilter())
    return (office, TestDoor(office), numeros.map(\.texte).sorted())
  }

  private static func text(_ answers: [JSON]) -> [String] {
    // Each journal has salts of its own.
    answers.map {
      String(decoding: JSONValue($0).bytes(), as: UTF8.self).replacing(/"chaine":"[0-9a-f]*"/, with: "")
    }
  }

  @Test("in any answer: to the letter as if there were none, the counts of reads too")
  func answers() async throws {
    let (_, aloneDoor, _) = try await filled(lille: 0)
    let (_, crowdedDoor, numeros) = try await filled(lille: 3)
    #expect(numeros.count == 4)
    let questions: [(String, JSONValue, Bool)] = [
      ("ListDoublons", ["numero": "1"], false), ("ShowDemande", ["numero": "1"], false),
      ("ListDemandes", [:], true), ("ListDemandes", ["doublons": true], true),
    ]
    for (method, parameters, more) in questions {
      let real = try await crowdedDoor.call(method, parameters, as: "lomme", more: more)
      let made = try await aloneDoor.call(method, parameters, as: "lomme", more: more)
      #expect(Self.text(real) == Self.text(made), "\(method) \(parameters)")
      // Who sees all is told, so that the test is one.
      let chief = try await crowdedDoor.call(method, parameters, as: "chefs", more: more)
      #expect(Self.text(chief) != Self.text(real), "\(method)")
    }
  }

  @Test("where a superviseur merged across both: neither side is told of the other's")
  func across() async throws {
    let (_, door, numeros) = try await filled(lille: 1)
    let (lomme, lille) = (numeros[0], numeros[1])
    for (one, other, group) in [(lomme, lille, "lomme"), (lille, lomme, "lille")] {
      let merged = try await door.call(
        "MergeDemandes", ["numeros": [.string(one)], "dans": .string(other)], as: "chefs")
      #expect(
        merged.first?["parameters"]?["resultats"]?.elements.first { _ in true }?["fait"]?.bool == true)
      for (asker, numero) in [(group, one), (group == "lomme" ? "lille" : "lomme", other)] {
        let shown = try await door.call("ShowDemande", ["numero": .string(numero)], as: asker)
        let hidden = numero == lomme ? (lille, "rpe-lille") : (lomme, "rpe-lomme")
        #expect(!Self.text(shown).joined().contains(hidden.0) && !Self.text(shown).joined().contains(hidden.1))
        #expect(shown.first?["parameters"]?["fiche"]?["fusionneeDans"]?.isNull == true)
        #expect(shown.first?["parameters"]?["fiche"]?["absorbees"]?.count == 0)
      }
      let chief = try await door.call("ShowDemande", ["numero": .string(one)], as: "chefs")
      #expect(chief.first?["parameters"]?["fiche"]?["fusionneeDans"]?.string == other)
      _ = try await door.call("UnmergeDemandes", ["numeros": [.string(one)]], as: "chefs")
    }
    let stream = try await door.call("Subscribe", ["afterSequence": 0], as: "lomme", more: true)
    #expect(!Self.text(stream).joined().contains(lille))
  }

  @Test("and refused files under its reference are shown to those only who may read refused files")
  func conflits() async throws {
    let (_, door, numeros) = try await filled(lille: 0)
    let own = try await door.call("ShowDemande", ["numero": .string(numeros[0])], as: "lomme")
    #expect(own.first?["parameters"]?["fiche"]?["conflits"]?.isNull == true)
    let chief = try await door.call("ShowDemande", ["numero": .string(numeros[0])], as: "chefs")
    #expect(chief.first?["parameters"]?["fiche"]?["conflits"]?.count == 0)
  }
}
