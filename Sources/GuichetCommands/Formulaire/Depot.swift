import LinuxSystem

/// The folder in which forms are dropped, seen by a producer.
struct Depot {
  private let directory: Directory

  init(_ path: String) throws(SystemError) {
    directory = try Directory.dropBox(path)
  }

  /// Drops a form so that it is there whole or not at all, and still there after a power cut.
  ///
  /// - Parameter path: where it comes from; its last component is the name to keep where that is free and one that the
  ///   daemon looks at.
  /// - Returns: the name that it has now; nil when no file can have such a name.
  func deposer(_ bytes: [UInt8], nomme path: String) throws(SystemError) -> String? {
    let base = Self.base(of: path)
    var rank = 1
    while true {
      let name = rank == 1 ? "\(base).json" : "\(base)-\(rank).json"
      guard let file = FileName(name) else { return nil }
      do throws(SystemError) {
        // The spool's folder gives the file its group, through which the daemon reads it.
        try directory.write(bytes, as: file, mode: 0o640, replacing: false)
        return name
      } catch {
        guard error.isAlreadyThere else { throw error }
        rank += 1
      }
    }
  }

  /// The file's name without extension; no point at its start, which would hide it from the daemon, and short enough to
  /// take a rank and the extension.
  private static func base(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? ""
    if name.lowercased().hasSuffix(".json") { name.removeLast(5) }
    while name.hasPrefix(".") { name.removeFirst() }
    while name.utf8.count > 200 { name.removeLast() }
    return name.isEmpty ? "formulaire" : name
  }
}
