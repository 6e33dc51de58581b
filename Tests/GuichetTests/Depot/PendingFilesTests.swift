import Guichet
import Testing

@Suite("The files that wait in the spool")
struct PendingFilesTests {
  typealias Pending = PendingFiles<String, ContinuousClock.Instant>

  let start = ContinuousClock.now
  let truncated = Motif(.jsonInvalide, [])

  func sighting(_ changed: Int64) -> Sighting {
    Sighting(inode: UInt64(changed), size: 1, modified: changed, changed: changed)
  }

  func never() -> Sighting? {
    Issue.record("It is not to be looked at.")
    return nil
  }

  @Test("cost nothing before they were read: a new one is read without being looked at")
  func new() {
    var pending = Pending(quietTime: .seconds(10))
    #expect(pending.seen("a.json", now: start, look: never) == .read)
    #expect(pending.waiting == 0)
    #expect(pending.nextLook == nil)
  }

  @Test("are left alone while they are being registered, and read anew afterwards")
  func inHand() {
    var pending = Pending(quietTime: .seconds(10))
    #expect(pending.read("a.json", .formulaire, at: sighting(1), now: start) == .register)
    #expect(pending.seen("a.json", now: start, look: never) == .leave)
    pending.retain(found: [])
    #expect(pending.seen("a.json", now: start, look: never) == .leave)
    #expect(pending.waiting == 0)
    #expect(pending.nextLook == nil)
    pending.forget("a.json")
    #expect(pending.seen("a.json", now: start, look: never) == .read)
  }

  @Test("are counted, the impeded ones apart, with the oldest and the next moment to look")
  func counts() {
    var pending = Pending(quietTime: .seconds(10))
    _ = pending.read("a.json", .refused(because: truncated), at: sighting(5), now: start + .seconds(3))
    _ = pending.read("b.json", .impeded, at: sighting(3), now: start)
    _ = pending.read("c.json", .impeded, at: nil, now: start + .seconds(1))
    _ = pending.read("d.json", .formulaire, at: sighting(1), now: start)
    #expect(pending.waiting == 3)
    #expect(pending.impeded == 2)
    #expect(pending.oldest == 3)
    #expect(pending.nextLook == start + .seconds(1))
  }

  @Test("are looked at as long as they may be finished, and read at once when they changed")
  func unfinished() {
    var pending = Pending(quietTime: .seconds(10))
    _ = pending.read("a.json", .refused(because: truncated), at: sighting(1), now: start)
    #expect(pending.seen("a.json", now: start + .seconds(1)) { sighting(1) } == .lookAgain(at: start + .seconds(2)))
    #expect(pending.nextLook == start + .seconds(2))
    #expect(pending.seen("a.json", now: start + .seconds(1)) { sighting(2) } == .read)
  }

  @Test("that vanished are forgotten, by a look or by a scan")
  func vanished() {
    var pending = Pending(quietTime: .seconds(10))
    for name in ["a.json", "b.json", "c.json", "d.json"] {
      _ = pending.read(name, .refused(because: truncated), at: sighting(1), now: start)
    }
    #expect(pending.seen("a.json", now: start) { nil } == .leave)
    #expect(pending.waiting == 3)
    pending.retain(found: ["b.json", "d.json", "e.json"])
    #expect(pending.waiting == 2)
    #expect(pending.seen("c.json", now: start, look: never) == .read)
  }

  @Test("whose look fails stay as they were")
  func unseen() {
    struct Fault: Error {}
    var pending = Pending(quietTime: .seconds(10))
    _ = pending.read("a.json", .refused(because: truncated), at: sighting(1), now: start)
    #expect(throws: Fault.self) { try pending.seen("a.json", now: start) { throw Fault() } }
    #expect(pending.waiting == 1)
  }
}
