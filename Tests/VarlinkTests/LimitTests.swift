import Glibc
import LinuxSystem
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

  @Test("leave a reserve to those who may have to mend a full server, which is no more than the whole")
  func reserve() async throws {
    for (isReserved, room) in [(true, 3), (false, 2)] {
      let limits = VarlinkLimits(
        connections: 3, shutdownTime: .milliseconds(1), reserve: 1, reservedFor: isReserved ? [geteuid()] : [])
      try await TestServer.with(limits: limits) { server in
        let answered = try await server.raw { first in
          let clients = [first] + (try (1..<room).map { _ in try RawClient(server.socket) })
          for client in clients {
            try client.send(#"{"method":"org.example.test.Rest"}"#)
            _ = try client.messages(1)
          }
          return try RawClient(server.socket).messagesToEnd()
        }
        #expect(answered.isEmpty)
        await server.events.wait(for: "refused")
      }
    }
  }

  @Test("end a connection on which no whole call comes", arguments: ["", #"{"method":"#])
  func idle(beginning: String) async throws {
    let limits = VarlinkLimits(idleTime: .milliseconds(100), shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let answers = try await server.raw { client in
        do throws(SystemError) {
          try client.send(bytes: Array(beginning.utf8))
        } catch {
          // A busy machine: the time had passed before we wrote.
          #expect(error.errno == EPIPE)
        }
        return try client.messagesToEnd()
      }
      #expect(answers.isEmpty)
      await server.events.wait(for: "disconnected")
      #expect(server.events.count("idleTooLong") == 1)
    }
  }

  @Test("end a connection whose peer does not read, having kept no more than a few messages for it")
  func slowReader() async throws {
    let limits = VarlinkLimits(
      writeTime: .milliseconds(60), farewellTime: .milliseconds(60), shutdownTime: .milliseconds(1))
    try await TestServer.with(limits: limits) { server in
      let client = try RawClient(server.socket)
      try client.send(#"{"method":"org.example.test.Flood","more":true}"#)
      await server.events.wait(for: "readsTooSlowly")
      await server.interface.happenings.wait(for: "Flood ends")
      await server.events.wait(for: "disconnected")
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
