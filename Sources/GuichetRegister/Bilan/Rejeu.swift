import GRDB
package import Guichet

/// The demandes of a year as they stood at one moment, each made to something smaller as soon as it was replayed.
package struct DemandesRejouees<Value: Sendable>: Sendable {
  /// In the order of their numeros.
  package let valeurs: [Value]
  /// Those whose facts cannot be read: they are in no figure, and whoever shows figures says so.
  package let illisibles: [Numero]
}

extension Register {
  /// How many read at once: reports never take all readers, nor more than a small server has cores.
  private static let lecteurs = 2

  /// The last fact that was recorded before an instant; 0 where none was.
  ///
  /// The journal is searched by halves: a clock that was set back for a while may move the border by as much.
  package func dernierFait(avant instant: Instant) async throws(RegisterError) -> Int64 {
    let head = head.seq
    return try await read { db in
      var (low, high) = (Int64(0), head)
      while low < high {
        let middle = (low + high + 1) / 2
        let recorded = try Int64.fetchOne(db, sql: "SELECT enregistreLe FROM fait WHERE seq = ?", arguments: [middle])
        if (recorded ?? Int64.max) < instant.microseconds { low = middle } else { high = middle - 1 }
      }
      return low
    }
  }

  /// Replays the demandes that were registered in a year, by the facts up to one of the journal.
  ///
  /// Reads beside the writer, which goes on meanwhile; what it adds has a higher seq and is not seen.
  ///
  /// - Parameters:
  ///   - natures: of the facts that are not even read, since what is kept does not depend on them.
  ///   - make: what is kept of each.
  package func rejouer<Value: Sendable>(
    annee: Int, jusqua seq: Int64, sans natures: [NatureFait] = [], _ make: @escaping @Sendable (Demande) -> Value
  ) async throws(RegisterError) -> DemandesRejouees<Value> {
    guard let first = Numero(annee: annee, rang: 1)?.cle else { return DemandesRejouees(valeurs: [], illisibles: []) }
    let last = try await read { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(numero) FROM demande WHERE numero BETWEEN ? AND ?",
        arguments: [first, first + 9_999_998])
    }
    guard let last else { return DemandesRejouees(valeurs: [], illisibles: []) }
    let step = (last - first) / Int64(Self.lecteurs) + 1
    // Of a single demande there is one slice.
    let slices = stride(from: first, through: last, by: Int(step)).map { $0...min(last, $0 + step - 1) }
    do {
      return try await withThrowingTaskGroup(of: (Int, DemandesRejouees<Value>).self) { group in
        for (rank, slice) in slices.enumerated() {
          group.addTask { [self] in
            (rank, try await pool.read { db in try Self.rejouer(db, slice, jusqua: seq, natures, make) })
          }
        }
        var parts: [Int: DemandesRejouees<Value>] = [:]
        for try await (rank, part) in group { parts[rank] = part }
        let ordered = parts.sorted { $0.key < $1.key }.map(\.value)
        return DemandesRejouees(valeurs: ordered.flatMap(\.valeurs), illisibles: ordered.flatMap(\.illisibles))
      }
    } catch {
      throw RegisterError(error)
    }
  }

  /// The demandes registered in a year about which something was recorded after one fact and up to another.
  package func touchees(annee: Int, apres seq: Int64, jusqua last: Int64) async throws(RegisterError) -> [Numero] {
    guard let first = Numero(annee: annee, rang: 1)?.cle else { return [] }
    return try await read { db in
      try Int64.fetchAll(
        db, sql: "SELECT DISTINCT +numero FROM fait WHERE seq > ? AND seq <= ? AND +numero BETWEEN ? AND ? ORDER BY 1",
        arguments: [seq, last, first, first + 9_999_998]
      ).compactMap(Numero.init(cle:))
    }
  }

  /// Replays some demandes, in their order, by the facts up to one of the journal.
  package func rejouer<Value: Sendable>(
    _ numeros: [Numero], jusqua seq: Int64, sans natures: [NatureFait] = [],
    _ make: @escaping @Sendable (Demande) -> Value
  ) async throws(RegisterError) -> DemandesRejouees<Value> {
    try await read { db in
      let parts = try numeros.map { try Self.rejouer(db, $0.cle...$0.cle, jusqua: seq, natures, make) }
      return DemandesRejouees(valeurs: parts.flatMap(\.valeurs), illisibles: parts.flatMap(\.illisibles))
    }
  }

  private static func rejouer<Value: Sendable>(
    _ db: Database, _ slice: ClosedRange<Int64>, jusqua seq: Int64, _ natures: [NatureFait],
    _ make: @escaping (Demande) -> Value
  ) throws -> DemandesRejouees<Value> {
    var rejeu = Rejeu(jusqua: seq, make)
    let left = natures.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let query = try HotQuery(
      db,
      """
      SELECT seq, numero, enfant, nature, survenuLe, enregistreLe, auteur, version, donnees FROM fait
      WHERE numero BETWEEN ? AND ? AND (seq <= ? OR nature = 'effacee') \(left.isEmpty ? "" : "AND nature NOT IN (\(left))")
      ORDER BY numero, seq
      """)
    try query.each(db, [slice.lowerBound, slice.upperBound, seq]) { row in rejeu.lis(&row) }
    return rejeu.fini()
  }
}

/// Replays one demande after the other, each in place: copying one for every fact would take longer than reading it.
private struct Rejeu<Value> {
  private let make: (Demande) -> Value
  private let jusqua: Int64
  private var valeurs: [Value] = []
  private var illisibles: [Numero] = []
  private var numero: Numero?
  private var relecture: Relecture
  /// A fact of it cannot be read. Beside it, since to compare a demande with nil would copy it for every fact.
  private var estIllisible = false

  init(jusqua: Int64, _ make: @escaping (Demande) -> Value) {
    self.make = make
    self.jusqua = jusqua
    relecture = Relecture(jusqua: jusqua)
  }

  mutating func lis(_ row: inout HotQuery) {
    let seq = row.int64()
    guard let own = Numero(cle: row.int64()) else { return }
    if own != numero {
      // The first fact that is read of it came later: it was not there yet, and only its erasing is read all the same.
      guard seq <= jusqua else { return }
      settle()
      numero = own
    } else if estIllisible {
      // One fact cannot be read: nothing is known of what it came to.
      return
    }
    let enfant = row.optionalInt64().map { Int($0) }
    let nature = NatureFait(rawValue: row.text())
    let (survenuLe, enregistreLe) = (row.int64(), row.int64())
    let (auteur, version) = (row.int64(), row.int64())
    let donnees = row.bytes()
    do {
      guard let nature else {
        estIllisible = true
        return
      }
      let evenement = donnees.isEmpty ? nil : try Evenement(nature: nature, version: version, donnees: donnees)
      let fait = Fait(
        seq: seq, numero: own, enfant: enfant, nature: nature, survenuLe: Instant(microseconds: survenuLe),
        enregistreLe: Instant(microseconds: enregistreLe), auteur: auteur, evenement: evenement)
      try relecture.lis(fait)
    } catch {
      estIllisible = true
    }
  }

  private mutating func settle() {
    guard let numero else { return }
    if let demande = relecture.demande, !estIllisible, !relecture.estSansReste {
      valeurs.append(make(demande))
    } else {
      illisibles.append(numero)
    }
    (relecture, estIllisible) = (Relecture(jusqua: jusqua), false)
  }

  mutating func fini() -> DemandesRejouees<Value> where Value: Sendable {
    settle()
    return DemandesRejouees(valeurs: valeurs, illisibles: illisibles)
  }
}
