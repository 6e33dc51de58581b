import Glibc
import LinuxSystem
import Testing

@Suite("A descriptor")
struct DescriptorTests {

  @Test(
    "reads a file to its end, whatever was expected",
    arguments: [0, 1, 4095, 4096, 200_000], [0, 1, 4096, 199_999, 200_000, 200_001])
  func reading(size: Int, expected: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.directory.write(bytes, as: named("f"), mode: 0o600)
    #expect(try folder.directory.open(named("f")).readAll(expecting: expected, limit: 1 << 20) == bytes)
  }

  @Test("stops at the limit, which itself is allowed", arguments: [0, 100, 1000, 5000])
  func limit(expected: Int) throws {
    let folder = try TemporaryFolder()
    try folder.directory.write([UInt8](repeating: 1, count: 1000), as: named("f"), mode: 0o600)
    let file = try folder.directory.open(named("f"))
    #expect(try file.readAll(expecting: expected, limit: 1000).count == 1000)
    let again = try folder.directory.open(named("f"))
    let error = #expect(throws: SystemError.self) { try again.readAll(expecting: expected, limit: 999) }
    #expect(error?.errno == EFBIG)
  }

  @Test("of a pipe is read until the other end is closed, though its reads are short")
  func pipes() async throws {
    let ends = try pair()
    async let read = DedicatedThread.run("lecteur") { () throws(SystemError) in
      try ends.reading.readAll(expecting: 0, limit: 1 << 20)
    }
    let chunk = [UInt8](repeating: 5, count: 10_000)
    for _ in 0..<20 { try ends.writing.writeAll(chunk) }
    close(ends.writing.release())
    #expect(try await read == [UInt8](repeating: 5, count: 200_000))
  }

  @Test("is closed once: when the last reference goes, and never after its release")
  func closing() throws {
    var ends: (reading: Descriptor, writing: Descriptor)? = try pair()
    let raw = try #require(ends?.reading.raw)
    let kept = try #require(ends?.writing.release())
    #expect(ends?.writing.raw == -1 && ends?.writing.release() == -1)
    ends = nil
    #expect(fcntl(kept, F_GETFD) >= 0)
    // Its peer has gone: the reading end is closed, though its number may be taken again.
    #expect(raw != kept)
    var waiting = pollfd(fd: kept, events: 0, revents: 0)
    #expect(poll(&waiting, 1, 0) == 1 && waiting.revents & Int16(POLLERR) != 0)
    close(kept)
  }

  private func pair() throws -> (reading: Descriptor, writing: Descriptor) {
    var raw: [Int32] = [-1, -1]
    try #require(pipe(&raw) == 0)
    return (.adopt(raw[0]), .adopt(raw[1]))
  }
}
