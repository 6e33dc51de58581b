import Guichet
import Testing

@Suite("What watches over the office")
struct ConstatsTests {
  private typealias Cas = (String, @Sendable (inout Constats) -> Void, [Panne.Code])

  private static let cas: [Cas] = [
    ("all well", { _ in }, []),
    ("stopped in order", { $0.estArrete = true }, [.arrete]),
    ("paused", { $0.pause = "Plus de place." }, [.accueilSuspendu]),
    ("a loop a little slow", { $0.battement = 60 }, []),
    ("a loop that hangs", { $0.battement = 61 }, [.boucleArretee]),
    ("before any référentiel", { $0.silence = nil }, []),
    ("no form ever, long after it", { ($0.silence, $0.silenceAuPlus, $0.aRecu) = (101, 100, false) }, [.silence]),
    ("silence up to the limit", { ($0.silence, $0.silenceAuPlus) = (100, 100) }, []),
    ("silence past it", { ($0.silence, $0.silenceAuPlus) = (101, 100) }, [.silence]),
    ("a new office without a backup", { $0.registreDepuis = 36 * 3600 }, []),
    ("an old one without", { $0.registreDepuis = 36 * 3600 + 1 }, [.sauvegarde]),
    ("backups that nobody can read", { $0.sauvegardesIllisibles = "Permission refusée." }, [.sauvegarde]),
    ("a backup of last night", { $0.sauvegarde = 20 * 3600 }, []),
    ("one of the day before", { $0.sauvegarde = 37 * 3600 }, [.sauvegarde]),
    (
      "a new office whose only backup is at fault", { $0.sauvegardeDouteuse = douteuse(.fautive) }, [.sauvegardeFautive]
    ),
    (
      "one at fault since a good one", { ($0.sauvegarde, $0.sauvegardeDouteuse) = (3600, douteuse(.sansManifeste)) },
      [.sauvegardeFautive]
    ),
    (
      "none good for long", { ($0.sauvegarde, $0.sauvegardeDouteuse) = (37 * 3600, douteuse(.registreFautif)) },
      [.sauvegarde, .sauvegardeFautive]
    ),
    ("one that is good after all", { $0.sauvegardeDouteuse = douteuse(.bonne) }, []),
    ("a file that waits its turn", { $0.depot = 600 }, []),
    ("one that does not go", { $0.depot = 601 }, [.depotEnRetard]),
    ("a family over a long weekend", { $0.aOrienter = 4 * 86_400 }, []),
    ("one forgotten", { $0.aOrienter = 4 * 86_400 + 1 }, [.aOrienterAncienne]),
    ("ten percent free", { $0.espace = 0.10 }, []),
    ("less", { $0.espace = 0.09 }, [.espace]),
    ("no référentiel", { $0.referentielEstCharge = false }, [.referentielAbsent]),
    ("folders", { ($0.dossiers, $0.dossierEmpeche) = (2, "Absent.") }, [.dossiersDeSortie]),
    ("mails", { $0.courriels = "Absent." }, [.courriels]),
    ("files", { $0.fichiersDEtat = "Plein." }, [.fichiersDEtat]),
    (
      "several, the gravest first",
      { constats in
        constats.espace = 0.01
        constats.courriels = "Absent."
        constats.silence = 9
        constats.pause = "Plein."
      }, [.accueilSuspendu, .silence, .espace, .courriels]
    ),
  ]

  private static func douteuse(_ valeur: ValeurDeSauvegarde) -> SauvegardeDouteuse {
    SauvegardeDouteuse(fichier: "guichet-20261123T013000Z.sqlite", valeur: valeur)
  }

  @Test("takes a backup at fault for grave only where no good one is left, and names it")
  func douteuse() throws {
    var constats = Constats()
    constats.sauvegardeDouteuse = Self.douteuse(.fautive)
    #expect(constats.pannes.map(\.gravite) == [.critique])
    constats.sauvegarde = 3600
    #expect(constats.pannes.map(\.gravite) == [.avertissement])
    #expect(try #require(constats.pannes.first).message.contains("guichet-20261123T013000Z.sqlite"))
    constats.sauvegarde = 37 * 3600
    #expect(constats.pannes.map(\.message).first == "La dernière bonne sauvegarde a 37 h.")
  }

  @Test("finds each fault where it begins, and none before")
  func faults() {
    for (name, change, codes) in Self.cas {
      var constats = Constats()
      change(&constats)
      let found = constats.pannes
      #expect(found.map(\.code) == codes, "\(name)")
      for panne in found {
        #expect(panne.message.hasSuffix(".") && panne.remede.hasSuffix("."), "\(panne)")
      }
    }
  }

  @Test("has a case for every fault")
  func complete() {
    #expect(Set(Self.cas.flatMap(\.2)) == Set(Panne.Code.allCases))
  }

  @Test(
    "tells times as people do",
    arguments: [(0, "0 s"), (119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h"), (172_800, "2 j")])
  func times(seconds: Int, text: String) { #expect(Constats.duree(seconds) == text) }
}
