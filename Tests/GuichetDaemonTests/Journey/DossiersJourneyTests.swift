import Foundation
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The folders of the LINF, where an administrator makes them")
struct DossiersJourneyTests {
  @Test("are missed in one line of the log, and made by the lines that « linf preparer » gives")
  func prepare() throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [personne-ici]}}")
    defer { daemon.stop() }
    try FileManager.default.createDirectory(atPath: "\(root.path)/sorties", withIntermediateDirectories: true)
    try daemon.load(Samples.referentiel)
    func kept() throws -> Int? { try daemon.call("GetEtat")["etat"]?["sorties"]?["empechees"]?.int }
    while try kept() != 2 {}

    let shown = try ProgramRun(
      BuiltProgram.path("guichetctl"), ["linf", "preparer", "--socket", "\(root.path)/controle.sock"])
    let lines = shown.output.split(separator: "\n").map(String.init)
    #expect(shown.status == 0 && lines.count == 4, "\(shown.errors)")
    #expect(lines[1] == "# Le groupe « personne-ici » n’existe pas : groupadd personne-ici, puis recommencez.")
    #expect(lines[2].hasPrefix("#d \(root.path)/sorties/rpe-lille 2770 "))
    #expect(lines[3].hasPrefix("d \(root.path)/sorties/rpe-lomme 2770 ") && lines[3].hasSuffix(" games - -"))

    try FileManager.default.createDirectory(
      atPath: "\(root.path)/sorties/rpe-lomme", withIntermediateDirectories: false)
    // Tried again with whatever happens next.
    try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
    while !FileManager.default.fileExists(atPath: "\(root.path)/sorties/rpe-lomme/agenda.ics") {
      _ = try daemon.call("GetEtat")
    }
    daemon.stop()
    let told = daemon.log.split(separator: "\n").filter { $0.contains("dossiers de sortie inaccessibles") }
    #expect(told.count == 1 && told[0].contains("nombre=2"), "\(daemon.log)")
  }
}
