import Guichet
import Testing

@Suite("The log of erased families")
struct JournalDesEffacementsTests {
  private static let cle = String(repeating: "0f", count: 32)

  private static func ligne(_ rang: Int, rejets: [String] = []) throws -> JournalDesEffacements.Ligne {
    JournalDesEffacements.Ligne(
      numero: try #require(Numero(annee: 2026, rang: rang)), empreinte: String(repeating: "a\(rang)", count: 32),
      le: DemandeTests.now, rejets: rejets)
  }

  @Test("is read back as it was written, each family once, in order")
  func roundTrip() throws {
    var journal = JournalDesEffacements(cle: Self.cle)
    journal.ajoute([try Self.ligne(2, rejets: ["20261126T050748-4205b5704c1c233b"]), try Self.ligne(1)])
    journal.ajoute([try Self.ligne(1), try Self.ligne(3)])
    #expect(journal.lignes.map(\.numero.rang) == [2, 1, 3])
    #expect(try JournalDesEffacements(journal.bytes) == journal)
    let text = String(decoding: journal.bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 4 && text.hasSuffix("}\n"))
  }

  @Test(
    "is refused with the line that cannot be read",
    arguments: [
      ("", 1), ("{}", 1), ("{\"cle\":\"12\"}\n", 1), ("pas du JSON\n", 1), ("CLE{\"numero\":\"2026-000001\"}\n", 2),
      ("CLE\n\n{\"le\":\"2026-11-26T04:00:00Z\",\"numero\":\"x\",\"empreinte\":\"0\"}\n", 4), ("CLE{\"le\":\n", 2),
    ])
  func faulty(text: String, line: Int) {
    let bytes = Array(text.replacing("CLE", with: "{\"cle\":\"\(Self.cle)\"}\n").utf8)
    do {
      _ = try JournalDesEffacements(bytes)
      Issue.record("it was read")
    } catch {
      #expect(error.ligne == line && error.message.hasPrefix("la ligne \(line) est illisible"))
    }
  }
}

@Suite("By what files of a family are known")
struct TracesDeFamilleTests {
  private static func formulaire() -> Formulaire {
    var formulaire = AttributionTests.formulaire()
    formulaire.reference = "MEF-2026-7"
    formulaire.demandeur.courriel = "Elodie@exemple.fr"
    formulaire.demandeur.nom = "Le Goff-Martin"
    return formulaire
  }

  @Test(
    "finds its reference, e-mail and phone however they are written, and no other's",
    arguments: [
      ("{\"reference\":\"MEF-2026-7\"}", true), ("{\"reference\": \"mef-2026-7\"}", true),
      ("{\"reference\":\"MEF-2026-70\"}", false), ("courriel: elodie@EXEMPLE.fr", true),
      ("tel 06.39.98.12.34", true), ("+33 (0)6 39 98 12 34", true), ("+33639981234", true), ("0639981235", false),
      ("", false), ("06 39 98", false),
      ("{\"reference\":\"MEF-2026-7\",\"demandeur\":{\"nom\":\"MARTIN\"}}", true),
      ("{\"reference\":\"MEF-2026-7\",\"demandeur\":{\"nom\":\"Toutautre\"}}", false),
      ("{\"demandeur\":{\"nom\":\"Voisine\",\"telephone\":\"06 39 98 12 34\"}}", false),
      ("{\"demandeur\":{\"nom\":\"\",\"telephone\":\"06 39 98 12 34\"}}", true),
    ])
  func finds(text: String, isFound: Bool) {
    #expect(TracesDeFamille([Self.formulaire()]).sont(dans: Array(text.utf8)) == isFound)
  }

  @Test("takes a short reference for nobody's, and no family for none")
  func short() {
    var formulaire = Self.formulaire()
    formulaire.reference = "7"
    #expect(!TracesDeFamille([formulaire]).sont(dans: Array("{\"reference\":\"7\"}".utf8)))
    #expect(!TracesDeFamille([]).sont(dans: Array("{\"reference\":\"MEF-2026-7\"}".utf8)))
  }
}
