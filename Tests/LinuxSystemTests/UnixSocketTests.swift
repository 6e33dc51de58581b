import Glibc
import LinuxSystem
import Testing

@Suite("A Unix socket")
struct UnixSocketTests {
  let folder: TemporaryFolder
  var path: String { folder.path + "/controle.sock" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("tells who connects: user, primary group and all others, and no group that is padding")
  func credentials() throws {
    let listener = try UnixListener.bind(path, mode: 0o666)
    let client = try UnixConnection(path, timeout: .seconds(10))
    let peer = try #require(try listener.accept())
    #expect(peer.credentials.uid == getuid() && peer.credentials.gid == getgid())
    var groups = [gid_t](repeating: 0, count: Int(getgroups(0, nil)))
    #expect(getgroups(Int32(groups.count), &groups) == groups.count)
    #expect(peer.credentials.groups == Set(groups).union([getgid()]))
    withExtendedLifetime(client) {}
  }

  @Test("has the rights that were asked for, whatever the umask", arguments: [0o666, 0o600, 0o660] as [UInt32])
  func rights(mode: UInt32) throws {
    let listener = try UnixListener.bind(path, mode: mode)
    let status = try FileStatus.of(path: path)
    #expect(status.kind == .socket && status.mode == mode)
    withExtendedLifetime(listener) {}
  }

  @Test("that is closed wakes who waits for a peer")
  func closing() async throws {
    let listener = try UnixListener.bind(path, mode: 0o600)
    async let peer = DedicatedThread.run("accueil") { () throws(SystemError) in try listener.accept() == nil }
    listener.close()
    #expect(try await peer)
    #expect(try listener.accept() == nil)
  }

  @Test("carries bytes both ways, and tells the end")
  func bytes() async throws {
    let listener = try UnixListener.bind(path, mode: 0o600)
    let client = try UnixConnection(path, timeout: .seconds(10))
    let peer = try #require(try listener.accept())
    let sent = [UInt8](repeating: 9, count: 1_000_000)
    async let received = DedicatedThread.run("lecteur") { () throws(SystemError) in
      try peer.descriptor.readAll(expecting: 0, limit: 1 << 24)
    }
    try await DedicatedThread.run("client") { () throws(SystemError) in
      try client.write(sent)
      try client.finishWriting()
    }
    #expect(try await received == sent)
    try peer.descriptor.writeAll([1, 2, 3])
    var answer: [UInt8] = []
    #expect(try client.read(into: &answer) && answer == [1, 2, 3])
    close(peer.descriptor.release())
    #expect(try !client.read(into: &answer))
    let gone = #expect(throws: SystemError.self) { try client.write(sent) }
    #expect(gone?.errno == EPIPE)
  }

  @Test("gives up after the time limit")
  func timeout() throws {
    let listener = try UnixListener.bind(path, mode: 0o600)
    let client = try UnixConnection(path, timeout: .milliseconds(5))
    var answer: [UInt8] = []
    let error = #expect(throws: SystemError.self) { try client.read(into: &answer) }
    #expect(error?.isTimeout == true)
    withExtendedLifetime(listener) {}
  }

  @Test("that nobody listens on, or whose path is too long, says so")
  func unreachable() throws {
    let missing = #expect(throws: SystemError.self) { try UnixConnection(path) }
    #expect(missing?.isNotFound == true)
    _ = try UnixListener.bind(path, mode: 0o600)
    let refused = #expect(throws: SystemError.self) { try UnixConnection(path) }
    #expect(refused?.errno == ECONNREFUSED)
    let long = #expect(throws: SystemError.self) { try UnixConnection("/tmp/" + String(repeating: "x", count: 104)) }
    #expect(long?.errno == ENAMETOOLONG)
  }

  @Test("takes what is told to systemd, as a file or an abstract name", arguments: [false, true])
  func notification(isAbstract: Bool) throws {
    let name = isAbstract ? "@guichet-\(folder.path)" : folder.path + "/notify"
    let receiver = Descriptor.adopt(socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(receiver.raw, $0, length) }
    }
    try #require(bound == 0)
    try SystemdNotify.send("READY=1\nSTATUS=À l’écoute", to: name)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = try buffer.withUnsafeMutableBytes { try receiver.read(into: $0) }
    #expect(String(decoding: buffer[..<count], as: UTF8.self) == "READY=1\nSTATUS=À l’écoute")
  }
}
