import Guichet
import Testing

@Suite("A file of the spool")
struct FileIntakeTests {
  typealias Intake = FileIntake<ContinuousClock.Instant>

  let start = ContinuousClock.now
  let truncated = Motif(.jsonInvalide, [Constat(chemin: "", message: "Le document s’arrête au milieu d’un objet.")])
  let half = Sighting(inode: 1, size: 120, modified: 1, changed: 1)
  let whole = Sighting(inode: 1, size: 240, modified: 2, changed: 2)

  func intake() -> Intake { Intake(quietTime: .seconds(10)) }

  @Test("is read at first sight, and registered at once when it is a formulaire")
  func taken() {
    var intake = intake()
    #expect(intake.seen(nil, now: start) == .read)
    #expect(intake.read(.formulaire, at: whole, now: start) == .register)
    #expect(intake.seen(whole, now: start) == .leave)
  }

  @Test(
    "that is complete and wrong is refused at once",
    arguments: [Motif.Code.formulaireInvalide, .conflit, .efface])
  func wrong(code: Motif.Code) {
    var intake = intake()
    let motif = Motif(code, [])
    #expect(intake.read(.refused(because: motif), at: whole, now: start) == .refuse(motif))
    #expect(intake.seen(whole, now: start + .seconds(3600)) == .leave)
  }

  @Test(
    "that may not be finished, and stays the same, is refused after the quiet time and not before",
    arguments: [Motif.Code.jsonInvalide, .tropGros, .pasUnFichier], [(9, false), (10, true), (3600, true)])
  func quiet(code: Motif.Code, after: (seconds: Int, refused: Bool)) {
    var intake = intake()
    let motif = Motif(code, [])
    #expect(intake.read(.refused(because: motif), at: half, now: start) == .lookAgain(at: start + .seconds(1)))
    let now = start + .seconds(after.seconds)
    if after.refused {
      #expect(intake.seen(half, now: now) == .read)
      #expect(intake.read(.refused(because: motif), at: half, now: now) == .refuse(motif))
    } else {
      #expect(intake.seen(half, now: now) == .lookAgain(at: start + .seconds(10)))
    }
  }

  @Test("that still grows is read again, and its quiet time starts anew")
  func growing() {
    var intake = intake()
    _ = intake.read(.refused(because: truncated), at: half, now: start)
    let later = start + .seconds(60)
    #expect(intake.seen(whole, now: later) == .read)
    #expect(intake.read(.refused(because: truncated), at: whole, now: later) == .lookAgain(at: later + .seconds(1)))
    #expect(intake.seen(whole, now: later + .seconds(9)) == .lookAgain(at: later + .seconds(10)))
  }

  @Test("whose second name is taken away is read again, and its quiet time goes on")
  func unlinked() {
    var intake = intake()
    var linked = half
    linked.changed = 7
    _ = intake.read(.refused(because: Motif(.pasUnFichier, [])), at: half, now: start)
    #expect(intake.seen(linked, now: start + .seconds(4)) == .read)
    _ = intake.read(.refused(because: truncated), at: linked, now: start + .seconds(4))
    let end = start + .seconds(10)
    #expect(intake.read(.refused(because: truncated), at: linked, now: end) == .refuse(truncated))
  }

  @Test("that was finished after all is registered, however late")
  func finished() {
    var intake = intake()
    _ = intake.read(.refused(because: truncated), at: half, now: start)
    #expect(intake.read(.formulaire, at: whole, now: start + .seconds(60)) == .register)
  }

  @Test("that another one has replaced gets a quiet time of its own")
  func replaced() {
    var intake = intake()
    var other = half
    other.inode = 2
    _ = intake.read(.refused(because: truncated), at: half, now: start)
    let later = start + .seconds(30)
    #expect(intake.read(.refused(because: truncated), at: other, now: later) == .lookAgain(at: later + .seconds(1)))
  }

  @Test("that cannot be read for now is tried ever more rarely and never refused")
  func impeded() {
    var intake = intake()
    var now = start
    var pauses: [Duration] = []
    for _ in 0..<9 {
      guard case .lookAgain(let next) = intake.read(.impeded, at: half, now: now) else {
        Issue.record("It is to be looked at again.")
        return
      }
      #expect(intake.isImpeded)
      #expect(intake.seen(half, now: next - .milliseconds(1)) == .lookAgain(at: next))
      #expect(intake.seen(half, now: next) == .read)
      pauses.append(next - now)
      now = next
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60].map { .seconds($0) })
  }

  @Test("that changes while it is read is read again soon, and counts as nobody's fault")
  func changing() {
    var intake = intake()
    #expect(intake.read(.changing, at: nil, now: start) == .lookAgain(at: start + .seconds(1)))
    #expect(!intake.isImpeded)
    #expect(intake.seen(nil, now: start + .seconds(1)) == .read)
  }

  @Test("that was to be registered and could not be is tried again")
  func undone() {
    var intake = intake()
    _ = intake.read(.formulaire, at: whole, now: start)
    #expect(intake.read(.impeded, at: whole, now: start) == .lookAgain(at: start + .seconds(1)))
    #expect(intake.seen(whole, now: start + .seconds(1)) == .read)
  }
}
