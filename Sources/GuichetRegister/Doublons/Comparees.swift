import GRDB
import Guichet
import StrictJSON

/// Demandes of one reading that are compared with each other, each replayed once.
struct Comparees {
  private let recherche: RechercheDeDoublons
  private let linf: String?
  private var known: [Numero: Demande?] = [:]

  init(_ recherche: RechercheDeDoublons) {
    self.recherche = recherche
    linf = recherche.linf.map { ids in
      var writer = JSONWriter()
      writer.beginArray()
      for id in ids { writer.string(id) }
      writer.endArray()
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  /// What this one is linked to, the latest first, see `RegleDoublons.liens`.
  mutating func liens(_ db: Database, _ demande: Demande) throws -> [(Demande, Rapprochement)] {
    var numeros: Set<Int64> = []
    for valeur in CleDoublon.keys(of: demande.formulaire).flatMap(\.voisines) {
      numeros.formUnion(try candidats(db, valeur, sauf: demande.numero))
    }
    numeros.formUnion(try parentsNommes(db, demande))
    var found: [Numero: Rapprochement] = [:]
    for numero in numeros.compactMap(Numero.init(cle:)) {
      guard let other = try replayed(db, numero), let rapprochement = compare(demande, other) else { continue }
      found[numero] = rapprochement
    }
    return try RegleDoublons.liens(of: demande.numero, found).sorted(by: >).compactMap { numero in
      guard let other = try replayed(db, numero), let rapprochement = found[numero] else { return nil }
      return (other, rapprochement)
    }
  }

  /// Whether one that has such a key, or one beside it, matches it.
  mutating func aUnDoublon(_ db: Database, _ numero: Numero, _ valeurs: [Int64]) throws -> Bool {
    for valeur in valeurs.flatMap({ [$0, $0 &- 1, $0 &+ 1] }) {
      for candidat in try candidats(db, valeur, sauf: numero).compactMap(Numero.init(cle:)) {
        // Its own facts are read only where there is something to compare them with.
        guard let demande = try replayed(db, numero), let other = try replayed(db, candidat) else { continue }
        if compare(demande, other) != nil { return true }
      }
    }
    return false
  }

  private func compare(_ demande: Demande, _ other: Demande) -> Rapprochement? {
    let fuseau = recherche.fuseau
    return recherche.regle.rapprochement(DemandeComparee(demande, fuseau), DemandeComparee(other, fuseau))
  }

  /// Those that may be seen, of one key, the nearest before and after the numero.
  private func candidats(_ db: Database, _ valeur: Int64, sauf numero: Numero) throws -> [Int64] {
    try [("<", "DESC"), (">", "ASC")].flatMap { side, order in
      try Int64.fetchAll(
        db.cachedStatement(sql: ClesPartagees.candidats(side, order)),
        arguments: [valeur, numero.cle, linf, linf, RechercheDeDoublons.parCle])
    }
  }

  /// Those whose form bears the name of its other parent, or of who asks: perhaps as the other parent.
  private func parentsNommes(_ db: Database, _ demande: Demande) throws -> [Int64] {
    let comparee = DemandeComparee(demande, recherche.fuseau)
    return try [comparee.nom, comparee.autreParent].compactMap(\.self).flatMap { nom in
      let statement = try db.cachedStatement(
        sql: """
          SELECT mots.numero FROM (
            SELECT numero FROM recherche WHERE mot = ? UNION SELECT numero FROM rechercheRecente WHERE mot = ?
          ) AS mots CROSS JOIN demande USING (numero)
          WHERE mots.numero <> ? AND fusionneeDans IS NULL
            AND (? IS NULL OR linf IN (SELECT value FROM json_each(?)))
          ORDER BY mots.numero DESC LIMIT ?
          """)
      return try Int64.fetchAll(
        statement, arguments: [nom, nom, demande.numero.cle, linf, linf, RechercheDeDoublons.parCle])
    }
  }

  /// Nil too where its facts cannot be read.
  private mutating func replayed(_ db: Database, _ numero: Numero) throws -> Demande? {
    if let known = known[numero] { return known }
    do {
      let demande = try Demande.replayed(db, numero)
      known[numero] = .some(demande)
      return demande
    } catch RegisterError.unusable {
      known[numero] = .some(nil)
      return nil
    }
  }
}
