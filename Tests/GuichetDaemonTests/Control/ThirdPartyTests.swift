import GuichetTestSupport
import StrictJSON
import Testing

/// The real daemon, as clients see it that know nothing but Varlink.
@Suite("Programs of others at the door", .timeLimit(.minutes(2)))
struct ThirdPartyTests {

  private static func canRun(_ command: String...) -> Bool {
    do {
      return try ProgramRun("/usr/bin/env", command).status == 0
    } catch {
      return false
    }
  }

  private static func run(_ command: String...) throws -> String {
    let run = try ProgramRun("/usr/bin/env", command)
    #expect(run.status == 0, "\(command): \(run.errors)")
    return run.output
  }

  @Test(
    "list, read and call its interfaces: python's varlink",
    .enabled(if: canRun("python3", "-c", "import varlink"), "python3 has no module varlink: pip install varlink"))
  func python() async throws {
    try await RunningDaemon.with(horloge: ControlTests.horloge) { daemon in
      // The client reads the definition, and makes a function of each of its methods.
      let script = """
        import json, sys, varlink
        client = varlink.Client.new_with_address(sys.argv[1])
        with client.open("fr.caf.guichet") as guichet:
            print(json.dumps([guichet.GetEtat()["etat"]["demandes"]["total"],
                              sum(len(page["demandes"]) for page in guichet.ListDemandes(_more=True))]))
            try:
                guichet.ShowDemande("99")
            except varlink.VarlinkError as error:
                print(error.error(), error.parameters()["numero"])
        """
      let socket = "unix:\(daemon.root.path)/controle.sock"
      let told = try Self.run("python3", "-c", script, socket)
      #expect(told == "[0, 0]\nfr.caf.guichet.DemandeIntrouvable 2026-000099\n")
      for interface in ["org.varlink.service", "fr.caf.guichet", "fr.caf.guichet.essai"] {
        #expect(try Self.run("python3", "-m", "varlink.cli", "info", socket).contains(interface))
        #expect(
          try Self.run("python3", "-m", "varlink.cli", "help", "\(socket)/\(interface)")
            .contains("interface \(interface)\n"))
      }
    }
  }

  @Test(
    "list, read and call its interfaces: systemd's varlinkctl, whose reader is the strictest",
    .enabled(if: canRun("varlinkctl", "--version"), "varlinkctl is not in the PATH: systemd 255 or later has it"))
  func systemd() async throws {
    try await RunningDaemon.with(horloge: ControlTests.horloge) { daemon in
      let socket = "\(daemon.root.path)/controle.sock"
      for interface in ["org.varlink.service", "fr.caf.guichet", "fr.caf.guichet.essai"] {
        #expect(try Self.run("varlinkctl", "list-interfaces", socket).contains(interface + "\n"))
        let text = try Self.run("varlinkctl", "introspect", socket, interface)
        #expect(text.contains("interface \(interface)\n"))
      }
      let etat = try JSON.parse(
        Array(Self.run("varlinkctl", "--json=short", "call", socket, "fr.caf.guichet.GetEtat", "{}").utf8))
      #expect(etat["etat"]?["demandes"]?["total"]?.int == 0)
      #expect(
        try Self.run("varlinkctl", "--json=short", "call", "--more", socket, "fr.caf.guichet.ListDemandes", "{}")
          .contains(#""demandes":[]"#))
      let refused = try ProgramRun(
        "/usr/bin/env", ["varlinkctl", "call", socket, "fr.caf.guichet.ListDemandes", "{}"])
      #expect(refused.status != 0 && refused.errors.contains("org.varlink.service.ExpectedMore"))
    }
  }
}
