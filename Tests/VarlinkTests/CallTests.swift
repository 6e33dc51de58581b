import StrictJSON
import Testing
import VarlinkClient

@Suite("A Varlink call")
struct CallTests {
  private static let rest = #"{"method":"org.example.test.Rest"}"#
  private static let nothing = #"{"parameters":{}}"#

  @Test(
    "brings back what it took there",
    arguments: [
      "null", "true", "\"\\u0000é\\ud83d\\ude00\"", "[1,2,[3]]", "1.50e-7", "{\"a\":{\"b\":[]}}",
      "123456789012345678901234567890",
    ])
  func echo(value: String) async throws {
    try await TestServer.with { server in
      let parsed = try JSONValue(JSON.parse(Array(value.utf8)))
      let reply = try await server.call { try $0.call("org.example.test.Echo", ["value": parsed]) }
      #expect(reply["value"].map { JSONValue($0) } == parsed)
    }
  }

  @Test("may leave out its parameters, or name members that we do not know")
  func lenient() async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        try client.send(Self.rest)
        try client.send(#"{"method":"org.example.test.Rest","parameters":null}"#)
        try client.send(
          #" { "parameters" : { } , "x-trace" : [1] , "method" : "org.example.test.Rest" , "more":false } "#)
        try client.send(
          #"{"method":"org.example.test.Rest","parameters":null,"oneway":null,"more":null,"upgrade":null}"#)
        return try client.messages(4)
      }
      #expect(answers == [Self.nothing, Self.nothing, Self.nothing, Self.nothing])
    }
  }

  @Test("is answered by error names in the case that the specification gives them, and never by more than it names")
  func members() async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        for method in ["org.example.test.Later", "org.example.test.LATER", "ORG.example.test.Later"] {
          try client.send(#"{"method":"\#(method)","x-trace":1}"#)
        }
        try client.finishWriting()
        return try client.messagesToEnd()
      }
      #expect(
        answers == [
          #"{"error":"org.varlink.service.MethodNotImplemented","parameters":{"method":"org.example.test.Later"}}"#,
          #"{"error":"org.varlink.service.MethodNotFound","parameters":{"method":"org.example.test.LATER"}}"#,
          #"{"error":"org.varlink.service.InterfaceNotFound","parameters":{"interface":"ORG.example.test"}}"#,
        ])
    }
  }

  @Test("with « more » is answered by a stream, its last reply without « continues »")
  func more() async throws {
    try await TestServer.with { server in
      let numbers = try await server.call { connection in
        var stream = try connection.stream("org.example.test.Count", ["to": 100])
        var numbers: [Int?] = []
        while let reply = try stream.next() { numbers.append(reply["number"]?.int) }
        _ = try connection.call("org.example.test.Rest")
        return numbers
      }
      #expect(numbers == Array(1...100))
      let raw = try await server.raw { client in
        try client.send(#"{"method":"org.example.test.Count","parameters":{"to":2},"more":true}"#)
        return try client.messages(2)
      }
      #expect(raw == [#"{"parameters":{"number":1},"continues":true}"#, #"{"parameters":{"number":2}}"#])
    }
  }

  @Test("with « oneway » is served and never answered, not even by an error")
  func oneway() async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        for method in ["Echo", "Fail", "Count", "Nothing", "Later"] {
          try client.send(#"{"method":"org.example.test.\#(method)","oneway":true}"#)
        }
        try client.send(#"{"method":"org.nowhere.X","oneway":true}"#)
        try client.send(#"{"method":"org.example.test.Count","parameters":{"to":9},"oneway":true,"more":true}"#)
        try client.send(#"{"method":"org.example.test.Rest","oneway":true,"upgrade":true}"#)
        try client.send(#"{"method":"org.example.test.Echo","parameters":{"value":1}}"#)
        try client.finishWriting()
        return try client.messagesToEnd()
      }
      #expect(answers == [#"{"parameters":{"value":1}}"#])
      #expect(server.interface.happenings.count("Count ends") == 2)
    }
  }

  @Test("may be sent before the last one is answered: answers come in order")
  func pipelining() async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        var calls: [UInt8] = []
        for number in 0..<300 {
          calls += Array(#"{"method":"org.example.test.Echo","parameters":{"value":\#(number)}}"#.utf8) + [0]
        }
        try client.send(bytes: calls)
        try client.finishWriting()
        return try client.messagesToEnd()
      }
      #expect(answers == (0..<300).map { #"{"parameters":{"value":\#($0)}}"# })
    }
  }

  @Test("may come in pieces of any size", arguments: [1, 7, 64])
  func pieces(size: Int) async throws {
    try await TestServer.with { server in
      let answers = try await server.raw { client in
        let bytes = Array(Self.rest.utf8) + [0] + Array(Self.rest.utf8) + [0]
        for start in stride(from: 0, to: bytes.count, by: size) {
          try client.send(bytes: Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return try client.messages(2)
      }
      #expect(answers == [Self.nothing, Self.nothing])
    }
  }

  @Test("may be large, and be answered as largely")
  func large() async throws {
    try await TestServer.with { server in
      let text = String(repeating: "é", count: 400_000)
      let reply = try await server.call { try $0.call("org.example.test.Echo", ["value": .string(text)]) }
      #expect(reply["value"]?.string == text)
    }
  }

  @Test("may be made by many at a time")
  func manyClients() async throws {
    try await TestServer.with { server in
      try await withThrowingTaskGroup(of: Int.self) { tasks throws in
        for client in 0..<24 {
          tasks.addTask {
            try await server.call { connection in
              for number in 0..<20 {
                let value = client * 1000 + number
                let reply = try connection.call("org.example.test.Echo", ["value": .int(Int64(value))])
                guard reply["value"]?.int == value else { return 0 }
              }
              return 20
            }
          }
        }
        let served = try await tasks.reduce(0, +)
        #expect(served == 24 * 20)
      }
    }
  }
}
