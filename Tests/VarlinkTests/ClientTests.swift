import Glibc
import LinuxSystem
import StrictJSON
import Testing
import Varlink
import VarlinkClient

@Suite("The client", .timeLimit(.minutes(1)))
struct ClientTests {

  @Test("makes many calls in one journey, each answered by its reply or its error, in order")
  func pipeline() async throws {
    try await TestServer.with { server in
      let answers = try await server.call { connection in
        var requests: [VarlinkRequest] = []
        for number in 0..<500 {
          requests.append(VarlinkRequest("org.example.test.Echo", ["value": .int(Int64(number))]))
          requests.append(VarlinkRequest("org.example.test.Fail", ["reason": .string("\(number)")]))
        }
        let results = try connection.call(all: requests)
        _ = try connection.call("org.example.test.Rest")
        return results.map { result in
          switch result {
          case .success(let reply): reply["value"]?.int.map(String.init) ?? ""
          case .failure(let error): "\(error.shortName) \(error.parameters["reason"]?.string ?? "")"
          }
        }
      }
      #expect(answers == (0..<500).flatMap { ["\($0)", "Failed \($0)"] })
    }
  }

  @Test("neither waits for a server that waits for it, however much both have to say")
  func noDeadlock() async throws {
    try await TestServer.with { server in
      let text = JSONValue.string(String(repeating: "x", count: 100_000))
      let lengths = try await server.call { connection in
        let requests = (0..<100).map { _ in VarlinkRequest("org.example.test.Echo", ["value": text]) }
        return try connection.call(all: requests).map { try $0.get()["value"]?.string?.utf8.count }
      }
      #expect(lengths == Array(repeating: 100_000, count: 100))
    }
  }

  @Test("takes what has come of a stream without waiting for more, and waits for that among other things")
  func arrivals() async throws {
    try await TestServer.with { server in
      let numbers = try await server.call { connection in
        var stream = try connection.stream("org.example.test.Count", ["to": 300])
        var numbers: [Int] = []
        while true {
          switch try stream.nextIfThere() {
          case .reply(let reply): numbers.append(reply["number"]?.int ?? 0)
          case .nothing: _ = try Standby.wait(connections: [connection.waitable])
          case .end:
            _ = try connection.call("org.example.test.Rest")
            return numbers
          }
        }
      }
      #expect(numbers == Array(1...300))
    }
  }

  @Test(
    "takes members that are null for left out, and leaves aside those that it does not know",
    arguments: [
      #"{}"#, #"{"parameters":null}"#, #"{"parameters":{},"error":null,"continues":null,"upgraded":null}"#,
      #" {"x-trace":[{}], "continues" : false} "#,
    ])
  func lenient(reply: String) async throws {
    let reply = try await OneReply.of(reply) { try $0.call("a.b.C").kind }
    #expect(reply == .object)
  }

  @Test(
    "says of an answer that is none that it is not Varlink",
    arguments: [
      "", "[]", "{", #"{"parameters":[]}"#, #"{"error":1}"#, #"{"continues":"yes"}"#, #"{"continues":true}"#,
      #"{"error":"a.b.C","error":"a.b.D"}"#, #"{"parameters":{"a":{"x":1,"x":2}}}"#, "\u{FEFF}{}",
    ])
  func malformed(reply: String) async throws {
    let isMalformed = try await OneReply.of(reply) { connection in
      do throws(VarlinkFailure) {
        _ = try connection.call("a.b.C")
      } catch .malformed {
        return true
      }
      return false
    }
    #expect(isMalformed)
  }

  @Test("says that the connection was lost when the service hangs up before its answer has ended")
  func lost() async throws {
    let isLost = try await OneReply.of(#"{"parameters":"#, ends: false) { connection in
      do throws(VarlinkFailure) {
        _ = try connection.call("a.b.C")
      } catch .lost {
        return true
      }
      return false
    }
    #expect(isLost)
  }

  @Test(
    "sends nothing but what the specification names",
    arguments: [
      ("call", #"{"method":"a.b.C","parameters":{"x":1}}"#), ("stream", #"{"method":"a.b.C","more":true}"#),
      ("tell", #"{"method":"a.b.C","parameters":{},"oneway":true}"#),
      ("upgrade", #"{"method":"a.b.C","upgrade":true}"#),
    ])
  func sends(kind: String, message: String) async throws {
    let folder = try TemporaryFolder()
    let listener = try UnixListener.bind(folder.path + "/sock", mode: 0o600)
    let connection = try VarlinkConnection(socket: folder.path + "/sock", timeout: .seconds(30))
    let peer = try #require(try listener.accept())
    async let received = DedicatedThread.run("lecteur") { () throws in
      var bytes = [UInt8](repeating: 0, count: 1000)
      let count = try bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
        try peer.descriptor.read(into: buffer)
      }
      try peer.descriptor.writeAll(Array(#"{"parameters":{}}"#.utf8) + [0])
      return Array(bytes[..<count])
    }
    switch kind {
    case "call": _ = try connection.call("a.b.C", ["x": 1])
    case "stream": _ = try connection.stream("a.b.C")
    case "tell": try connection.tell("a.b.C", [:])
    default: _ = try connection.upgrade("a.b.C")
    }
    #expect(try await received == Array(message.utf8) + [0])
  }

  @Test(
    "finds a service where an address says",
    arguments: [
      ("unix:/run/a.sock", "/run/a.sock"), ("unix:/run/a.sock;mode=0666", "/run/a.sock"), ("unix:@a.b", "@a.b"),
      ("unix:", nil), ("unix:a.sock", nil), ("tcp:127.0.0.1:1234", nil), ("/run/a.sock", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(text: String, path: String?) {
    var found: String?
    do throws(VarlinkFailure) {
      found = try VarlinkAddress(text).path
    } catch {
      #expect(error.message.contains("unix:/chemin"))
    }
    #expect(found == path)
  }
}

/// A service that answers one call with just these bytes.
private enum OneReply {
  static func of<Value: Sendable>(
    _ reply: String, ends: Bool = true, _ body: @escaping @Sendable (VarlinkConnection) throws -> Value
  ) async throws -> Value {
    let folder = try TemporaryFolder()
    let listener = try UnixListener.bind(folder.path + "/sock", mode: 0o600)
    async let value = DedicatedThread.run("client") { () throws in
      try body(VarlinkConnection(socket: folder.path + "/sock", timeout: .seconds(30)))
    }
    let peer = try await DedicatedThread.run("accueil") { () throws in
      let peer = try listener.accept()
      var bytes = [UInt8](repeating: 0, count: 1000)
      _ = try bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
        try peer?.descriptor.read(into: buffer)
      }
      try peer?.descriptor.writeAll(Array(reply.utf8) + (ends ? [0] : []))
      return peer
    }
    if !ends { close(peer?.descriptor.release() ?? -1) }
    return try await value
  }
}
