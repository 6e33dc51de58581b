import Glibc
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("What is no Varlink message")
struct MessageFaultTests {
  private static let rest = #"{"method":"org.example.test.Rest"}"#

  @Test(
    "closes the connection, nothing having been answered to it",
    arguments: [
      ("", "invalidJSON"), ("{", "invalidJSON"), ("{}}", "invalidJSON"), ("nil", "invalidJSON"),
      (#"{"method":"a.b",}"#, "invalidJSON"), ("\u{FEFF}{}", "invalidJSON"),
      (String(repeating: "[", count: 100_000), "invalidJSON"),
      ("[]", "notAnObject"), ("null", "notAnObject"), (#""a.b""#, "notAnObject"), ("[\(rest)]", "notAnObject"),
      (#"{"method":"a.b","method":"c.d"}"#, "duplicateKey"),
      (#"{"method":"a.b","m\u0065thod":"c.d"}"#, "duplicateKey"),
      (#"{"method":"a.b","parameters":{"x":{"y":1,"y":2}}}"#, "duplicateKey"),
      ("{}", "method"), (#"{"method":1}"#, "method"), (#"{"method":null}"#, "method"),
      (#"{"method":"a.b","parameters":[]}"#, "parameters"), (#"{"method":"a.b","parameters":"x"}"#, "parameters"),
      (#"{"method":"a.b","more":1}"#, "more"), (#"{"method":"a.b","oneway":"true"}"#, "oneway"),
      (#"{"method":"a.b","upgrade":0}"#, "upgrade"),
    ])
  func faults(message: String, fault: String) async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        // In one write: the server hangs up as soon as it has read the second.
        try client.send(bytes: [Self.rest, message, Self.rest].flatMap { Array($0.utf8) + [0] })
        return try client.messagesToEnd()
      }
      #expect(answers == [#"{"parameters":{}}"#])
      await server.events.wait(for: "fault \(fault)")
      _ = try await server.call { try $0.call("org.example.test.Rest") }
    }
  }

  @Test("nor are bytes that are no UTF-8", arguments: [[0xFF], [0x22, 0xC0, 0xAF, 0x22], [0xED, 0xA0, 0x80]])
  func encoding(bytes: [UInt8]) async throws {
    try await TestServer.with { server in
      let message = Array(#"{"method":"org.example.test.Echo","parameters":{"value":""#.utf8) + bytes
      let answers = try await server.raw { client in
        try client.send(bytes: message + Array(#""}}"#.utf8) + [0])
        return try client.messagesToEnd()
      }
      #expect(answers.isEmpty)
      await server.events.wait(for: "fault invalidJSON")
    }
  }

  @Test("nor is one that is too long, whether it ever ends or not", arguments: [true, false])
  func size(ends: Bool) async throws {
    try await TestServer.with(limits: VarlinkLimits(messageSize: 1000, shutdownTime: .milliseconds(1))) { server in
      let answers = try await server.raw { client in
        let longest = #"{"method":"org.example.test.Rest","x":"\#(String(repeating: "x", count: 1000 - 41))"}"#
        let tooLong = [UInt8](repeating: UInt8(ascii: " "), count: 1001)
        try client.send(bytes: Array(longest.utf8) + [0] + tooLong + (ends ? [0] : []))
        return try client.messagesToEnd()
      }
      #expect(answers == [#"{"parameters":{}}"#])
      await server.events.wait(for: "fault tooLong")
    }
  }

  @Test("may be anything at all, thousands of times: the server goes on serving", .timeLimit(.minutes(2)))
  func anything() async throws {
    try await TestServer.with(limits: VarlinkLimits(messageSize: 20_000, shutdownTime: .milliseconds(1))) { server in
      for round in 1...40 {
        try await server.raw { _ in
          var random = SeededGenerator(seed: UInt64(round))
          for _ in 0..<49 { try Self.send(Self.message(&random), to: server, random.next() & 1 == 0) }
        }
        await server.events.wait(for: "disconnected", times: round * 50)
      }
      let reply = try await server.call { try $0.call("org.example.test.Echo", ["value": 7]) }
      #expect(reply["value"]?.int == 7)
      #expect(server.events.all.filter { $0.hasPrefix("connectionFailed") || $0.hasPrefix("acceptFailed") }.isEmpty)
    }
  }

  private static func send(_ message: [UInt8], to server: TestServer, _ finishesWriting: Bool) throws {
    let client = try RawClient(server.socket)
    do throws(SystemError) {
      try client.send(bytes: message)
      if finishesWriting { try client.finishWriting() }
    } catch {
      // Hung up on before all was written: what comes of a message that is too long.
      #expect([EPIPE, ECONNRESET, ENOTCONN].contains(error.errno))
    }
  }

  /// Random bytes, calls cut or changed somewhere, calls without end, huge ones, and right ones whose caller does not
  /// wait.
  private static func message(_ random: inout SeededGenerator) -> [UInt8] {
    let methods = ["Echo", "Count", "Rest", "Fail", "Who", "Flood", "Wait"]
    let method = methods[Int.random(in: 0..<methods.count, using: &random)]
    let flags = ["", #","more":true"#, #","oneway":true"#, #","upgrade":true"#]
    let flag = method == "Wait" ? "" : flags[Int.random(in: 0..<flags.count, using: &random)]
    var bytes = Array(#"{"method":"org.example.test.\#(method)","parameters":{"to":3}\#(flag)}"#.utf8) + [0]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return (0..<Int.random(in: 1..<500, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
    case 2: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    case 3: bytes = [UInt8](repeating: UInt8(ascii: "["), count: Int.random(in: 0..<30_000, using: &random)) + bytes
    case 4: bytes += bytes + bytes
    default: break
    }
    return bytes
  }
}
