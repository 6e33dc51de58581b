import Guichet
import Testing

/// Every column of every file of ours, given what no column may hold or what any may.
@Suite("Every column of our files")
struct RigueurTests {
  /// A right row of each file, by column, that no other row stands against.
  static let rows: [String: [(column: String, value: String)]] = [
    "linf.csv": [
      ("linf", "rpe-neuf"), ("nom", "Relais neuf"), ("type", "rpe"), ("gestionnaire", "Ville"),
      ("telephone", "03.53.01.00.77"), ("courriel", "neuf@exemple.fr"), ("voie", "1 place Foch"),
      ("codePostal", "59000"), ("commune", "Lille"),
    ],
    "rattachements.csv": [
      ("linf", "rpe-sud"), ("codeInsee", "59548"), ("epci", ""), ("codePostal", "59570"), ("voie", "rue Foch"),
      ("numeroDe", "2"), ("numeroA", "20"), ("cote", "pair"), ("du", "2026-01-01"), ("au", "31/12/2026"),
    ],
    "habilitations.csv": [
      ("linf", "rpe-sud"), ("du", "2026-01-01"), ("au", "2026-12-31"), ("guichetUnique", "oui"),
      ("type", "habilitation"),
    ],
    "horaires.csv": [
      ("linf", "rpe-sud"), ("jour", "lundi"), ("de", "09:00"), ("a", "12:00"), ("postes", "2"), ("usage", "accueil"),
      ("semaine", "paire"), ("lieu", "Annexe"), ("du", "2026-01-01"), ("au", "2026-12-31"),
    ],
    "fermetures.csv": [
      ("linf", "rpe-sud"), ("du", "2026-12-24"), ("au", "2026-12-31"), ("motif", "congés"), ("suppleant", "rpe-lomme"),
    ],
  ]

  /// Columns that may be empty by themselves; the others are asked for.
  static let optional: [String: Set<String>] = [
    "linf.csv": ["nom", "type", "gestionnaire", "telephone", "courriel", "voie", "codePostal", "commune"],
    "rattachements.csv": ["epci", "codePostal", "numeroDe", "numeroA", "cote", "du", "au"],
    "habilitations.csv": ["du", "au", "guichetUnique", "type"],
    "horaires.csv": ["postes", "usage", "semaine", "lieu", "du", "au"], "fermetures.csv": ["motif", "suppleant"],
  ]

  /// Columns that any text may stand in.
  static let free: Set<String> = ["nom", "type", "gestionnaire", "voie", "commune", "lieu", "motif"]

  /// The small référentiel with one more row in one file, its columns in their usual order.
  static func petit(_ file: String, _ column: String? = nil, _ value: String = "") -> PetitReferentiel {
    var petit = PetitReferentiel()
    let row = (rows[file] ?? []).map { $0.column == column ? value : $0.value }.joined(separator: ";")
    let header = (rows[file] ?? []).map(\.column).joined(separator: ";")
    switch file {
    case "linf.csv", "habilitations.csv": petit.add(row, to: file)
    case "rattachements.csv":
      let others = (petit.fichiers[file] ?? "").split(separator: "\n").dropFirst().map {
        let cells = $0.split(separator: ";", omittingEmptySubsequences: false)
        return "\(cells[0]);\(cells[1]);;\(cells[2]);\(cells[3]);;;;\(cells[4]);\(cells[5])"
      }
      petit.fichiers[file] = ([header] + others + [row]).joined(separator: "\n") + "\n"
    default: petit.fichiers[file] = "\(header)\n\(row)\n"
    }
    return petit
  }

  static func columns(_ file: String) -> [String] { (rows[file] ?? []).map(\.column) }

  @Test("the rows that all this is tried on are right", arguments: rows.keys.sorted())
  func right(file: String) {
    #expect(Self.petit(file).fautes.isEmpty)
  }

  @Test("empty or blank is asked for where it is needed, and left out where it is not", arguments: rows.keys.sorted())
  func empty(file: String) {
    for column in Self.columns(file) {
      for value in ["", "  ", "\u{00A0}", "\"\""] {
        let faults = Self.petit(file, column, value).fautes
        var isOptional = Self.optional[file]?.contains(column) == true
        // A closure without LINF is everybody's, and then nobody calls meanwhile.
        if file == "fermetures.csv", column == "linf" { isOptional = false }
        #expect(faults.isEmpty == isOptional, "\(column) \(faults.map(\.description))")
        #expect(faults.allSatisfy { $0.fichier == file && $0.ligne != nil && $0.colonne != nil })
      }
    }
  }

  @Test(
    "of the wrong kind, too long, or with control characters is a fault of its column", arguments: rows.keys.sorted())
  func wrong(file: String) {
    for column in Self.columns(file) where column != "epci" {
      let isFree = Self.free.contains(column) && !(file == "habilitations.csv" && column == "type")
      var values = ["Rue\u{7}Foch", String(repeating: "x", count: 201), "illisible \u{FFFD}"]
      if column == "voie", file == "rattachements.csv" { values += ["???"] }
      if !isFree { values += ["???", "1E400", "é", "=1+1"] }
      if !isFree, column != "telephone" { values += ["'59548", "59548 59549"] }
      for value in values {
        let faults = Self.petit(file, column, value).fautes
        #expect(faults.map(\.colonne).contains(column), "\(column) \(value) \(faults.map(\.description))")
        #expect(faults.allSatisfy { $0.message.hasSuffix(".") && !$0.message.contains("\u{7}") })
      }
    }
    #expect(Self.petit("rattachements.csv", "epci", "???").fautes.map(\.colonne) == ["epci"])
  }

  /// A column, what a spreadsheet makes of its value, and what the remedy says.
  static let damages: [(file: String, column: String, value: String, says: String)] = [
    ("linf.csv", "telephone", "353010077", "« 0353010077 »"), ("linf.csv", "telephone", "3,53E+08", "tableur"),
    ("linf.csv", "telephone", "353010077,0", "tableur"), ("linf.csv", "codePostal", "1400", "« 01400 »"),
    ("linf.csv", "codePostal", "5,9E+04", "exposant"), ("linf.csv", "codePostal", "59000,0", "« 59000 »"),
    ("linf.csv", "linf", "2,5E+01", "minuscules"), ("linf.csv", "linf", "01/05/2026", "minuscules"),
    ("rattachements.csv", "codeInsee", "1004", "« 01004 »"), ("rattachements.csv", "codeInsee", "59548.0", "« 59548 »"),
    ("rattachements.csv", "codeInsee", "6E+04", "exposant"), ("rattachements.csv", "codePostal", "1400", "« 01400 »"),
    ("rattachements.csv", "codePostal", "59570,00", "« 59570 »"), ("rattachements.csv", "numeroDe", "2,0", "tableur"),
    ("rattachements.csv", "numeroA", "2E+01", "tableur"), ("rattachements.csv", "numeroA", "02/12/2026", "numéro"),
    ("rattachements.csv", "du", "46023", "réécrite en nombre"),
    ("rattachements.csv", "au", "46023,5", "réécrite en nombre"),
    ("rattachements.csv", "au", "4,6E+04", "réécrite en nombre"), ("rattachements.csv", "linf", "12", "linf.csv"),
    ("habilitations.csv", "du", "46023", "réécrite en nombre"),
    ("habilitations.csv", "au", "46023.0", "réécrite en nombre"),
    ("habilitations.csv", "guichetUnique", "1,0", "oui ou non"), ("horaires.csv", "de", "0,375", "tableur"),
    ("horaires.csv", "a", "0.5", "tableur"), ("horaires.csv", "a", "5E-01", "tableur"),
    ("horaires.csv", "postes", "2,00", "tableur"), ("horaires.csv", "du", "46023", "réécrite en nombre"),
    ("horaires.csv", "au", "4,6E4", "réécrite en nombre"), ("fermetures.csv", "du", "46023", "réécrite en nombre"),
    ("fermetures.csv", "au", "46023,0", "réécrite en nombre"),
  ]

  @Test("T23: what a spreadsheet mangles is a fault with its remedy, in every column where it can happen")
  func damaged() {
    for (file, column, value, says) in Self.damages {
      let faults = Self.petit(file, column, value).fautes
      #expect(faults.map(\.colonne) == [column], "\(file) \(column) \(value) \(faults.map(\.description))")
      #expect(faults.first?.message.contains(says) == true, "\(faults.map(\.description))")
    }
  }

  @Test(
    "T23: so are the numbers of EPCI, and ids of digits that lost their zeros",
    arguments: [("2E+08", "tableur"), ("200000001,0", "tableur"), ("20000001", "tableur"), ("2000", "neuf chiffres")])
  func mangledSiren(value: String, says: String) {
    var petit = PetitReferentiel()
    petit.fichiers["epci.csv"] = "siren;codeInsee\n200000001;59548\n\(value);59548\n"
    #expect(petit.fautes.map(\.colonne) == ["siren"])
    #expect(petit.fautes.first?.message.contains(says) == true)
    petit.fichiers["epci.csv"] = "siren;codeInsee\n200000001;59548\n"
    petit.fichiers["rattachements.csv"] = "linf;epci\nrpe-sud;\(value)\n"
    #expect(petit.fautes.map(\.colonne) == ["epci"])
    #expect(petit.fautes.first?.message.contains(says) == true)
    petit = PetitReferentiel()
    petit.add("0012;Relais 12;;;;;;;", to: "linf.csv")
    petit.add("12;59548;;;;", to: "rattachements.csv")
    #expect(petit.fautes.first?.message.contains("« 0012 »") == true)
  }

  // MARK: Files

  static let encodings: [(String, @Sendable (String) -> [UInt8])] = [
    ("BOM", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
    ("Windows-1252", { $0.unicodeScalars.map { $0.value == 0x2019 ? 0x92 : UInt8(truncatingIfNeeded: $0.value) } }),
    ("CR", { $0.utf8.map { $0 == 0x0A ? 0x0D : $0 } }), ("commas", { $0.utf8.map { $0 == 0x3B ? 0x2C : $0 } }),
  ]

  @Test("every file of ours loads the same from every encoding, line end and separator", arguments: rows.keys.sorted())
  func encodings(file: String) throws {
    let petit = Self.petit(file)
    let expected = try petit.charge()
    for (name, encode) in Self.encodings {
      let files = petit.fichiers.map {
        FichierReferentiel(nom: $0.key, contenu: $0.key == file ? encode($0.value) : Array($0.value.utf8))
      }
      #expect(try Referentiel.charger(files).differences(avec: expected, le: aujourdhui).toutEstIdentique, "\(name)")
    }
  }

  static let broken: [(String, @Sendable (String) -> [UInt8])] = [
    ("UTF-16", { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
    ("octets nuls", { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
    ("octets nuls", { Array($0.utf8) + [0] }), ("classeur", { [0x50, 0x4B, 0x03, 0x04] + Array($0.utf8) }),
    ("classeur", { [0xD0, 0xCF, 0x11, 0xE0, 0xA1] + Array($0.utf8) }),
    ("page web", { Array("\u{FEFF}\n<!DOCTYPE html>\n<table>\n\($0)</table>\n".utf8) }),
    ("document", { Array("%PDF-1.7\n\($0)".utf8) }), ("archive", { [0x1F, 0x8B, 0x08, 0x01] + Array($0.utf8) }),
    // UTF-8 encoded twice, UTF-8 with one broken letter, MS-DOS, an old Macintosh.
    ("accents", { Array(($0 + ";Lomm\u{C3}\u{A9};\n").utf8) }),
    ("accents", { Array(($0 + "\u{C5}\u{201C}uvre\n").utf8) }),
    ("accents", { Array($0.utf8) + Array("é;".utf8) + [0xC3] }),
    ("accents", { Array($0.utf8) + Array("lomm".utf8) + [0x82] }),
    ("accents", { Array($0.utf8) + Array("lomm".utf8) + [0x8E] }),
    ("barres", { $0.utf8.map { $0 == 0x3B ? 0x7C : $0 } }), ("aucune colonne", { Array(("Table 2026\n" + $0).utf8) }),
    (
      "sépare ses colonnes",
      { text in
        let rows = text.drop { $0 != "\n" }
        return Array((text.prefix { $0 != "\n" } + rows.map { $0 == ";" ? "," : $0 }).utf8)
      }
    ),
    ("vide", { _ in Array("\n\n".utf8) }), ("guillemet", { Array(($0 + "\"rpe").utf8) }),
    ("guillemet", { Array(("\"" + $0).utf8) }), ("tabulations", { $0.utf8.map { $0 == 0x3B ? 0x09 : $0 } }),
  ]

  @Test(
    "every file of ours that cannot be read has one fault, and no other file has any", arguments: rows.keys.sorted())
  func broken(file: String) {
    for (says, spoil) in Self.broken {
      let files = Self.petit(file).fichiers.map {
        FichierReferentiel(nom: $0.key, contenu: $0.key == file ? spoil($0.value) : Array($0.value.utf8))
      }
      #expect("\(file) \(says)") {
        try Referentiel.charger(files)
      } throws: { error in
        let faults = (error as? ReferentielRefuse)?.fautes ?? []
        return Set(faults.map(\.fichier)) == [file] && faults.allSatisfy { $0.message.contains(says) }
      }
    }
  }

  @Test("a file that is there twice, whatever the case of its name, is refused", arguments: rows.keys.sorted())
  func twice(file: String) {
    let petit = Self.petit(file)
    let other = FichierReferentiel(nom: file.uppercased(), contenu: Array((petit.fichiers[file] ?? "").utf8))
    #expect {
      try Referentiel.charger(petit.contenu + [other])
    } throws: { error in
      let faults = (error as? ReferentielRefuse)?.fautes ?? []
      return faults.count == 1 && faults[0].ligne == nil && faults[0].message.contains("deux fois")
    }
  }
}
