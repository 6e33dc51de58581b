import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("A server's limits", .timeLimit(.minutes(1)))
struct LimitTests {

  @Test("keep a user from taking all connections, and give back those that end", arguments: [true, false])
  func connections(perUser: Bool) async throws {
    let limits = VarlinkLimits(
      connections: perUser ? 100 : 3, connectionsPerUser: perUser ? 3 : 100, shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let answered = try await server.raw { first in
        let others = try (0..<2).map { _ in try RawClient(server.socket) }
        for client in [first] + others {
          try client.send(#"{"method":"org.example.test.Rest"}"#)
          _ = try client.messages(1)
        }
        return try RawClient(server.socket).messagesToEnd()
      }
      #expect(answered.isEmpty)
      await server.events.wait(for: "refused")
      await server.events.wait(for: "disconnected", times: 3)
      _ = try await server.call { try $0.call("org.example.test.Rest") }
    }
  }

  @Test("end a connection on which no whole call comes", arguments: ["", #"{"method":"#])
  func idle(beginning: String) async throws {
    let limits = VarlinkLimits(idleTime: .milliseconds(400), shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let answers = try await server.raw { client in
        try client.send(#"{"method":"org.example.test.Rest"}"#)
        try client.send(bytes: Array(beginning.utf8))
        return try client.messagesToEnd()
      }
      #expect(answers == [#"{"parameters":{}}"#])
      #expect(server.events.count("idleTooLong") == 1)
    }
  }

  @Test("do not count the time that a call takes as idle")
  func working() async throws {
    let limits = VarlinkLimits(idleTime: .milliseconds(400), shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let client = try RawClient(server.socket)
      try client.send(#"{"method":"org.example.test.Wait"}"#)
      await server.interface.happenings.wait(for: "Wait begins")
      // Another connection is hung up on for idleness in the meantime.
      _ = try await server.raw { try $0.messagesToEnd() }
      await server.events.wait(for: "idleTooLong")
      server.interface.letGo.continuation.yield()
      #expect(try await server.answers(to: client) == [#"{"parameters":{}}"#])
      #expect(server.interface.happenings.count("Wait is cancelled") == 0)
    }
  }

  @Test("end a connection whose peer does not read, having kept no more than a few messages for it")
  func slowReader() async throws {
    let limits = VarlinkLimits(writeTime: .milliseconds(60), shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let client = try RawClient(server.socket)
      try client.send(#"{"method":"org.example.test.Flood","more":true}"#)
      await server.events.wait(for: "readsTooSlowly")
      await server.interface.happenings.wait(for: "Flood ends")
      #expect(server.interface.happenings.count("flooded") <= 4)
      withExtendedLifetime(client) {}
    }
  }

  @Test("slow down a stream whose peer reads slowly, and lose nothing of it")
  func backPressure() async throws {
    try await TestServer.with { server in
      try await server.call { connection in
        var stream = try connection.stream("org.example.test.Flood")
        for read in 1...40 {
          #expect(try stream.next()?["text"]?.string?.utf8.count == 256 << 10)
          #expect(server.interface.happenings.count("flooded") <= read + 4)
        }
      }
    }
  }
}

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
