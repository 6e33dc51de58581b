import Glibc
import LinuxSystem
import StrictJSON
import Testing
import Varlink
import VarlinkCertification
import VarlinkClient

/// The Varlink project's own tests, against python's implementation of them and our own.
@Suite("org.varlink.certification", .timeLimit(.minutes(2)))
struct CertificationTests {
  private static let calls = ["Start"] + (1...9).map { "Test0\($0)" } + ["Test10", "Test11", "End"]

  @Test(
    "is passed by our server, as python's client sees it",
    .enabled("python3 has no module varlink: pip install varlink") { await Python.has("varlink") })
  func server() async throws {
    try await TestServer.with(interfaces: [CertificationInterface()]) { server in
      let client = try await Program.run(
        ["python3", "-m", "varlink.tests.test_certification", "--client", "--varlink=unix:\(server.socket)"])
      #expect(client.status == 0 && client.output.contains("Certification passed"), "\(client.output)")
    }
  }

  @Test(
    "is passed by our client, as python's strict server sees it",
    .enabled("python3 has no module varlink: pip install varlink") { await Python.has("varlink") })
  func client() async throws {
    let folder = try TemporaryFolder()
    let socket = folder.path + "/python.sock"
    let server = try RunningProgram(
      ["python3", "-m", "varlink.tests.test_certification", "--varlink=unix:\(socket)"])
    try await server.waitForSocket(socket)
    let called = try await DedicatedThread.run("client") { () throws in
      try CertificationClient.run(VarlinkConnection(socket: socket, timeout: .seconds(30)))
    }
    #expect(called == Self.calls)
    server.end()
  }

  @Test("is passed by our client and our server between them")
  func both() async throws {
    try await TestServer.with(interfaces: [CertificationInterface()]) { server in
      let called = try await server.call { try CertificationClient.run($0) }
      #expect(called == Self.calls)
    }
  }

  @Test("is not passed by a client that does anything else than what is due")
  func strict() async throws {
    try await TestServer.with(interfaces: [CertificationInterface()]) { server in
      let names = try await server.call { connection in
        let name = "org.varlink.certification."
        let id = JSONValue.string(try connection.call(name + "Start")["client_id"]?.string ?? "")
        let results = try connection.call(all: [
          VarlinkRequest(name + "Start", ["client_id": id]),
          VarlinkRequest(name + "Test01", ["client_id": "nobody"]),
          VarlinkRequest(name + "Test02", ["client_id": id, "bool": true]),
          VarlinkRequest(name + "Test01", ["client_id": id]),
        ])
        return results.map { result in
          guard case .failure(let error) = result else { return "" }
          return String(error.shortName)
        }
      }
      #expect(names == ["CertificationError", "ClientIdError", "CertificationError", "ClientIdError"])
    }
  }
}
