import Glibc
import LinuxSystem

/// A folder of the test's own, removed with the files in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String
  private let directory: Directory

  init() throws {
    let name = try Random.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/guichet-test-\(name)"
    directory = try Directory.making(path, mode: 0o755)
  }

  deinit {
    do {
      for name in try directory.names() { try directory.unlink(name) }
      rmdir(path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }
}
