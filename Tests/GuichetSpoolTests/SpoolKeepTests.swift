import Glibc
import Guichet
import GuichetSpool
import LinuxSystem
import Testing

@Suite("A form that was taken leaves the depot")
struct SpoolKeepTests {
  let numero = "2026-000001"

  @Test("for the day's originals, under its numero")
  func moved() throws {
    let place = try TemporarySpool()
    try place.depot.drop("{}", as: "a.json")
    #expect(try place.spool.keep(place.spool.file("a.json"), numero: numero, day: today, masked: nil) == .moved)
    #expect(try place.depot.names().isEmpty)
    #expect(try place.kept() == ["2026-000001.json": "{}"])
  }

  @Test("whatever its name", arguments: OddName.all)
  func anyName(odd: OddName) throws {
    let place = try TemporarySpool()
    try place.depot.drop("{}", as: odd.name)
    #expect(try place.spool.keep(place.spool.file(odd.name), numero: numero, day: today, masked: nil) == .moved)
    #expect(try place.kept() == ["2026-000001.json": "{}"])
  }

  @Test("for good where originals are not kept, masked or not", arguments: [nil, "{\"masked\":1}"])
  func unkept(masked: String?) throws {
    let place = try TemporarySpool(keepsOriginals: false)
    try place.depot.drop("{}", as: "a.json")
    let file = try place.spool.file("a.json")
    #expect(try place.spool.keep(file, numero: numero, day: today, masked: masked.map { Array($0.utf8) }) == .moved)
    #expect(try place.depot.names().isEmpty)
    #expect(try place.recus.list().isEmpty)
    #expect(try place.parked().isEmpty)
  }

  @Test("and only the masked form is kept where something was masked")
  func masked() throws {
    let place = try TemporarySpool()
    try place.depot.drop("{\"nir\":1}", as: "a.json")
    let file = try place.spool.file("a.json")
    #expect(try place.spool.keep(file, numero: numero, day: today, masked: Array("{}".utf8)) == .moved)
    #expect(try place.depot.names().isEmpty)
    #expect(try place.kept() == ["2026-000001.json": "{}"])
    #expect(try place.parked().isEmpty)
  }

  @Test("not when its producer has put the next one there: that one is back, and what was read is kept", arguments: Way.allCases)
  func renamedOver(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.drop("next!", as: "a.json")
    let keeping = try place.spool.keep(file, numero: numero, day: today, masked: way.masked)
    #expect(keeping == .putBack(try named("a.json")))
    #expect(try place.depot.text("a.json") == "next!")
    #expect(try place.kept() == way.kept("first"))
    #expect(try place.parked().isEmpty)
  }

  @Test("not even when the next one but one has the same length, date, and place on the disk")
  func sameInode() throws {
    let place = try TemporarySpool()
    let path = place.depot.path(of: try named("a.json"))
    let date = [timespec(tv_sec: 1_790_000_000, tv_nsec: 0), timespec(tv_sec: 1_790_000_000, tv_nsec: 0)]
    try place.depot.drop("first", as: "a.json")
    utimensat(AT_FDCWD, path, date, 0)
    let file = try place.spool.file("a.json")
    for text in ["2nd!!", "third", "4th!!", "fifth"] { try place.depot.drop(text, as: "a.json") }
    utimensat(AT_FDCWD, path, date, 0)
    guard case .putBack = try place.spool.keep(file, numero: numero, day: today, masked: nil) else {
      Issue.record("Another file was taken for the one that was read.")
      return
    }
    #expect(try place.depot.text("a.json") == "fifth")
    #expect(try place.kept() == ["2026-000001.json": "first"])
  }

  @Test("nor something that is no file, and came there meanwhile", arguments: OddEntry.allCases, Way.allCases)
  func replaced(entry: OddEntry, way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.unlink(named("a.json"))
    try entry.make(place.depot.path(of: named("a.json")))
    let keeping = try place.spool.keep(file, numero: numero, day: today, masked: way.masked)
    #expect(keeping == .putBack(try named("a.json")))
    #expect(try place.spool.found("a.json").1.code == .pasUnFichier)
    #expect(try place.kept() == way.kept("first"))
  }

  @Test("nor what was written to since", arguments: Way.allCases)
  func rewritten(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    #expect(truncate(place.depot.path(of: try named("a.json")), 2) == 0)
    let keeping = try place.spool.keep(file, numero: numero, day: today, masked: way.masked)
    #expect(keeping == .putBack(try named("a.json")))
    #expect(try place.depot.text("a.json") == "fi")
    #expect(try place.kept() == way.kept("first"))
  }

  @Test("and is kept even if its producer has taken it away meanwhile", arguments: Way.allCases)
  func gone(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.unlink(named("a.json"))
    #expect(try place.spool.keep(file, numero: numero, day: today, masked: way.masked) == .gone)
    #expect(try place.kept() == way.kept("first"))
  }

  @Test("when it comes again, and its original stays as it was", arguments: Way.allCases)
  func replay(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    for name in ["a.json", "b.json", "a.json"] {
      try place.depot.drop("first", as: name)
      let file = try place.spool.file(name)
      #expect(try place.spool.discard(file, replayOf: numero, day: today, masked: way.masked) == .moved)
      #expect(try place.depot.names().isEmpty)
      #expect(try place.kept() == way.kept("first"))
      #expect(try place.parked().isEmpty)
    }
  }

  @Test("also when the day's folder was removed meanwhile", arguments: Way.allCases)
  func dayRemoved(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    _ = try place.spool.keep(place.spool.file("a.json"), numero: "2026-000009", day: today, masked: way.masked)
    if way != .unkept {
      let day = try named(today.iso)
      try place.recus.subdirectory(day).unlink(named("2026-000009.json"))
      try place.recus.removeDirectory(day)
    }
    try place.depot.drop("next!", as: "a.json")
    let keeping = try place.spool.keep(place.spool.file("a.json"), numero: numero, day: today, masked: way.masked)
    #expect(keeping == .moved)
    #expect(try place.kept() == way.kept("next!"))
  }

  @Test("into the folder of whichever day it is, more days than are kept open")
  func days() throws {
    let place = try TemporarySpool()
    for offset in 0..<9 {
      try place.depot.drop("\(offset)", as: "a.json")
      let day = today.advanced(byDays: offset)
      _ = try place.spool.keep(place.spool.file("a.json"), numero: numero, day: day, masked: nil)
      #expect(try place.kept(day) == ["2026-000001.json": "\(offset)"])
    }
  }

  @Test("A producer that renames its next form over the same name loses none", arguments: Way.allCases)
  func race(way: Way) async throws {
    let place = try TemporarySpool(in: TemporarySpool.fast, keepsOriginals: way != .unkept)
    let rounds = TemporarySpool.fast == "/tmp" ? 100 : 3000
    let turn = Turn()
    let name = try named("a.json")
    // Each form may be replaced from the moment it was read, and never before: no program could save it then.
    async let producer: Void = DedicatedThread.run("producteur") {
      for round in 0..<rounds {
        turn.wait(for: round)
        try place.dropQuickly("form \(round)", as: name)
      }
    }
    let spool = place.spool
    for round in 0..<rounds {
      var file: FichierLu?
      while file == nil {
        for name in try spool.names().names {
          if case .contenu(let read) = spool.read(name) { file = read }
        }
      }
      let read = try #require(file)
      #expect(read.bytes == Array("form \(round)".utf8))
      turn.advance(to: round + 1)
      let masked = way.masked.map { _ in Array("form \(round)".utf8) }
      _ = try spool.keep(read, numero: "2026-\(100_000 + round)", day: today, masked: masked)
    }
    try await producer
    #expect(try place.depot.list().isEmpty)
    #expect(try place.parked().isEmpty)
    let kept = try place.kept()
    #expect(kept.count == (way == .unkept ? 0 : rounds))
    #expect(kept.allSatisfy { $0.key == "2026-\(100_000 + (Int($0.value.dropFirst(5)) ?? -1)).json" })
  }
}

/// How a taken form is dealt with.
enum Way: CaseIterable {
  case plain, masked, unkept

  var masked: [UInt8]? { self == .masked ? Array("masked".utf8) : nil }

  func kept(_ text: String) -> [String: String] {
    switch self {
    case .plain: ["2026-000001.json": text]
    case .masked: ["2026-000001.json": "masked"]
    case .unkept: [:]
    }
  }
}
