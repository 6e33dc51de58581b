import Guichet
import Testing

@Suite("A référentiel of which something is missing")
struct ContenuTests {
  /// A référentiel of which one file is left with its header, and which has the official changes too.
  private static func petit(sansLignes file: String) -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.fichiers["mouvements.csv"] = """
      MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP
      32,2020-01-01,COM,59512,Roubaix,COM,59350

      """
    petit.fichiers["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-sud;2026-12-24;2026-12-31;;rpe-lomme\n"
    petit.fichiers[file] = (petit.fichiers[file] ?? "").prefix { $0 != "\n" } + "\n"
    return petit
  }

  @Test(
    "has one fault for a needed file with its header only, with where to fetch it, and none in other files",
    arguments: [
      ("communes.csv", "code officiel géographique, sur insee.fr"), ("codes-postaux.csv", "HexaSmal"),
      ("linf.csv", "un par ligne"), ("rattachements.csv", "qui tient quelle commune"),
    ])
  func headerOnly(file: String, says: String) throws {
    for departement in [nil, "59"] {
      for end in ["", "\n;;;;\n\n"] {
        var petit = Self.petit(sansLignes: file)
        petit.departement = departement
        petit.fichiers[file]? += file == "communes.csv" ? "" : end
        let fault = try #require(petit.fautes.first)
        #expect(petit.fautes.count == 1, "\(petit.fautes.map(\.description))")
        #expect(fault.fichier == file && fault.ligne == nil)
        #expect(fault.message.contains("n’a que son en-tête") && fault.message.contains(says), "\(fault.message)")
      }
    }
  }

  @Test("warns of a part of a commune all of whose postal codes are another LINF's, as long as they are")
  func hidden() throws {
    func warnings(_ row: String) throws -> [String] {
      var petit = PetitReferentiel()
      petit.fichiers["rattachements.csv"]? += row + "\n"
      return try petit.charge().avertissements.filter { $0.contains("la ligne qui donne") }
    }
    #expect(
      try warnings("rpe-sud;59355;;;2024-01-01;") == [
        "rattachements.csv : la ligne qui donne Lomme (59355) à rpe-sud, à partir du 01/01/2024, est sans effet : tous ses "
          + "codes postaux (59160) sont donnés à d’autres, et un code postal l’emporte sur une partie de commune ; retirer "
          + "l’une ou l’autre."
      ])
    // Before the other has it, and where it is the same LINF's, it is not in vain.
    #expect(try warnings("rpe-sud;59355;;;2021-01-01;").isEmpty)
    #expect(try warnings("rpe-lomme;59355;;;2024-01-01;").isEmpty)
  }

  @Test("tells where the official files that are missing are fetched")
  func missing() {
    for (file, says) in [("communes.csv", "insee.fr"), ("codes-postaux.csv", "HexaSmal")] {
      var petit = PetitReferentiel()
      petit.fichiers[file] = nil
      #expect(petit.fautes.count == 1 && petit.fautes[0].message.contains(says))
    }
  }

  @Test("has one fault when communes.csv has no commune of the département, given or deduced", arguments: [nil, "59"])
  func departement(given: String?) throws {
    var petit = PetitReferentiel()
    petit.departement = given
    func without(_ lines: String?) -> String {
      (lines ?? "").split(separator: "\n").filter { !$0.contains(",59") }.joined(separator: "\n") + "\n"
    }
    petit.fichiers["communes.csv"] = without(petit.fichiers["communes.csv"])
    // Whether or not the postal file names the communes all the same.
    for postal in [petit.fichiers["codes-postaux.csv"], "code_insee;nom_commune;code_postal\n62041;ARRAS;62000\n"] {
      petit.fichiers["codes-postaux.csv"] = postal
      let fault = try #require(petit.fautes.first)
      #expect(petit.fautes.count == 1, "\(petit.fautes.map(\.description))")
      #expect(fault.fichier == "communes.csv")
      #expect(fault.message.contains("aucune commune du département « 59 »") && fault.message.contains("insee.fr"))
    }
    // Another département's code is still a fault of its row, beside it.
    petit.add("rpe-sud;62999;;;;", to: "rattachements.csv")
    #expect(petit.fautes.map(\.fichier) == ["communes.csv", "rattachements.csv"])
  }

  @Test("when the département of the Caf is another than that of all files, says so")
  func wrongDepartement() {
    var petit = PetitReferentiel()
    petit.departement = "13"
    #expect(petit.fautes.count == 1)
    #expect(petit.fautes.first?.message.contains("corriger le département de la Caf") == true)
  }

  @Test("warns of communes of the département without a postal code, counted and cut")
  func sansCodePostal() throws {
    var petit = PetitReferentiel()
    for rank in 0..<12 { petit.add("COM,\(59_900 + rank),,59,,,,,,Lieu \(rank),,", to: "communes.csv") }
    petit.add("COM,62999,,62,,,,,,Ailleurs,,", to: "communes.csv")
    let warnings = try petit.charge().avertissements.filter { $0.contains("sans code postal") }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("(12) : Lieu 0 (59900), Lieu 1 (59901), Lieu 10 (59910)") == true, "\(warnings)")
    #expect(warnings.first?.contains("et 5 autres") == true && warnings.first?.contains("HexaSmal") == true)
    #expect(try PetitReferentiel().charge().avertissements.allSatisfy { !$0.contains("sans code postal") })
  }

  @Test("warns of other files with a header only, and of EPCI without effect")
  func others() throws {
    var petit = PetitReferentiel()
    petit.fichiers["mouvements.csv"] = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP\n"
    petit.fichiers["epci.csv"] = "siren;codeInsee\n"
    petit.fichiers["habilitations.csv"] = "linf;du;au;guichetUnique;type\n"
    petit.fichiers["fermetures.csv"] = "linf;du;au\n"
    petit.fichiers["horaires.csv"] = "linf;jour;de;a\n"
    let warnings = try petit.charge().avertissements
    for file in ["mouvements.csv", "epci.csv", "habilitations.csv"] {
      #expect(warnings.count { $0.hasPrefix("\(file) : le fichier n’a que son en-tête") } == 1)
    }
    #expect(warnings.count == 3, "\(warnings)")
    petit.fichiers["rattachements.csv"] = "linf;epci\nrpe-sud;200000001\nrpe-sud;200000002\n"
    #expect(petit.fautes.map { "\($0.fichier) \($0.ligne ?? 0)" } == ["rattachements.csv 2"])
    petit.fichiers["epci.csv"] = "siren;codeInsee\n200000001;59350\n200000002;62041\n"
    #expect(try petit.charge().avertissements.contains { $0.contains("aucune commune du département 59 (1) : 3 ;") })
  }
}
