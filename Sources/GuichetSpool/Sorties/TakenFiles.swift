package import Guichet
package import LinuxSystem

/// A folder `cur/`, into which whoever a file is for renames it once it is taken.
package struct TakenFiles: Sendable {
  package let path: String

  /// `courriel/cur`.
  package init(courriel path: String) {
    self.path = "\(path)/cur"
  }

  private init(path: String) {
    self.path = path
  }

  /// Those of all LINF under `sorties/`.
  package static func ofAll(sorties path: String) throws(SystemError) -> [TakenFiles] {
    guard let sorties = try folder(path) else { return [] }
    var found: [TakenFiles] = []
    for name in try sorties.names().sorted() where !name.hasPrefix(".") {
      let linf = sorties.path(of: name)
      if try sorties.status(name).kind == .directory { found.append(TakenFiles(path: "\(linf)/cur")) }
    }
    return found
  }

  /// Files that have lain there since before that instant; none where there is no such folder.
  package func names(before instant: Instant) throws(SystemError) -> [FileName] {
    guard let folder = try Self.folder(path) else { return [] }
    var found: [FileName] = []
    for name in try folder.names() {
      guard let status = try folder.entry(name), status.kind == .regular,
        // Renaming is a change of the file's, not of its content.
        max(status.modified, status.changed) / 1000 < instant.microseconds
      else { continue }
      found.append(name)
    }
    return found
  }

  package func remove(_ names: [FileName]) throws(SystemError) {
    guard let folder = try Self.folder(path) else { return }
    for name in names {
      do throws(SystemError) {
        try folder.unlink(name)
      } catch {
        guard error.isNotFound else { throw error }
      }
    }
  }

  private static func folder(_ path: String) throws(SystemError) -> Directory? {
    do throws(SystemError) {
      return try Directory(path)
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }
}
