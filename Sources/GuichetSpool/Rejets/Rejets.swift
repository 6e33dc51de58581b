import Guichet
import LinuxSystem
import Synchronization

/// The folder `rejets/`: `<id>.json`, the refused file byte for byte, and `<id>.motif.json`, always there first. A file
/// that could not be moved here has `<id>.bloque.json` instead.
final class Rejets: Sendable {
  /// What may be there of one refused file.
  struct Parts: OptionSet {
    let rawValue: Int
    static let content = Parts(rawValue: 1)
    static let motif = Parts(rawValue: 2)
    static let blocked = Parts(rawValue: 4)

    static let endings: [(ending: String, part: Parts)] = [
      (".motif.json", .motif), (".bloque.json", .blocked), (".json", .content),
    ]
  }

  let folder: Directory
  private let blocked = Mutex<[FileName: Blocked]>([:])
  /// The longest file of its own that this folder is trusted to hold, in bytes.
  private static let ownLimit = 64 << 20

  init(_ folder: Directory) {
    self.folder = folder
  }

  static func content(_ id: String) throws(SystemError) -> FileName { try FileName.named("\(id).json") }
  static func motif(_ id: String) throws(SystemError) -> FileName { try FileName.named("\(id).motif.json") }
  static func mark(_ id: String) throws(SystemError) -> FileName { try FileName.named("\(id).bloque.json") }

  /// An id that nothing here has: moment and content, `AAAAMMJJTHHMMSS-<16 digits>`, and a number where the same was
  /// refused twice in one second.
  func freeId(recuLe: Instant, offsetSeconds: Int, digest: [UInt8]) throws(SystemError) -> String {
    let moment = recuLe.rfc3339(offsetSeconds: offsetSeconds).prefix(19).filter { $0 != "-" && $0 != ":" }
    let base = "\(moment)-\(Array(digest.prefix(8)).hexadecimal)"
    var id = base
    var number = 1
    while try isTaken(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  private func isTaken(_ id: String) throws(SystemError) -> Bool {
    for name in [try Self.motif(id), try Self.content(id)] where try folder.entry(name) != nil { return true }
    return false
  }

  /// Whether the text has the form of an id, so that it may stand in a path.
  static func isId(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
          || byte == UInt8(ascii: "T") || byte == UInt8(ascii: "-")
      }
  }

  func write(_ rejection: Rejection, offsetSeconds: Int) throws(SystemError) {
    try folder.write(
      rejection.motifFile(offsetSeconds: offsetSeconds), as: try Self.motif(rejection.id), mode: 0o640,
      replacing: false)
  }

  /// What `motif.json` says; nil when there is none that can be read.
  func rejection(_ id: String) throws(SystemError) -> Rejection? {
    guard Self.isId(id), let bytes = try own(try Self.motif(id)) else { return nil }
    return Rejection(id: id, auDepot: blockedEntry(id) != nil, motifFile: bytes)
  }

  /// What is there of each refused file. What bears no name of ours is left alone.
  func inventory() throws(SystemError) -> [String: Parts] {
    var inventory: [String: Parts] = [:]
    for name in try folder.names() {
      let text = String(decoding: name.bytes, as: UTF8.self)
      guard let (ending, part) = Parts.endings.first(where: { text.hasSuffix($0.ending) }) else { continue }
      let id = String(text.dropLast(ending.count))
      if Self.isId(id) { inventory[id, default: []].insert(part) }
    }
    return inventory
  }

  /// Removes what a crash left half-written.
  func removeUnfinished() throws(SystemError) {
    for name in try folder.names() where name.hasPrefix(".") { try folder.unlink(name) }
  }

  /// Removes the file if it is there.
  func remove(_ name: FileName) throws(SystemError) {
    do throws(SystemError) {
      try folder.unlink(name)
    } catch {
      guard error.isNotFound else { throw error }
    }
  }

  private func own(_ name: FileName) throws(SystemError) -> [UInt8]? {
    guard let status = try folder.entry(name), status.kind == .regular else { return nil }
    return try folder.open(name).readAll(expecting: status.size, limit: Self.ownLimit)
  }
}

extension Rejets {
  /// Remembers, also beyond a restart, that the entry could not be moved here.
  func block(_ entry: Blocked) throws(SystemError) {
    try folder.write(entry.file, as: try Self.mark(entry.id), mode: 0o640, replacing: true)
    blocked.withLock { $0[entry.name] = entry }
  }

  func unblock(_ entry: Blocked) throws(SystemError) {
    blocked.withLock { $0[entry.name] = nil }
    try remove(try Self.mark(entry.id))
  }

  /// Remembers what an earlier run had blocked.
  func recallBlocked(_ ids: some Sequence<String>) throws(SystemError) {
    for id in ids {
      guard let bytes = try own(try Self.mark(id)), let entry = Blocked(id: id, file: bytes) else { continue }
      blocked.withLock { $0[entry.name] = entry }
    }
  }

  func blockedEntry(_ id: String) -> Blocked? {
    blocked.withLock { $0.values.first { $0.id == id } }
  }

  /// The names in the folder that are blocked. One that is gone, or another file by now, is forgotten.
  func stillBlocked(in depot: Directory) throws(SystemError) -> Set<FileName> {
    var names: Set<FileName> = []
    for entry in blocked.withLock({ Array($0.values) }) {
      if let status = try depot.entry(entry.name), entry.isStill(status) {
        names.insert(entry.name)
      } else {
        try unblock(entry)
      }
    }
    return names
  }
}
