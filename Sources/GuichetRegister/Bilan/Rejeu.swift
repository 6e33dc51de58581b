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
  /// - Parameter make: what is kept of each.
  package func rejouer<Value: Sendable>(
    annee: Int, jusqua seq: Int64, _ make: @escaping @Sendable (Demande) -> Value
  ) async throws(RegisterError) -> DemandesRejouees<Value> {
    guard let first = Numero(annee: annee, rang: 1)?.cle else { return DemandesRejouees(valeurs: [], illisibles: []) }
    let last = try await read { db in
      try Int64.fetchOne(
        db, sql: "SELECT max(numero) FROM demande WHERE numero BETWEEN ? AND ?",
        arguments: [first, first + 9_999_998])
    }
    guard let last else { return DemandesRejouees(valeurs: [], illisibles: []) }
    let step = (last - first) / Int64(Self.lecteurs) + 1
    let slices = (0..<Int64(Self.lecteurs)).map { first + $0 * step...min(last, first + ($0 + 1) * step - 1) }
    do {
      return try await withThrowingTaskGroup(of: (Int, DemandesRejouees<Value>).self) { group in
        for (rank, slice) in slices.enumerated() where !slice.isEmpty {
          group.addTask { [self] in
            (rank, try await pool.read { db in try Self.rejouer(db, slice, jusqua: seq, make) })
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
    _ numeros: [Numero], jusqua seq: Int64, _ make: @escaping @Sendable (Demande) -> Value
  ) async throws(RegisterError) -> DemandesRejouees<Value> {
    try await read { db in
      let parts = try numeros.map { try Self.rejouer(db, $0.cle...$0.cle, jusqua: seq, make) }
      return DemandesRejouees(valeurs: parts.flatMap(\.valeurs), illisibles: parts.flatMap(\.illisibles))
    }
  }

  private static func rejouer<Value>(
    _ db: Database, _ slice: ClosedRange<Int64>, jusqua seq: Int64, _ make: (Demande) -> Value
  ) throws -> DemandesRejouees<Value> {
    var values: [Value] = []
    var unreadable: [Numero] = []
    var current: (numero: Numero, demande: Demande?)?
    func settle() {
      guard let current else { return }
      if let demande = current.demande { values.append(make(demande)) } else { unreadable.append(current.numero) }
    }
    let query = try HotQuery(
      db,
      """
      SELECT seq, numero, enfant, nature, survenuLe, enregistreLe, auteur, version, donnees FROM fait
      WHERE numero BETWEEN ? AND ? AND seq <= ? ORDER BY numero, seq
      """)
    try query.each(db, [slice.lowerBound, slice.upperBound, seq]) { row in
      let fact = FaitLu(&row)
      guard let numero = fact.numero else { return }
      if current?.numero != numero {
        settle()
        current = (numero, fact.applied(to: nil))
      } else if let demande = current?.demande {
        current?.demande = fact.applied(to: demande)
      }
    }
    settle()
    return DemandesRejouees(valeurs: values, illisibles: unreadable)
  }
}

/// One row of the journal, read column by column.
private struct FaitLu {
  let numero: Numero?
  private let seq: Int64
  private let enfant: Int?
  private let nature: String
  private let survenuLe, enregistreLe: Instant
  private let auteur, version: Int64
  private let donnees: [UInt8]

  init(_ row: inout HotQuery) {
    seq = row.int64()
    numero = Numero(cle: row.int64())
    enfant = row.optionalInt64().map { Int($0) }
    nature = row.text()
    survenuLe = Instant(microseconds: row.int64())
    enregistreLe = Instant(microseconds: row.int64())
    auteur = row.int64()
    version = row.int64()
    donnees = row.bytes()
  }

  /// - Returns: nil where the fact cannot be read, or cannot follow those before it.
  func applied(to demande: Demande?) -> Demande? {
    guard let nature = NatureFait(rawValue: nature) else { return nil }
    do {
      let evenement = donnees.isEmpty ? nil : try Evenement(nature: nature, version: version, donnees: donnees)
      let fait = Fait(
        seq: seq, numero: numero, enfant: enfant, nature: nature, survenuLe: survenuLe, enregistreLe: enregistreLe,
        auteur: auteur, evenement: evenement)
      return try Demande.apply(fait, to: demande)
    } catch {
      return nil
    }
  }
}
