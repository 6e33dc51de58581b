import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("A connection that is turned over to another protocol", .timeLimit(.minutes(1)))
struct UpgradeTests {
  private static let shift = #"{"method":"org.example.test.Shift","parameters":{"by":1},"upgrade":true}"#
  /// Full of what would be messages, whole and not.
  private static let raw =
    [[0, 0], Array(shift.utf8), [0], Array(repeating: 7, count: 150), [0], Array(shift.utf8)]
    .flatMap(\.self) as [UInt8]

  @Test("carries bytes both ways behind the reply, and ends with them")
  func both() async throws {
    try await TestServer.with { server in
      let (by, received) = try await server.call { connection in
        _ = try connection.call("org.example.test.Rest")
        let raw = try connection.upgrade("org.example.test.Shift", ["by": 2])
        try raw.write(Array("abc".utf8))
        var received: [UInt8] = []
        while received.count < 3, let bytes = try raw.read() { received += bytes }
        try raw.write([0])
        try raw.finishWriting()
        while let bytes = try raw.read() { received += bytes }
        return (raw.parameters["by"]?.int, received)
      }
      #expect(by == 2 && received == Array("cde".utf8) + [2])
      await server.interface.happenings.wait(for: "session ends")
    }
  }

  @Test("loses nothing of what its caller sends behind the call, whatever the pieces", arguments: [1, 7, 100, 4096])
  func eager(size: Int) async throws {
    try await TestServer.with { server in
      let answer = try await server.raw { client in
        let bytes = Array(Self.shift.utf8) + [0] + Self.raw
        for start in stride(from: 0, to: bytes.count, by: size) {
          try client.send(bytes: Array(bytes[start..<min(start + size, bytes.count)]))
        }
        try client.finishWriting()
        return try client.bytesToEnd()
      }
      let reply = Array(#"{"parameters":{"by":1}}"#.utf8) + [0]
      let isWhole = answer == reply + Self.raw.map { $0 &+ 1 }
      #expect(isWhole, "\(answer.count) bytes")
    }
  }

  @Test("and is shut down sees the end of what its caller sends")
  func shutdown() async throws {
    try await TestServer.with(limits: VarlinkLimits(shutdownTime: .seconds(60))) { server in
      try await server.call { connection in
        let raw = try connection.upgrade("org.example.test.Shift", ["by": 1])
        server.server.shutdown()
        #expect(try raw.read() == nil)
      }
      await server.interface.happenings.wait(for: "session ends")
    }
  }

  @Test(
    "is so only by methods that do it: others answer MethodNotImplemented, and the connection goes on",
    arguments: ["Rest", "Count", "Muddle"])
  func refused(method: String) async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        try client.send(#"{"method":"org.example.test.\#(method)","parameters":{"to":3},"upgrade":true}"#)
        try client.send(#"{"method":"org.example.test.Rest","upgrade":false}"#)
        return try client.messages(2)
      }
      #expect(
        answers == [
          #"{"error":"org.varlink.service.MethodNotImplemented","parameters":{"method":"org.example.test.\#(method)"}}"#,
          #"{"parameters":{}}"#,
        ])
    }
  }

  @Test("is not so by a method that was called without asking for it, nor by a call that takes no answer")
  func unasked() async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        try client.send(Self.shift.replacing("true", with: "false"))
        try client.send(Self.shift.replacing("true", with: #"true,"oneway":true"#))
        try client.send(#"{"method":"org.example.test.Shift","upgrade":true}"#)
        try client.send(#"{"method":"org.example.test.Rest"}"#)
        return try client.messages(3)
      }
      let name = "org.varlink.service"
      #expect(
        answers == [
          #"{"error":"\#(name).MethodNotImplemented","parameters":{"method":"org.example.test.Shift"}}"#,
          #"{"error":"\#(name).InvalidParameter","parameters":{"parameter":"by"}}"#,
          #"{"parameters":{}}"#,
        ])
    }
  }
}
