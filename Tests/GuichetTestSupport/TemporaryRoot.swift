import Foundation

/// A folder of a test's own, gone with all that is in it when the test lets go of it.
package final class TemporaryRoot: Sendable {
  /// Absolute, without a slash at its end; short enough for a socket inside.
  package let path: String

  package init() throws {
    path = "/tmp/guichet-\(UUID().uuidString.prefix(13))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }

  /// Names in a folder below, sorted, without those that begin with a dot; none where there is no such folder.
  package func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The bytes of a file below.
  package func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  /// Drops a file the way producers must: written beside, then renamed.
  package func drop(_ text: String, as name: String) throws {
    let temporary = "\(path)/depot/.\(UUID().uuidString).tmp"
    try Data(text.utf8).write(to: URL(filePath: temporary))
    guard rename(temporary, "\(path)/depot/\(name)") == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
