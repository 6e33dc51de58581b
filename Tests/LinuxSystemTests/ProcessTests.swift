import Glibc
import LinuxSystem
import Testing

@Suite("The machine")
struct ProcessTests {

  @Test("knows its users and groups by name and number")
  func users() throws {
    #expect(try UserDatabase.login(ofUser: 0) == "root")
    #expect(try UserDatabase.uid(ofUser: "root") == 0)
    #expect(try UserDatabase.gid(ofGroup: "root") == 0)
    #expect(try UserDatabase.name(ofGroup: 0) == "root")
    #expect(try UserDatabase.uid(ofUser: "personne de ce nom") == nil)
    #expect(try UserDatabase.gid(ofGroup: "") == nil)
    #expect(try UserDatabase.login(ofUser: 4_000_000_123) == nil)
    #expect(UserDatabase.ownUid == geteuid())
  }

  @Test("gives fresh random bytes, in blocks of any size", arguments: [0, 1, 16, 257, 100_000])
  func random(count: Int) throws {
    let (one, other) = (try Random.bytes(count), try Random.bytes(count))
    #expect(one.count == count && other.count == count)
    if count >= 16 { #expect(one != other) }
    if count >= 10_000 { #expect(Set(one).count == 256) }
  }

  @Test("has clocks in microseconds")
  func clocks() {
    #expect(abs(SystemClock.wallMicroseconds / 1_000_000 - Int64(time(nil))) <= 1)
    let earlier = SystemClock.monotonicMicroseconds
    #expect(SystemClock.monotonicMicroseconds >= earlier)
  }

  @Test("runs blocking work on a thread of its own, and brings back what came of it")
  func threads() async throws {
    let own = pthread_self()
    let isOther = await DedicatedThread.run("essai") { pthread_equal(pthread_self(), own) == 0 }
    #expect(isOther)
    await #expect(throws: SystemError(errno: EIO, operation: "essai")) {
      try await DedicatedThread.run("essai") { () throws(SystemError) in
        throw SystemError(errno: EIO, operation: "essai")
      }
    }
  }

  @Test("reads a file that a person named, and says why not", arguments: ["dossier", "fifo", "absent", "gros"])
  func wholeFile(name: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeDirectory("dossier")
    #expect(mkfifo(folder.path + "/fifo", 0o600) == 0)
    try folder.directory.write([1, 2, 3], as: named("gros"), mode: 0o600)
    let path = folder.path + "/" + name
    let codes = ["dossier": EISDIR, "fifo": EINVAL, "absent": ENOENT, "gros": EFBIG]
    let error = #expect(throws: SystemError.self) { try WholeFile.read(path, limit: 2) }
    #expect(error?.errno == codes[name] && error?.path == path)
    #expect(try WholeFile.read(folder.path + "/gros", limit: 3) == [1, 2, 3])
  }
}
