import Glibc
import Guichet
import GuichetSpool
import LinuxSystem
import Synchronization

/// A spool of the test's own, removed with all that is in it when the test lets go of it.
final class TemporarySpool: Sendable {
  let path: String
  let spool: Spool
  let root: Directory
  let depot: Directory
  let recus: Directory
  let rejets: Directory

  /// Where fsync costs nothing, for tests that do the same thousands of times; `/tmp` where there is no such place.
  static let fast = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp"

  /// - Parameter limit: bytes, of a formulaire.
  init(in parent: String = "/tmp", limit: Int = 4096, keepsOriginals: Bool = true) throws {
    path = "\(parent)/guichet-spool-\(try Random.bytes(8).map { String($0, radix: 16) }.joined())"
    root = try Directory.making(path, mode: 0o700)
    spool = try Self.open(path, limit: limit, keepsOriginals: keepsOriginals)
    depot = try Directory(spool.places.depot)
    recus = try Directory(spool.places.recus)
    rejets = try Directory(spool.places.rejets)
  }

  deinit {
    do {
      try Self.empty(root)
      rmdir(path)
    } catch {
      print("\(path) could not be removed: \(error)")
    }
  }

  private static func open(_ path: String, limit: Int, keepsOriginals: Bool) throws -> Spool {
    let places = SpoolPlaces(depot: "\(path)/depot", recus: "\(path)/recus", rejets: "\(path)/rejets")
    return try Spool(places: places, sizeLimit: limit, keepsOriginals: keepsOriginals)
  }

  private static func empty(_ directory: Directory) throws {
    for name in try directory.names() {
      if try directory.status(name).kind == .directory {
        chmod(directory.path(of: name), 0o700)
        try empty(directory.subdirectory(name))
        try directory.removeDirectory(name)
      } else {
        try directory.unlink(name)
      }
    }
  }

  /// Another program on the same folders: what a restart makes of them.
  func restarted() throws -> Spool {
    try Self.open(path, limit: spool.sizeLimit, keepsOriginals: spool.keepsOriginals)
  }
}

/// A name that the test knows to be one.
func named(_ text: String) throws -> FileName {
  guard let name = FileName(text) else { throw SystemError(errno: EINVAL, operation: "nom de fichier", path: text) }
  return name
}

extension Directory {
  /// As a careful producer does, over whatever bears the name.
  func drop(_ text: String, as name: FileName) throws {
    try write(Array(text.utf8), as: name, mode: 0o600, replacing: true)
  }

  func drop(_ text: String, as name: String) throws {
    try drop(text, as: named(name))
  }

  func text(_ name: String) throws -> String {
    try text(named(name))
  }

  func text(_ name: FileName) throws -> String {
    String(decoding: try open(name).readAll(expecting: 0, limit: 1 << 24), as: UTF8.self)
  }

  /// The names that are there, as text, sorted; ours that begin with a dot left out.
  func list() throws -> [String] {
    try names().filter { !$0.hasPrefix(".") }.sorted().map(\.description)
  }
}

extension Spool {
  /// The file of that name, which the test knows to be readable.
  func file(_ name: FileName) throws -> FichierLu {
    guard case .contenu(let file) = read(name) else {
      throw SystemError(errno: EINVAL, operation: "lecture", path: name.description)
    }
    return file
  }

  func file(_ name: String) throws -> FichierLu {
    try file(named(name))
  }

  func found(_ name: String) throws -> (Trouvaille, Motif) {
    guard case .refus(let found, let motif) = read(try named(name)) else {
      throw SystemError(errno: EINVAL, operation: "lecture", path: name)
    }
    return (found, motif)
  }
}

let today = DateCivile(daysSince1970: 20_780)

/// Runs the body without root's rights to files, on this thread: as nobody where the tests run as root.
func unprivileged<Value>(_ body: () throws -> Value) throws -> Value {
  guard geteuid() == 0 else { return try body() }
  // setfsuid(2), which Swift's Glibc hides: the only such call that is for one thread.
  typealias SetUser = @convention(c) (UInt32) -> Int32
  guard let symbol = dlsym(nil, "setfsuid") else { throw SystemError(errno: ENOSYS, operation: "setfsuid") }
  let setUser = unsafeBitCast(symbol, to: SetUser.self)
  _ = setUser(65_534)
  defer { _ = setUser(0) }
  return try body()
}

extension TemporarySpool {
  /// The originals of the day, by name.
  func kept(_ day: DateCivile = today) throws -> [String: String] {
    guard try recus.list().contains(day.iso) else { return [:] }
    let folder = try recus.subdirectory(named(day.iso))
    var kept: [String: String] = [:]
    for name in try folder.names() { kept[name.description] = try folder.text(name) }
    return kept
  }

  /// What lies between the depot and where it is to go.
  func parked() throws -> [FileName] {
    try recus.subdirectory(named(".en-cours")).names()
  }

  /// As a producer in a hurry does: over whatever bears the name, and without syncing.
  func dropQuickly(_ text: String, as name: FileName) throws {
    let temporary = depot.path(of: try named("suivant.tmp"))
    let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw SystemError(errno: errno, operation: "création", path: temporary) }
    try Descriptor.adopt(descriptor).writeAll(Array(text.utf8))
    try depot.rename(named("suivant.tmp"), to: depot, as: name, replacing: true)
  }
}

/// Lets one thread go on when another has come as far.
final class Turn: Sendable {
  private let value = Atomic(0)

  func advance(to round: Int) { value.store(round, ordering: .releasing) }

  func hasReached(_ round: Int) -> Bool { value.load(ordering: .acquiring) >= round }

  /// Turns on the spot, so that the other goes on within a fraction of a microsecond: races are what this is for.
  func wait(for round: Int) {
    while value.load(ordering: .acquiring) < round { sched_yield() }
  }
}
