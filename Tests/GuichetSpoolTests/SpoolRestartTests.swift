import Glibc
import Guichet
import GuichetSpool
import LinuxSystem
import Testing

/// Each test does the first steps of what a crash interrupts, then starts again.
@Suite("After a crash")
struct SpoolRestartTests {
  let motif = Motif(.jsonInvalide, [Constat(chemin: "", message: "Le document est vide.")])
  let refused = Instant(microseconds: 1_795_418_100_000_000)
  let numero = "2026-000001"

  @Test("a form renamed away and not looked at is back, under a fresh name each time", arguments: OddName.all)
  func stranded(odd: OddName) throws {
    let place = try TemporarySpool()
    let transit = try place.recus.subdirectory(named(".en-cours"))
    try transit.drop("first", as: odd.name)
    try transit.drop("half", as: ".0123.tmp")
    _ = try place.restarted().reconcile { _ in false }
    let first = try #require(try place.spool.names().names.first)
    #expect(try place.depot.text(first) == "first")
    #expect(try place.parked().isEmpty)

    try transit.drop("next!", as: odd.name)
    let names = try place.restarted().names().names
    #expect(try place.depot.text(first) == "first")
    #expect(names.count == 2)
    let second = try #require(names.first { $0 != first })
    #expect(try place.depot.text(second) == "next!")
    // Never its own: the producer may have seen that go, and be about to rename the next one over it.
    for fresh in [first, second] {
      #expect(fresh != odd.name && fresh.count <= 255)
      if String(validating: odd.name.bytes, as: UTF8.self) != nil {
        #expect(String(validating: fresh.bytes, as: UTF8.self) != nil)
      }
    }
    #expect(first.hasSuffix("~1.json") && second.hasSuffix("~2.json"))
  }

  @Test("a hundred names taken on purpose hold nothing up")
  func taken() throws {
    let place = try TemporarySpool()
    try place.recus.subdirectory(named(".en-cours")).drop("first", as: "a.json")
    try place.depot.drop("other", as: "a.json")
    for number in 1...100 { try place.depot.drop("other", as: "a~\(number).json") }
    let restarted = try place.restarted()
    let listing = try restarted.names()
    #expect(listing.names.count == 101)
    #expect(listing.impediment?.isAlreadyThere == true)
    try place.depot.unlink(named("a~7.json"))
    #expect(try restarted.names().impediment == nil)
    #expect(try place.depot.text("a~7.json") == "first")
  }

  @Test("a registered form that is still in the depot is a replay, its masked original written or not")
  func masked() throws {
    let place = try TemporarySpool()
    try place.depot.drop("{\"nir\":1}", as: "a.json")
    let day = try place.recus.makeDirectory(named(today.iso), mode: 0o700)
    try day.write(Array("{}".utf8), as: named("\(numero).json"), mode: 0o400)
    try day.drop("half", as: ".0123456789abcdef01234567.tmp")
    let restarted = try place.restarted()
    _ = try restarted.reconcile { _ in false }
    let file = try restarted.file("a.json")
    let expected = OriginalAttendu(numero: numero, day: today, sha256: file.sha256)
    #expect(try restarted.recheck([expected]).isEmpty)
    #expect(try restarted.discard(file, replayOf: numero, day: today, masked: Array("{}".utf8)) == .moved)
    #expect(try place.kept() == ["2026-000001.json": "{}"])
    #expect(try place.depot.names().isEmpty)
  }

  @Test("an original that is another file than the registered one goes back to the depot, and only such a one")
  func recheck() throws {
    let place = try TemporarySpool()
    var expected: [OriginalAttendu] = []
    for number in 1...4 {
      try place.depot.drop("form \(number)", as: "a.json")
      let file = try place.spool.file("a.json")
      let numero = "2026-00000\(number)"
      _ = try place.spool.keep(file, numero: numero, day: today, masked: number == 1 ? Array("masked".utf8) : nil)
      expected.append(OriginalAttendu(numero: numero, day: today, sha256: file.sha256))
    }
    let day = try place.recus.subdirectory(named(today.iso))
    try day.drop("next!", as: "2026-000003.json")
    try day.unlink(named("2026-000004.json"))
    expected.append(OriginalAttendu(numero: "2025-000001", day: today.advanced(byDays: -400), sha256: []))
    let restarted = try place.restarted()
    #expect(try restarted.recheck(expected) == [named("2026-000003~1.json")])
    #expect(try restarted.recheck(expected).isEmpty)
    #expect(try place.depot.text("2026-000003~1.json") == "next!")
    #expect(try place.kept() == ["2026-000001.json": "masked", "2026-000002.json": "form 2"])
    #expect(try place.recus.list() == [today.iso])
  }

  @Test("a motif without its file is removed: the file is still in the depot")
  func motifOnly() throws {
    let place = try TemporarySpool()
    let id = try refuse(in: place).id
    // The crash came before the file was moved.
    let rejected = try named("\(id).json")
    try place.rejets.rename(rejected, to: place.depot, as: named("a.json"))
    try place.rejets.drop("half", as: ".0123456789abcdef01234567.tmp")
    let found = try place.restarted().reconcile { _ in false }
    #expect(found.unrecorded.isEmpty)
    #expect(found.replayed.isEmpty)
    #expect(try place.rejets.names().isEmpty)
    #expect(try place.depot.list() == ["a.json"])
  }

  @Test("a file that was refused and not recorded is told, with its motif")
  func unrecorded() throws {
    let place = try TemporarySpool()
    let rejection = try refuse(in: place)
    let found = try place.restarted().reconcile { _ in false }
    #expect(found.unrecorded == [rejection])
    #expect(found.replayed.isEmpty)
  }

  @Test("one that was recorded is left alone")
  func recorded() throws {
    let place = try TemporarySpool()
    let id = try refuse(in: place).id
    let found = try place.restarted().reconcile { $0 == id }
    #expect(found.unrecorded.isEmpty)
    #expect(found.replayed.isEmpty)
    #expect(try place.rejets.list() == ["\(id).json", "\(id).motif.json"])
  }

  @Test("one that was replayed, and not recorded so, is told")
  func replayed() throws {
    let place = try TemporarySpool()
    let id = try refuse(in: place).id
    _ = try place.spool.replay(id, contenu: nil)
    let restarted = try place.restarted()
    #expect(try restarted.reconcile { $0 == id }.replayed == [id])
    try restarted.forget(id)
    #expect(try restarted.reconcile { $0 == id }.replayed.isEmpty)
    #expect(try place.depot.list() == ["a.json"])
  }

  @Test("a refused file whose motif somebody took away or spoilt is told apart", arguments: [nil, "{", "{}", "[]"])
  func spoilt(motif: String?) throws {
    let place = try TemporarySpool()
    let id = try refuse(in: place).id
    try place.rejets.unlink(named("\(id).motif.json"))
    if let motif { try place.rejets.drop(motif, as: "\(id).motif.json") }
    try place.rejets.drop("what else lies about", as: "LISEZMOI.json")
    let found = try place.restarted().reconcile { _ in false }
    #expect(found.withoutMotif == [id])
    #expect(found.unrecorded.isEmpty)
    #expect(try place.rejets.list().contains("LISEZMOI.json"))
  }

  private func refuse(in place: TemporarySpool) throws -> Rejection {
    try place.depot.drop("", as: "a.json")
    return try place.spool.refuse(
      place.spool.file("a.json"), because: motif, recuLe: refused, offsetSeconds: 3600)
  }
}
