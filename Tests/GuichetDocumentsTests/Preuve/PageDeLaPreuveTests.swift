import Guichet
import GuichetDocuments
import StrictJSON
import Testing

@Suite("The page of a preuve")
struct PageDeLaPreuveTests {
  private static let numeros = (1...40).map { "2026-\(String("\(1_000_000 + $0)".dropFirst()))" }

  private static func citees(_ numeros: some Sequence<String>, _ suite: SuiteDonnee) -> JSONValue {
    .array(numeros.map { ["numero": .string($0), "suite": .string(suite.rawValue)] })
  }

  private static func point(
    _ code: CodeDePoint, _ constat: ConstatDePreuve, chiffres: JSONValue, repartitions: JSONValue = [:],
    delais: JSONValue = .array([]), periodes: JSONValue = .array([]), lacunes: JSONValue = .array([]),
    listes: JSONValue = [:]
  ) -> JSONValue {
    [
      "code": .string(code.rawValue), "constat": .string(constat.rawValue),
      "raison": .string("Raison <de> \(code.rawValue)."), "chiffres": chiffres, "repartitions": repartitions,
      "delais": delais, "periodes": periodes, "lacunes": lacunes, "listes": listes,
    ]
  }

  static func preuve() throws -> Preuve {
    let delai: JSONValue = [
      "degre": "repondue", "depuis": "depot", "nombre": 1234, "aTemps": 1111, "ouvertMediane": 135,
      "ouvertMoyenne": 240, "calendaireMediane": 1500, "calendaireMoyenne": nil,
    ]
    let points: [JSONValue] = [
      point(
        .droits, .incomplet, chiffres: ["jours": 365, "joursReferencement": 365, "joursHabilitation": 337],
        periodes: .array([["droit": "habilitation", "du": "2026-01-01", "au": "2026-03-01", "tenu": false]]),
        lacunes: .array([
          [
            "du": "2026-03-02", "au": "2026-03-29", "manque": "habilitation",
            "demandes": citees(numeros.prefix(30), .repondue),
          ]
        ])),
      point(
        .centralisation, .aApprecier, chiffres: ["recues": 78_000, "ailleurs": 17],
        repartitions: ["origines": ["monenfantFr": 70_001, "partenaire": 7_999], "canaux": ["sms": 0]]),
      point(
        .reponses, .incomplet, chiffres: ["sansReponse": 10, "dansLeDelai": 3, "repondues": nil],
        delais: .array([delai]), listes: ["sansReponse": citees(numeros.suffix(10), .closeSansReponse)]),
      point(.suivi, .etabli, chiffres: ["sansIssue": 5_555]),
      point(.pieces, .aApprecier, chiffres: ["pieces": 1]),
    ]
    let document: JSONValue = [
      "preuve": .int(Int64(Preuve.version)), "annee": 2026, "linf": "rpe-lomme",
      "nom": "Rpe <script>alert(1)</script> & fils", "arreteAu": "2026-12-31T23:00:00Z", "jour": "2026-12-31",
      "sequence": 812, "chaine": "c0ffee", "referentiel": 1, "delais": "de1a15",
      "illisibles": .array(["2026-000099"]), "points": .array(points),
      "pieces": .array([
        [
          "sequence": 9, "type": "convention", "date": "2026-01-15", "nom": "convention <2026>.pdf",
          "sha256": "abcdef", "taille": 12,
        ]
      ]),
      "demandes": citees(numeros, .repondue),
    ]
    return try Preuve(JSON.parse(document.bytes()))
  }

  @Test("shows every figure, every constat with its reason, and every demande of a lapse and of a list")
  func complete() throws {
    let page = try Self.preuve().page(empreinte: "5ea1")
    for text in [
      "78\u{202F}000", "70\u{202F}001", "7\u{202F}999", "5\u{202F}555", "1\u{202F}234", "1\u{202F}111", ">17<", ">337<",
      "Raison &lt;de&gt; droits.", "Raison &lt;de&gt; pieces.", "du 02/03/2026 au 29/03/2026", "5ea1", "c0ffee",
      "de1a15",
      "2026-000099", "abcdef", "15/01/2026", "convention &lt;2026&gt;.pdf", "Rpe &lt;script&gt;", "répondue (30)",
      "close sans réponse (10)", "à apprécier par la Caf",
    ] {
      let shown = page.contains(text) || page.contains(text.replacing("du 02", with: "Du 02"))
      #expect(shown, "\(text)")
    }
    for numero in Self.numeros { #expect(page.contains(numero), "\(numero)") }
  }

  @Test("is in French, has one title and headings in order, and heads every row and column of its tables")
  func readable() throws {
    let page = try Self.preuve().page(empreinte: "5ea1")
    #expect(page.contains("<html lang=\"fr\">"))
    func count(_ text: String) -> Int { page.ranges(of: text).count }
    #expect(count("<h1") == 1 && count("<h2") == 6)
    #expect(count("<th") - count("<thead") == count(" scope=\"col\"") + count(" scope=\"row\""))
    #expect(count("<table") == count("<caption") && count("<table") > 4)
    #expect(count("<table") == count("</table>") && count("<tr>") == count("</tr>") && count("<div") == count("</div>"))
  }

  @Test("asks for nothing from elsewhere, and takes names as text")
  func selfContained() throws {
    let page = try Self.preuve().page(empreinte: "5ea1")
    #expect(page.contains("default-src 'none'"))
    for word in ["http://", "https://", "url(", "src=", "@import", "<script"] {
      #expect(!page.contains(word), "\(word)")
    }
  }
}
