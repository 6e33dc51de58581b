import Guichet
import Testing

@Suite("A référentiel with faults is refused")
struct FautesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let row: String
    let column: String?
    let says: String

    init(_ file: String, _ row: String, _ column: String?, _ says: String) {
      (self.file, self.row, self.column, self.says) = (file, row, column, says)
    }

    var testDescription: String { "\(file): \(row)" }
  }

  @Test(
    "with file, line, column and remedy",
    arguments: [
      Case("communes.csv", "COM,59350,,,,,,,,Lille,,", "COM", "déjà"),
      Case("communes.csv", "COX,59351,,,,,,,,Lille,,", "TYPECOM", "COX"),
      Case("communes.csv", "COM,59351,,,,,,,,,,", "LIBELLE", "manque"),
      Case("communes.csv", "COMA,59351,,,,,,,,Ailleurs,,59999", "COMPARENT", "59999"),
      Case("communes.csv", "COM,59351,,,,,,,,Ailleurs,,,,,x", nil, "15 colonnes au lieu de 12"),
      Case("codes-postaux.csv", "59350;LILLE;590;LILLE;", "Code_postal", "cinq caractères"),
      Case("linf.csv", "RPE Lomme;x;;;;;;;", "linf", "minuscules"),
      Case("linf.csv", "rpe-lomme;x;;;;;;;", "linf", "déjà décrit à la ligne 5"),
      Case("linf.csv", String(repeating: "a", count: 65) + ";x;;;;;;;", "linf", "64"),
      Case("linf.csv", ";x;;;;;;;", "linf", "minuscules"),
      Case("habilitations.csv", "rpe-nulle-part;2022-01-01;;oui;habilitation", "linf", "linf.csv"),
      Case("habilitations.csv", "rpe-lomme;2022-01-01;;peut-être;habilitation", "guichetUnique", "oui ou non"),
      Case("habilitations.csv", "rpe-lomme;2022-01-01;;oui;agrément", "type", "referencement"),
      Case("habilitations.csv", "rpe-lomme;2022-02-30;;oui;habilitation", "du", "2022-02-30"),
      Case("rattachements.csv", "rpe-nulle-part;59548;;;;", "linf", "linf.csv"),
      Case("rattachements.csv", ";59548;;;;", "linf", "manque"),
      Case("rattachements.csv", "rpe-lomme;59999;;;;", "codeInsee", "communes.csv"),
      Case("rattachements.csv", "rpe-lomme;;;;;", "codeInsee", "manque"),
      Case("rattachements.csv", "rpe-lomme;59548;59000;;;", "codePostal", "l’un de 59570"),
      Case(
        "rattachements.csv", "rpe-lomme;59355;59000;;;", "codePostal",
        "Lomme d’après codes-postaux.csv : écrire l’un de 59160"),
      Case("rattachements.csv", "rpe-lomme;59548;;;2026-01-02;2026-01-01", "au", "précède"),
      Case("rattachements.csv", "rpe-lomme;59548;;;31/06/2026;", "du", "JJ/MM/AAAA"),
      Case("rattachements.csv", "rpe-lomme;59548;;;46023;", "du", "tableur"),
      Case("rattachements.csv", "rpe-lomme;59548;;« - »;;", "voie", "nom d’une voie"),
      Case("rattachements.csv", "rpe-lomme;\"59548;;;;", nil, "guillemet"),
    ])
  func fault(_ test: Case) throws {
    var petit = PetitReferentiel()
    let line = (petit.fichiers[test.file] ?? "").split(separator: "\n").count + 1
    petit.add(test.row, to: test.file)
    let fault = try #require(petit.fautes.first)
    #expect(petit.fautes.count == 1)
    #expect(fault.fichier == test.file)
    #expect(fault.ligne == line)
    #expect(fault.colonne == test.column)
    #expect(fault.message.contains(test.says), "\(fault.message)")
    #expect(fault.description.hasPrefix("\(test.file), ligne \(line)"))
  }

  @Test(
    "T23: codes that a spreadsheet mangled are told apart, each with its own remedy",
    arguments: [
      Case("codes-postaux.csv", "1001;X;01400;X;", "Code_commune_INSEE", "« 01001 »"),
      Case("codes-postaux.csv", "59351;X;1400;X;", "Code_postal", "« 01400 »"),
      Case("codes-postaux.csv", "2E+04;X;01400;X;", "Code_commune_INSEE", "exposant"),
      Case("codes-postaux.csv", "\"59350,0\";X;59000;X;", "Code_commune_INSEE", "« 59350 »"),
      Case("rattachements.csv", "rpe-lomme;1004;;;;", "codeInsee", "« 01004 »"),
      Case("rattachements.csv", "rpe-lomme;5,9E+04;;;;", "codeInsee", "exposant"),
      Case("rattachements.csv", "rpe-lomme;59548;5E4;;;", "codePostal", "exposant"),
      Case("linf.csv", "rpe-neuf;Neuf;;;3,53E+08;;;;", "telephone", "réécrit"),
      Case("linf.csv", "rpe-neuf;Neuf;;;353010000;;;;", "telephone", "« 0353010000 »"),
    ])
  func mangled(_ test: Case) throws { try fault(test) }

  @Test("with all faults of all files at once, in the order of files and lines")
  func allAtOnce() {
    var petit = PetitReferentiel()
    petit.add("rpe-nulle-part;59999;;;46023;", to: "rattachements.csv")
    petit.add("rpe-nulle-part;2022-01-01;;;", to: "habilitations.csv")
    petit.add("COX,59351,,,,,,,,Lille,,", to: "communes.csv")
    petit.add("rpe-lomme;1004;;;;", to: "rattachements.csv")
    #expect(
      petit.fautes.map { "\($0.fichier) \($0.colonne ?? "")" } == [
        "communes.csv TYPECOM", "rattachements.csv linf", "rattachements.csv codeInsee", "rattachements.csv du",
        "rattachements.csv codeInsee", "habilitations.csv linf",
      ])
  }

  @Test(
    "when a column without which a file says nothing is missing, or there twice",
    arguments: [
      ("linf;codeInsee", "codeInsee;codePostal", "« linf »"),
      ("linf;codeInsee", "linf;codeInsee;Code_Insee", "2 fois"),
    ])
  func columns(old: String, new: String, says: String) {
    var petit = PetitReferentiel()
    petit.replace(old, by: new, in: "rattachements.csv")
    #expect(petit.fautes.contains { $0.ligne == 1 && $0.description.contains(says) })
  }

  @Test(
    "when a file is no CSV text",
    arguments: [
      ([0xFF, 0xFE, 0x6C, 0x00], "UTF-16"), ([0x50, 0x4B, 0x03, 0x04, 0x14], "classeur"),
      ([0x6C, 0x00], "octets nuls"),
      ([], "vide"), ([0x0A, 0x0A], "vide"),
    ] as [([UInt8], String)])
  func notText(bytes: [UInt8], says: String) {
    let files =
      PetitReferentiel().contenu.filter { $0.nom != "linf.csv" } + [FichierReferentiel(nom: "linf.csv", contenu: bytes)]
    #expect {
      try Referentiel.charger(files)
    } throws: { error in
      (error as? ReferentielRefuse)?.fautes.contains { $0.fichier == "linf.csv" && $0.message.contains(says) } == true
    }
  }

  @Test("T3: an error in one rule never switches that rule off silently")
  func notSilent() {
    var petit = PetitReferentiel()
    petit.replace("rpe-lomme;59350;59160", by: "rpe-lomme;59350;59116", in: "rattachements.csv")
    #expect(petit.fautes.map(\.ligne) == [7])
  }

  // MARK: Overlaps

  @Test(
    "when two LINF hold the same place, at equal precision, on the same day",
    arguments: [
      ("rpe-sud;59350;;;2026-01-01;", "Lille (59350), à partir du 01/01/2026"),
      ("rpe-sud;59350;;;;2022-01-01", "Lille (59350), le 01/01/2022"),
      ("rpe-centre;59350;59160;;2030-01-01;2030-12-31", "code postal 59160, du 01/01/2030 au 31/12/2030"),
      ("rpe-centre;59350;;Bd Vauban;;", "Vauban, à partir du 01/01/2025"),
      ("rpe-centre;59355;59160;;;", "59160"),
    ])
  func overlap(row: String, says: String) throws {
    var petit = PetitReferentiel()
    petit.add(row, to: "rattachements.csv")
    let fault = try #require(petit.fautes.first)
    #expect(petit.fautes.count == 1)
    #expect(fault.message.contains(says), "\(fault.message)")
    #expect(fault.message.contains("(ligne 18)"))
    #expect(fault.message.contains(String(row.prefix { $0 != ";" })))
  }

  @Test(
    "but not when they only follow or complete one another",
    arguments: [
      "rpe-sud;59350;;;;2021-12-31", "rpe-sud;59350;59000;;;", "rpe-sud;59355;;;;", "rpe-centre;59350;;rue Vauban;;",
      "rpe-centre;59350;;;;",
      "rpe-centre;59355;;boulevard Vauban;;",
    ])
  func complementary(row: String) {
    var petit = PetitReferentiel()
    petit.add(row, to: "rattachements.csv")
    #expect(petit.fautes.isEmpty)
  }

  @Test(
    "for streets, only where numbers and sides meet",
    arguments: [
      ("1;49;impair", "2;50;pair", false), ("1;49;", "50;;", false), ("1;50;", "50;;", true),
      ("1;49;impair", "48;48;", false),
      ("1;49;impair", "49;49;", true), (";;", "2;50;pair", true),
    ])
  func numbers(first: String, second: String, overlaps: Bool) {
    var petit = PetitReferentiel()
    petit.replace(
      "linf;codeInsee;codePostal;voie;du;au", by: "linf;codeInsee;codePostal;voie;du;au;numeroDe;numeroA;cote",
      in: "rattachements.csv")
    petit.add("rpe-lomme;59350;;rue Nationale;;;\(first)", to: "rattachements.csv")
    petit.add("rpe-sud;59350;;r. Nationale;;;\(second)", to: "rattachements.csv")
    #expect(petit.fautes.isEmpty != overlaps)
  }

  // MARK: EPCI

  @Test("An EPCI stands for its communes of the département, and T9: not for those beyond its border")
  func epci() throws {
    var petit = PetitReferentiel()
    petit.fichiers["epci.csv"] = """
      siren;raisonSociale;natureJuridique;departementCommune;codeInsee;nomCommune;populationMunicipale
      200000001;CC des deux rives;CC;59;59548;Saint-Waast;1
      200000001;CC des deux rives;CC;62;62041;Arras;1

      """
    petit.replace("linf;codeInsee;", by: "linf;epci;codeInsee;", in: "rattachements.csv")
    petit.fichiers["rattachements.csv"] = petit.fichiers["rattachements.csv"]?.split(separator: "\n").map {
      $0.hasPrefix("linf") ? String($0) : $0.split(separator: ";", maxSplits: 1).joined(separator: ";;")
    }.joined(separator: "\n")
    petit.add("\nrpe-lomme;200000001;;;;;", to: "rattachements.csv")
    let referentiel = try petit.charge()
    let routeur = Routeur(referentiel: referentiel)
    #expect(routeur.oriente("59570", "Saint-Waast").linf == "rpe-lomme")
    #expect(routeur.oriente("62000", "Arras").departement == "62")
    #expect(referentiel.lacunes(aPartirDu: aujourdhui).isEmpty)
    petit.add("rpe-lomme;200000002;;;;;", to: "rattachements.csv")
    petit.add("rpe-lomme;200000001;59548;;;;", to: "rattachements.csv")
    #expect(petit.fautes.map(\.colonne) == ["epci", "epci"])
    petit.fichiers["epci.csv"] = nil
    #expect(petit.fautes.first?.message.contains("epci.csv n’est pas dans le dossier") == true)
  }

  @Test("T7: the communes of a LINF are never cut, however many")
  func manyCommunes() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-vaste;Relais vaste;rpe;;;;;;", to: "linf.csv")
    for rank in 0..<900 {
      let code = "80\(rank + 100)".prefix(5)
      petit.add("COM,\(code),,80,,,,,,Lieu \(rank),,", to: "communes.csv")
      petit.add("\(code);LIEU \(rank);\(code);LIEU \(rank);", to: "codes-postaux.csv")
      petit.add("rpe-vaste;\(code);;;;", to: "rattachements.csv")
    }
    let referentiel = try petit.charge()
    #expect(referentiel.departement == "80")
    #expect(referentiel.lacunes(aPartirDu: aujourdhui).isEmpty)
    #expect(Routeur(referentiel: referentiel).oriente("80999", "Lieu 899").linf == "rpe-vaste")
  }

  @Test("T7: an EPCI of every commune, and ids of 64 characters, are held and told whole")
  func wholeEpci() throws {
    let long = ["a", "b"].map { String(repeating: $0, count: 64) }
    var petit = PetitReferentiel()
    petit.departement = "80"
    var epci = "siren;codeInsee\n"
    for rank in 0..<800 {
      petit.add("COM,\(80_100 + rank),,80,,,,,,Lieu \(rank),,", to: "communes.csv")
      epci += "200000001;\(80_100 + rank)\n"
    }
    petit.fichiers["epci.csv"] = epci
    for id in long { petit.add("\(id);Relais;;;;;;;", to: "linf.csv") }
    petit.fichiers["rattachements.csv"] = "linf;epci;du\n\(long[0]);200000001;2022-01-01\n"
    let referentiel = try petit.charge()
    #expect(referentiel.partition(aPartirDu: aujourdhui).estComplete)
    #expect(referentiel.rattachementsCount == 800)
    let routeur = Routeur(referentiel: referentiel)
    #expect((0..<800).allSatisfy { routeur.oriente(codeInsee: "\(80_100 + $0)").linf == long[0] })
    #expect(referentiel.differences(avec: nil, le: aujourdhui).changements.count == 800)
    #expect(referentiel.communesChangeant(apres: jour("2021-12-31"), jusquau: jour("2022-01-01")).count == 800)

    petit.add("\(long[1]);200000001;2027-01-01", to: "rattachements.csv")
    let faults = petit.fautes
    #expect(faults.count == 800)
    #expect(faults.allSatisfy { $0.message.contains(long[0]) && $0.message.contains(long[1]) })
  }

  @Test("causes first: what others refer to before these, and what is wrong with a whole file before its rows")
  func causesFirst() {
    var petit = PetitReferentiel()
    petit.fichiers["epci.csv"] = "siren;codeInsee\n12;59548\n"
    petit.fichiers["fermetures.csv"] = "linf;du;au\nrpe-nul;;\n"
    petit.add("COX,59351,,,,,,,,Lille,,", to: "communes.csv")
    petit.add("rpe-sud;1004;;;;\nrpe-nul;59548;;;;", to: "rattachements.csv")
    petit.add("RPE;x;;;;;;;", to: "linf.csv")
    let files = petit.contenu + [FichierReferentiel(nom: "RATTACHEMENTS.CSV", contenu: petit.contenu[0].contenu)]
    #expect {
      try Referentiel.charger(petit.contenu)
    } throws: { error in
      (error as? ReferentielRefuse)?.fautes.map(\.fichier) == [
        "communes.csv", "epci.csv", "linf.csv", "rattachements.csv", "rattachements.csv", "fermetures.csv",
        "fermetures.csv", "fermetures.csv",
      ]
    }
    #expect {
      try Referentiel.charger(files)
    } throws: { error in
      let faults = (error as? ReferentielRefuse)?.fautes.filter { $0.fichier.lowercased() == "rattachements.csv" } ?? []
      return faults.first?.ligne == nil && faults.first?.message.contains("deux fois") == true
    }
  }
}
