import Glibc
import LinuxSystem
import Testing

@Suite("A depot that its producers may write into and not read")
struct DropBoxTests {
  @Test("takes a file that is written whole, and shows nobody what is there")
  func dropped() throws {
    try unprivileged {
      let place = try TemporarySpool()
      #expect(chmod(place.depot.path, 0o300) == 0)
      defer { chmod(place.depot.path, 0o700) }
      #expect(throws: SystemError.self) { try Directory(place.depot.path) }
      let box = try Directory.dropBox(place.depot.path)
      try box.write(Array("{}".utf8), as: named("a.json"), mode: 0o640)
      #expect(throws: SystemError.self) { try box.write([], as: named("a.json"), mode: 0o640) }
      #expect(throws: SystemError.self) { try box.names() }
      #expect(chmod(place.depot.path, 0o700) == 0)
      #expect(try place.depot.list() == ["a.json"])
      #expect(try place.depot.text("a.json") == "{}")
    }
  }
}
