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

  @Test(
    "not when its producer has put the next one there: that one is back, and what was read is kept",
    arguments: Way.allCases)
  func renamedOver(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    try place.depot.drop("next!", as: "a.json")
    let keeping = try place.spool.keep(file, numero: numero, day: today, masked: way.masked)
    #expect(keeping == .putBack(try named("a~1.json")))
    #expect(try place.depot.text("a~1.json") == "next!")
    #expect(try place.kept() == way.kept("first"))
    #expect(try place.parked().isEmpty)
  }

  @Test("not even when a later one has the same length and date, and what was its place on the disk")
  func sameInode() throws {
    let place = try TemporarySpool()
    let name = try named("a.json")
    let path = place.depot.path(of: name)
    let date = [timespec(tv_sec: 1_790_000_000, tv_nsec: 0), timespec(tv_sec: 1_790_000_000, tv_nsec: 0)]
    try place.depot.drop("first", as: "a.json")
    utimensat(AT_FDCWD, path, date, 0)
    let file = try place.spool.file("a.json")
    // ext4 gives a number that has come free to the next file or the next but one, if it can come free.
    for _ in 0..<200 {
      try place.dropQuickly("later", as: name)
      if try place.depot.status(name).inode == file.status.inode { break }
    }
    utimensat(AT_FDCWD, path, date, 0)
    guard case .putBack = try place.spool.keep(file, numero: numero, day: today, masked: nil) else {
      Issue.record("Another file was taken for the one that was read.")
      return
    }
    #expect(try place.depot.text("a~1.json") == "later")
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
    #expect(keeping == .putBack(try named("a~1.json")))
    #expect(try place.spool.found("a~1.json").1.code == .pasUnFichier)
    #expect(try place.kept() == way.kept("first"))
  }

  @Test("nor what was written to since", arguments: Way.allCases)
  func rewritten(way: Way) throws {
    let place = try TemporarySpool(keepsOriginals: way != .unkept)
    try place.depot.drop("first", as: "a.json")
    let file = try place.spool.file("a.json")
    #expect(truncate(place.depot.path(of: try named("a.json")), 2) == 0)
    let keeping = try place.spool.keep(file, numero: numero, day: today, masked: way.masked)
    #expect(keeping == .putBack(try named("a~1.json")))
    #expect(try place.depot.text("a~1.json") == "fi")
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

  @Test("A producer that renames its next form over the same name loses none", .serialized, arguments: Way.allCases)
  func race(way: Way) async throws {
    let place = try TemporarySpool(in: TemporarySpool.fast, keepsOriginals: way != .unkept)
    let rounds = TemporarySpool.fast == "/tmp" ? 100 : 1000
    let turn = Turn()
    let name = try named("a.json")
    // Each form may be replaced from the moment it was read, and never before: no program could save it then.
    async let producer: Void = DedicatedThread.run("producteur") {
      for round in 0..<rounds {
        turn.wait(for: round)
        try place.dropQuickly("form \(round)", as: name)
      }
    }
    async let consumer: Void = DedicatedThread.run("guichet") {
      // Whatever happens, the producer does not wait for ever.
      defer { turn.advance(to: rounds) }
      for round in 0..<rounds {
        let file = try place.spool.next()
        #expect(file.bytes == Array("form \(round)".utf8))
        turn.advance(to: round + 1)
        let masked = way.masked.map { _ in file.bytes }
        _ = try place.spool.keep(file, numero: "2026-\(100_000 + round)", day: today, masked: masked)
      }
    }
    _ = try await (producer, consumer)
    #expect(try place.depot.list().isEmpty)
    #expect(try place.parked().isEmpty)
    let kept = try place.kept()
    #expect(kept.count == (way == .unkept ? 0 : rounds))
    #expect(kept.allSatisfy { $0.key == "2026-\(100_000 + (Int($0.value.dropFirst(5)) ?? -1)).json" })
  }

  @Test(
    "A producer that takes a name that is gone for a form that was read loses none either", .serialized,
    arguments: Way.allCases)
  func vanished(way: Way) async throws {
    let place = try TemporarySpool(in: TemporarySpool.fast, keepsOriginals: way != .unkept)
    let rounds = TemporarySpool.fast == "/tmp" ? 100 : 1000
    let turn = Turn()
    let name = try named("a.json")
    let path = place.depot.path(of: name)
    // The next one comes when one more was read, or when the name is gone, be it only for the moment of a look.
    async let producer: Void = DedicatedThread.run("producteur") {
      for round in 0..<rounds {
        while !turn.hasReached(round), access(path, F_OK) == 0 { sched_yield() }
        try place.dropQuickly("form \(round)", as: name)
      }
    }
    let read: Set<String> = try await DedicatedThread.run("preneur") {
      var read: Set<String> = []
      while read.count < rounds {
        for name in try place.spool.names().names {
          guard case .contenu(let file) = place.spool.read(name) else { continue }
          read.insert(String(decoding: file.bytes, as: UTF8.self))
          turn.advance(to: read.count)
          let masked = way.masked.map { _ in file.bytes }
          _ = try place.spool.keep(file, numero: "2026-\(100_000 + read.count)", day: today, masked: masked)
        }
      }
      return read
    }
    try await producer
    #expect(read == Set((0..<rounds).map { "form \($0)" }))
    #expect(try place.depot.list().isEmpty)
    #expect(try place.kept().count == (way == .unkept ? 0 : rounds))
  }
}

extension Spool {
  /// The next file that comes.
  fileprivate func next() throws -> FichierLu {
    while true {
      for name in try names().names {
        if case .contenu(let file) = read(name) { return file }
      }
      sched_yield()
    }
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
