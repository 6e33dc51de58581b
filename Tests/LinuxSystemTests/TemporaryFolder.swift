import Glibc
import LinuxSystem

/// A folder of the test's own, removed with all that is in it when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String
  let directory: Directory

  init() throws {
    let name = try Random.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/guichet-test-\(name)"
    directory = try Directory.making(path, mode: 0o700)
  }

  deinit {
    do {
      try Self.empty(directory)
      rmdir(path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }

  private static func empty(_ directory: Directory) throws {
    for name in try directory.names() {
      if try directory.status(name).kind == .directory {
        try empty(directory.subdirectory(name))
        try directory.removeDirectory(name)
      } else {
        try directory.unlink(name)
      }
    }
  }

  func makeDirectory(_ name: String) throws -> Directory {
    try directory.makeDirectory(named(name), mode: 0o700)
  }
}

/// A name that the test knows to be one.
func named(_ text: String) throws -> FileName {
  guard let name = FileName(text) else { throw SystemError(errno: EINVAL, operation: "nom de fichier", path: text) }
  return name
}

/// The bytes of a file of that directory.
func contents(_ name: FileName, in directory: Directory) throws -> [UInt8] {
  try directory.open(name).readAll(expecting: 0, limit: 1 << 24)
}
