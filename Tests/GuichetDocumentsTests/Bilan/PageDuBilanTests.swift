import Guichet
import GuichetDocuments
import Testing

@Suite("The page of a bilan")
struct PageDuBilanTests {
  static let hostile = "Rpe <script>alert(1)</script> & \"fils\"\u{202E}"

  static func bilan(nom: String = hostile) -> Bilan {
    let months = (1...12).map { month in
      Bilan.Tableau.Ligne(.init("\(month)", month == 3 ? "mars" : "mois"), [month * 1000, month * 10, 0])
    }
    let delais = ClasseDeDelai.allCases.map { Bilan.Tableau.Ligne(.init($0), [7, 3]) }
    let communes: [Bilan.Tableau.Ligne] = [
      .init(.init("59350", "Lille"), [nil, 8, 11]), .init(.init("autres", hostile), [nil, 0, nil]),
      .init(.total, [6, 8, 14]),
    ]
    return Bilan(
      annee: 2026, perimetre: .linf("rpe-lomme"), nom: nom, arreteAu: Instant(microseconds: 1_798_757_999_000_000),
      seq: 812, objectif: 2, illisibles: 1,
      chiffres: [
        .init(.recues, 78_000), .init(.delaiMedian, 1), .init(.contactsParReponse, 205), .init(.delaiOuvert, nil),
      ],
      tableaux: [
        .init(
          .mois, colonnes: [.init("recues", "reçues"), .init("repondue", "répondues"), .init("x", "y")], lignes: months),
        .init(
          .delais, colonnes: [.init("depuisDepot", "depuis le dépôt"), .init("b", "depuis l’attribution")],
          lignes: delais),
        .init(.modes, colonnes: [.init("a", "a"), .init("b", "b"), .init("c", "c")], lignes: []),
        .init(.nonCouvertsParAge, colonnes: [.init("a", "1 an"), .init("b", "2 ans"), .total], lignes: communes),
        .init(.etats, colonnes: [.init("demandes", "demandes")], lignes: [.init(.init(Etat.close), [5])]),
        .init(
          .suites, colonnes: [.init("demandes", "demandes")], lignes: [.init(.init("repondue", "répondues"), [41])]),
      ])
  }

  static let page = bilan().page(arrete: "31/12/2026 23:59")

  @Test("takes names as text, whatever they hold")
  func hostileNames() {
    #expect(!Self.page.contains("<script"))
    #expect(!Self.page.contains("\u{202E}"))
    #expect(Self.page.contains("Rpe &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;fils&quot;"))
  }

  @Test("asks for nothing from elsewhere")
  func selfContained() {
    #expect(Self.page.contains("default-src 'none'"))
    for word in ["http://", "https://", "url(", "src=", "@import"] {
      #expect(!Self.page.contains(word), "\(word)")
    }
  }

  @Test("closes every element that it opens, in order")
  func wellFormed() throws {
    var open: [Substring] = []
    let body = try #require(Self.page.split(separator: "<body>", maxSplits: 1).last)
    var rest = body[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        let name = tag.dropFirst()
        if name == "body" { break }
        #expect(open.popLast() == name)
      } else {
        open.append(tag.split(separator: " ")[0])
      }
    }
    #expect(open.isEmpty)
  }

  @Test("says in words what each chart shows, under ids of its own")
  func described() {
    let charts = Self.page.components(between: "<svg", and: "</svg>")
    #expect(charts.count == 4)
    var ids: Set<Substring> = []
    for chart in charts {
      #expect(chart.contains("role=\"img\"") && chart.contains("<title id=") && chart.contains("<desc id="))
      for id in chart.components(between: " id=\"", and: "\"") { #expect(ids.insert(id).inserted) }
    }
    #expect(charts[0].contains("mars : 3\u{202F}000 reçues, 30 répondues"))
    #expect(charts[1].contains("objectif : 2 jours ouverts"))
    #expect(charts[2].contains("masqué"))
  }

  @Test("shows every figure, grouped as people read them, and hides what is hidden")
  func figures() {
    for text in ["78\u{202F}000", "1 jour ouvert", "2,05", "12\u{202F}000", ">41<", "<td>•</td>", "illisible"] {
      #expect(Self.page.contains(text), "\(text)")
    }
  }

  @Test("draws the greatest of many rows, in their order, and has all of them in the table")
  func manyRows() throws {
    let rows = (1...60).map { Bilan.Tableau.Ligne(.init("\($0)", "commune \($0)."), [$0, $0 == 7 ? nil : $0]) }
    let page = Bilan(
      annee: 2026, perimetre: .caf, nom: "Caf", arreteAu: Instant(microseconds: 0), seq: 1, objectif: nil,
      illisibles: 0, chiffres: [],
      tableaux: [.init(.nonCouvertsParAge, colonnes: [.init("a", "1 an"), .total], lignes: rows)]
    ).page(arrete: "")
    let chart = try #require(page.components(between: "<svg", and: "</svg>").first)
    #expect(!chart.contains("commune 35.") && chart.contains("commune 36.") && chart.contains("commune 60."))
    #expect(page.contains("commune 1.") && page.contains("commune 35."))
  }

  @Test(
    "has an axis of round marks above the highest bar",
    arguments: [(1, 1), (5, 5), (7, 8), (123, 150), (12_000, 15_000)])
  func axis(most: Int, maximum: Int) {
    let page = Self.page(of: most)
    #expect(page.contains(">\(Self.grouped(maximum))</text>"))
  }

  private static func page(of most: Int) -> String {
    Bilan(
      annee: 2026, perimetre: .caf, nom: "Caf", arreteAu: Instant(microseconds: 0), seq: 1, objectif: nil,
      illisibles: 0,
      chiffres: [],
      tableaux: [
        .init(.mois, colonnes: [.init("a", "a"), .init("b", "b")], lignes: [.init(.init("1", "janvier"), [most, 0])])
      ]
    ).page(arrete: "")
  }

  private static func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000)\u{202F}" + String("\(1000 + number % 1000)".dropFirst())
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    var found: [Substring] = []
    var rest = self[...]
    while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
      found.append(rest[from.upperBound..<to.lowerBound])
      rest = rest[to.upperBound...]
    }
    return found
  }
}
