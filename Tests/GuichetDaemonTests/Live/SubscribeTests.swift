import Foundation
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Subscribe, with the real daemon", .timeLimit(.minutes(3)))
struct SubscribeTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"
  private static let method = "fr.caf.guichet.Subscribe"

  @Test("tells the état first, then the facts as they come")
  func live() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      let connection = try daemon.connection()
      var stream = try connection.stream(Self.method, ["etat": true])
      let first = try #require(try stream.next())
      #expect(first["sequence"]?.int == 1 && first["faits"]?.count == 0)
      #expect(first["etat"]?["referentiel"]?["version"]?.int == 1)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: Self.horloge)
      var faits: [JSON] = []
      while faits.count < 2, let reply = try stream.next() {
        faits += reply.faits
        #expect(reply["etat"]?["demandes"]?["total"]?.int != nil)
      }
      #expect(
        faits.map { $0["seq"]?.int } == [2, 3] && faits.map { $0["linf"]?.string } == ["rpe-lomme", "rpe-lomme"])
      #expect(faits.map { $0["nature"]?.string } == ["recue", "routee"])
    }
  }

  @Test("is resumed without a gap and without a double after a kill in the middle of the work")
  func resumed() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root)
    try first.load(Samples.referentiel)
    let connection = try first.connection()
    var stream = try connection.stream(Self.method, ["afterSequence": 0])
    for number in 0..<400 { try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
    var (seqs, cursor): ([Int], Int) = ([], 0)
    func take(_ reply: JSON) {
      seqs += reply.faits.compactMap { $0["seq"]?.int }
      cursor = reply["sequence"]?.int ?? -1
    }
    while seqs.count < 100, let reply = try stream.next() { take(reply) }
    first.kill()
    // What had come before the end is still to be read.
    do {
      while let reply = try stream.next() { take(reply) }
    } catch VarlinkFailure.lost {}
    let second = try RunningDaemon(root)
    defer { second.stop() }
    let again = try second.connection()
    var rest = try again.stream(Self.method, ["afterSequence": .int(Int64(cursor))])
    while seqs.count < 801, let reply = try rest.next() { take(reply) }
    #expect(seqs == Array(1...801))
    #expect(try second.call("GetEtat")["etat"]?["journal"]?["entrees"]?.int == 801)
  }

  @Test("tells who does not read in time, and hangs up")
  func slow() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root)
    defer { daemon.stop() }
    let connection = try daemon.connection()
    var stream = try connection.stream(Self.method, ["etat": true])
    let first = try #require(try stream.next())
    for number in 0..<3000 { try root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
    // Read on as soon as that is found out: who goes on not reading is hung up on without a word.
    while !daemon.log.contains("lit trop lentement") { try await Task.sleep(for: .milliseconds(5)) }
    var cursor = first["sequence"]?.int ?? -1
    let refusal = #expect(throws: VarlinkFailure.self) {
      while let reply = try stream.next() {
        #expect(reply.faits.first?["seq"]?.int ?? cursor + 1 == cursor + 1)
        cursor = reply["sequence"]?.int ?? -1
      }
    }
    guard case .refused(let error) = refusal else {
      Issue.record("\(String(describing: refusal)) instead of LectureTropLente")
      return
    }
    #expect(error.shortName == "LectureTropLente")
    // What was told is a cursor to go on with.
    let facts = try daemon.list("ListFaits", "faits", ["apres": .int(Int64(cursor))])
    #expect(facts.first?["seq"]?.int == cursor + 1)
  }

  @Test("ends in order when the daemon stops")
  func shutdown() async throws {
    let daemon = try RunningDaemon(try TemporaryRoot(), horloge: Self.horloge)
    let connection = try daemon.connection()
    var stream = try connection.stream(Self.method)
    #expect(try stream.next()?["etat"]?.isNull == false)
    #expect(daemon.stop() == 0)
    // A last reply, not a connection that was cut.
    let last = try #require(try stream.next())
    #expect(last["sequence"]?.int == 0 && last["etat"]?.isNull == true)
    #expect(try stream.next() == nil)
  }

  @Test("is over when the subscriber leaves: more may come than are let in at a time")
  func left() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      for _ in 0..<300 {
        let connection = try daemon.connection()
        var stream = try connection.stream(Self.method)
        #expect(try stream.next() != nil)
      }
    }
  }

  @Test("is refused for a cursor that the journal does not have, and to whom it is not for")
  func refused() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      func refusal(_ parameters: JSONValue, more: Bool = true) throws -> VarlinkClient.VarlinkError? {
        do {
          if more { _ = try daemon.list("Subscribe", "faits", parameters) } else { _ = try daemon.call("Subscribe") }
        } catch VarlinkFailure.refused(let error) {
          return error
        }
        return nil
      }
      let cursor = try #require(try refusal(["afterSequence": 5]))
      #expect(cursor.name == "fr.caf.guichet.CurseurInconnu" && cursor.parameters["sequence"]?.int == 5)
      #expect(cursor.parameters["tete"]?.int == 0)
      #expect(try refusal(["natures": ["vue"]])?.shortName == "ParametreInvalide")
      #expect(try refusal([:], more: false)?.shortName == "ExpectedMore")
    }
  }
}

extension JSON {
  fileprivate var faits: [JSON] { self["faits"].map { Array($0.elements) } ?? [] }
}
