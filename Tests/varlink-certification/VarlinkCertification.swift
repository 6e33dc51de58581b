import LinuxSystem
import Varlink
import VarlinkCertification
import VarlinkClient

/// `varlink-certification serve SOCKET` serves `org.varlink.certification` until it is ended; `varlink-certification
/// call SOCKET` calls it, and fails where the service does not answer as it should. Never installed.
@main
enum VarlinkCertification {
  static func main() async throws {
    switch CommandLine.arguments.dropFirst().first {
    case "serve":
      let listener = try UnixListener.bind(CommandLine.arguments.last ?? "", mode: 0o600)
      try await VarlinkServer(
        interfaces: [CertificationInterface()], vendor: "Guichet", product: "varlink-certification", version: "1",
        url: "https://varlink.org", listener: listener
      ).run()
    case "call":
      let connection = try VarlinkConnection(socket: CommandLine.arguments.last ?? "")
      try StandardOutput.write(CertificationClient.run(connection).joined(separator: "\n") + "\n")
    default:
      StandardError.write("usage: varlink-certification serve SOCKET | call SOCKET\n")
    }
  }
}
