import Glibc
import LinuxSystem
import Testing

@Suite("Standing by", .timeLimit(.minutes(1)))
struct StandbyTests {
  private static func listening(_ folder: TemporaryFolder) throws -> (Descriptor, String) {
    let path = "\(folder.path)/socket"
    let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0 && listen(raw, 4) == 0)
    return (Descriptor.adopt(raw), path)
  }

  @Test("ends when one of the connections has something, which is then read without waiting")
  func connection() throws {
    let folder = try TemporaryFolder()
    let (listener, path) = try Self.listening(folder)
    let (quiet, told) = (try UnixConnection(path), try UnixConnection(path))
    let first = Descriptor.adopt(accept(listener.raw, nil, nil))
    let second = Descriptor.adopt(accept(listener.raw, nil, nil))
    #expect(try Standby.wait(connections: [quiet, told], until: .now) == [])
    try second.writeAll(Array("abc".utf8))
    #expect(try Standby.wait(connections: [quiet, told]) == .connection)
    var bytes: [UInt8] = []
    #expect(try quiet.readIfThere(into: &bytes) == .nothing && bytes.isEmpty)
    #expect(try told.readIfThere(into: &bytes) == .bytes && bytes == Array("abc".utf8))
    close(first.release())
    #expect(try Standby.wait(connections: [quiet]) == .connection)
    #expect(try quiet.readIfThere(into: &bytes) == .end)
  }

  @Test("ends at the moment, and not before")
  func moment() throws {
    let moment = ContinuousClock.now.advanced(by: .milliseconds(30))
    #expect(try Standby.wait(until: moment) == [])
    #expect(moment <= .now)
  }
}
