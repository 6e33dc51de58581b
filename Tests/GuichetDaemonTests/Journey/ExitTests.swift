import GuichetTestSupport
import StrictJSON
import Testing

@Suite("How guichetctl ends, with the real daemon")
struct ExitTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  /// What is well-formed and is not there, or is not in the way to be acted on.
  static let absent = [
    "demande voir 99", "demande voir 2025-000001", "demande voir abc", "demande expliquer 99",
    "demande lister --linf rpe-nul", "demande lister --commune 59999", "demande transmises --linf rpe-nul",
    "demande router 1 --linf rpe-nul --motif Fratrie", "demande router 99 --linf rpe-lille --motif Fratrie",
    "demande router 99 --selon-table", "demande decliner 99 --raison autre --note Fratrie", "journal lister 99",
    "rejet voir nul", "rejet rejouer nul", "rejet rejouer REJOUE", "referentiel exporter DOSSIER --version 9",
    "referentiel transferer --commune 59999 --le 2027-01-01 --oui",
    "referentiel transferer --commune 59350 --le 2027-01-01 --oui",
    "referentiel transferer --commune 59350 --le 2022-01-01 --numeros 99 --oui",
    "referentiel verifier DOSSIER", "referentiel charger DOSSIER --oui", "routage --lot DOSSIER/nul.csv",
    "formulaire verifier DOSSIER/nul.json",
  ]

  /// What is written wrongly.
  static let malformed = [
    "demande lister --etat perdu", "demande lister --depuis jadis", "demande lister --depuis 31/02/2026",
    "demande lister --commune Lille", "demande decliner 1 --raison perdue", "demande router 1 --linf rpe-lille",
    "demande transmises", "demande voir", "journal lister --apres tout", "rejet voir",
    "referentiel exporter DOSSIER --version 0", "referentiel transferer --commune Lille --le 2027-01-01",
    "referentiel transferer --commune 59350 --le 2027-02-30", "referentiel comparer DOSSIER --rejouer 0j",
    "routage --commune Lille --le 2026-02-30", "routage",
  ]

  @Test("1 for what is not there, 64 for what is written wrongly, each with a sentence")
  func statuses() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.root.drop("{\"version\": 2}", as: "b.json")
      try daemon.advance(to: Self.horloge)
      let replayed = try #require(try daemon.list("ListRejets", "rejets").first?["id"]?.string)
      _ = try daemon.call("ReplayRejet", ["id": .string(replayed)])
      for (lines, status) in [(Self.absent, Int32(1)), (Self.malformed, 64)] {
        for line in lines {
          let arguments = line.split(separator: " ").map {
            $0.replacing("REJOUE", with: replayed).replacing("DOSSIER", with: "\(daemon.root.path)/nul")
          }
          let run = try ProgramRun(
            BuiltProgram.path("guichetctl"), arguments.map(String.init) + ["--racine", daemon.root.path])
          #expect(run.status == status, "\(line): \(run.output)\(run.errors)")
          // An act on several demandes tells what became of each as its answer.
          let told = line.contains(" 99 ") && run.errors.isEmpty ? run.output : run.errors
          #expect(told.contains("99 : ") || told.hasPrefix("Erreur : "), "\(line): \(told)")
        }
      }
    }
  }
}
