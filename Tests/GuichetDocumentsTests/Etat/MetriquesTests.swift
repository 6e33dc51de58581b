import Guichet
import GuichetDocuments
import Testing

@Suite("What Prometheus is told")
struct MetriquesTests {
  private static func metriques(_ change: (inout Constats) -> Void = { _ in }) -> String {
    var constats = Constats()
    (constats.silence, constats.silenceAuPlus, constats.retard) = (30, 50_400, 2)
    change(&constats)
    var histogramme = Histogramme()
    for milliseconds in [1, 3, 700] { histogramme.compter(.milliseconds(milliseconds)) }
    let now = Instant(microseconds: 1_795_000_000_250_000)
    return Metriques(
      version: "0.1\"\\\n", sqlite: "3.40.1", demarre: now, battement: now, constats: constats,
      parEtat: Etat.allCases.map { ($0, 3) }, dernierDepot: now, enAttente: 1, courriels: 2, sequence: 812,
      derniereSauvegarde: now, places: [("depot", 0.5, 0.25), ("registre", 1, 1)],
      compteurs: .init(
        prises: [("enregistre", 7)], refus: [("conflit", 1)], routages: [("linf", 6)], appels: [("GetEtat", 9)],
        erreurs: [("Introuvable", 1)]), transactions: histogramme, commits: histogramme
    ).texte
  }

  /// The text format, strictly: families whole and once, HELP then TYPE, names and labels of the allowed characters.
  private static func parse(_ text: String) throws -> [String: [(labels: String, value: Double)]] {
    var families: [String: [(String, Double)]] = [:]
    var (current, type) = ("", "")
    #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# HELP ") {
        current = String(line.dropFirst(7).prefix { $0 != " " })
        #expect(families[current] == nil, "\(current) twice")
        families[current] = []
        continue
      }
      if line.hasPrefix("# TYPE ") {
        let words = line.split(separator: " ")
        #expect(words[2] == current)
        type = String(words[3])
        continue
      }
      let match = try #require(line.wholeMatch(of: /([a-z_]+)(\{.*\})? (\S+)/), "\(line)")
      let name = String(match.1)
      let base = type == "histogram" ? name.replacing(/_(bucket|sum|count)$/, with: "") : name
      #expect(base == current, "\(line)")
      #expect((type == "counter") == name.hasSuffix("_total"), "\(line)")
      families[current]?.append((String(match.2 ?? ""), try #require(Double(match.3), "\(line)")))
    }
    return families
  }

  @Test("is in the text format, whole, whatever stands in a label")
  func format() throws {
    let families = try Self.parse(Self.metriques())
    #expect(families["guichet_build_info"]?.first?.labels == #"{version="0.1\"\\\n"}"#)
    #expect(families["guichet_demandes"]?.count == Etat.allCases.count)
    #expect(families["guichet_journal_sequence"]?.first?.value == 812)
    let buckets = try #require(families["guichet_transaction_duration_seconds"])
    #expect(buckets.first { $0.labels == #"{le="0.005"}"# }?.value == 2)
    #expect(buckets.first { $0.labels == #"{le="+Inf"}"# }?.value == 3)
    #expect(families["guichet_faults"]?.allSatisfy { $0.value == 0 } == true)
  }

  @Test("leaves out what there is none of, and tells every fault as present or not")
  func absent() throws {
    let families = try Self.parse(
      Self.metriques {
        $0.silence = nil
        $0.retard = nil
        $0.pause = "Plein."
      })
    #expect(families["guichet_silence_open_seconds"] == nil && families["guichet_demandes_en_retard"] == nil)
    let faults = try #require(families["guichet_faults"])
    #expect(faults.count == Panne.Code.allCases.count - 1 && faults.count { $0.value == 1 } == 1)
    #expect(!faults.contains { $0.labels.contains("boucleArretee") }, "nothing is written while it would be true")
  }

  @Test(
    "knows which SQLite has the fix",
    arguments: [("3.40.1", false), ("3.51.2", false), ("3.51.3", true), ("4.0", true)])
  func sqlite(version: String, isFixed: Bool) {
    #expect(Metriques.aLeCorrectif(version) == isFixed)
  }
}
