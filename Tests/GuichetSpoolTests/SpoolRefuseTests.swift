import Glibc
import Guichet
import GuichetSpool
import LinuxSystem
import Testing

@Suite("A file that was refused is set aside")
struct SpoolRefuseTests {
  let motif = Motif(
    .jsonInvalide,
    [
      Constat(chemin: "", message: "Ligne 1, colonne 2 : le document s’arrête au milieu d’un objet."),
      Constat(chemin: "/a~1b", message: "Avec un \u{7} et un \u{202E}."),
    ])
  /// 2026-11-23T08:15:00.250+01:00.
  let refused = Instant(microseconds: 1_795_418_100_250_000)

  func refuse(_ file: FichierLu, in place: TemporarySpool) throws -> Rejection {
    try place.spool.refuse(file, because: motif, recuLe: refused, offsetSeconds: 3600)
  }

  @Test("byte for byte, with its motif")
  func byteForByte() throws {
    let place = try TemporarySpool()
    try place.depot.drop("{\u{0}", as: "a.json")
    let file = try place.spool.file("a.json")
    let rejection = try refuse(file, in: place)
    #expect(rejection.id == "20261123T081500-\(file.empreinte.prefix(16))")
    #expect(rejection.moved)
    #expect(try place.depot.names().isEmpty)
    #expect(try place.rejets.list() == ["\(rejection.id).json", "\(rejection.id).motif.json"])
    #expect(try place.rejets.text("\(rejection.id).json") == "{\u{0}")
    #expect(try place.spool.content(of: rejection.id, limit: 10) == Array("{\u{0}".utf8))
    #expect(try place.spool.rejections() == [rejection])
    #expect(try place.parked().isEmpty)
  }

  @Test("with a motif.json that says what, when, and why")
  func motifText() throws {
    let place = try TemporarySpool()
    try place.depot.drop("abc", as: "a.json")
    let rejection = try refuse(place.spool.file("a.json"), in: place)
    let text = try place.rejets.text("\(rejection.id).motif.json")
    #expect(
      text.filter { !$0.isWhitespace }.hasPrefix(#"{"fichier":"a.json","recuLe":"2026-11-23T08:15:00.250+01:00","#))
    #expect(text.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(text.contains(#""code": "jsonInvalide""#))
    #expect(text.contains("/a~1b"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("whatever its name, shown without control characters", arguments: OddName.all)
  func anyName(odd: OddName) throws {
    let place = try TemporarySpool()
    try place.depot.drop("{", as: odd.name)
    let rejection = try refuse(place.spool.file(odd.name), in: place)
    #expect(rejection.rejet.fichier == odd.name.description)
    #expect(!rejection.rejet.fichier.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(try place.spool.rejections() == [rejection])
    #expect(try place.depot.names().isEmpty)
  }

  @Test("under another id each time the same comes in one second")
  func twice() throws {
    let place = try TemporarySpool()
    var ids: [String] = []
    for _ in 0..<3 {
      try place.depot.drop("{", as: "a.json")
      ids.append(try refuse(place.spool.file("a.json"), in: place).id)
    }
    #expect(ids == [ids[0], "\(ids[0])-2", "\(ids[0])-3"])
    #expect(try place.rejets.names().count == 6)
  }

  @Test("also when it is no file at all, unread", arguments: OddEntry.allCases)
  func odd(entry: OddEntry) throws {
    let place = try TemporarySpool()
    try entry.make(place.depot.path(of: named("x.json")))
    let (found, motif) = try place.spool.found("x.json")
    let rejection = try #require(
      try place.spool.refuse(found, because: motif, recuLe: refused, offsetSeconds: 3600))
    #expect(rejection.rejet.empreinte == nil)
    #expect(rejection.moved)
    #expect(try place.depot.list().filter { $0 == "x.json" }.isEmpty)
    #expect(try place.rejets.status(named("\(rejection.id).json")).kind == found.status.kind)
    #expect(try place.rejets.text("\(rejection.id).motif.json").contains(#""sha256": null"#))
    #expect(try place.spool.rejections() == [rejection])
    if entry != .hardLink { #expect(try place.spool.content(of: rejection.id, limit: 4096) == nil) }
  }

  @Test("also when it is of 2 GiB, and its content is not read for asking")
  func long() throws {
    let place = try TemporarySpool()
    try place.depot.drop("", as: "x.json")
    #expect(truncate(place.depot.path(of: try named("x.json")), 2 << 30) == 0)
    let (found, motif) = try place.spool.found("x.json")
    let rejection = try #require(
      try place.spool.refuse(found, because: motif, recuLe: refused, offsetSeconds: 3600))
    #expect(try place.spool.content(of: rejection.id, limit: 1 << 20) == nil)
    #expect(try place.rejets.status(named("\(rejection.id).json")).size == 2 << 30)
  }

  @Test("with what is in it, when it is a directory")
  func fullDirectory() throws {
    let place = try TemporarySpool()
    let directory = try place.depot.makeDirectory(named("x.json"), mode: 0o700)
    try directory.drop("{}", as: "a.json")
    let (found, motif) = try place.spool.found("x.json")
    try directory.drop("{}", as: "b.json")
    let rejection = try #require(
      try place.spool.refuse(found, because: motif, recuLe: refused, offsetSeconds: 3600))
    #expect(
      try place.rejets.subdirectory(named("\(rejection.id).json")).list() == ["a.json", "b.json"])
  }

  @Test("as it was read, when another one has taken its place: that one stays")
  func renamedOver() throws {
    let place = try TemporarySpool()
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.drop("next!", as: "a.json")
    let rejection = try refuse(file, in: place)
    #expect(try place.depot.text("a~1.json") == "next!")
    #expect(try place.spool.content(of: rejection.id, limit: 100) == Array("first".utf8))
  }

  @Test("as it was read, when it is gone")
  func gone() throws {
    let place = try TemporarySpool()
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.unlink(named("a.json"))
    #expect(try place.spool.content(of: refuse(file, in: place).id, limit: 100) == Array("first".utf8))
  }

  @Test("not when it was not read, and is gone or was replaced", arguments: OddEntry.allCases, [false, true])
  func nothing(entry: OddEntry, replaced: Bool) throws {
    let place = try TemporarySpool()
    let path = place.depot.path(of: try named("x.json"))
    try entry.make(path)
    let (found, motif) = try place.spool.found("x.json")
    #expect(rename(path, path + ".tmp2") == 0)
    if replaced { try place.depot.drop("{}", as: "x.json") }
    #expect(try place.spool.refuse(found, because: motif, recuLe: refused, offsetSeconds: 3600) == nil)
    #expect(try place.rejets.names().isEmpty)
    if replaced { #expect(try place.depot.text("x~1.json") == "{}") }
  }

  @Test("in place when it cannot be moved: with its motif, counted apart, and refused once, also after a restart")
  func immovable() throws {
    try unprivileged {
      let place = try TemporarySpool()
      // A directory that one may not write to cannot be moved to another one, for its « .. » would change.
      let path = place.depot.path(of: try named("x.json"))
      #expect(mkdir(path, 0o500) == 0)
      let (found, motif) = try place.spool.found("x.json")
      let rejection = try #require(
        try place.spool.refuse(found, because: motif, recuLe: refused, offsetSeconds: 3600))
      #expect(!rejection.moved)
      #expect(try place.depot.list() == ["x.json"])
      #expect(try place.spool.rejections() == [rejection])

      let restarted = try place.restarted()
      let found2 = try restarted.reconcile { _ in false }
      #expect(found2.unrecorded == [rejection])
      for spool in [place.spool, restarted] {
        let listing = try spool.names()
        #expect(listing.names.isEmpty)
        #expect(listing.blocked == 1)
      }

      #expect(rmdir(path) == 0)
      try place.depot.drop("{}", as: "x.json")
      for spool in [place.spool, restarted] {
        let listing = try spool.names()
        #expect(listing.names.map(\.description) == ["x.json"])
        #expect(listing.blocked == 0)
      }
    }
  }
}
