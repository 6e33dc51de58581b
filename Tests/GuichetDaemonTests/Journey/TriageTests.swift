import Foundation
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Triage, with the real daemon")
struct TriageTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  /// The small référentiel, changed.
  static func referentiel(_ changes: (String, String)...) -> [String: String] {
    var files = Samples.referentiel
    for (old, new) in changes {
      files["rattachements.csv"] = files["rattachements.csv"]?.replacing(old, with: new)
    }
    return files
  }

  static func drop(_ daemon: RunningDaemon, _ reference: String, _ codePostal: String, _ commune: String) throws {
    try daemon.root.drop(
      Samples.formulaire(reference: reference, codePostal: codePostal, commune: commune), as: "\(reference).json")
    try daemon.advance(to: horloge)
  }

  static func row(_ daemon: RunningDaemon, _ numero: String) throws -> JSON {
    try #require(try daemon.call("ShowDemande", ["numero": .string(numero)])["demande"])
  }

  /// The natures of its facts, in order, without what was told of its échéances meanwhile.
  static func faits(_ daemon: RunningDaemon, _ numero: String) throws -> [String] {
    try daemon.list("ListFaits", "faits", ["numero": .string(numero)]).compactMap { $0["nature"]?.string }
      .filter { $0 != "escalade" }
  }

  @Test("T5: demandes filed before the table was loaded are routed when it is, and none stays behind")
  func filedBefore() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      for number in 0..<300 {
        try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
      }
      try daemon.advance(to: Self.horloge)
      #expect(try Self.row(daemon, "1")["raison"]?.string == "referentielAbsent")
      let applied = try daemon.load(Samples.referentiel)
      #expect(applied["reorientees"]?.int == 300)
      let etat = try daemon.call("GetEtat")["etat"]?["demandes"]?["parEtat"]
      #expect(etat?["aContacter"]?.int == 300 && (etat?["aOrienter"]?.int ?? 0) == 0)
    }
  }

  @Test("T4: two changes in one loading route each demande once")
  func routedOnce() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      try Self.drop(daemon, "MEF-2", "59000", "Lille")
      let files = Self.referentiel(
        ("rpe-lomme;59350;59160", "rpe-lille;59350;59160"), ("rpe-lomme;59128;", "rpe-lille;59128;"))
      #expect(try daemon.load(files)["reorientees"]?.int == 1)
      #expect(try Self.faits(daemon, "1") == ["recue", "routee", "routee"])
      #expect(try Self.faits(daemon, "2") == ["recue", "routee"])
      // The same files again make neither a version nor a fact.
      let again = try daemon.load(files)
      #expect(again["version"]?.int == 2 && again["reorientees"]?.int == 0)
      #expect(try Self.faits(daemon, "1").count == 3)
    }
  }

  @Test("T6, T11: a person's assignment shows as new at its new LINF, and no loading undoes it")
  func lock() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      try daemon.advance(to: "2026-11-23T11:00:00+01:00")
      let result = try daemon.call(
        "AssignDemandes", ["numeros": ["1", "77"], "linf": "rpe-lille", "motif": "Fratrie déjà suivie"])
      #expect(result["resultats"]?.elements.compactMap { $0["fait"]?.bool } == [true, false])
      #expect(result["resultats"]?.elements.compactMap { $0["code"]?.string } == ["introuvable"])
      let row = try Self.row(daemon, "1")
      #expect(row["linf"]?.string == "rpe-lille" && row["etat"]?.string == "aContacter" && row["verrou"]?.bool == true)
      #expect(row["depuis"]?.string == "2026-11-23T11:00:00+01:00")
      #expect(row["marques"]?.elements.compactMap(\.string) == ["transmise"])

      let files = Self.referentiel(("rpe-lille;59350;;;2022-01-01;", "rpe-lomme;59350;;;2022-01-01;"))
      #expect(try daemon.load(files)["reorientees"]?.int == 0)
      #expect(try Self.row(daemon, "1")["linf"]?.string == "rpe-lille")
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"]])
      #expect(try Self.row(daemon, "1")["linf"]?.string == "rpe-lomme")
      #expect(try Self.row(daemon, "1")["verrou"]?.bool == false)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)

      let explained = try daemon.call("ExplainDemande", ["numero": "1"])
      #expect(
        explained["attributions"]?.elements.compactMap { $0["mode"]?.string } == [
          "automatique", "manuel", "automatique",
        ])
      #expect(
        explained["attributions"]?.elements.compactMap { $0["vers"]?.string } == [
          "rpe-lomme", "rpe-lille", "rpe-lomme",
        ])
      #expect(explained["attributions"]?.elements.compactMap { $0["version"]?.int } == [1, 1, 2])
    }
  }

  @Test("a declined demande waits with its reason and is spared its LINF until its rattachement changes")
  func declined() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      #expect(throws: VarlinkFailure.self) {
        try daemon.call("DeclineDemandes", ["numeros": ["1"], "raison": "parce que"])
      }
      _ = try daemon.call("DeclineDemandes", ["numeros": ["1"], "raison": "horsTerritoire"])
      let row = try Self.row(daemon, "1")
      #expect(row["etat"]?.string == "aOrienter" && row["raison"]?.string == "decline")
      #expect(row["marques"]?.elements.compactMap(\.string) == ["tableAVerifier"])
      // Another version in which nothing changes for the place leaves it where it is.
      var files = Samples.referentiel
      files["linf.csv"]? += "rpe-marcq;Relais de Marcq;rpe;;;;;;\n"
      try daemon.load(files)
      #expect(try Self.row(daemon, "1")["etat"]?.string == "aOrienter")
      files["rattachements.csv"] = files["rattachements.csv"]?.replacing(
        "rpe-lomme;59350;59160", with: "rpe-marcq;59350;59160")
      try daemon.load(files)
      #expect(try Self.row(daemon, "1")["linf"]?.string == "rpe-marcq")
    }
  }

  @Test("a rattachement that changes on a later day takes effect on that day by itself, and is foreseen at loading")
  func datedChange() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      try Self.drop(daemon, "MEF-2", "59000", "Lille")
      let files = Self.referentiel(
        (
          "rpe-lomme;59350;59160;;2022-01-01;",
          "rpe-lomme;59350;59160;;2022-01-01;2026-12-31\nrpe-lille;59350;59160;;2027-01-01;"
        ))
      let compared = try Self.compare(daemon, files)
      let foreseen = compared["deplacements"].map { Array($0.elements) } ?? []
      #expect(foreseen.count == 1 && foreseen[0]["le"]?.string == "2027-01-01")
      #expect(foreseen[0]["de"]?.string == "rpe-lomme" && foreseen[0]["vers"]?.string == "rpe-lille")
      #expect(foreseen[0]["suit"]?.bool == true)
      #expect(try daemon.load(files)["reorientees"]?.int == 0)
      try daemon.advance(to: "2026-12-31T23:59:59+01:00")
      #expect(try Self.row(daemon, "2026-000001")["linf"]?.string == "rpe-lomme")
      try daemon.advance(to: "2027-01-01T00:00:00+01:00")
      let row = try Self.row(daemon, "2026-000001")
      #expect(row["linf"]?.string == "rpe-lille" && row["depuis"]?.string == "2027-01-01T00:00:00+01:00")
      #expect(row["marques"]?.elements.compactMap(\.string) == ["transmise"])
      #expect(try Self.faits(daemon, "2026-000002") == ["recue", "routee"])
      try daemon.advance(to: "2027-01-02T00:00:00+01:00")
      #expect(try Self.faits(daemon, "2026-000001") == ["recue", "routee", "routee"])
    }
  }

  @Test("a day of change that passed while the daemon was stopped takes effect when it starts")
  func changeWhileStopped() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: Self.horloge)
    try first.load(
      Self.referentiel(
        (
          "rpe-lomme;59350;59160;;2022-01-01;",
          "rpe-lomme;59350;59160;;2022-01-01;2026-12-31\nrpe-lille;59350;59160;;2027-01-01;"
        )))
    try Self.drop(first, "MEF-1", "59160", "Lomme")
    first.kill()
    let second = try RunningDaemon(root, horloge: "2027-01-05T08:00:00+01:00")
    defer { second.stop() }
    try second.advance(to: "2027-01-05T08:00:00+01:00")
    #expect(try Self.row(second, "2026-000001")["linf"]?.string == "rpe-lille")
  }

  @Test("a demande that a person locked follows its commune only when it is listed by its numero")
  func transferred() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(
        Self.referentiel(
          (
            "rpe-lomme;59350;59160;;2022-01-01;",
            "rpe-lomme;59350;59160;;2022-01-01;2026-12-31\nrpe-lille;59350;59160;;2027-01-01;"
          )))
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      _ = try daemon.call("AssignDemandes", ["numeros": ["1"], "linf": "rpe-lomme", "motif": "Elle y est connue"])
      #expect(throws: VarlinkFailure.self) {
        try daemon.call("TransferDemandes", ["commune": "59350", "le": "2027-01-02", "appliquer": false])
      }
      let all = try daemon.call("TransferDemandes", ["commune": "59350", "le": "2027-01-01", "appliquer": true])
      #expect(all["deplacements"]?.count == 0)
      let listed = try daemon.call(
        "TransferDemandes", ["commune": "59350", "le": "2027-01-01", "numeros": ["1"], "appliquer": true])
      #expect(listed["deplacements"]?.elements.compactMap { $0["vers"]?.string } == ["rpe-lille"])
      #expect(try Self.row(daemon, "1")["linf"]?.string == "rpe-lomme")
      try daemon.advance(to: "2027-01-01T08:00:00+01:00")
      #expect(try Self.row(daemon, "2026-000001")["linf"]?.string == "rpe-lille")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("T24: a demande of a commune that has merged since keeps its code, and is found by that one and by today's")
  func formerCode() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Capinghem")
      var merged = Samples.referentiel
      merged["communes.csv"] = merged["communes.csv"]?.replacing(
        "COM,59128,32,59,59D,595,0,CAPINGHEM,Capinghem,Capinghem,5904,\n", with: "")
      merged["codes-postaux.csv"] = merged["codes-postaux.csv"]?.replacing(
        "59128;CAPINGHEM;59160;CAPINGHEM;\n", with: "")
      merged["rattachements.csv"] = merged["rattachements.csv"]?.replacing("rpe-lomme;59128;;;2022-01-01;\n", with: "")
      merged["mouvements.csv"] = """
        MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP
        31,2026-11-01,COM,59128,0,CAPINGHEM,Capinghem,Capinghem,COM,59350,0,LILLE,Lille,Lille
        31,2026-11-01,COM,59350,0,LILLE,Lille,Lille,COM,59350,0,LILLE,Lille,Lille

        """
      #expect(try daemon.load(merged)["reorientees"]?.int == 0)
      try Self.drop(daemon, "MEF-2", "59160", "Lomme")
      func numeros(_ commune: String) throws -> [String] {
        try daemon.list("ListDemandes", "demandes", ["commune": .string(commune)]).compactMap { $0["numero"]?.string }
      }
      #expect(try Self.row(daemon, "1")["codeInsee"]?.string == "59128")
      #expect(try Self.row(daemon, "2")["codeInsee"]?.string == "59350")
      #expect(try numeros("59350") == ["2026-000001", "2026-000002"] && numeros("59128") == numeros("59350"))
      let csv = try ProgramRun.guichetctl(daemon.root, "demande", "lister", "--csv").output
      #expect(csv.contains("59128") && csv.contains("59350"))
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("a référentiel is tried on past demandes, each as of its day, and nothing changes")
  func replayed() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try Self.drop(daemon, "MEF-1", "59160", "Lomme")
      try Self.drop(daemon, "MEF-2", "59000", "Lille")
      let compared = try Self.compare(
        daemon, Self.referentiel(("rpe-lomme;59350;59160;;2022-01-01;", "rpe-lille;59350;59160;;2022-01-01;")),
        rejouer: 90)
      #expect(compared["rejeu"]?["examinees"]?.int == 2 && compared["rejeu"]?["ailleurs"]?.int == 1)
      #expect(compared["rejeu"]?["deplacements"]?.elements.compactMap { $0["numero"]?.string } == ["2026-000001"])
      #expect(compared["deplacementsTotal"]?.int == 1)
      #expect(try Self.row(daemon, "1")["linf"]?.string == "rpe-lomme")
      #expect(try daemon.call("GetEtat")["etat"]?["referentiel"]?["version"]?.int == 1)
    }
  }

  @Test("gives back the files of any version, byte for byte")
  func exported() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try daemon.load(Self.referentiel(("rpe-lomme;59128;", "rpe-lille;59128;")))
      for (version, files) in [
        (1, Samples.referentiel), (2, Self.referentiel(("rpe-lomme;59128;", "rpe-lille;59128;"))),
      ] {
        let connection = try daemon.connection()
        var stream = try connection.stream(
          "fr.caf.guichet.ExportReferentiel", ["version": .int(Int64(version))])
        var given: [String: String] = [:]
        while let piece = try stream.next() {
          let bytes = try #require(Data(base64Encoded: piece["contenu"]?.string ?? ""))
          given[piece["fichier"]?.string ?? "", default: ""] += String(decoding: bytes, as: UTF8.self)
        }
        #expect(given == files)
      }
    }
  }

  static func compare(
    _ daemon: RunningDaemon, _ files: [String: String], rejouer: Int64? = nil
  ) throws -> JSON {
    let connection = try daemon.connection()
    let name = "fr.caf.guichet."
    let token = try connection.call(name + "OpenReferentiel")["chargement"]?.string ?? ""
    for (file, text) in files {
      _ = try connection.call(
        name + "SendReferentiel",
        [
          "chargement": .string(token), "fichier": .string(file),
          "contenu": .string(Data(text.utf8).base64EncodedString()),
        ])
    }
    return try connection.call(
      name + "CompareReferentiel",
      ["chargement": .string(token), "rejouer": rejouer.map { .int($0) } ?? .null])
  }
}
