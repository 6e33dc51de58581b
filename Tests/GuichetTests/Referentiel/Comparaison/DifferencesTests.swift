import Guichet
import GuichetTestSupport
import Testing

@Suite("What a new référentiel would change")
struct DifferencesTests {
  private static func changes(
    from old: PetitReferentiel = PetitReferentiel(), to new: PetitReferentiel, le day: DateCivile = aujourdhui
  ) throws -> ReferentielDifferences {
    try new.charge().differences(avec: old.charge(), le: day)
  }

  private static func told(_ differences: ReferentielDifferences) -> [String] {
    differences.changements.map {
      "\($0.lieu) : \($0.avant ?? "-") > \($0.apres ?? "-"), \($0.aPartirDu.iso)"
    }
  }

  @Test("is nothing against itself, and says so")
  func itself() throws {
    let differences = try Self.changes(to: PetitReferentiel())
    #expect(differences.isEmpty)
    #expect(differences.toutEstIdentique)
    #expect(differences.phrases == ["Rien ne change : mêmes LINF, mêmes communes, mêmes lacunes."])
  }

  @Test("tells LINF, communes and gaps")
  func all() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-neuf;Relais neuf;rpe;;;;;;", to: "linf.csv")
    petit.add("rpe-neuf;59548;;;2022-01-01;", to: "rattachements.csv")
    petit.replace("rpe-zone;59346", by: "rpe-neuf;59346", in: "rattachements.csv")
    let differences = try Self.changes(to: petit)
    #expect(differences.linfAjoutes == ["rpe-neuf"])
    #expect(differences.linfRetires.isEmpty)
    #expect(differences.changements.map(\.codeInsee) == ["59346", "59548"])
    #expect(
      Self.told(differences) == [
        "Lezennes (commune) : rpe-zone > rpe-neuf, 2026-11-23", "Saint-Waast (commune) : - > rpe-neuf, 2026-11-23",
      ])
    #expect(differences.lacunesComblees.map(\.codeInsee) == ["59548"])
    #expect(differences.lacunesOuvertes.isEmpty)
    #expect(
      differences.phrases.contains("Lezennes (commune) passe de « rpe-zone » à « rpe-neuf » à partir du 23/11/2026."))
    #expect(try petit.charge().differences(avec: nil, le: aujourdhui).linfAjoutes.count == 7)
  }

  @Test(
    "names the place and the day, as narrowly as it changes",
    arguments: [
      // Two LINF that swap postal codes inside a commune.
      (
        "rpe-sud;59350;59800;;2024-09-01;\n", "rpe-sud;59350;59000;;2024-09-01;\n",
        ["Lille 59000 : rpe-centre > rpe-sud, 2026-11-23", "Lille 59800 : rpe-sud > rpe-centre, 2026-11-23"]
      ),
      // A street.
      (
        "rpe-sud;59350;59000;boulevard Vauban;2025-01-01;", "rpe-lomme;59350;59000;boulevard Vauban;2025-01-01;",
        ["boulevard Vauban à Lille 59000 : rpe-sud > rpe-lomme, 2026-11-23"]
      ),
      // A later day.
      ("01/01/2027;", "01/02/2027;", ["Roubaix (commune) : rpe-sud > -, 2027-01-01"]),
      // A past day, and a period that is cut in two: nothing that anybody would see.
      ("rpe-zone;59346;;;2022-01-01;", "rpe-zone;59346;;;2023-01-01;", []),
      (
        "rpe-zone;59346;;;2022-01-01;", "rpe-zone;59346;;;2022-01-01;2027-06-30\nrpe-zone;59346;;;2027-07-01;", []
      ),
      // An associated commune that shares its postal code.
      (
        "rpe-dunkerque;59183;;;2022-01-01;",
        "rpe-dunkerque;59183;;;2022-01-01;\nrpe-zone;59540;;;2027-01-01;2027-01-31",
        ["Saint-Pol-sur-Mer (Dunkerque) : rpe-dunkerque > rpe-zone, 2027-01-01"]
      ),
      // The surroundings of a street join it.
      (
        "rpe-sud;59350;59000;boulevard Vauban;2025-01-01;", "rpe-sud;59350;59000;;2025-01-01;",
        ["Lille 59000 : rpe-centre > rpe-sud, 2026-11-23"]
      ),
      // A commune whole, whatever the rows that say it.
      (
        "rpe-zone;59260;;;2022-01-01;", "rpe-sud;59260;59254;;2022-01-01;\nrpe-sud;59260;59122;;2022-01-01;",
        ["Ghyvelde (commune) : rpe-zone > rpe-sud, 2026-11-23"]
      ),
    ])
  func places(old: String, new: String, expected: [String]) throws {
    var petit = PetitReferentiel()
    petit.replace(old, by: new, in: "rattachements.csv")
    #expect(try Self.told(Self.changes(to: petit)) == expected)
    let back = try PetitReferentiel().charge().differences(avec: petit.charge(), le: aujourdhui)
    #expect(back.changements.map(\.avant) == (try Self.changes(to: petit)).changements.map(\.apres))
  }

  @Test(
    "tells which numbers of a street change",
    arguments: [
      ("1;50;pair;rpe-sud", "2;20;pair;rpe-sud", [" (numéros pairs de 22 à 50)"]),
      (";;;rpe-sud", ";;pair;rpe-sud", [" (numéros impairs)"]),
      ("1;10;;rpe-sud", "5;14;;rpe-sud", [" (numéros de 1 à 4)", " (numéros de 11 à 14)"]),
      ("1;9;impair;rpe-sud", "1;9;impair;rpe-lomme", [" (numéros impairs de 1 à 9)"]),
      (";;;rpe-sud", ";;;rpe-lomme", [""]),
    ])
  func numbers(old: String, new: String, expected: [String]) throws {
    func petit(_ row: String) -> PetitReferentiel {
      var petit = PetitReferentiel()
      let cells = row.split(separator: ";", omittingEmptySubsequences: false)
      petit.replace("voie;du;au", by: "voie;du;au;numeroDe;numeroA;cote", in: "rattachements.csv")
      petit.add(
        "\(cells[3]);59350;59000;rue Nationale;;;\(cells[0]);\(cells[1]);\(cells[2])", to: "rattachements.csv")
      return petit
    }
    let changes = try Self.changes(from: petit(old), to: petit(new)).changements.map(\.lieu)
    #expect(changes.sorted() == expected.map { "rue Nationale\($0) à Lille 59000" }.sorted())
  }

  @Test("tells what is said otherwise of a LINF")
  func descriptions() throws {
    var petit = PetitReferentiel()
    petit.replace("03 53 01 00 01", by: "03 53 01 00 99", in: "linf.csv")
    petit.replace("rpe-lomme;2022-01-01;;non", by: "rpe-lomme;2022-01-01;;oui", in: "habilitations.csv")
    petit.fichiers["horaires.csv"] = "linf;jour;de;a\nrpe-sud;lundi;9:00;12:00\n"
    petit.fichiers["fermetures.csv"] = "linf;du;au\n;2026-12-24;2026-12-31\n"
    let differences = try Self.changes(to: petit)
    #expect(differences.isEmpty)
    #expect(!differences.toutEstIdentique)
    #expect(
      differences.phrases == [
        "rpe-amandinois change : téléphone : « 03 53 01 00 01 » devient « 03 53 01 00 99 ».",
        "rpe-lomme change : ses habilitations changent.", "rpe-sud change : ses horaires changent.",
        "Les fermetures changent.",
      ])
  }

  @Test("T8: a commune that merges keeps its LINF, or changes it, under the code that it had")
  func mergedCommune() throws {
    var petit = PetitReferentiel()
    petit.replace("COM,59346,32,59,59D,595,0,LEZENNES,Lezennes,Lezennes,5925,\n", by: "", in: "communes.csv")
    petit.add("COMD,59346,,,,,0,LEZENNES,Lezennes,Lezennes,,59512", to: "communes.csv")
    petit.replace("59346;LEZENNES;59260;LEZENNES;", by: "59512;ROUBAIX;59260;ROUBAIX;LEZENNES", in: "codes-postaux.csv")
    let kept = try Self.changes(to: petit)
    #expect(kept.communesDisparues.map(\.codeInsee) == ["59346"])
    #expect(kept.communesApparues.isEmpty)
    #expect(kept.changements.filter { $0.codeInsee == "59346" }.isEmpty)
    petit.replace("rpe-zone;59346", by: "rpe-sud;59346", in: "rattachements.csv")
    #expect(Self.told(try Self.changes(to: petit)).contains("Lezennes (commune) : rpe-zone > rpe-sud, 2026-11-23"))
  }

  @Test("cuts long lists in its sentences and keeps all of them as data")
  func longLists() throws {
    let old = PetitReferentiel()
    var new = PetitReferentiel()
    for rank in 0..<30 {
      new.add("COM,\(59700 + rank),,59,,,,,,Lieu \(rank),,", to: "communes.csv")
      new.add("rpe-zone;\(59700 + rank);;;;", to: "rattachements.csv")
    }
    let differences = try Self.changes(from: old, to: new)
    #expect(differences.changements.count == 30)
    #expect(differences.communesApparues.count == 30)
    #expect(differences.phrases.contains("30 lieux que personne ne tenait ont désormais un LINF."))
    #expect(differences.phrases.contains { $0.hasSuffix("et 10 autres.") })
    #expect(differences.phrases.allSatisfy { $0.utf8.count < 1500 })
  }

  @Test("tells gaps by the days that are added or taken away")
  func gapDays() throws {
    var old = PetitReferentiel()
    old.add("rpe-zone;59548;;;2027-03-01;", to: "rattachements.csv")
    var new = PetitReferentiel()
    new.add("rpe-zone;59548;;;2027-01-01;2027-03-31", to: "rattachements.csv")
    let differences = try Self.changes(from: old, to: new)
    #expect(differences.lacunesOuvertes.map(\.phrase) == ["Saint-Waast (59548), à partir du 01/04/2027"])
    #expect(differences.lacunesComblees.map(\.phrase) == ["Saint-Waast (59548), du 01/01/2027 au 28/02/2027"])
    let back = try Self.changes(from: new, to: old)
    #expect(back.lacunesComblees == differences.lacunesOuvertes)
    #expect(back.lacunesOuvertes == differences.lacunesComblees)
  }
}
