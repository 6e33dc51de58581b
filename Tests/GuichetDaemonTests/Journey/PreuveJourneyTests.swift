import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The evidence for a control, with the real daemon")
struct PreuveJourneyTests {
  private static func ctl(_ daemon: RunningDaemon, _ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", daemon.root.path])
  }

  @Test("is established, sealed and verified; an altered figure is told where; later facts leave it as it was")
  func life() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      try TriageTests.drop(daemon, "MEF-2", "59160", "Lomme")
      try daemon.advance(to: "2026-11-24T10:00:00+01:00")
      let of = ["--annee", "2026", "--linf", "rpe-lomme"]
      let piece = "\(daemon.root.path)/convention.pdf"
      try "Convention".write(toFile: piece, atomically: true, encoding: .utf8)
      let added = try Self.ctl(
        daemon, ["preuve", "piece", "ajouter", piece, "--type", "convention", "--date", "15/01/2026"] + of)
      #expect(added.status == 0, "\(added.errors)")
      #expect(try Self.ctl(daemon, ["preuve", "piece", "lister"] + of).output.contains("convention.pdf"))
      let shown = try Self.ctl(daemon, ["preuve", "etablir"] + of)
      #expect(shown.output.contains("Référencement et habilitation : incomplet"), "\(shown.errors)")
      #expect(shown.output.contains("Réponses : à apprécier") && shown.output.contains("2026-000001"))

      let file = "\(daemon.root.path)/preuve.json"
      let sealed = try Self.ctl(daemon, ["preuve", "sceller", "--fichier", file] + of)
      #expect(sealed.status == 0 && sealed.output.contains("SHA-256"), "\(sealed.errors)")
      let sample = ["preuve", "echantillon", "--n", "2", "--graine", "x"] + of
      let drawn = try Self.ctl(daemon, sample).output
      let again = try Self.ctl(daemon, sample).output
      #expect(drawn.contains("2026-000002") && drawn == again)

      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      try daemon.advance(to: "2026-12-24T10:00:00+01:00")
      let verified = try Self.ctl(daemon, ["preuve", "verifier", file])
      #expect(verified.status == 0 && verified.output.contains("donnent toujours"), "\(verified.output)")

      let text = try String(contentsOfFile: file, encoding: .utf8)
      let altered = text.replacingOccurrences(of: #""recues":2"#, with: #""recues":3"#)
      #expect(altered != text)
      try altered.write(toFile: file, atomically: true, encoding: .utf8)
      let told = try Self.ctl(daemon, ["preuve", "verifier", file])
      #expect(told.status == 1 && told.output.contains("/points/1/chiffres/recues : 3 au lieu de 2."), "\(told.output)")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("tells of delays that were changed since, of a document of another form, and never writes over a file unasked")
  func later() throws {
    let root = try TemporaryRoot()
    let of = ["--annee", "2026", "--linf", "rpe-lomme"]
    let (file, html) = ("\(root.path)/preuve.json", "\(root.path)/preuve.html")
    do {
      let daemon = try RunningDaemon(root, horloge: TriageTests.horloge)
      defer { daemon.stop() }
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Lomme")
      // Answered on the third open day: in time by five, late by two.
      try daemon.advance(to: "2026-11-26T16:00:00+01:00")
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint", "themes": ["modes"]])
      let sealed = try Self.ctl(daemon, ["preuve", "sceller", "--fichier", file] + of)
      try #require(sealed.status == 0, "\(sealed.errors)")
      #expect(try Self.ctl(daemon, ["preuve", "verifier", file]).status == 0)

      #expect(try Self.ctl(daemon, ["preuve", "etablir", "--html", html] + of).status == 0)
      try "Autre chose.".write(toFile: html, atomically: true, encoding: .utf8)
      #expect(try Self.ctl(daemon, ["preuve", "etablir", "--html", html] + of).status != 0)
      #expect(try String(contentsOfFile: html, encoding: .utf8) == "Autre chose.")
      #expect(try Self.ctl(daemon, ["preuve", "etablir", "--oui", "--html", html] + of).status == 0)
      #expect(try String(contentsOfFile: html, encoding: .utf8).hasSuffix("</html>\n"))
    }
    try "delais: {premierContact: 4j}\n".write(
      toFile: "\(root.path)/guichetd.yaml", atomically: true, encoding: .utf8)
    let daemon = try RunningDaemon(root, horloge: "2026-11-27T09:00:00+01:00")
    defer { daemon.stop() }
    let changed = try Self.ctl(daemon, ["preuve", "verifier", file])
    #expect(changed.status == 1 && changed.output.contains("Scellée le"), "\(changed.output)\(changed.errors)")
    #expect(changed.output.contains("Les délais configurés ont changé depuis"), "\(changed.output)")
    #expect(changed.output.contains("/reponduesATemps : 0 au lieu de 1."), "\(changed.output)")
    // Whoever alters the document cannot lay it on the delays: it is not sealed any more.
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let altered = text.replacingOccurrences(of: #""repondues":1"#, with: #""repondues":7"#)
    #expect(altered != text)
    try altered.write(toFile: file, atomically: true, encoding: .utf8)
    let told = try Self.ctl(daemon, ["preuve", "verifier", file])
    #expect(told.status == 1 && !told.output.contains("Les délais configurés"), "\(told.output)")
    #expect(told.output.contains("Aucun sceau"), "\(told.output)")
    let old = text.replacingOccurrences(of: #"{"preuve":2"#, with: #"{"preuve":1"#)
    try old.write(toFile: file, atomically: true, encoding: .utf8)
    let other = try Self.ctl(daemon, ["preuve", "verifier", file])
    #expect(other.status == 1 && other.output.contains("ce document a la forme 1"), "\(other.output)")
  }
}
