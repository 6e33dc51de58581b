import Guichet
import GuichetTestSupport
import Testing

@Suite("The name of a backup")
struct NomDeSauvegardeTests {
  @Test(
    "tells its instant, in universal time",
    arguments: [
      ("2026-11-25T02:30:00Z", "20261125T023000Z"), ("2026-07-14T00:30:00+02:00", "20260713T223000Z"),
      ("2027-01-01T00:00:00Z", "20270101T000000Z"), ("2026-11-25T02:30:00.999999Z", "20261125T023000Z"),
      ("1969-12-31T23:59:59Z", "19691231T235959Z"),
    ])
  func names(text: String, compact: String) throws {
    let nom = NomDeSauvegarde(try #require(Instant(rfc3339: text)))
    #expect(nom.fichier == "guichet-\(compact).sqlite" && nom.manifeste == "guichet-\(compact).json")
    #expect(NomDeSauvegarde(fichier: nom.fichier) == nom)
  }

  @Test(
    "is nobody else's",
    arguments: [
      "", "guichet-.sqlite", "guichet-20261125T023000Z.json", "guichet-20261125T023000.sqlite",
      "guichet-20261131T023000Z.sqlite", "guichet-20261125T243000Z.sqlite", "guichet-20261125T026000Z.sqlite",
      "guichet-20261125T023060Z.sqlite", "guichet-20261125T023000Z.sqlite.tmp", ".guichet-20261125T023000Z.sqlite",
      "guichet-20261125T023000Z.sqlite-wal", "Guichet-20261125T023000Z.sqlite", "guichet-2026-11-25T023000Z.sqlite",
      "guichet-20261125T023000Zz.sqlite", "guichet.sqlite", "guichet-٢0261125T023000Z.sqlite",
    ])
  func others(name: String) {
    #expect(NomDeSauvegarde(fichier: name) == nil)
  }

  @Test("comes back from every second, in the order of time")
  func properties() {
    var random = SeededGenerator(seed: 12)
    var names: [NomDeSauvegarde] = []
    for _ in 0..<2_000 {
      let nom = NomDeSauvegarde(Instant(microseconds: Int64.random(in: 0...4_000_000_000_000_000, using: &random)))
      #expect(NomDeSauvegarde(fichier: nom.fichier) == nom)
      names.append(nom)
    }
    #expect(names.sorted().map(\.fichier) == names.map(\.fichier).sorted())
  }
}
