package import LinuxSystem

/// The folders in which each LINF finds what is made for it: `sorties/<linf>/`.
///
/// Whoever belongs to a LINF may write into its folder: nothing found there is followed or trusted.
package struct Outboxes: Sendable {
  /// Path of `sorties/`.
  private let path: String
  /// Whether missing folders are made, as under `--racine`; elsewhere the administrator makes them, with their groups.
  private let makesFolders: Bool

  package init(path: String, makesFolders: Bool) {
    self.path = path
    self.makesFolders = makesFolders
  }

  /// Puts a file in the folder of a LINF in place of the one of that name, whole or not at all; one that is there already
  /// to the byte is left alone.
  ///
  /// - Parameter linf: its id, which names its folder.
  /// - Returns: whether something was written.
  @discardableResult
  package func put(_ bytes: [UInt8], as name: String, for linf: String) throws(SystemError) -> Bool {
    guard let folderName = FileName(linf), let fileName = FileName(name) else { return false }
    let outbox = try folder(folderName)
    if try isThere(bytes, fileName, outbox) { return false }
    try outbox.write(bytes, as: fileName, mode: 0o640, replacing: true)
    return true
  }

  /// Whether a file is in the folder of a LINF already, to the byte; true where neither can be named.
  package func has(_ bytes: [UInt8], as name: String, for linf: String) throws(SystemError) -> Bool {
    guard let folderName = FileName(linf), let fileName = FileName(name) else { return true }
    return try isThere(bytes, fileName, try folder(folderName))
  }

  /// The LINF, by their ids, whose folder holds a file of that name.
  package func linf(ayant name: String) throws(SystemError) -> Set<String> {
    guard let name = FileName(name), let folder = try Self.opened(path) else { return [] }
    var found: Set<String> = []
    for linf in try folder.names() where !linf.hasPrefix(".") {
      guard try folder.entry(linf)?.kind == .directory, let outbox = try Self.opened(folder.path(of: linf)),
        try outbox.entry(name)?.kind == .regular
      else { continue }
      found.insert(String(decoding: linf.bytes, as: UTF8.self))
    }
    return found
  }

  private func folder(_ name: FileName) throws(SystemError) -> Directory {
    guard makesFolders else { return try Directory(path).subdirectory(name) }
    return try Directory.making(path, mode: 0o770).makeDirectory(name, mode: 0o770)
  }

  private func isThere(_ bytes: [UInt8], _ name: FileName, _ outbox: Directory) throws(SystemError) -> Bool {
    let file: Descriptor
    do throws(SystemError) {
      file = try outbox.open(name)
    } catch {
      // Whatever else it is than a file that can be read, it is replaced.
      return false
    }
    let status = try file.status()
    guard status.kind == .regular, status.size == bytes.count else { return false }
    return try file.readAll(expecting: bytes.count, limit: bytes.count) == bytes
  }
}
