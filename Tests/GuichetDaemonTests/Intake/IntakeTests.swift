import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The intake of the running daemon")
struct IntakeTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  func total(_ daemon: RunningDaemon) throws -> Int? {
    try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int
  }

  @Test("takes what is dropped: routed, registered, seen, its original kept")
  func journey() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: Self.horloge)
      let rows = try daemon.list("ListDemandes", "demandes")
      #expect(rows.count == 1)
      #expect(rows.first?["numero"]?.string == "2026-000001")
      #expect(rows.first?["reference"]?.string == "MEF-1")
      #expect(rows.first?["linf"]?.string == "rpe-lomme")
      #expect(rows.first?["etat"]?.string == "aContacter")
      #expect(daemon.root.names(in: "depot").isEmpty)
      let kept = try daemon.root.bytes(of: "recus/2026-11-23/2026-000001.json")
      #expect(kept == Array(Samples.formulaire(reference: "MEF-1").utf8))
      let shown = try daemon.call("ShowDemande", ["numero": "1"])
      #expect(shown["fiche"]?["formulaire"]?["demandeur"]?["nom"]?.string == "Martin")
      #expect(shown["fiche"]?["linfNom"]?.string == "Relais de Lomme")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("takes what was dropped while it was away, and after a kill each reference once")
  func killed() async throws {
    let root = try TemporaryRoot()
    var daemon = try RunningDaemon(root, horloge: Self.horloge)
    try daemon.load(Samples.referentiel)
    for round in 0..<5 {
      for number in 0..<60 {
        try root.drop(Samples.formulaire(reference: "MEF-\(round)-\(number)"), as: "\(round)-\(number).json")
      }
      daemon.kill()
      daemon = try RunningDaemon(root, horloge: Self.horloge)
    }
    try daemon.advance(to: Self.horloge)
    let references = try daemon.list("ListDemandes", "demandes").compactMap { $0["reference"]?.string }
    #expect(references.count == 300)
    #expect(Set(references).count == 300)
    #expect(root.names(in: "depot").isEmpty)
    #expect(root.names(in: "recus/2026-11-23").count == 300)
    let verified = try daemon.call("VerifyJournal")
    #expect(verified["intact"]?.bool == true && verified["demandes"]?.int == 300)
    #expect(daemon.stop() == 0)
  }

  @Test("loses none of a producer that renames its next form over the same name")
  func sameName() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let count = 400
      for number in 0..<count {
        // Only what has been taken may be replaced: that is what « over the same name » means to a careful producer; the
        // daemon's own race with it is the spool's, tested there with a producer that does not look.
        try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "suivant.json")
        while FileManager.default.fileExists(atPath: "\(daemon.root.path)/depot/suivant.json"),
          try total(daemon) ?? 0 <= number
        {}
      }
      try daemon.advance(to: Self.horloge)
      #expect(try total(daemon) == count)
      #expect(daemon.root.names(in: "depot").isEmpty)
    }
  }

  @Test("waits for a half-written file, and refuses it when it has stayed so for the quiet time")
  func halfWritten() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let whole = Samples.formulaire(reference: "MEF-1")
      try daemon.root.drop(String(whole.prefix(100)), as: "demi.json")
      try daemon.root.drop("", as: "vide.json")
      // Seen for the first time then, however long the news of them takes.
      try daemon.advance(to: Self.horloge)
      try daemon.advance(to: "2026-11-23T09:00:09+01:00")
      #expect(daemon.root.names(in: "depot") == ["demi.json", "vide.json"])
      #expect(try daemon.call("GetEtat")["etat"]?["depot"]?["enAttente"]?.int == 2)
      try daemon.root.drop(whole, as: "demi.json")
      try daemon.advance(to: "2026-11-23T09:00:11+01:00")
      #expect(try total(daemon) == 1)
      #expect(daemon.root.names(in: "depot").isEmpty)
      let rejets = try daemon.list("ListRejets", "rejets")
      #expect(rejets.map { $0["fichier"]?.string } == ["vide.json"])
      #expect(rejets.first?["code"]?.string == "jsonInvalide")
    }
  }

  @Test("sets aside, each with its motif, whatever is no formulaire, and never stops")
  func badInput() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let depot = "\(daemon.root.path)/depot"
      try daemon.root.drop("pas du JSON", as: "texte.json")
      try daemon.root.drop(String(repeating: "[", count: 100_000), as: "profond.json")
      try daemon.root.drop("{\"version\": 2}", as: "version.json")
      try daemon.root.drop("{\"version\": 1, \"version\": 1, \"demandeur\": {}}", as: "double.json")
      try daemon.root.drop("{\"version\": 1, \"demandeur\": {\"nom\": \"a\\u0000b\"}}", as: "nul.json")
      try Data([0x7B, 0xFF, 0x7D]).write(to: URL(filePath: "\(depot)/octets.json"))
      let long = String(repeating: "n", count: 250) + ".json"
      try daemon.root.drop("{", as: long)
      try FileManager.default.createDirectory(atPath: "\(depot)/dossier.json", withIntermediateDirectories: false)
      #expect(mkfifo("\(depot)/tube.json", 0o600) == 0)
      try FileManager.default.createSymbolicLink(atPath: "\(depot)/lien.json", withDestinationPath: "/etc/hostname")
      let big = FileManager.default.createFile(atPath: "\(depot)/gros.json", contents: nil)
      #expect(big && truncate("\(depot)/gros.json", 2 << 30) == 0)
      try daemon.advance(to: "2026-11-23T09:00:05+01:00")
      try daemon.advance(to: "2026-11-23T09:00:16+01:00")
      #expect(daemon.root.names(in: "depot").isEmpty)
      var codes: [String: String] = [:]
      for rejet in try daemon.list("ListRejets", "rejets") {
        codes[rejet["fichier"]?.string ?? ""] = rejet["code"]?.string
        #expect(rejet["erreurs"]?.elements.first { $0["message"]?.string?.isEmpty == false } != nil)
      }
      #expect(
        codes == [
          "texte.json": "jsonInvalide", "profond.json": "jsonInvalide", "version.json": "formulaireInvalide",
          "double.json": "formulaireInvalide", "octets.json": "jsonInvalide", long: "jsonInvalide",
          "dossier.json": "pasUnFichier", "tube.json": "pasUnFichier", "lien.json": "pasUnFichier",
          "gros.json": "tropGros",
        ])
      #expect(try total(daemon) == 1)
      let motifs = daemon.root.names(in: "rejets").filter { $0.hasSuffix(".motif.json") }
      #expect(motifs.count == codes.count)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("takes the same file again as a replay, and another content under its reference as a conflict")
  func replays() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: Self.horloge)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "b.json")
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1", nom: "Durand"), as: "c.json")
      try daemon.advance(to: Self.horloge)
      #expect(try total(daemon) == 1)
      #expect(daemon.root.names(in: "depot").isEmpty)
      let rejets = try daemon.list("ListRejets", "rejets")
      #expect(rejets.map { $0["code"]?.string } == ["conflit"])
      #expect(
        rejets.first?["erreurs"]?.elements.first { $0["message"]?.string?.contains("2026-000001") == true } != nil)
    }
  }

  @Test("routes again by itself what waited for a référentiel (filed before the table was loaded)")
  func waiting() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.root.drop(Samples.formulaire(reference: "MEF-2", codePostal: "59700", commune: "Marcq"), as: "b.json")
      try daemon.advance(to: Self.horloge)
      #expect(try daemon.list("ListDemandes", "demandes").allSatisfy { $0["raison"]?.string == "referentielAbsent" })
      #expect(try daemon.load(Samples.referentiel)["reorientees"]?.int == 2)
      let rows = try daemon.list("ListDemandes", "demandes")
      #expect(Set(rows.map { $0["linf"]?.string ?? $0["raison"]?.string }) == ["rpe-lomme", "sansLinf"])
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("masks a social security number in the register and in what is kept")
  func masked() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      // 2 85 05 78 006 084, key 97 - (2850578006084 mod 97).
      let nir = "2850578006084" + String(97 - 2_850_578_006_084 % 97)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1", message: "Mon numéro : \(nir)."), as: "a.json")
      try daemon.advance(to: Self.horloge)
      let kept = String(decoding: try daemon.root.bytes(of: "recus/2026-11-23/2026-000001.json"), as: UTF8.self)
      #expect(!kept.contains(nir) && kept.contains("Mon numéro"))
      #expect(daemon.root.names(in: "depot").isEmpty)
      daemon.stop()
      let register = try daemon.root.bytes(of: "guichet.sqlite")
      #expect(!String(decoding: register, as: UTF8.self).contains(nir))
    }
  }
}
