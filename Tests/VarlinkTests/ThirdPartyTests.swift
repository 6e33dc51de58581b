import Glibc
import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("Programs of others")
struct ThirdPartyTests {

  @Test(
    "such as python's varlink client read the service and call it",
    .enabled("python3 has no module varlink: pip install varlink") { await Python.has("varlink") })
  func python() async throws {
    try await TestServer.with { server in
      let address = "unix:\(server.socket)"
      let cli = ["python3", "-m", "varlink.cli"]
      let info = try await Program.run(cli + ["info", address])
      #expect(info.status == 0 && info.output.contains("Exemple") && info.output.contains("org.example.test"))

      for interface in ["org.varlink.service", "org.example.test"] {
        let help = try await Program.run(cli + ["help", "\(address)/\(interface)"])
        #expect(help.status == 0 && help.output.contains("interface \(interface)"), "\(help.output)")
      }
      let call = try await Program.run(cli + ["call", "\(address)/org.example.test.Echo", #"{"value": {"é": 1}}"#])
      #expect(call.status == 0)
      let reply = try JSON.parse(Array(call.output.utf8))
      #expect(reply["value"]?["é"]?.int == 1)

      let count = try await Program.run(cli + ["call", "-m", "\(address)/org.example.test.Count", #"{"to": 3}"#])
      #expect(count.status == 0 && count.output.contains(#""number": 3"#), "\(count.output)")

      let fault = try await Program.run(cli + ["call", "\(address)/org.example.test.Fail", #"{"reason": "là"}"#])
      #expect(fault.output.contains("org.example.test.Failed"), "\(fault.output)")
    }
  }

  @Test(
    "such as systemd's varlinkctl read the service and call it",
    .enabled("varlinkctl is not in the PATH: systemd 255 or later has it") { await Program.isThere("varlinkctl") })
  func systemd() async throws {
    try await TestServer.with { server in
      func run(_ arguments: String...) async throws -> Program { try await Program.run(["varlinkctl"] + arguments) }
      let info = try await run("info", server.socket)
      #expect(info.status == 0 && info.output.contains("Exemple") && info.output.contains("org.example.test"))

      for interface in ["org.varlink.service", "org.example.test"] {
        let text = try await run("introspect", server.socket, interface)
        #expect(text.status == 0 && text.output.contains("interface \(interface)"), "\(text.output)")
      }
      let call = try await run("call", server.socket, "org.example.test.Echo", #"{"value": {"é": 1}}"#)
      #expect(call.status == 0 && call.output.contains(#""é":1"#), "\(call.output)")

      let count = try await run("call", "--more", server.socket, "org.example.test.Count", #"{"to": 3}"#)
      #expect(count.status == 0 && count.output.contains(#""number":3"#), "\(count.output)")

      let told = try await run("call", "--oneway", server.socket, "org.example.test.Rest", "{}")
      #expect(told.status == 0 && told.output.isEmpty, "\(told.output)")
      await server.interface.happenings.wait(for: "Rest ends")

      for (method, error) in [("Fail", "org.example.test.Failed"), ("Count", "org.varlink.service.InvalidParameter")] {
        let fault = try await run("call", server.socket, "org.example.test.\(method)", "{}")
        #expect(fault.status != 0 && fault.output.contains(error), "\(fault.output)")
      }
    }
  }

  /// More groups than any first guess has room for; only root can become somebody else.
  @Test(
    "of another user with hundreds of groups are known with all of them",
    .enabled("needs root and python3") { geteuid() == 0 ? await Python.has("socket") : false })
  func groups() async throws {
    try await TestServer.with { server in
      let script = """
        import os, socket
        os.setgroups(range(2000, 2500)); os.setgid(1234); os.setuid(1235)
        s = socket.socket(socket.AF_UNIX); s.connect("\(server.socket)")
        s.sendall(b'{"method":"org.example.test.Who"}\\0')
        data = b""
        while not data.endswith(b"\\0"): data += s.recv(65536)
        print(data[:-1].decode())
        """
      let program = try await Program.run(["python3", "-c", script])
      let reply = try #require(try JSON.parse(Array(program.output.utf8))["parameters"])
      #expect(reply["uid"]?.int == 1235 && reply["gid"]?.int == 1234)
      #expect(reply["groups"]?.elements.map(\.int) == [1234] + Array(2000..<2500))
    }
  }
}
