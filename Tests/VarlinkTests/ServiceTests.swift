import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("A Varlink service")
struct ServiceTests {

  @Test("says who it is and what it offers")
  func info() async throws {
    try await TestServer.with { server in
      let info = try await server.call { try $0.info() }
      #expect(info.vendor == "Exemple" && info.product == "Essai")
      #expect(info.version == "1" && info.url == "https://exemple.fr")
      #expect(info.interfaces == ["org.varlink.service", "org.example.test"])
    }
  }

  @Test("describes each of its interfaces", arguments: ["org.varlink.service", "org.example.test"])
  func description(interface: String) async throws {
    try await TestServer.with { server in
      let text = try await server.call { try $0.description(of: interface) }
      #expect(text.contains("\ninterface \(interface)\n") || text.hasPrefix("interface \(interface)\n"))
      if interface == "org.example.test" { #expect(text == server.interface.description) }
    }
  }

  @Test(
    "answers what is wrong with a call by the errors of the specification",
    arguments: [
      ("org.example.nothing.Echo", "{}", "InterfaceNotFound", ["interface": "org.example.nothing"]),
      ("Echo", "{}", "InterfaceNotFound", ["interface": "Echo"]),
      ("", "{}", "InterfaceNotFound", ["interface": ""]),
      ("org.example.test.", "{}", "MethodNotFound", ["method": "org.example.test."]),
      ("org.example.test.echo", "{}", "MethodNotFound", ["method": "org.example.test.echo"]),
      ("org.varlink.service.Nothing", "{}", "MethodNotFound", ["method": "org.varlink.service.Nothing"]),
      ("org.example.test.Secret", "{}", "PermissionDenied", [:]),
      ("org.example.test.Watch", "{}", "ExpectedMore", [:]),
      ("org.example.test.Later", "{}", "MethodNotImplemented", ["method": "org.example.test.Later"]),
      ("org.example.test.Count", "{}", "InvalidParameter", ["parameter": "to"]),
      ("org.example.test.Count", #"{"to":2}"#, "ExpectedMore", [:]),
      ("org.varlink.service.GetInterfaceDescription", "{}", "InvalidParameter", ["parameter": "interface"]),
      (
        "org.varlink.service.GetInterfaceDescription", #"{"interface":"x.y"}"#, "InterfaceNotFound",
        ["interface": "x.y"]
      ),
    ])
  func errors(method: String, parameters: String, error: String, expected: [String: String]) async throws {
    try await TestServer.with { server in
      let answer = try await server.raw { client in
        try client.send(#"{"method":"\#(method)","parameters":\#(parameters)}"#)
        try client.finishWriting()
        return try client.messagesToEnd()
      }
      let members = expected.map { #""\#($0)":"\#($1)""# }.joined()
      #expect(answer == [#"{"error":"org.varlink.service.\#(error)","parameters":{\#(members)}}"#])
    }
  }

  @Test("answers the errors that its interfaces declare, which the client throws")
  func declared() async throws {
    try await TestServer.with { server in
      let error = try await server.call { connection in
        do {
          _ = try connection.call("org.example.test.Fail", ["reason": "là"])
        } catch VarlinkFailure.refused(let error) {
          // The connection goes on.
          _ = try connection.call("org.example.test.Rest")
          return error
        }
        throw VarlinkFailure.malformed("no error")
      }
      #expect(error.name == "org.example.test.Failed" && error.parameters["reason"]?.string == "là")
      #expect(error.interface == "org.example.test" && error.shortName == "Failed")
    }
  }

  @Test("knows its peer as the kernel does")
  func credentials() async throws {
    try await TestServer.with { server in
      let who = try await server.call { try $0.call("org.example.test.Who") }
      #expect(who["uid"]?.int == Int(UserDatabase.ownUid))
      #expect(who["groups"]?.elements.contains { $0.int == who["gid"]?.int } == true)
    }
  }
}
