import Glibc
import LinuxSystem
import Synchronization
import Testing

@Suite("A path that connections are to be accepted on")
struct UnixListenerTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/controle.sock" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("is taken over from a dead program, and from nobody else")
  func stale() throws {
    var listener: UnixListener? = try UnixListener.bind(path, mode: 0o600)
    #expect(throws: ListenFailure.taken(path: path)) { try UnixListener.bind(path, mode: 0o600) }
    #expect(try FileStatus.of(path: path).kind == .socket)
    withExtendedLifetime(listener) {}
    listener = nil
    listener = try UnixListener.bind(path, mode: 0o666)
    #expect(try FileStatus.of(path: path).mode == 0o666)
    let client = try UnixConnection(path, timeout: .seconds(10))
    #expect(try listener?.accept() != nil)
    withExtendedLifetime(client) {}
  }

  @Test("is left alone when it is no socket", arguments: ["file", "link", "folder", "fifo"])
  func notASocket(kind: String) throws {
    switch kind {
    case "file": try folder.directory.write([1], as: named("controle.sock"), mode: 0o600)
    case "link": #expect(symlink("/nowhere", path) == 0)
    case "folder": #expect(mkdir(path, 0o700) == 0)
    default: #expect(mkfifo(path, 0o600) == 0)
    }
    let before = try FileStatus.of(path: path)
    #expect(throws: ListenFailure.notASocket(path: path)) { try UnixListener.bind(path, mode: 0o600) }
    #expect(try FileStatus.of(path: path).inode == before.inode)
    if kind == "folder" { rmdir(path) }
  }

  @Test(
    "is left alone when somebody listens there who does not know of our lock",
    arguments: [SOCK_STREAM, SOCK_SEQPACKET, SOCK_DGRAM])
  func served(type: __socket_type) throws {
    let other = Descriptor.adopt(socket(AF_UNIX, Int32(type.rawValue | SOCK_CLOEXEC.rawValue), 0))
    #expect(Self.bind(other, to: path) == 0)
    if type != SOCK_DGRAM { #expect(listen(other.raw, 1) == 0) }
    #expect(throws: ListenFailure.taken(path: path)) { try UnixListener.bind(path, mode: 0o600) }
    withExtendedLifetime(other) {}
  }

  @Test(
    "is left alone when it is a dead socket of another user's",
    .enabled("needs root") { geteuid() == 0 })
  func foreign() throws {
    let other = Descriptor.adopt(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
    #expect(Self.bind(other, to: path) == 0 && chown(path, 1234, 1234) == 0)
    close(other.release())
    #expect(throws: ListenFailure.foreign(path: path)) { try UnixListener.bind(path, mode: 0o600) }
    #expect(try FileStatus.of(path: path).uid == 1234)
  }

  @Test("is had by one of many that start at the same moment, and the others are told", arguments: 1...20)
  func race(round: Int) async throws {
    // Half of the rounds begin with a dead socket.
    if round % 2 == 0 { _ = try UnixListener.bind(path, mode: 0o600) }
    let path = path
    let outcomes = await withTaskGroup(of: Result<UnixListener, ListenFailure>.self) { tasks in
      for _ in 0..<6 {
        tasks.addTask {
          await DedicatedThread.run("course") { () -> Result<UnixListener, ListenFailure> in
            do throws(ListenFailure) {
              return .success(try UnixListener.bind(path, mode: 0o600))
            } catch {
              return .failure(error)
            }
          }
        }
      }
      return await tasks.reduce(into: []) { $0.append($1) }
    }
    var winners: [UnixListener] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let listener): winners.append(listener)
      case .failure(let failure): #expect(failure == .taken(path: path))
      }
    }
    #expect(winners.count == 1)
    let client = try UnixConnection(path, timeout: .seconds(10))
    #expect(try winners.first?.accept() != nil)
    withExtendedLifetime(client) {}
  }

  @Test("is told when it is too long, and may be as long as the kernel allows", arguments: [107, 108, 4000])
  func length(bytes: Int) throws {
    let name = String(repeating: "x", count: bytes - folder.path.utf8.count - 1)
    let path = folder.path + "/" + name
    guard bytes > 107 else {
      withExtendedLifetime(try UnixListener.bind(path, mode: 0o600)) {}
      return
    }
    let failure = #expect(throws: ListenFailure.self) { try UnixListener.bind(path, mode: 0o600) }
    #expect(failure == .pathTooLong(path: path))
    #expect(failure?.message.contains("\(bytes) octets, 107 au plus") == true)
  }

  @Test("has its rights from before anybody can connect, whatever the umask")
  func rights() throws {
    let before = umask(0o077)
    defer { umask(before) }
    let listener = try UnixListener.bind(path, mode: 0o666)
    #expect(try FileStatus.of(path: path).mode == 0o666)
    withExtendedLifetime(listener) {}
  }

  private static func bind(_ socket: Descriptor, to path: String) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(socket.raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
