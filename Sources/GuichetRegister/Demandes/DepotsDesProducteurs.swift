import GRDB
package import Guichet

/// What producers dropped last: a feed that has died is told by it, however much the office types in meanwhile.
package struct DepotsDesProducteurs: Sendable {
  /// The newest ones, oldest first. One may yet turn out to have been typed in: the fact that says so comes after it.
  private var recents: [(numero: Numero, recueLe: Instant)]
  /// When the first référentiel was loaded, from when on forms are awaited; nil before.
  package private(set) var attendusDepuis: Instant?

  /// Of so many that came last, at most, one is looked for that was dropped. An office that typed them all in since has
  /// heard of no producer since the oldest of them, which is all that silence needs.
  package static let auPlus = 5000

  /// How many are kept, more than are ever being typed in at once.
  private static let kept = 64

  /// Newest first by the index of arrivals; what is known of each is the index of its own facts.
  package static let recentsSQL = """
    SELECT numero, recueLe, EXISTS (SELECT 1 FROM fait WHERE fait.numero = demande.numero AND nature = 'saisie'),
      origine, reference
    FROM demande ORDER BY recueLe DESC, numero DESC LIMIT 5000
    """

  package static let attendusSQL = """
    SELECT enregistreLe FROM fait WHERE numero IS NULL AND nature = 'referentielCharge' ORDER BY seq LIMIT 1
    """

  init(_ db: Database) throws {
    recents = try Self.dernier(db)
    attendusDepuis = try Int64.fetchOne(db, sql: Self.attendusSQL).map(Instant.init(microseconds:))
  }

  /// When the last form that no person of the office typed in was received; nil where none ever was.
  package var dernier: Instant? { recents.last?.recueLe }

  /// From when on silence counts; nil before anything is awaited.
  package var silenceDepuis: Instant? { dernier ?? attendusDepuis }

  mutating func add(_ numero: Numero, _ recueLe: Instant) {
    // Those that a restore brings back come in any order.
    let later = recents.reversed().prefix { $0.recueLe > recueLe }.count
    recents.insert((numero, recueLe), at: recents.count - later)
    if recents.count > Self.kept { recents.removeFirst() }
  }

  /// That one was typed in after all.
  mutating func remove(_ numero: Numero, _ db: Database) throws {
    guard recents.contains(where: { $0.numero == numero }) else { return }
    recents.removeAll { $0.numero == numero }
    if recents.isEmpty { recents = try Self.dernier(db) }
  }

  mutating func attendus(depuis now: Instant) { attendusDepuis = attendusDepuis ?? now }

  /// The newest that was dropped, or where none of the last ones was, the oldest of these; none where there are no others.
  private static func dernier(_ db: Database) throws -> [(numero: Numero, recueLe: Instant)] {
    let rows = try Row.fetchCursor(db, sql: recentsSQL)
    var (seen, oldest) = (0, nil as (numero: Numero, recueLe: Instant)?)
    while let row = try rows.next() {
      seen += 1
      guard let numero = Numero(cle: row[0]) else { continue }
      oldest = (numero, Instant(microseconds: row[1]))
      let seemsTyped = ReferenceDeSaisie.estDeSaisie(row[4], origine: Origine(rawValue: row[3]))
      if row[2] as Bool == false, !seemsTyped { break }
      if seen < auPlus { oldest = nil }
    }
    return oldest.map { [$0] } ?? []
  }
}
