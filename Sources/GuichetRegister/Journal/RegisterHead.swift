import Foundation
import GRDB
package import Guichet

/// What the register's writer knows without asking: the journal's end, the ranks given, the counts that everybody asks for.
///
/// A transaction works on a copy, which takes effect when it is committed.
package struct RegisterHead: Sendable {
  /// Seq of the journal's last entry; 0 when there is none.
  package private(set) var seq: Int64
  /// Chain value of the journal's last entry; 32 zero bytes when there is none.
  package private(set) var chaine: [UInt8]
  /// How many demandes stand in each état.
  package private(set) var parEtat: [Etat: Int]
  /// Refused files that wait to be mended, and how many of them still lie in `depot/`.
  package internal(set) var rejetsOuverts: Int
  package internal(set) var rejetsAuDepot: Int
  /// The référentiel version in force; 0 before the first.
  package internal(set) var referentiel: Int
  package internal(set) var reroutage: Reroutage
  /// What échéances depend on, as all of them were last computed, see `Horloges.empreinte`; empty before the first time.
  package internal(set) var horloges: String
  /// How many mails wait to be written or withdrawn.
  package private(set) var envoisAFaire: Int
  /// Rises whenever there is something else to do about mails than before; counted by each process for itself.
  private(set) var envoisVus = 0
  /// Nothing falls due before; nil where nothing does.
  package private(set) var prochaineTache: Instant?
  /// By what erased families are known again.
  package internal(set) var effacements: Effacements
  /// What came in lately.
  package private(set) var recues: ReceptionCounts
  /// What producers dropped last.
  package internal(set) var depots: DepotsDesProducteurs
  /// When the register's first fact was recorded; nil where it has none.
  package private(set) var depuis: Instant?
  /// Last rank given in each year asked for.
  private var ranks: [Int: Int] = [:]

  init(_ db: Database) throws {
    let row = try Row.fetchOne(db, sql: "SELECT seq, chaine FROM fait ORDER BY seq DESC LIMIT 1")
    seq = row?["seq"] ?? 0
    chaine = row.map { [UInt8]($0["chaine"] as Data) } ?? JournalChain.start
    parEtat = [:]
    for row in try Row.fetchAll(db, sql: "SELECT etat, count(*) AS n FROM demande GROUP BY etat") {
      if let etat = Etat(rawValue: row["etat"]) { parEtat[etat] = row["n"] }
    }
    let rejets = try Row.fetchOne(
      db, sql: "SELECT count(*) AS n, coalesce(sum(auDepot), 0) AS d FROM rejet WHERE etat = 'ouvert'")
    rejetsOuverts = rejets?["n"] ?? 0
    rejetsAuDepot = rejets?["d"] ?? 0
    referentiel = try Int.fetchOne(db, sql: "SELECT max(version) FROM referentiel") ?? 0
    reroutage = try Reroutage(db)
    horloges = try String.fetchOne(db, sql: "SELECT empreinte FROM horloges") ?? ""
    envoisAFaire = try Envois.aFaire(db)
    prochaineTache = try Self.prochaine(db)
    recues = try ReceptionCounts(db)
    depots = try DepotsDesProducteurs(db)
    depuis = try Int64.fetchOne(db, sql: "SELECT enregistreLe FROM fait ORDER BY seq LIMIT 1")
      .map(Instant.init(microseconds:))
    effacements = try Effacements(db)
  }

  /// The numero that the next demande of that year gets; given once `took` is told.
  mutating func nextNumero(_ db: Database, annee: Int) throws -> Numero {
    let last: Int
    if let known = ranks[annee] {
      last = known
    } else {
      last = try Self.lastRank(db, annee)
      ranks[annee] = last
    }
    guard let numero = Numero(annee: annee, rang: last + 1) else {
      throw RegisterError.unusable("L’année \(annee) n’a plus de numéro libre.")
    }
    return numero
  }

  /// A demande was begun under that numero.
  mutating func took(_ numero: Numero, etat: Etat, recueLe: Instant, formulaire: Formulaire) {
    reserved(numero)
    recues.add(recueLe)
    let isTyped = ReferenceDeSaisie.estDeSaisie(formulaire.reference, origine: formulaire.origine)
    if !isTyped { depots.add(numero, recueLe) }
    parEtat[etat, default: 0] += 1
  }

  /// That numero is given to nobody any more.
  mutating func reserved(_ numero: Numero) {
    if let known = ranks[numero.annee] { ranks[numero.annee] = max(known, numero.rang) }
  }

  /// Something falls due then.
  mutating func prevoit(_ due: Instant) {
    prochaineTache = min(prochaineTache ?? due, due)
  }

  /// What was due is done.
  mutating func prevoit(anew db: Database) throws {
    prochaineTache = try Self.prochaine(db)
  }

  private static func prochaine(_ db: Database) throws -> Instant? {
    [try Taches.prochaine(db), try Envois.prochaineExpiration(db)].compactMap(\.self).min()
  }

  /// A mail was decided, written, withdrawn or is to be.
  mutating func envoisChanged() { envoisVus += 1 }

  mutating func countEnvois(_ db: Database) throws { envoisAFaire = try Envois.aFaire(db) }

  mutating func moved(from old: Etat, to new: Etat) {
    parEtat[old, default: 0] -= 1
    parEtat[new, default: 0] += 1
  }

  mutating func advanced(chaine: [UInt8], le instant: Instant) {
    seq += 1
    self.chaine = chaine
    depuis = depuis ?? instant
  }

  private static func lastRank(_ db: Database, _ annee: Int) throws -> Int {
    guard let first = Numero(annee: annee, rang: 1) else { return 0 }
    let last = try Int64.fetchOne(
      db, sql: "SELECT max(numero) FROM demande WHERE numero BETWEEN ? AND ?",
      arguments: [first.cle, first.cle + 9_999_998])
    // A family may have been erased of which a restored register knows nothing else.
    let erased = try Int64.fetchOne(
      db, sql: "SELECT max(numero) FROM efface WHERE numero BETWEEN ? AND ?",
      arguments: [first.cle, first.cle + 9_999_998])
    let given = max(last ?? 0, erased ?? 0)
    return max(Numero(cle: given)?.rang ?? 0, try reserve(db, annee))
  }

  /// The last rank of that year that a restore found given outside the register. Once a demande has been registered after
  /// it, its numero tells as much: only what follows the newest demande in the journal is looked at.
  private static func reserve(_ db: Database, _ annee: Int) throws -> Int {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(numero) FROM demande")
    let since = try newest.flatMap {
      try Int64.fetchOne(db, sql: "SELECT min(seq) FROM fait WHERE numero = ?", arguments: [$0])
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM fait WHERE seq > ? AND nature = ?",
      arguments: [since ?? 0, NatureFait.registreRestaure.rawValue])
    var last = 0
    for row in rows {
      guard case .registreRestaure(let restaure) = try Fait(row: row).evenement else { continue }
      for numero in restaure.reserves where numero.annee == annee { last = max(last, numero.rang) }
    }
    return last
  }
}
