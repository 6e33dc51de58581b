import Guichet
import Testing

@Suite("The first line of our files")
struct EnTeteTests {
  /// Rows of each of our files under its usual header.
  static let fichiers = [
    "linf.csv": "linf;nom;type;gestionnaire;telephone;courriel;voie;codePostal;commune",
    "rattachements.csv": "linf;codeInsee;epci;codePostal;voie;numeroDe;numeroA;cote;du;au",
    "habilitations.csv": "linf;du;au;guichetUnique;type",
    "horaires.csv": "linf;jour;de;a;postes;usage;semaine;lieu;du;au",
    "fermetures.csv": "linf;du;au;motif;suppleant",
  ]

  /// A référentiel of which one file has this header, and rows that the header does not fit.
  static func petit(_ file: String, header: String) -> PetitReferentiel {
    var petit = PetitReferentiel()
    let rows = (petit.fichiers[file] ?? "\na;b;c\na;b;c\n").drop { $0 != "\n" }
    petit.fichiers[file] = header + rows
    return petit
  }

  @Test(
    "T3: a name one or two letters off is a fault, once, and never a precision that goes unread",
    arguments: [
      ("rattachements.csv", "linf;codeInsee;codPostal;voie;du;au", "codPostal", "codePostal"),
      ("rattachements.csv", "linf;codeInsee;codePostal;voies;du;au", "voies", "voie"),
      ("rattachements.csv", "lnf;codeInsee;codePostal;voie;du;au", "lnf", "linf"),
      ("rattachements.csv", "linf;codeInse;codePostal;voie;du;au", "codeInse", "codeInsee"),
      ("rattachements.csv", "linf;codeInsee;numeroD;voie;du;au", "numeroD", "numeroDe"),
      ("rattachements.csv", "linf;codeInsee;codePostal;voie;cot;au", "cot", "cote"),
      (
        "linf.csv", "linf;nom;type;gestionaire;telephone;courriel;voie;codePostal;commune", "gestionaire",
        "gestionnaire"
      ),
      ("habilitations.csv", "linf;du;au;guichet_uniques;type", "guichet_uniques", "guichetUnique"),
      ("horaires.csv", "linf;jours;de;a", "jours", "jour"),
      ("horaires.csv", "linf;jour;de;a;poste", "poste", "postes"),
      ("fermetures.csv", "linf;du;au;motif;supleant", "supleant", "suppleant"),
    ])
  func misspelt(file: String, header: String, name: String, right: String) throws {
    let faults = Self.petit(file, header: header).fautes
    let fault = try #require(faults.first)
    #expect(faults.count == 1, "\(faults.map(\.description))")
    #expect(fault.fichier == file && fault.ligne == 1 && fault.colonne == name)
    #expect(fault.message.contains("« \(right) »"))
  }

  @Test("T1: a street column misspelt does not give the whole commune away")
  func street() {
    var petit = PetitReferentiel()
    petit.replace("codePostal;voie", by: "codePostal;vooie", in: "rattachements.csv")
    #expect(petit.fautes.map(\.colonne) == ["vooie"])
  }

  @Test("a name that is no column's is told as unread, in our files only")
  func unknown() throws {
    var petit = PetitReferentiel()
    petit.replace(
      "linf;du;au;guichetUnique;type", by: "linf;du;au;guichetUnique;type;remarque", in: "habilitations.csv")
    petit.replace("linf;codeInsee;codePostal;voie", by: "linf;;codeInsee;codePostal;voie", in: "rattachements.csv")
    petit.fichiers["rattachements.csv"] = petit.fichiers["rattachements.csv"]?.split(separator: "\n").map {
      $0.hasPrefix("linf") ? String($0) : $0.split(separator: ";", maxSplits: 1).joined(separator: ";note;")
    }.joined(separator: "\n")
    #expect(
      try petit.charge().avertissements == [
        "habilitations.csv : la colonne « remarque » n’est pas connue, elle n’est pas lue.",
        "rattachements.csv : la colonne 2, qui n’a pas de nom, n’est pas lue.",
      ])
  }

  static let required: [(String, [String])] = [
    ("linf.csv", ["linf", "nom"]), ("rattachements.csv", ["linf"]), ("habilitations.csv", ["linf", "du"]),
    ("horaires.csv", ["linf", "jour", "de", "a"]), ("fermetures.csv", ["linf", "du", "au"]),
  ]

  @Test("a column without which the file says nothing is asked for, and its rows are not held against it")
  func missing() throws {
    for (file, columns) in Self.required {
      for column in columns {
        let header = (Self.fichiers[file] ?? "").split(separator: ";").filter { $0 != column }.joined(separator: ";")
        let faults = Self.petit(file, header: header).fautes
        #expect(faults.map(\.fichier) == [file], "\(file) \(column)")
        #expect(faults.first?.message.contains("« \(column) » manque") == true)
      }
    }
  }

  @Test("every column of every file of ours can be there once only")
  func twice() {
    for (file, header) in Self.fichiers {
      for column in header.split(separator: ";") {
        let faults = Self.petit(file, header: "\(header);\(column.uppercased())").fautes
        #expect(faults.map(\.colonne) == [String(column)], "\(file) \(column)")
        #expect(faults.first?.message.contains("2 fois") == true)
      }
    }
  }

  @Test("rattachements.csv without any column for places has one fault, not one for each row")
  func noPlace() {
    let faults = Self.petit("rattachements.csv", header: "linf;codePostal;voie;du;au").fautes
    #expect(faults.map(\.ligne) == [1])
    #expect(faults.first?.message.contains("« codeInsee » ou « epci »") == true)
  }

  @Test(
    "what a file lacks as a whole is told once, and not again at each row of the others",
    arguments: ["communes.csv", "codes-postaux.csv", "linf.csv"])
  func cascade(file: String) {
    for contents in ["", "x;y\n1;2\n", nil] as [String?] {
      var petit = PetitReferentiel()
      petit.fichiers[file] = contents
      petit.fichiers["fermetures.csv"] = "linf;du;au;motif;suppleant\nrpe-sud;2026-12-24;2026-12-31;;rpe-lomme\n"
      #expect(Set(petit.fautes.map(\.fichier)) == [file])
      #expect(petit.fautes.allSatisfy { $0.ligne ?? 1 == 1 })
    }
  }

  @Test("an EPCI without epci.csv, and a LINF whose own row is wrong, are told once")
  func onceOnly() {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] = "linf;epci\nrpe-sud;200000001\nrpe-sud;200000002\n"
    #expect(petit.fautes.map(\.message).count { $0.contains("epci.csv n’est pas dans le dossier") } == 1)
    #expect(petit.fautes.count == 1)
    petit = PetitReferentiel()
    petit.replace("rpe-zone;", by: "RPE-Zone;", in: "linf.csv")
    petit.replace("rpe-zone;", by: "RPE-Zone;", in: "rattachements.csv")
    petit.replace("rpe-zone;", by: "RPE-Zone;", in: "habilitations.csv")
    #expect(petit.fautes.map { "\($0.fichier) \($0.ligne ?? 0)" } == ["linf.csv 7"])
  }
}
