import Glibc
import Guichet
import GuichetSpool
import LinuxSystem
import Testing

@Suite("Reading the spool")
struct SpoolReadTests {

  @Test("takes what ends in .json, in capitals or not, and counts what never will be taken")
  func listing() throws {
    let place = try TemporarySpool()
    for name in ["b.json", "a.JSON", "c.Json", "x.json.json", "é à.json"] { try place.depot.drop("{}", as: name) }
    for name in [".b.json", "a.json.tmp", "a.json.part", ".json", "x.tmp"] { try place.depot.drop("{}", as: name) }
    for name in ["lettre.pdf", "json", "ajson", "x\u{0E}json", "a.json~"] { try place.depot.drop("{}", as: name) }
    let listing = try place.spool.names()
    #expect(listing.names.map(\.description) == ["a.JSON", "b.json", "c.Json", "x.json.json", "é à.json"])
    #expect(listing.ignored == 5)
    #expect(listing.blocked == 0)
    #expect(listing.impediment == nil)
  }

  @Test("gives the bytes of a file, with their SHA-256", arguments: [0, 1, 3000, 4096])
  func bytes(size: Int) throws {
    let place = try TemporarySpool(limit: 4096)
    try place.depot.drop(String(repeating: "x", count: size), as: "a.json")
    let file = try place.spool.file("a.json")
    #expect(file.bytes == Array(repeating: UInt8(ascii: "x"), count: size))
    #expect(file.status.size == size)
    #expect(try place.spool.sighting(named("a.json")) == file.status.sighting)
  }

  @Test("hashes as SHA-256 does (FIPS 180-2, appendix B.1)")
  func hash() throws {
    let place = try TemporarySpool()
    try place.depot.drop("abc", as: "a.json")
    #expect(
      try place.spool.file("a.json").empreinte == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("finds nothing where there is nothing any more")
  func gone() throws {
    let place = try TemporarySpool()
    guard case .disparu = place.spool.read(try named("a.json")) else {
      Issue.record("Nothing is there.")
      return
    }
    #expect(try place.spool.sighting(named("a.json")) == nil)
  }

  @Test(
    "refuses, without waiting and with what to do, what is no file",
    arguments: [
      (OddEntry.directory, "un dossier"), (.fifo, "un tube nommé"), (.link, "un lien symbolique"),
      (.danglingLink, "un lien symbolique"), (.socket, "une socket"), (.hardLink, "2 noms"),
    ])
  func odd(entry: OddEntry, word: String) throws {
    let place = try TemporarySpool()
    try entry.make(place.depot.path(of: named("x.json")))
    let (found, motif) = try place.spool.found("x.json")
    #expect(found.name == (try named("x.json")))
    #expect(motif.code == .pasUnFichier)
    let constat = try #require(motif.erreurs.first)
    #expect(constat.chemin == "")
    #expect(constat.message.contains(word))
    #expect(constat.message.hasSuffix("."))
  }

  @Test("refuses a longer file unread, however long", arguments: [4097, 2 << 30])
  func long(size: Int) throws {
    let place = try TemporarySpool(limit: 4096)
    try place.depot.drop("", as: "x.json")
    #expect(truncate(place.depot.path(of: try named("x.json")), size) == 0)
    let (found, motif) = try place.spool.found("x.json")
    #expect(found.status.size == size)
    #expect(motif.code == .tropGros)
    #expect(motif.erreurs.first?.message.contains("au plus 4\u{202F}096") == true)
  }

  @Test("takes any name that Linux allows", arguments: OddName.all)
  func name(odd: OddName) throws {
    let place = try TemporarySpool()
    try place.depot.drop("{}", as: odd.name)
    #expect(try place.spool.names().names == [odd.name])
    #expect(try place.spool.file(odd.name).bytes == Array("{}".utf8))
  }

  @Test("puts off what it may not read, and says so")
  func unreadable() throws {
    try unprivileged {
      let place = try TemporarySpool()
      try place.depot.drop("{}", as: "a.json")
      #expect(chmod(place.depot.path(of: try named("a.json")), 0) == 0)
      guard case .empeche(let error, let status) = place.spool.read(try named("a.json")) else {
        Issue.record("It must not be readable.")
        return
      }
      #expect(error.isPermission)
      #expect(status?.kind == .regular)
    }
  }

  @Test(
    "refuses a directory and a pipe that it may not open for what they are", arguments: [OddEntry.directory, .fifo])
  func unopenable(entry: OddEntry) throws {
    try unprivileged {
      let place = try TemporarySpool()
      let path = place.depot.path(of: try named("x.json"))
      try entry.make(path)
      #expect(chmod(path, 0) == 0)
      #expect(try place.spool.found("x.json").1.code == .pasUnFichier)
    }
  }

  @Test("takes one that was renamed over while it was open: its bytes are what was handed over")
  func renamedOver() throws {
    let place = try TemporarySpool()
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.drop("next!", as: "a.json")
    #expect(file.bytes == Array("first".utf8))
    #expect(try place.spool.file("a.json").bytes == Array("next!".utf8))
  }

  @Test("says that folders on different file systems will not do")
  func fileSystems() throws {
    let place = try TemporarySpool()
    let other = "/dev/shm/guichet-spool-\(getpid())"
    let device = try? Directory("/dev/shm").device
    guard let device, device != place.root.device else {
      print("/dev/shm is not there, or on the same file system as /tmp: not tried.")
      return
    }
    let rejets = try Directory.making(other, mode: 0o700)
    defer { rmdir(other) }
    var places = place.spool.places
    places.rejets = other
    #expect(throws: SpoolError.differentFileSystems(depot: places.depot, other: other)) {
      try Spool(places: places, sizeLimit: 4096, keepsOriginals: true)
    }
    #expect(try rejets.names().isEmpty)
    #expect(try place.depot.names().isEmpty)
  }
}

/// Something that bears a formulaire's name and is none.
enum OddEntry: CaseIterable {
  case directory, fifo, link, danglingLink, socket, hardLink

  func make(_ path: String) throws {
    let done =
      switch self {
      case .directory: mkdir(path, 0o700)
      case .fifo: mkfifo(path, 0o600)
      case .link: symlink("/etc/hostname", path)
      case .danglingLink: symlink("nowhere", path)
      case .socket: Self.bindSocket(path)
      case .hardLink: Self.writeTwice(path)
      }
    guard done == 0 else { throw SystemError(errno: errno, operation: "mise en place", path: path) }
  }

  private static func writeTwice(_ path: String) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0, close(descriptor) == 0 else { return -1 }
    return Glibc.link(path, path + ".tmp")
  }

  private static func bindSocket(_ path: String) -> Int32 {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = UInt16(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// A name that is awkward, and allowed.
struct OddName: Sendable, CustomTestStringConvertible {
  let name: FileName
  let testDescription: String

  static let all: [OddName] = [
    ("a line break", Array("a\nb.json".utf8)),
    ("an escape sequence", Array("\u{1B}[31mrouge.json".utf8)),
    ("no UTF-8", [0xC3, 0x28, 0xFF] + Array(".json".utf8)),
    ("letters that turn the rest round", Array("a\u{202E}nosj.json".utf8)),
    ("255 bytes", Array(repeating: UInt8(ascii: "n"), count: 250) + Array(".json".utf8)),
    ("255 bytes of two-byte letters", Array(String(repeating: "é", count: 125).utf8) + Array(".json".utf8)),
    ("255 bytes that are no UTF-8", Array(repeating: 0x80, count: 250) + Array(".json".utf8)),
    ("spaces, quotes and a backslash", Array(" \"'\\ .json".utf8)),
  ].compactMap { text, bytes in FileName(bytes).map { OddName(name: $0, testDescription: text) } }
}
