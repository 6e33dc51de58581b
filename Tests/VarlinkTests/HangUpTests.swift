import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("A caller that hangs up", .timeLimit(.minutes(1)))
struct HangUpTests {
  private static func wait(_ flag: String) -> String { #"{"method":"org.example.test.Wait"\#(flag)}"# }

  @Test("has its call's handler cancelled", arguments: ["", #","more":true"#])
  func cancelled(flag: String) async throws {
    try await TestServer.with { server in
      let client = try RawClient(server.socket)
      try client.send(Self.wait(flag))
      await server.interface.happenings.wait(for: "Wait begins")
      #expect(server.interface.happenings.count("Wait is cancelled") == 0)
      withExtendedLifetime(client) {}
      _ = consume client
      await server.interface.happenings.wait(for: "Wait is cancelled")
      await server.events.wait(for: "disconnected")
    }
  }

  @Test("has a one-way call served all the same, and those that it sent before it")
  func oneway() async throws {
    try await TestServer.with { server in
      try await server.raw { client in
        try client.send(Self.wait(#","oneway":true"#))
        try client.send(#"{"method":"org.example.test.Echo","oneway":true}"#)
      }
      await server.interface.happenings.wait(for: "Wait begins")
      server.interface.letGo.continuation.yield()
      await server.interface.happenings.wait(for: "Echo ends")
      #expect(server.interface.happenings.count("Wait is cancelled") == 0)
    }
  }

  @Test("on one side only still gets its answers")
  func halfClosed() async throws {
    try await TestServer.with { server in
      let client = try RawClient(server.socket)
      try client.send(Self.wait(""))
      try client.send(#"{"method":"org.example.test.Rest"}"#)
      try client.finishWriting()
      await server.interface.happenings.wait(for: "Wait begins")
      server.interface.letGo.continuation.yield()
      let answers = try await server.answers(to: client)
      #expect(answers == [#"{"parameters":{}}"#, #"{"parameters":{}}"#])
      #expect(server.interface.happenings.count("Wait is cancelled") == 0)
    }
  }

  @Test("in the middle of a stream stops it")
  func stream() async throws {
    try await TestServer.with { server in
      try await server.call { connection in
        var stream = try connection.stream("org.example.test.Flood")
        for _ in 0..<3 { _ = try stream.next() }
      }
      await server.interface.happenings.wait(for: "Flood ends")
    }
  }

  @Test("at once, again and again, leaves nothing behind")
  func atOnce() async throws {
    try await TestServer.with { server in
      for round in 1...10 {
        try await server.raw { _ in
          for number in 0..<49 {
            let client = try RawClient(server.socket)
            if number % 2 == 0 { try client.send(#"{"method":"org.example.test.Rest"}"#) }
          }
        }
        await server.events.wait(for: "disconnected", times: round * 50)
      }
      #expect(server.events.all.filter { $0.hasPrefix("connectionFailed") }.isEmpty)
    }
  }
}

extension TestServer {
  /// What comes before the server hangs up, read on a thread of its own.
  func answers(to client: RawClient, after beginning: [UInt8] = []) async throws -> [String] {
    try await raw { _ in try client.messagesToEnd(after: beginning) }
  }
}
