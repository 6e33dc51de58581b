import Glibc
import LinuxSystem
import Testing

@Suite("A directory watch")
struct DirectoryWatchTests {
  let folder: TemporaryFolder
  let depot: Directory
  let watch: DirectoryWatch

  /// Longer than any test may take: a wait that ends with it has failed.
  let late = ContinuousClock.now + .seconds(30)

  init() throws {
    folder = try TemporaryFolder()
    depot = try folder.makeDirectory("depot")
    watch = try DirectoryWatch(depot, ignoring: { $0.hasPrefix(".") || $0.hasSuffix(".tmp") })
  }

  @Test("tells of a file that was written, renamed or linked there", arguments: ["create", "rename", "link"])
  func hints(way: String) throws {
    #expect(try watch.wait(until: .now) == .timeout)
    let target = "\(depot.path)/a.json"
    switch way {
    case "create":
      close(open(target, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
    default:
      try folder.directory.write([1], as: named("source"), mode: 0o600)
      #expect(
        way == "link"
          ? link("\(folder.path)/source", target) == 0 : rename("\(folder.path)/source", target) == 0)
    }
    #expect(try watch.wait(until: late) == .changed)
    #expect(try watch.wait(until: .now) == .timeout, "one hint for all that happened")
  }

  @Test("does not tell of temporary names, but of what they become")
  func ignoring() throws {
    close(open("\(depot.path)/a.tmp", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
    #expect(try watch.wait(until: .now) == .timeout)
    #expect(rename("\(depot.path)/a.tmp", "\(depot.path)/a.json") == 0)
    #expect(try watch.wait(until: late) == .changed)
    try depot.write([1], as: named("b.json"), mode: 0o600)
    #expect(try watch.wait(until: late) == .changed)
  }

  @Test("says when the directory has been moved away, or removed with nobody left who has it open")
  func lost() throws {
    let other = try DirectoryWatch(folder.makeDirectory("autre"))
    #expect(rmdir(folder.path + "/autre") == 0)
    #expect(try other.wait(until: late) == .lost)
    #expect(rename(depot.path, depot.path + "2") == 0)
    #expect(try watch.wait(until: late) == .lost)
  }

  @Test("is woken once from another thread, whether it waits yet or not")
  func waking() async throws {
    watch.wake()
    watch.wake()
    #expect(try watch.wait(until: late) == .woken)
    #expect(try watch.wait(until: .now) == .timeout)
    async let hint = DedicatedThread.run("veille") { [watch, late] () throws(SystemError) in
      try watch.wait(until: late)
    }
    watch.wake()
    #expect(try await hint == .woken)
  }

  @Test("is stopped for good, before anything else is told")
  func stopping() async throws {
    async let hint = DedicatedThread.run("veille") { [watch, late] () throws(SystemError) in
      try watch.wait(until: late)
    }
    watch.stop()
    #expect(try await hint == .stopped)
    try depot.write([1], as: named("b.json"), mode: 0o600)
    #expect(try watch.wait(until: nil) == .stopped)
  }

  @Test("cannot be put on what is not there")
  func missing() throws {
    try folder.directory.removeDirectory(named("depot"))
    #expect(throws: SystemError.self) { try DirectoryWatch(depot) }
  }
}
