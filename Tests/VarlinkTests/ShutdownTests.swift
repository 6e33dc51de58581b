import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("A server that is shut down", .timeLimit(.minutes(1)))
struct ShutdownTests {

  @Test("lets the call under way end, serves no other, and hangs up on who waits")
  func graceful() async throws {
    try await TestServer.with(limits: VarlinkLimits(shutdownTime: .seconds(60))) { server in
      let (busy, idle) = (try RawClient(server.socket), try RawClient(server.socket))
      try busy.send(#"{"method":"org.example.test.Wait"}"#)
      try busy.send(#"{"method":"org.example.test.Echo"}"#)
      try idle.send(#"{"method":"org.example.test.Rest"}"#)
      await server.interface.happenings.wait(for: "Wait begins")
      await server.interface.happenings.wait(for: "Rest ends")
      server.server.shutdown()
      #expect(try await server.answers(to: idle) == [#"{"parameters":{}}"#])
      #expect(server.interface.happenings.count("Wait ends") == 0)
      server.interface.letGo.continuation.yield()
      #expect(try await server.answers(to: busy) == [#"{"parameters":{}}"#])
      #expect(server.interface.happenings.count("Echo begins") == 0)
    }
  }

  @Test("cancels what takes longer than its time", arguments: ["", #","oneway":true"#])
  func impatient(flag: String) async throws {
    try await TestServer.with(limits: VarlinkLimits(shutdownTime: .milliseconds(20))) { server in
      let client = try RawClient(server.socket)
      try client.send(#"{"method":"org.example.test.Wait"\#(flag)}"#)
      await server.interface.happenings.wait(for: "Wait begins")
      server.server.shutdown()
      #expect(try await server.answers(to: client).isEmpty)
      await server.interface.happenings.wait(for: "Wait is cancelled")
    }
  }

  @Test("by cancelling its task does not wait")
  func cancelled() async throws {
    try await TestServer.with(limits: VarlinkLimits(shutdownTime: .seconds(600))) { server in
      let client = try RawClient(server.socket)
      let other = try TestServer.alone()
      let running = Task { try await other.server.run() }
      let waiting = try RawClient(other.socket)
      try waiting.send(#"{"method":"org.example.test.Wait"}"#)
      await other.interface.happenings.wait(for: "Wait begins")
      running.cancel()
      try await running.value
      #expect(other.interface.happenings.count("Wait is cancelled") == 1)
      withExtendedLifetime((client, waiting)) {}
    }
  }
}
