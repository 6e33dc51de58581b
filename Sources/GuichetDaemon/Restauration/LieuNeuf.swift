import LinuxSystem

/// What is missing where a register is to go, so that it is missing again after a restore that was refused.
struct LieuNeuf: Sendable {
  /// Folders that are not there, each before those in it.
  private let dossiers: [String]
  private let verrou: String?

  /// - Parameters:
  ///   - registre: the register's file.
  ///   - racine: a folder that is made as well.
  init(_ registre: String, racine: String?) throws(SystemError) {
    var missing: [String] = []
    for folder in [racine, registre.folder].compactMap(\.self) {
      var path = folder
      while path.count > 1, try !Self.isThere(path) {
        if !missing.contains(path) { missing.append(path) }
        path = path.folder
      }
    }
    dossiers = missing.sorted()
    let lock = Self.verrou(registre)
    verrou = try Self.isThere(lock) ? nil : lock
  }

  static func verrou(_ registre: String) -> String { "\(registre).verrou" }

  /// Takes away the lock's file and the folders in which nothing is.
  ///
  /// - Parameter holdsLock: whether the caller does; else its file is somebody else's.
  func effacer(holdsLock: Bool) throws(SystemError) {
    if let verrou, holdsLock { try Self.remove(verrou) { folder, name throws(SystemError) in try folder.unlink(name) } }
    for path in dossiers.reversed() {
      guard try Self.isThere(path) else { continue }
      let names = try Directory(path).names()
      guard names.isEmpty else { continue }
      try Self.remove(path) { folder, name throws(SystemError) in try folder.removeDirectory(name) }
    }
  }

  private static func remove(
    _ path: String, _ act: (Directory, FileName) throws(SystemError) -> Void
  ) throws(SystemError) {
    guard try isThere(path), let name = FileName(String(path.split(separator: "/").last ?? "")) else { return }
    try act(Directory(path.folder), name)
  }

  private static func isThere(_ path: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try FileStatus.of(path: path)
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }
}
