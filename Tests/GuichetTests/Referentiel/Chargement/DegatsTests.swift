import Guichet
import Testing

/// What spreadsheets and hurried hands leave behind, each found on the whole files of a département.
@Suite("A file that was damaged")
struct DegatsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let line: Int?
    let column: String?
    let says: String

    init(_ file: String, _ old: String, _ new: String, _ line: Int?, _ column: String?, _ says: String) {
      (self.file, self.old, self.new, self.line, self.column, self.says) = (file, old, new, line, column, says)
    }

    var testDescription: String { "\(file): \(new.prefix(60))" }
  }

  private static let rattachements = "linf;codeInsee;codePostal;voie;du;au"

  @Test(
    "has one fault for each damage, in the file, at the line and the column where it is, with its remedy",
    arguments: [
      Case("rattachements.csv", ";59526;", ";=\"59526\";", 2, "codeInsee", "écrire « 59526 »"),
      Case("rattachements.csv", ";59526;", ";'59526;", 2, "codeInsee", "écrire « 59526 »"),
      Case("rattachements.csv", ";59526;", ";59 526;", 2, "codeInsee", "écrire « 59526 »"),
      Case("rattachements.csv", ";59526;", ";59526,59434;", 2, "codeInsee", "cinq caractères"),
      Case("rattachements.csv", ";59526;", ";#N/A;", 2, "codeInsee", "erreur de calcul"),
      Case("rattachements.csv", ";59350;59800;", ";59350;#REF!;", 5, "codePostal", "erreur de calcul"),
      Case("rattachements.csv", ";59350;59800;", ";59350;2A004;", 5, "codePostal", "cinq caractères"),
      Case("rattachements.csv", ";2024-09-01;", ";01.09.2024;", 5, "du", "jour du calendrier"),
      Case("rattachements.csv", ";2024-09-01;", ";0024-09-01;", 5, "du", "autre époque"),
      Case("rattachements.csv", ";2024-09-01;", ";2204-09-01;", 5, "du", "autre époque"),
      Case("rattachements.csv", ";2024-09-01;", ";;0024-09-01", 5, "au", "autre époque"),
      Case("habilitations.csv", "rpe-lomme;2022", "rpe-lomme;1022", 7, "du", "autre époque"),
      Case(
        "rattachements.csv", "\nrpe-amandinois;59526", "\nRPE Amandinois;59526", 2, "linf", "« rpe-amandinois » y est"),
      Case("rattachements.csv", "\nrpe-amandinois;59526", "\n\u{FEFF}rpe-amandinois;59526", 2, "linf", "invisible"),
      Case("rattachements.csv", "\nrpe-amandinois;59526", "\nrpe\u{2011}amandinois;59526", 2, "linf", "invisible"),
      Case("linf.csv", "\nrpe-amandinois;", "\nRPE Amandinois;", 2, "linf", "minuscules"),
      Case("linf.csv", "Relais de l’Amandinois;", "Relais; de l’Amandinois;", 2, nil, "10 colonnes au lieu de 9"),
      Case("rattachements.csv", rattachements, "\(rattachements)\n\(rattachements)", 2, nil, "répétée"),
      Case(
        "linf.csv", "rpe-sud;", "linf;nom;type;gestionnaire;telephone;courriel;voie;codePostal;commune\nrpe-sud;", 6,
        nil, "répétée"),
      Case("rattachements.csv", "\(rattachements)\n", "", 1, nil, "aucune colonne connue"),
      Case("communes.csv", "TYPECOM,COM,REG", "A,COM,REG", 1, nil, "« TYPECOM »"),
      Case(
        "communes.csv", "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE",
        "A,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,B", 1, nil, "« TYPECOM » et « LIBELLE » manquent"),
      Case("rattachements.csv", "codeInsee;codePostal;voie", "codeInsee;cp;rue", 1, nil, "« cp » et « rue »"),
      Case("communes.csv", "COM,59183,32", "XOM,59183,32", 8, "TYPECOM", "COMA"),
    ])
  func once(_ test: Case) throws {
    var petit = PetitReferentiel()
    petit.replace(test.old, by: test.new, in: test.file)
    let faults = petit.fautes.filter { $0.fichier == test.file }
    let fault = try #require(faults.first)
    #expect(faults.count == 1, "\(faults.map(\.description))")
    #expect(fault.ligne == test.line && fault.colonne == test.column, "\(fault.description)")
    #expect(fault.message.contains(test.says) && fault.message.hasSuffix("."), "\(fault.message)")
    // A commune or a LINF that is gone with its own row is missed by others, but not one that is there otherwise spelt.
    if test.file != "communes.csv" { #expect(petit.fautes.count == 1, "\(petit.fautes.map(\.description))") }
  }

  @Test("takes what is only an accident of saving", arguments: rattachementsSaved)
  func harmless(name: String, spoil: @Sendable (String) -> [UInt8]) throws {
    let petit = PetitReferentiel()
    let files = petit.fichiers.map {
      FichierReferentiel(
        nom: $0.key, contenu: $0.key == "rattachements.csv" ? spoil($0.value) : Array($0.value.utf8))
    }
    #expect(try Referentiel.charger(files).differences(avec: petit.charge(), le: aujourdhui).toutEstIdentique)
  }

  static let rattachementsSaved: [(String, @Sendable (String) -> [UInt8])] = [
    ("end of file of MS-DOS", { Array($0.utf8) + [0x1A] }), ("sep=", { Array("sep=;\r\n\($0)".utf8) }),
    ("two BOM", { Array("\u{FEFF}\u{FEFF}\($0)".utf8) }), ("blank lines", { Array("\n\n\($0);;;;;\n\n".utf8) }),
    ("columns without name", { Array($0.split(separator: "\n").map { $0 + ";;;\n" }.joined().utf8) }),
    ("no-break spaces", { Array($0.replacing("rpe-sud;", with: "\u{A0}rpe-sud ;").utf8) }),
    ("no line end", { Array($0.dropLast().utf8) }), ("LF CR", { Array($0.replacing("\n", with: "\n\r").utf8) }),
  ]

  @Test("whose rows say the same twice for one LINF is taken, and that is told")
  func repeated() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-amandinois;59526;;;01/01/2022;", to: "rattachements.csv")
    #expect(try petit.charge().avertissements.contains { $0.contains("(1) : ligne 18 comme la 2") })
  }

  @Test("that was cut off lacks what others need: parts of communes and postal codes are told once")
  func cut() {
    var petit = PetitReferentiel()
    petit.add(
      "COMA,59901,,,,,,,,Un,,59999\nCOMA,59902,,,,,,,,Deux,,59999\nCOMA,59903,,,,,,,,Trois,,59998", to: "communes.csv")
    #expect(petit.fautes.count == 1 && petit.fautes[0].message.contains("ni celles de 2 autres lignes"))
    petit = PetitReferentiel()
    petit.fichiers["codes-postaux.csv"] = "code_insee;nom_commune;code_postal\n62041;ARRAS;62000\n"
    #expect(petit.fautes.map(\.ligne) == [5], "\(petit.fautes.map(\.description))")
    #expect(petit.fautes.first?.message.contains("aucun code postal de Lille") == true)
  }
}
