import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("A subscriber", .timeLimit(.minutes(1)))
struct FeedTests {
  private static let watch = #"{"method":"org.example.test.Watch","more":true}"#
  private static let tooSlow = #"{"error":"org.example.test.TooSlow","parameters":{}}"#

  @Test("is told all that happens, in order, and the end")
  func all() async throws {
    try await TestServer.with { server in
      async let texts = server.call { connection in
        var stream = try connection.stream("org.example.test.Watch")
        var texts: [String?] = []
        while let reply = try stream.next() { texts.append(reply["text"]?.string) }
        _ = try connection.call("org.example.test.Rest")
        return texts
      }
      await server.interface.happenings.wait(for: "Watch begins")
      for number in 0..<2000 { server.interface.published.continuation.yield("\(number)") }
      server.interface.published.continuation.finish()
      let told = try await texts
      #expect(told == (0..<2000).map(String.init) + ["end"])
    }
  }

  @Test("that falls behind has what waits dropped and the message on its way finished, is told so and hung up on")
  func slow() async throws {
    try await TestServer.with(limits: Self.limits(queueSize: 200_000)) { server in
      let client = try RawClient(server.socket)
      try client.send(Self.watch)
      await server.interface.happenings.wait(for: "Watch begins")
      // The first is larger than what the kernel takes: it is on its way while others wait.
      let first = String(repeating: "a", count: 4 << 20)
      server.interface.published.continuation.yield(first)
      let beginning = try await server.raw { _ in try client.beginning() }
      for _ in 0..<9 { server.interface.published.continuation.yield(String(repeating: "b", count: 50_000)) }
      await server.events.wait(for: "readsTooSlowly")
      #expect(server.interface.happenings.count("offered") <= 5)
      let answers = try await server.answers(to: client, after: beginning)
      let isFirstWhole = answers.first == #"{"parameters":{"text":"\#(first)"},"continues":true}"#
      #expect(answers.count == 2 && isFirstWhole)
      #expect(answers.last == Self.tooSlow)
      await server.events.wait(for: "disconnected")
    }
  }

  @Test("that falls behind and never reads is hung up on all the same, and soon")
  func deaf() async throws {
    try await TestServer.with(limits: Self.limits(queueSize: 1000, farewellTime: .milliseconds(50))) { server in
      let client = try RawClient(server.socket)
      try client.send(Self.watch)
      await server.interface.happenings.wait(for: "Watch begins")
      for _ in 0..<4 { server.interface.published.continuation.yield(String(repeating: "b", count: 4 << 20)) }
      await server.events.wait(for: "disconnected")
      #expect(server.events.count("readsTooSlowly") == 1)
      // What was on its way was not finished.
      #expect(try await server.answers(to: client).isEmpty)
    }
  }

  @Test("that hangs up is watched for no more", arguments: [true, false])
  func gone(hasWaiting: Bool) async throws {
    try await TestServer.with { server in
      let client = try RawClient(server.socket)
      try client.send(Self.watch)
      await server.interface.happenings.wait(for: "Watch begins")
      if hasWaiting { server.interface.published.continuation.yield(String(repeating: "a", count: 4 << 20)) }
      _ = consume client
      await server.interface.happenings.wait(for: "Watch ends")
      await server.events.wait(for: "disconnected")
      #expect(server.events.count("readsTooSlowly") == 0)
    }
  }

  @Test("to a list that does not take a page in its time is told so too, once it reads on")
  func list() async throws {
    let limits = Self.limits(writeTime: .milliseconds(60))
    try await TestServer.with(limits: limits) { server in
      let client = try RawClient(server.socket)
      try client.send(#"{"method":"org.example.test.Flood","more":true}"#)
      await server.events.wait(for: "readsTooSlowly")
      let answers = try await server.answers(to: client)
      #expect(answers.last == Self.tooSlow)
      #expect(answers.dropLast().allSatisfy { $0.hasSuffix(#""continues":true}"#) })
      #expect(server.interface.happenings.count("flooded") <= 4)
    }
  }

  /// Of a server that is patient but in what is given.
  private static func limits(
    queueSize: Int = 1 << 20, writeTime: Duration = .seconds(600), farewellTime: Duration = .seconds(60)
  ) -> VarlinkLimits {
    VarlinkLimits(
      queueSize: queueSize, writeTime: writeTime, farewellTime: farewellTime, shutdownTime: .milliseconds(1))
  }
}
