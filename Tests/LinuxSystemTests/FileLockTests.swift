import LinuxSystem
import Testing

@Suite("A file lock")
struct FileLockTests {

  @Test("is held by one at a time, and free again when that one lets go")
  func exclusive() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/guichetd.lock"
    var lock: FileLock? = try FileLock(path)
    #expect(throws: FileLock.Failure.held(path: path)) { try FileLock(path) }
    #expect(lock != nil)
    lock = nil
    lock = try FileLock(path)
    withExtendedLifetime(lock) {}
  }

  @Test("tells a lock that is held from one that cannot be made")
  func impossible() throws {
    let error = try #require(throws: FileLock.Failure.self) { try FileLock("/nowhere/guichetd.lock") }
    guard case .impossible(let cause) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(cause.isNotFound && error.message.contains("/nowhere/guichetd.lock"))
    #expect(FileLock.Failure.held(path: "/x").message.contains("déjà tenu"))
  }
}
