import Foundation
import GuichetTestSupport
import Testing

@Suite("The completion scripts, in the shells themselves")
struct CompletionTests {
  @Test("offer in bash what the daemon knows, and files where they are expected", .enabled(if: Self.has("bash")))
  func bash() async throws {
    try await RunningDaemon.with(horloge: "2026-11-23T09:00:00+01:00") { daemon in
      let root = daemon.root
      try daemon.load(Samples.referentiel)
      try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: "2026-11-23T09:00:00+01:00")
      func offered(_ line: String) throws -> String {
        // What readline does before it calls the function that the script registers.
        let script = """
          source <("$1" --generate-completion-script=bash)
          guichetctl() { "$PROGRAMME" "$@"; }
          PROGRAMME=$1 COMP_LINE=$2 COMP_POINT=${#2}
          read -ra COMP_WORDS <<< "$2"
          [[ $2 == *' ' ]] && COMP_WORDS+=('')
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          _guichetctl guichetctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
          echo "${COMPREPLY[*]}"
          """
        let run = try ProgramRun(
          "/usr/bin/env", ["bash", "--norc", "-c", script, "bash", BuiltProgram.path("guichetctl"), line])
        #expect(run.errors.isEmpty, "\(line)")
        return run.output.trimmingCharacters(in: .newlines)
      }
      let here = "guichetctl --racine \(root.path)"
      #expect(try offered("guichetctl dem") == "demande")
      #expect(try offered("guichetctl referentiel ch") == "charger")
      #expect(try offered("guichetctl demande lister --en") == "--en-retard")
      #expect(try offered("guichetctl demande lister --etat a") == "aOrienter aContacter")
      #expect(try offered("guichetctl demande decliner 1 --raison d") == "dejaSuivie")
      #expect(try offered("\(here) demande voir ") == "2026-000001")
      #expect(try offered("\(here) demande router 1 2026-") == "2026-000001")
      #expect(try offered("\(here) demande router 1 --linf rpe-l") == "rpe-lille rpe-lomme")
      #expect(try offered("guichetctl demande voir --socket \(root.path)/controle.sock 0") == "000001")
      #expect(try offered("guichetctl --racine /aucun demande voir ").isEmpty)
      #expect(try offered("guichetctl referentiel charger \(root.path)/dep") == "\(root.path)/depot")
    }
  }

  @Test("are read by their shells without a fault", arguments: ["bash", "zsh", "fish"])
  func syntax(shell: String) throws {
    guard Self.has(shell) else { return }
    let root = try TemporaryRoot()
    let script = try ProgramRun(BuiltProgram.path("guichetctl"), ["--generate-completion-script=\(shell)"])
    try Data(script.output.utf8).write(to: URL(filePath: "\(root.path)/script"))
    let run = try ProgramRun("/usr/bin/env", [shell, "-n", "\(root.path)/script"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  private static func has(_ shell: String) -> Bool {
    (try? ProgramRun("/bin/sh", ["-c", "command -v \(shell)"]).status) == 0
  }
}
