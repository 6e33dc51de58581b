import GuichetTestSupport
import Testing

@Suite("guichetctl started with a stream closed")
struct ClosedStreamTests {
  /// A socket or file that took the number of a closed stream would get what was meant for a reader.
  @Test("writes nothing of its answer anywhere else", arguments: ["<&-", ">&-", "2>&-", "<&- >&-"])
  func closed(streams: String) throws {
    let root = try TemporaryRoot()
    try root.write("{", as: "formulaire.json")
    // What is opened next, the folder, would be where the answer goes.
    let run = try ProgramRun(
      "/bin/sh",
      [
        "-c", "mkdir \"$1/depot\"; exec \"$0\" formulaire deposer \"$1/formulaire.json\" --racine \"$1\" \(streams)",
        BuiltProgram.path("guichetctl"), root.path,
      ])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }
}
