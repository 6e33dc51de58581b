import Guichet
import LinuxSystem

/// The register's file and those beside it, as a restore moves them.
///
/// While a restore is under way a mark stands beside the register: a daemon that starts meanwhile, or after a restore that
/// was cut short, would else make an empty register and give numeros anew.
struct RegisterPlace: Sendable {
  private let folder: Directory
  private let base: String
  let path: String
  /// Where the copy is prepared.
  let prepared: String

  init(_ path: String) throws(SystemError) {
    self.path = path
    folder = try Directory.making(path.folder, mode: 0o700)
    base = String(path.split(separator: "/").last ?? "")
    prepared = "\(path.folder)/.\(base).restauration"
  }

  /// Who the folder belongs to.
  func owner() throws(SystemError) -> UInt32 { try FileStatus.of(path: path.folder).uid }

  static func mark(_ registre: String) -> String { "\(registre).restauration-en-cours" }

  func begin() throws(SystemError) {
    try folder.write([], as: try name("\(base).restauration-en-cours"), mode: 0o600, replacing: true)
  }

  func end() throws(SystemError) {
    try remove("\(base).restauration-en-cours")
    try folder.sync()
  }

  /// Removes what an earlier restore prepared and never used.
  func discardPrepared() throws(SystemError) {
    for ending in ["", "-journal", "-wal", "-shm"] { try remove(".\(base).restauration\(ending)") }
  }

  /// Renames the register that is there, with its log, out of the way; nothing is deleted by a restore.
  ///
  /// - Returns: its path now; nil where there was none.
  func setAside(_ now: Instant) throws(SystemError) -> String? {
    var moment = now
    while try isThere("\(base).avant-\(NomDeSauvegarde.compact(moment))") { moment = moment.advanced(bySeconds: 1) }
    let target = "\(base).avant-\(NomDeSauvegarde.compact(moment))"
    var found = false
    // Every file that SQLite would read with it: left here, one would be applied to the copy that takes its place.
    for ending in ["", "-wal", "-shm", "-journal"] where try isThere(base + ending) {
      try folder.rename(try name(base + ending), to: folder, as: try name(target + ending))
      if ending.isEmpty { found = true }
    }
    try folder.sync()
    return found ? "\(path.folder)/\(target)" : nil
  }

  /// The registers that this and earlier restores set aside.
  func asides() throws(SystemError) -> [String] {
    let prefix = "\(base).avant-"
    return try folder.names().map { String(decoding: $0.bytes, as: UTF8.self) }
      .filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("-") }
      .sorted().map { "\(path.folder)/\($0)" }
  }

  /// Those that were set aside before that day, as the Caf counts days.
  func asides(before day: DateCivile, _ fuseau: Fuseau) throws(SystemError) -> [String] {
    let prefix = "\(path).avant-"
    return try asides().filter { aside in
      NomDeSauvegarde.instant(compact: aside.dropFirst(prefix.count)).map { fuseau.date(of: $0) < day } ?? false
    }
  }

  /// Removes one that was set aside, what SQLite would read with it first.
  func removeAside(_ aside: String) throws(SystemError) {
    let name = String(aside.split(separator: "/").last ?? "")
    for ending in ["-journal", "-wal", "-shm", ""] { try remove(name + ending) }
    try folder.sync()
  }

  /// Gives the prepared copy the register's name, durably.
  func install() throws(SystemError) {
    let copy = try name(".\(base).restauration")
    try folder.open(copy).sync()
    try folder.rename(copy, to: folder, as: try name(base))
    try folder.sync()
  }

  private func isThere(_ text: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try folder.status(try name(text))
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }

  private func remove(_ text: String) throws(SystemError) {
    do throws(SystemError) {
      try folder.unlink(try name(text))
    } catch {
      guard error.isNotFound else { throw error }
    }
  }

  private func name(_ text: String) throws(SystemError) -> FileName {
    guard let name = FileName(text) else {
      throw SystemError(errno: 22, operation: "nommage du fichier", path: text)
    }
    return name
  }
}
