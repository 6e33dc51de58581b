import Glibc
import LinuxSystem
import Testing

@Suite("A socket that the service manager opened", .serialized)
struct InheritedSocketTests {

  @Test("is accepted on when it is a Unix stream socket that listens")
  func listens() throws {
    let folder = try TemporaryFolder()
    let original = try UnixListener.bind(folder.path + "/sock", mode: 0o600)
    // As the manager would: the same socket under another number.
    let raw = try #require(Self.descriptors(of: folder.path + "/sock").first)
    let listener = try UnixListener(inherited: InheritedSocket(dup(raw), name: "controle"))
    let client = try UnixConnection(folder.path + "/sock", timeout: .seconds(10))
    #expect(try listener.accept() != nil && listener.path == nil)
    withExtendedLifetime((original, client)) {}
  }

  @Test(
    "is refused with a sentence when it is anything else",
    arguments: ["file", "pipe", "inet", "datagram", "seqpacket", "not listening", "connected", "closed"])
  func unfit(kind: String) throws {
    var pair: [Int32] = [-1, -1]
    switch kind {
    case "file": pair[0] = open("/dev/null", O_RDWR | O_CLOEXEC)
    case "pipe": #expect(pipe(&pair) == 0)
    case "inet":
      pair[0] = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      #expect(listen(pair[0], 1) == 0)
    case "datagram": pair[0] = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    case "seqpacket": pair[0] = socket(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0)
    case "not listening": pair[0] = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    case "connected": #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    default:
      pair[0] = open("/dev/null", O_RDWR | O_CLOEXEC)
      close(pair[0])
    }
    let number = pair[0]
    let failure = #expect(throws: ListenFailure.self) {
      try UnixListener(inherited: InheritedSocket(number, name: "controle"))
    }
    #expect(failure == .unfit(descriptor: number, name: "controle"))
    #expect(failure?.message.contains("ListenStream=") == true)
    // It is not ours to close: who knows whose it is.
    if kind != "closed" { #expect(fcntl(number, F_GETFD) >= 0 && close(number) == 0) }
    if pair[1] >= 0 { close(pair[1]) }
  }

  @Test("is told from others by its name, and only where there are others")
  func named() throws {
    func socket(_ name: String?) -> InheritedSocket { InheritedSocket(-1, name: name) }
    #expect(try InheritedSocket.one(of: [], named: "controle") == nil)
    #expect(try InheritedSocket.one(of: [socket(nil)], named: "controle") != nil)
    #expect(try InheritedSocket.one(of: [socket("a.socket")], named: "controle")?.name == "a.socket")
    #expect(try InheritedSocket.one(of: [socket("a"), socket("controle")], named: "controle")?.name == "controle")
    for sockets in [[socket("a"), socket("b")], [socket("controle"), socket("controle")]] {
      #expect(throws: ListenFailure.ambiguous(count: 2, name: "controle")) {
        try InheritedSocket.one(of: sockets, named: "controle")
      }
    }
  }

  @Test(
    "is not taken when it is for another process, and the variables are gone for programs that this one starts",
    arguments: [("1", "1"), ("", "1"), ("own", "0"), ("own", "x"), ("own", "-3")])
  func others(pid: String, count: String) throws {
    setenv("LISTEN_PID", pid == "own" ? String(getpid()) : pid, 1)
    setenv("LISTEN_FDS", count, 1)
    setenv("LISTEN_FDNAMES", "controle", 1)
    #expect(try InheritedSocket.takeAll().isEmpty)
    for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { #expect(getenv(name) == nil) }
  }

  /// The numbers of this process's descriptors that are bound to a path.
  private static func descriptors(of path: String) -> [Int32] {
    (3..<256).filter { raw in
      var address = sockaddr_un()
      var size = socklen_t(MemoryLayout<sockaddr_un>.size)
      let code = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(raw, $0, &size) }
      }
      let name = withUnsafeBytes(of: &address.sun_path) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return code == 0 && address.sun_family == AF_UNIX && name == path
    }
  }
}
