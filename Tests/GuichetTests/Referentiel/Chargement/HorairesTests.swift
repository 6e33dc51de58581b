import Guichet
import GuichetTestSupport
import Testing

@Suite("Opening hours and closures")
struct HorairesTests {
  static func petit(_ rows: String...) -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.fichiers["horaires.csv"] =
      (["linf;jour;de;a;postes;usage;semaine;lieu;du;au"] + rows).joined(separator: "\n") + "\n"
    return petit
  }

  static func fermetures(_ rows: String...) -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.fichiers["fermetures.csv"] = (["linf;du;au;motif;suppleant"] + rows).joined(separator: "\n") + "\n"
    return petit
  }

  @Test("are kept by LINF, weekday and hour, and nothing is said of them")
  func kept() throws {
    let referentiel = try Self.petit(
      "rpe-sud;mardi;13:30;17:00;2;;;;;", "rpe-sud;lundi;13:30;17:00;;telephone;paire;Annexe;01/09/2026;2027-08-31",
      "rpe-sud;lundi;9:00;12:00;;;;;;"
    ).charge()
    let hours = referentiel.horaires(of: "rpe-sud")
    #expect(hours.map(\.plage.jour) == [.lundi, .lundi, .mardi])
    #expect(hours.map(\.plage.de) == [540, 810, 810])
    #expect(hours.map(\.postes) == [1, 1, 2])
    #expect(hours[1].usage == .telephone && hours[1].semaine == .paire && hours[1].lieu == "Annexe")
    #expect(hours[1].periode == Periode(du: jour("2026-09-01"), au: jour("2027-08-31")))
    #expect(hours[0].usage == nil && hours[0].semaine == nil && hours[0].lieu == nil && hours[0].periode == .toujours)
    #expect(referentiel.horaires(of: "rpe-lomme").isEmpty)
    #expect(referentiel.avertissements.isEmpty)
  }

  @Test(
    "are read as people and spreadsheets write them",
    arguments: [
      ("lundi;09:00;12:00", JourDeSemaine.lundi, 540, 720), ("Lun.;9h00;12h", .lundi, 540, 720),
      ("MERCREDI;9:05;12:00:00", .mercredi, 545, 720), ("me;09H30;24:00", .mercredi, 570, 1440),
      ("dim;0:00;9h", .dimanche, 0, 540),
    ])
  func written(row: String, day: JourDeSemaine, from: Int, until: Int) throws {
    let hours = try Self.petit("rpe-sud;\(row);;;;;;").charge().horaires(of: "rpe-sud")
    #expect(hours.map(\.plage) == [Plage(jour: day, de: from, a: until)])
  }

  @Test(
    "with faults are refused, each with its column",
    arguments: [
      ("rpe-nul;lundi;09:00;12:00;;;;;;", "linf", "linf.csv"), (";lundi;09:00;12:00;;;;;;", "linf", "manque"),
      ("rpe-sud;;09:00;12:00;;;;;;", "jour", "manque"), ("rpe-sud;m;09:00;12:00;;;;;;", "jour", "lundi"),
      ("rpe-sud;lundi mardi;09:00;12:00;;;;;;", "jour", "un jour par ligne"),
      ("rpe-sud;lundi;;12:00;;;;;;", "de", "manque"), ("rpe-sud;lundi;9;12:00;;;;;;", "de", "09:00"),
      ("rpe-sud;lundi;0,375;12:00;;;;;;", "de", "tableur"), ("rpe-sud;lundi;09:60;12:00;;;;;;", "de", "09:00"),
      ("rpe-sud;lundi;24:00;24:00;;;;;;", "de", "09:00"), ("rpe-sud;lundi;09:00;24:01;;;;;;", "a", "24:00"),
      ("rpe-sud;lundi;12:00;09:00;;;;;;", "a", "échanger"), ("rpe-sud;lundi;09:00;09:00;;;;;;", "a", "échanger"),
      ("rpe-sud;lundi;09:00;12:00;0;;;;;", "postes", "de 1 à 999"),
      ("rpe-sud;lundi;09:00;12:00;2,0;;;;;", "postes", "tableur"),
      ("rpe-sud;lundi;09:00;12:00;deux;;;;;", "postes", "entier"),
      ("rpe-sud;lundi;09:00;12:00;;visite;;;;", "usage", "accueil, telephone, rendezVous"),
      ("rpe-sud;lundi;09:00;12:00;;;3;;;", "semaine", "paire, impaire"),
      ("rpe-sud;lundi;09:00;12:00;;;;;46023;", "du", "tableur"),
      ("rpe-sud;lundi;09:00;12:00;;;;;2026-02-01;2026-01-01", "au", "précède"),
    ])
  func faults(row: String, column: String, says: String) throws {
    let faults = Self.petit(row).fautes
    #expect(faults.map(\.colonne) == [column])
    let fault = try #require(faults.first)
    #expect(fault.fichier == "horaires.csv" && fault.ligne == 2)
    #expect(fault.message.contains(says), "\(fault.message)")
  }

  @Test(
    "that overlap are refused, both lines named; those that only touch or differ in use are not",
    arguments: [
      ("lundi;11:00;14:00;;;;;;", true), ("lundi;12:00;14:00;;;;;;", false), ("mardi;09:00;12:00;;;;;;", false),
      ("lundi;09:00;12:00;;telephone;;;;", false), ("lundi;09:00;12:00;;;;Annexe;;", false),
      ("lundi;11:59;12:30;;;paire;;;", true), ("lundi;09:00;12:00;;;;;;2026-08-31", false),
      ("lundi;09:00;12:00;;;;;;2026-09-01", true),
    ])
  func overlaps(row: String, meets: Bool) throws {
    let faults = Self.petit("rpe-sud;lundi;09:00;12:00;;;;;2026-09-01;", "rpe-sud;\(row)").fautes
    #expect(faults.map(\.ligne) == (meets ? [3] : []))
    if let fault = faults.first { #expect(fault.message.contains("ligne 2") && fault.message.contains("01/09/2026")) }
  }

  @Test("in even and in odd weeks do not meet; two LINF may be open at the same time")
  func parity() {
    let petit = Self.petit(
      "rpe-sud;lundi;09:00;12:00;;;paire;;;", "rpe-sud;lundi;09:00;12:00;;;Impaire;;;",
      "rpe-lomme;lundi;09:00;12:00;;;;;;")
    #expect(petit.fautes.isEmpty)
  }

  @Test("who should stand in for a closed LINF and is closed itself is told, with the days")
  func standInClosed() throws {
    let warned = try Self.fermetures(
      "rpe-sud;2026-12-21;2027-01-03;;rpe-lomme", "rpe-lomme;2026-12-29;2026-12-31;;rpe-sud",
      "rpe-lomme;2026-07-13;2026-07-13;;"
    ).charge().avertissements
    #expect(warned.count == 2)
    #expect(warned.contains { $0.contains("rpe-lomme, suppléant de rpe-sud,") && $0.contains("29/12/2026") })
    #expect(warned.contains { $0.contains("rpe-sud, suppléant de rpe-lomme,") && $0.contains("31/12/2026") })
  }

  @Test("closures are kept by day, for one LINF or for all")
  func closures() throws {
    let referentiel = try Self.fermetures(
      "rpe-sud;2026-12-24;2026-12-31;congés;rpe-lomme", ";14/07/2026;14/07/2026;;"
    ).charge()
    #expect(referentiel.fermetures.map(\.linf) == [nil, "rpe-sud"])
    #expect(referentiel.fermetures.map(\.suppleant) == [nil, "rpe-lomme"])
    #expect(referentiel.fermetures.map(\.motif) == [nil, "congés"])
    #expect(referentiel.fermetures[1].periode.contient(jour("2026-12-31")))
    #expect(referentiel.avertissements.isEmpty)
  }

  @Test(
    "closures with faults are refused",
    arguments: [
      ("rpe-nul;2026-12-24;2026-12-31;;", ["linf"]), ("rpe-sud;;2026-12-31;;", ["du"]),
      ("rpe-sud;2026-12-24;;;", ["au"]),
      ("rpe-sud;;;;", ["du", "au"]), ("rpe-sud;2026-12-31;2026-12-24;;", ["au"]),
      ("rpe-sud;2026-12-24;2026-12-31;;rpe-sud", ["suppleant"]),
      ("rpe-sud;2026-12-24;2026-12-31;;rpe-nul", ["suppleant"]), (";2026-12-24;2026-12-31;;rpe-sud", ["suppleant"]),
      ("rpe-sud;46023;2026-12-31;;", ["du"]),
    ])
  func closureFaults(row: String, columns: [String]) {
    #expect(Self.fermetures(row).fautes.map(\.colonne) == columns)
  }

  @Test(
    "load for the whole of the Nord",
    .enabled(if: FichiersOfficiels.sontLa, "../shared/data is not beside this checkout"))
  func nord() throws {
    let names = FichiersOfficiels.noms + ["horaires.csv", "fermetures.csv"]
    let referentiel = try Referentiel.charger(
      names.compactMap { name in
        SharedData.file("referentiel-nord/\(name)").map { FichierReferentiel(nom: name, contenu: $0) }
      })
    #expect(referentiel.fermetures.count == 123)
    #expect(referentiel.linf.map { referentiel.horaires(of: $0.id).count }.reduce(0, +) == 616)
    #expect(referentiel.avertissements.isEmpty)
  }
}
