import Foundation
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("The control socket of guichetd")
struct SocketTests {

  /// Starts what follows with descriptors of that kind as a service manager would (LISTEN_FDS).
  private static func launcher(_ kinds: String..., path: String, names: String = "") -> [String] {
    let script = """
      import fcntl, os, socket, sys
      kept = []
      for rank, kind in enumerate(sys.argv[3].split(",")):
          if kind == "listening":
              s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen()
          elif kind == "bound":
              s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1] + str(rank))
          else:
              s = open("/dev/null")
          # Out of the way first: its own number may be one of those that are to be filled.
          kept.append(fcntl.fcntl(s.fileno(), fcntl.F_DUPFD, 100))
          s.close()
      for rank, descriptor in enumerate(kept): os.dup2(descriptor, 3 + rank)
      os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS=str(rank + 1), LISTEN_FDNAMES=sys.argv[2])
      os.execv(sys.argv[4], sys.argv[4:])
      """
    return ["python3", "-c", script, path, names, kinds.joined(separator: ",")]
  }

  private static func run(_ launcher: [String] = [], _ arguments: [String]) throws -> (status: Int32, log: String) {
    let run = try ProgramRun("/usr/bin/env", launcher + [BuiltProgram.path("guichetd")] + arguments)
    return (run.status, run.errors)
  }

  private static let hasPython: Bool = {
    do {
      return try ProgramRun("/usr/bin/env", ["python3", "-c", "import socket"]).status == 0
    } catch {
      return false
    }
  }()

  @Test(
    "is the one that the service manager opened, where it did", .enabled(if: Self.hasPython, "python3 is absent"),
    arguments: [["listening"], ["file", "listening"]])
  func activation(kinds: [String]) async throws {
    let root = try TemporaryRoot()
    let path = root.path + "/manager.sock"
    let names = kinds.count == 1 ? "guichetd.socket" : "autre:controle"
    let daemon = try RunningDaemon(
      root, launcher: Self.launcher(kinds.joined(separator: ","), path: path, names: names))
    defer { daemon.stop() }
    #expect(try VarlinkConnection(socket: path).info().product == "guichetd")
    #expect(!FileManager.default.fileExists(atPath: root.path + "/controle.sock"))
  }

  @Test(
    "is refused with a sentence when the service manager passes something else",
    .enabled(if: Self.hasPython, "python3 is absent"),
    arguments: [
      ("file", "n’est pas une socket Unix de flux à l’écoute"), ("bound", "ListenStream="),
      ("file,file", "FileDescriptorName=controle"),
    ])
  func unfit(kinds: String, sentence: String) throws {
    let root = try TemporaryRoot()
    let (status, log) = try Self.run(
      Self.launcher(kinds, path: root.path + "/manager.sock"), ["--racine", root.path])
    #expect(status == 78 && log.contains(sentence), "\(log)")
  }

  /// Starts what follows with a socket at which somebody waits already, prints the answer, and ends as the program did.
  private static let waiting = """
    import os, socket, sys
    door = socket.socket(socket.AF_UNIX); door.bind(sys.argv[1]); door.listen()
    caller = socket.socket(socket.AF_UNIX); caller.connect(sys.argv[1])
    caller.sendall(b'{"method":"fr.caf.guichet.GetEtat"}' + bytes(1))
    child = os.fork()
    if child == 0:
        caller.close()
        os.dup2(os.dup(door.fileno()), 3)
        os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1", LISTEN_FDNAMES="controle")
        os.set_inheritable(3, True)
        os.execv(sys.argv[2], sys.argv[2:])
    _, status = os.waitpid(child, 0)
    door.settimeout(0)
    answer = b""
    caller.settimeout(10)
    try:
        while piece := caller.recv(4096): answer += piece
    except OSError as error: answer += str(error).encode()
    try: door.accept(); answer += b" still waiting"
    except OSError: pass
    sys.stdout.write(answer.rstrip(bytes(1)).decode())
    sys.exit(os.waitstatus_to_exitcode(status))
    """

  @Test(
    "of systemd, at which somebody waits, is answered before the daemon ends that nobody is to start again",
    .enabled(if: Self.hasPython, "python3 is absent"),
    arguments: [("--racine", Int32(78)), ("--racine", 74), ("--inconnu", 64)])
  func refusal(option: String, status: Int32) throws {
    let root = try TemporaryRoot()
    // Right, and no register can be there.
    let yaml = status == 74 ? "chemins: {registre: /proc/guichet/r.sqlite}\n" : "depot: {lots: 3}\n"
    try Data(yaml.utf8).write(to: URL(filePath: root.path + "/guichetd.yaml"))
    let run = try ProgramRun(
      "/usr/bin/env",
      ["python3", "-c", Self.waiting, root.path + "/manager.sock", BuiltProgram.path("guichetd"), option, root.path])
    #expect(run.status == status, "\(run)")
    #expect(run.output == #"{"error":"fr.caf.guichet.DemarrageRefuse","parameters":{}}"#, "\(run)")
  }

  @Test("can be written to by anybody, and is taken over from a daemon that was killed")
  func takenOver() throws {
    let root = try TemporaryRoot()
    let path = root.path + "/controle.sock"
    let killed = try RunningDaemon(root)
    #expect(try FileStatus.of(path: path).mode == 0o666)
    killed.kill()
    #expect(try FileStatus.of(path: path).kind == .socket)
    let daemon = try RunningDaemon(root)
    defer { daemon.stop() }
    #expect(try daemon.connection().info().product == "guichetd")
  }

  @Test("is left to whom it belongs: another daemon, or what is no socket", arguments: [true, false])
  func taken(isServed: Bool) async throws {
    try await RunningDaemon.with { other in
      let root = try TemporaryRoot()
      let path = isServed ? other.root.path + "/controle.sock" : root.path + "/notes.txt"
      if !isServed { try Data("à garder".utf8).write(to: URL(filePath: path)) }
      try Data("chemins: {socket: \(path)}\n".utf8).write(to: URL(filePath: root.path + "/guichetd.yaml"))
      let (status, log) = try Self.run([], ["--racine", root.path])
      #expect(status == (isServed ? 75 : 78))
      #expect(log.contains(isServed ? "est déjà servie" : "n’est pas une socket"), "\(log)")
      #expect(try other.connection().info().product == "guichetd")
      #expect(try isServed || root.bytes(of: "notes.txt") == Array("à garder".utf8))
    }
  }

  @Test("whose path is too long is told so")
  func tooLong() throws {
    let root = try TemporaryRoot()
    let (status, log) = try Self.run([], ["--racine", root.path + "/" + String(repeating: "x", count: 100)])
    #expect(status == 78 && log.contains("est trop long") && log.contains("107 au plus"), "\(log)")
  }

  @Test("has the limits of the configuration")
  func limits() async throws {
    let daemon = try Self.daemon("prise: {messageMax: 1Mio, connexions: 3, connexionsParUid: 2}")
    defer { daemon.stop() }
    let (first, second) = (try daemon.connection(), try daemon.connection())
    _ = (try first.info(), try second.info())
    #expect(throws: VarlinkFailure.self) { try daemon.connection().info() }
    let huge = JSONValue.string(String(repeating: "x", count: 1 << 20))
    #expect(throws: VarlinkFailure.self) { try first.call("org.varlink.service.GetInfo", ["x": huge]) }
    #expect(try second.info().product == "guichetd")
    #expect(daemon.stop() == 0)
    #expect(daemon.log.contains("trop de connexions") && daemon.log.contains("message illisible"))
  }

  @Test("hangs up on who says nothing for as long as the configuration allows")
  func idle() throws {
    let daemon = try Self.daemon("prise: {inactivite: 1s}")
    defer { daemon.stop() }
    let client = try UnixConnection(daemon.root.path + "/controle.sock", timeout: .seconds(30))
    var nothing: [UInt8] = []
    #expect(try !client.read(into: &nothing) && nothing.isEmpty)
  }

  private static func daemon(_ yaml: String) throws -> RunningDaemon {
    let root = try TemporaryRoot()
    try Data(yaml.utf8).write(to: URL(filePath: root.path + "/guichetd.yaml"))
    return try RunningDaemon(root)
  }
}
