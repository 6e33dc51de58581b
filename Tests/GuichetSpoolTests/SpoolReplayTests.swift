import Guichet
import GuichetSpool
import LinuxSystem
import Testing

@Suite("A refused file is replayed")
struct SpoolReplayTests {
  let refused = Instant(microseconds: 1_795_418_100_000_000)

  func refuse(_ text: String, as name: FileName, in place: TemporarySpool) throws -> Rejection {
    try place.depot.drop(text, as: name)
    return try place.spool.refuse(
      place.spool.file(name), because: Motif(.formulaireInvalide, []), recuLe: refused, offsetSeconds: 0)
  }

  @Test("under its own name, as it was")
  func asItWas() throws {
    let place = try TemporarySpool()
    let rejection = try refuse("{", as: named("a.json"), in: place)
    #expect(try place.spool.replay(rejection.id, contenu: nil) == named("a.json"))
    #expect(try place.depot.text("a.json") == "{")
    #expect(try place.rejets.list() == ["\(rejection.id).motif.json"])
    try place.spool.forget(rejection.id)
    #expect(try place.rejets.names().isEmpty)
  }

  @Test("mended, and what was refused stays with its motif")
  func mended() throws {
    let place = try TemporarySpool()
    let rejection = try refuse("{", as: named("a.json"), in: place)
    #expect(try place.spool.replay(rejection.id, contenu: Array("{}".utf8)) == named("a.json"))
    #expect(try place.depot.text("a.json") == "{}")
    try place.spool.forget(rejection.id)
    #expect(try place.spool.rejections() == [rejection])
    #expect(try place.spool.content(of: rejection.id, limit: 100) == Array("{".utf8))
    #expect(try place.parked().isEmpty)
  }

  @Test("under a fresh name when its own is taken", arguments: [nil, "{}"])
  func taken(mended: String?) throws {
    let place = try TemporarySpool()
    let rejection = try refuse("{", as: named("a.json"), in: place)
    try place.depot.drop("other", as: "a.json")
    try place.depot.drop("other", as: "a~1.json")
    #expect(try place.spool.replay(rejection.id, contenu: mended.map { Array($0.utf8) }) == named("a~2.json"))
    #expect(try place.depot.text("a~2.json") == mended ?? "{")
    #expect(try place.depot.text("a.json") == "other")
  }

  @Test("whatever its name; under its id where what is shown of the name does not tell it", arguments: OddName.all)
  func odd(name odd: OddName) throws {
    let place = try TemporarySpool()
    let rejection = try refuse("{", as: odd.name, in: place)
    let name = try place.spool.replay(rejection.id, contenu: nil)
    let isExact = odd.name.description.utf8.elementsEqual(odd.name.bytes)
    #expect(name == (try isExact ? odd.name : named("\(rejection.id).json")))
    #expect(try place.spool.names().names == [name])
  }

  @Test(
    "not when there is none of that id, whatever is asked for",
    arguments: ["", "20261123T081500-0123456789abcdef", "../depot/a", "..", "x.motif", "a\u{0}b", "É"])
  func unknown(id: String) throws {
    let place = try TemporarySpool()
    try place.depot.drop("{}", as: "a.json")
    #expect(throws: SpoolError.rejetIntrouvable(id: id)) { try place.spool.replay(id, contenu: nil) }
    #expect(throws: SpoolError.rejetIntrouvable(id: id)) { try place.spool.content(of: id, limit: 100) }
    try place.spool.forget(id)
    #expect(try place.depot.list() == ["a.json"])
  }
}
