import Foundation
import GRDB
package import Guichet

/// Which demandes a list shows; nil leaves a criterion out.
package struct DemandeFilter: Sendable {
  /// Those of any of these LINF.
  package var linf: [String]?
  /// Those in any of these états; empty leaves it out.
  package var etats: [Etat] = []
  /// Those of any of these communes.
  package var communes: [String]?
  /// Registered at or after this instant.
  package var depuis: Instant?
  package var aVerifier: Bool?
  /// Late at that instant, or not.
  package var enRetard: (Bool, at: Instant)?
  /// Those that this agent has in hand at that instant.
  package var preneur: (agent: Int64, at: Instant)?
  /// Those whose families this agent may call at that instant: not reached yet, not paused, in nobody else's hand.
  package var aRappeler: (agent: Int64, at: Instant)?
  /// Those that fit what is looked for.
  package var recherche: Recherche?
  /// The part of the week that it is, see `Rappel.moment`: families that it suits come first among equals.
  package var moment: Int64 = 0
  /// Urgent ones come first, whatever their échéance.
  package var urgentesDAbord = true

  package init() {}

  fileprivate var isNarrow: Bool { preneur != nil || recherche != nil }
}

extension Register {
  /// The numeros that a filter lets through, in work order: urgent ones first, then by échéance, then those that would
  /// like to be called now, then by age.
  ///
  /// Only numeros are held at once; rows are fetched page by page, so that a list of any length neither holds memory nor
  /// shows a demande twice.
  package func numeros(_ filter: DemandeFilter) async throws(RegisterError) -> [Numero] {
    try await read { db in
      var conditions: [String] = []
      var arguments: [any DatabaseValueConvertible] = []
      func add(_ condition: String, _ values: [any DatabaseValueConvertible] = []) {
        conditions.append(condition)
        arguments += values
      }
      func among(_ column: String, _ values: [String]) {
        add("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))", values)
      }
      // All états by name, so that the index on (etat, linf) serves a list by LINF alone too.
      // What one person has in hand, or a family, is few: found by its own index, and the rest only looked at.
      let (etat, colonne) = filter.isNarrow ? ("+etat", "+linf") : ("etat", "linf")
      if filter.linf != nil && !filter.isNarrow || !filter.etats.isEmpty {
        among(etat, (filter.etats.isEmpty ? Etat.allCases : filter.etats).map(\.rawValue))
      }
      if let linf = filter.linf { among(colonne, linf) }
      if let communes = filter.communes { among("codeInsee", communes) }
      if let depuis = filter.depuis { add("recueLe >= ?", [depuis.microseconds]) }
      if let aVerifier = filter.aVerifier { add(aVerifier ? "aVerifier = 1" : "aVerifier = 0") }
      if let (late, now) = filter.enRetard {
        add(late ? "echeance < ?" : "(echeance IS NULL OR echeance >= ?)", [now.microseconds])
      }
      if let (agent, now) = filter.preneur { add("preneur = ? AND priseJusque > ?", [agent, now.microseconds]) }
      if let (agent, now) = filter.aRappeler {
        add(
          """
          +etat = 'aContacter' AND echeance IS NOT NULL AND (priseJusque IS NULL OR priseJusque <= ? OR preneur = ?)
          """, [now.microseconds, agent])
      }
      if let recherche = filter.recherche {
        let query = Mots.query(recherche)
        add("numero IN (\(query.sql))", query.arguments)
      }
      let sql =
        "SELECT numero FROM demande" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
        + " ORDER BY \(filter.urgentesDAbord ? "urgente DESC, " : "")echeance IS NULL, echeance, "
        + (filter.moment == 0 ? "" : "creneaux & \(filter.moment) = 0, ") + "numero"
      return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap(Numero.init(cle:))
    }
  }

  /// The rows of these demandes, in the order given; one that does not exist is left out.
  package func rows(_ numeros: some Collection<Numero> & Sendable) async throws(RegisterError) -> [DemandeRow] {
    try await read { db in
      try DemandeRow.stored(db, numeros).compactMap(\.self)
    }
  }

  /// The row of the demande that came under this reference; nil when there is none.
  package func row(origine: Origine, reference: String) async throws(RegisterError) -> DemandeRow? {
    try await read { db in
      let numero = try Int64.fetchOne(
        db, sql: "SELECT numero FROM demande WHERE reference = ? AND origine = ?",
        arguments: [reference, origine.rawValue])
      return try DemandeRow.stored(db, [numero.flatMap(Numero.init(cle:))].compactMap(\.self)).first ?? nil
    }
  }

  /// The demandes registered last, newest first.
  package func latest(_ count: Int) async throws(RegisterError) -> [DemandeRow] {
    try await read { db in
      // By the journal's order, which a clock set back does not change.
      let numeros = try Int64.fetchAll(
        db, sql: "SELECT numero FROM fait WHERE nature = 'recue' ORDER BY seq DESC LIMIT ?", arguments: [count])
      return try DemandeRow.stored(db, numeros.compactMap(Numero.init(cle:))).compactMap(\.self)
    }
  }
}
