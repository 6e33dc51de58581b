import GuichetCourriel
import LinuxSystem
import Testing

@Suite("The mail sender")
struct MailRunTests {

  @Test("gives each mail to the program, in order, and moves it to cur/")
  func sent() async throws {
    let spool = try MailSpool(script: "cat >> \"$OUT\"; exit 0")
    try spool.drop("b.eml", "deux\n")
    try spool.drop("a.eml", "un\n")
    try spool.drop(".c.eml", "pas encore\n")
    try await spool.run(until: ["a.eml", "b.eml"])
    #expect(try spool.said() == "un\ndeux\n")
    #expect(try spool.names("new") == [".c.eml"])
  }

  @Test("takes a mail that comes while it waits")
  func later() async throws {
    let spool = try MailSpool(script: "cat >> \"$OUT\"")
    try spool.drop("a.eml", "un\n")
    try await spool.run(until: ["a.eml", "b.eml"]) { name in
      if name == "a.eml" { try spool.drop("b.eml", "deux\n") }
    }
    #expect(try spool.said() == "un\ndeux\n")
  }

  @Test("keeps a mail that cannot be sent for now, and offers it again; others pass it", arguments: [75, 1, 127])
  func backoff(status: Int) async throws {
    let script = """
      read line
      echo "$line" >> "$OUT"
      [ "$line" = un ] && [ $(grep -c un "$OUT") -lt 3 ] && exit \(status)
      exit 0
      """
    let spool = try MailSpool(script: script)
    try spool.drop("a.eml", "un\n")
    try spool.drop("b.eml", "deux\n")
    try await spool.run(until: ["a.eml", "b.eml"])
    let said = try spool.said().split(separator: "\n")
    #expect(said.count { $0 == "un" } == 3)
    #expect(said.prefix(2) == ["un", "deux"])
    #expect(spool.log.lines.count { $0.hasPrefix("<4>courriel.differe fichier=a.eml") } == 2)
  }

  @Test("sets aside what is refused for good, with the reason", arguments: [65, 67, 68])
  func refused(status: Int) async throws {
    let spool = try MailSpool(script: "echo 'User unknown' >&2; exit \(status)")
    try spool.drop("a.eml", "un\n")
    try await spool.run(until: ["a.eml.refuse"])
    #expect(try spool.names("cur") == ["a.eml.refuse", "a.eml.refuse.motif"])
    let motif = try spool.text("cur/a.eml.refuse.motif")
    #expect(motif.contains("EX_"))
    #expect(motif.contains("User unknown"))
    // What the program says may name people: never in the log.
    #expect(!spool.log.lines.joined().contains("User unknown"))
  }

  @Test("sets aside a folder that poses as a mail")
  func folder() async throws {
    let spool = try MailSpool(script: "exit 0")
    _ = try Directory.making("\(spool.folder)/new/a.eml", mode: 0o700)
    try await spool.run(until: ["a.eml.refuse"])
    #expect(try spool.names("new") == [])
  }

  @Test("waits for a program that is not there, and says so")
  func missing() async throws {
    let spool = try MailSpool(script: "exit 0", program: "/nulle/part")
    try spool.drop("a.eml", "un\n")
    try await spool.run(until: []) { _ in }
    #expect(try spool.names("new") == ["a.eml"])
    #expect(spool.log.lines.contains { $0.contains("courriel.differe") && $0.contains("/nulle/part") })
  }

  @Test("reads what an exit status says of the mail")
  func verdicts() {
    #expect(Verdict(exitStatus: 0) == .sent)
    for status in [Int32(65), 67, 68] {
      guard case .refused = Verdict(exitStatus: status) else {
        Issue.record("\(status)")
        continue
      }
    }
    for status in [Int32(1), 64, 69, 71, 73, 74, 75, 77, 78, 126, 127, 137] {
      guard case .later = Verdict(exitStatus: status) else {
        Issue.record("\(status)")
        continue
      }
    }
  }
}
