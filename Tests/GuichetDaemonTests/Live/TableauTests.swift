import Foundation
import GuichetTestSupport
import Testing

@Suite(
  "guichetctl tableau, in a real terminal", .timeLimit(.minutes(3)),
  .enabled(if: FakeTerminal.canBeMade, "python3 is not here"))
struct TableauTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"

  private func terminal(_ daemon: RunningDaemon, rows: Int = 24, columns: Int = 80) throws -> FakeTerminal {
    try FakeTerminal(rows: rows, columns: columns, ["tableau", "--racine", daemon.root.path])
  }

  private func drop(_ number: Int, _ daemon: RunningDaemon) throws {
    try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
    try daemon.advance(to: Self.horloge)
  }

  @Test("shows the office, follows what happens and every size of the terminal, and leaves it as it was found")
  func follows() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try drop(1, daemon)
      let terminal = try terminal(daemon)
      let first = try terminal.screen(showing: "Travail, tout le bureau : 1 demande")
      // The office's clock, wherever the terminal is.
      #expect(first[0].contains("23/11/2026 09:0"))
      #expect(first.count <= 24 && first.contains { $0.hasPrefix("à contacter") && $0.contains("█") })
      #expect(
        try terminal.screen(showing: "En retard, pour vous : 0").contains { $0.contains("Réception   en marche") })
      try drop(2, daemon)
      let second = try terminal.screen(showing: "Travail, tout le bureau : 2 demandes")
      #expect(second.contains { $0.contains("2026-000002") })
      for (rows, columns) in [(60, 200), (12, 40), (24, 80)] {
        try terminal.resize(rows: rows, columns: columns)
        let screen = try terminal.screen(showing: "Travail, tout le bureau : 2 demandes")
        #expect(screen.count <= rows && screen.allSatisfy { $0.count <= columns })
        #expect(try terminal.screen(showing: "Derniers événements").count <= rows)
      }
      try terminal.type("xyq")
      let end = try terminal.ended()
      #expect(end.status == 0 && end.isRestored && end.text.isEmpty, "\(end)")
    }
  }

  @Test("says that the daemon is away, and takes up again when it is back")
  func away() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: Self.horloge)
    try drop(1, first)
    let terminal = try terminal(first, rows: 30, columns: 120)
    _ = try terminal.screen(showing: "Travail, tout le bureau : 1 demande")
    first.kill()
    let lost = try terminal.screen(showing: "guichetd absent depuis")
    // What is known stays, and says how old it is.
    #expect(
      lost.contains { $0.contains("données d’il y a") }
        && lost.contains { $0.contains("Travail, tout le bureau : 1 demande") })
    let second = try RunningDaemon(root, horloge: Self.horloge)
    defer { second.stop() }
    _ = try terminal.screen(without: "guichetd absent depuis")
    try drop(2, second)
    _ = try terminal.screen(showing: "Travail, tout le bureau : 2 demandes")
    try terminal.type("q")
    let end = try terminal.ended()
    #expect(end.status == 0 && end.isRestored, "\(end)")
  }

  @Test("leaves the terminal as it was found whatever ends it", arguments: ["\u{3}", "\u{1C}", "TERM", "HUP", "INT"])
  func ways(out: String) async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Travail")
      if out.count == 1 { try terminal.type(out) } else { try terminal.signal(out) }
      let end = try terminal.ended()
      #expect(end.status == 0 && end.isRestored && end.text.isEmpty, "\(end)")
    }
  }

  @Test("ends when its terminal goes")
  func hungUp() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Travail")
      #expect(try terminal.hungUp().status == 0)
    }
  }

  @Test("gives the terminal back while it is stopped, and takes it again")
  func stopped() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Travail")
      try terminal.type("\u{1A}")
      let stop = try terminal.stopped()
      #expect(stop.status == nil && stop.isRestored, "\(stop)")
      try drop(1, daemon)
      try terminal.signal("CONT")
      _ = try terminal.screen(showing: "Travail, tout le bureau : 1 demande")
      try terminal.type("q")
      let end = try terminal.ended()
      #expect(end.status == 0 && end.isRestored, "\(end)")
    }
  }

  @Test("without a terminal says what to do instead, and does it")
  func plain() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try drop(1, daemon)
      let refused = try ProgramRun.guichetctl(daemon.root, "tableau")
      #expect(refused.status == 64 && refused.output.isEmpty && refused.errors.contains("--une-fois"))
      let once = try ProgramRun.guichetctl(daemon.root, "tableau", "--une-fois")
      #expect(once.status == 0 && once.errors.isEmpty && !once.output.contains("\u{1B}"))
      for text in [
        "Travail, tout le bureau : 1 demande", "En retard, pour vous : 0", "À orienter : 0", "1 aujourd’hui",
        "2026-000001",
      ] {
        #expect(once.output.contains(text), "\(text)")
      }
      #expect(try ProgramRun.guichetctl(daemon.root, "tableau", "--json").status == 64)
    }
    #expect(try ProgramRun.guichetctl(TemporaryRoot(), "tableau", "--une-fois").status == 69)
  }
}
