import Foundation
import Guichet
import GuichetDocuments
import GuichetTestSupport
import Testing

@Suite("The page of the office")
struct PageDuTableauDeBordTests {
  static let hostile = "Rpe <script>alert(1)</script> & \"fils\"\u{202E}"
  /// Thursday 26 November 2026, 10:02 in Paris.
  static let le = Instant(microseconds: 1_795_683_720_000_000)

  static func tableau(fautes: [Panne] = [], enRetard: Int = 3) -> TableauDeBord {
    let monday = DateCivile(daysSince1970: 20_780)
    return TableauDeBord(
      nom: "Caf du Nord", le: le, fautes: fautes,
      parEtat: [.aOrienter: 2, .aContacter: 14, .rendezVous: 5, .enSuivi: 1207, .close: 31_000],
      travail: [
        TravailDeLinf(
          linf: nil, nom: "Sans LINF, à orienter", aOrienter: 2, enRetard: 0, sansTentative: 2,
          plusAncienne: le.advanced(bySeconds: -86_400)),
        TravailDeLinf(
          linf: "rpe-lille", nom: hostile, aContacter: 14, rendezVous: 5, enSuivi: 1207, enRetard: enRetard,
          sansTentative: 9, plusAncienne: le.advanced(bySeconds: -12 * 86_400)),
      ],
      recues: RecuesDuJour(
        jour: monday.advanced(byDays: 3), heure: 10, parHeure: (0..<24).map { [8: 4, 9: 6, 10: 1][$0] ?? 0 },
        habitude: (0..<24).map { $0 == 9 ? 5 : 2 }, habituel: 12, semaines: 8),
      premiersContacts: PremiersContacts(
        faits: 40, aTemps: 33, enSouffrance: 4, medianeOuverte: 390, parClasse: [.memeJour: 30, .plusDe10: 10]),
      semaine: (0..<7).map { rang in
        RendezVousDuJour(
          jour: monday.advanced(byDays: rang), prevus: rang == 4 ? 9 : 0, aRenseigner: rang == 2 ? 1 : 0,
          honores: rang == 0 ? 7 : 0, nonHonores: rang == 1 ? 2 : 0, liberes: rang == 5 ? 3 : 0)
      })
  }

  static func page(_ tableau: TableauDeBord) throws -> String {
    tableau.page(
      try Fuseau(
        tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris"))
  }

  @Test("says of a public holiday without its like that there is nothing to compare it with")
  func holiday() throws {
    let recues = RecuesDuJour(
      jour: DateCivile(daysSince1970: 20_783), heure: 10, parHeure: Array(repeating: 0, count: 24), habitude: [],
      habituel: nil, semaines: 0, ferie: "Toussaint")
    let tableau = TableauDeBord(
      nom: "", le: Self.le, fautes: [], parEtat: [:], travail: [], recues: recues,
      premiersContacts: PremiersContacts([], enSouffrance: 0), semaine: [])
    #expect(try Self.page(tableau).contains("jour férié, Toussaint : pas de jour comparable"))
  }

  @Test("says first whether all is well", arguments: [(0, 0, "Tout va bien"), (0, 3, "des demandes sont en retard")])
  func health(_ faults: Int, _ late: Int, _ words: String) throws {
    let page = try Self.page(Self.tableau(enRetard: late))
    let start = try #require(page.firstRange(of: words)).lowerBound
    #expect(try #require(page.firstRange(of: "<dl>")).lowerBound > start)
    #expect(page.contains("Tout va bien") == (late == 0))
  }

  @Test("tells each fault with what to do, the gravest first, and never that all is well")
  func faults() throws {
    let page = try Self.page(
      Self.tableau(
        fautes: [
          .init(.depotEnRetard, .avertissement, "Un fichier <b>refusé</b>.", "guichetctl rejet lister."),
          .init(.espace, .critique, "Le disque est plein.", "Faire de la place."),
        ], enRetard: 0))
    #expect(page.contains(">Une panne, un point à voir<"))
    #expect(page.contains("Un fichier &lt;b&gt;refusé&lt;/b&gt;."))
    #expect(page.contains("Que faire : guichetctl rejet lister."))
    let grave = try #require(page.firstRange(of: "Que faire : Faire de la place.")).lowerBound
    #expect(try #require(page.firstRange(of: "Que faire : guichetctl")).lowerBound > grave)
    #expect(!page.contains("Tout va bien"))
  }

  @Test("gives every figure in words and in a table whose heads say what they head")
  func figures() throws {
    let page = try Self.page(Self.tableau())
    for words in [
      "dont 9 sans aucune tentative", "La plus ancienne sans tentative", "<noscript>\n<p>Sans JavaScript, ",
      "<dd>11</dd>", "d’habitude 12 à cette heure (8\u{A0}jeudis)", "<dd>12\u{A0}jours</dd>", "<dd>75\u{A0}%</dd>",
      "33 à temps sur 40. La moitié en 6 h 30 d’ouverture au plus", "4\u{A0}familles attendent encore, en retard.",
      "9 à venir, 1 à renseigner, 3\u{A0}annulés ou excusés.", "<dd>1\u{202F}207</dd>", "31\u{202F}000",
      "<time id=\"le\" datetime=\"2026-11-26T10:02:00+01:00\">10:02, jeudi 26/11/2026</time>",
      "lun. 23 : 0 à venir, 7 honorés, 0 non honorés, 0 à renseigner", "8\u{A0}h : 4 aujourd’hui, 2 d’habitude",
    ] { #expect(page.contains(words), "\(words)") }
    let charts = page.split(separator: "<svg").dropFirst()
    #expect(charts.count == 3)
    for chart in charts { #expect(chart.contains("role=\"img\"") && chart.contains("<desc id=")) }
    for head in page.split(separator: "<th").dropFirst() where !head.hasPrefix("ead") {
      #expect(head.hasPrefix(" scope=\"col\"") || head.hasPrefix(" scope=\"row\""), "\(head.prefix(40))")
    }
    #expect(page.contains("<html lang=\"fr\">") && page.split(separator: "<h1>").count == 2)
  }

  @Test("writes no hour into its neighbour, however many of them it shows", arguments: [8, 7, 4, 0])
  func hours(first: Int) throws {
    let recues = RecuesDuJour(
      jour: DateCivile(daysSince1970: 20_783), heure: 10, parHeure: (0..<24).map { $0 == first ? 1 : 0 }, habitude: [],
      habituel: nil, semaines: 0)
    let page = try Self.page(
      TableauDeBord(
        nom: "", le: Self.le, fautes: [], parEtat: [:], travail: [], recues: recues,
        premiersContacts: PremiersContacts([], enSouffrance: 0), semaine: []))
    let chart = try #require(page.split(separator: "<svg").dropFirst().first)
    let places = chart.matches(of: /<text class="etiquette" x="([0-9.]+)"[^>]*>[0-9]+\u{A0}h</).compactMap {
      Double($0.1)
    }
    #expect(places.count > 5)
    // Four signs of 12 px take 27 px.
    for (one, next) in zip(places, places.dropFirst()) { #expect(next - one >= 28, "\(one) \(next)") }
    #expect(chart.contains(">\(first)\u{A0}h<"))
  }

  @Test("takes names as text, whatever they hold, and asks for nothing from elsewhere")
  func closed() throws {
    let page = try Self.page(Self.tableau())
    #expect(page.contains("Rpe &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;fils&quot;"))
    #expect(!page.contains("\u{202E}") && page.split(separator: "<script").count == 2)
    for word in ["http://", "https://", "url(", "src=", "@import"] { #expect(!page.contains(word), "\(word)") }
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"))
  }

  @Test("names the script that it holds by its hash, so that browsers run it and no other")
  func script() throws {
    let page = try Self.page(Self.tableau())
    let start = try #require(page.firstRange(of: "<script>")).upperBound
    let end = try #require(page.firstRange(of: "</script>")).lowerBound
    let sum = try ProgramRun("/usr/bin/sha256sum", [], input: String(page[start..<end])).output.prefix(64)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { offset in
      UInt8(sum.dropFirst(offset).prefix(2), radix: 16)
    }
    #expect(page.contains("'sha256-\(Data(bytes).base64EncodedString())'"))
  }

  @Test("of an office where nothing has happened yet has something to say all the same")
  func empty() throws {
    let monday = DateCivile(daysSince1970: 20_780)
    let page = try Self.page(
      TableauDeBord(
        nom: "", le: Self.le, fautes: [], parEtat: [:], travail: [],
        recues: RecuesDuJour(
          jour: monday, heure: 0, parHeure: Array(repeating: 0, count: 24), habitude: [], habituel: nil, semaines: 0),
        premiersContacts: PremiersContacts([], enSouffrance: 0),
        semaine: (0..<7).map { RendezVousDuJour(jour: monday.advanced(byDays: $0)) }))
    for words in [
      "Tout va bien", "pas encore d’habitude connue", "Aucune demande n’est ouverte", "Aucun premier contact",
    ] { #expect(page.contains(words), "\(words)") }
  }
}
