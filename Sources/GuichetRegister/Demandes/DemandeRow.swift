import Foundation
import GRDB
package import Guichet
import StrictJSON

/// The indexed projection of a demande: what lists show and filters ask for.
package struct DemandeRow: Hashable, Sendable {
  package let numero: Numero
  package let origine: Origine?
  package let reference: String
  /// SHA-256 of the file's bytes.
  package let empreinte: [UInt8]
  package let deposeeLe: Instant
  package let recueLe: Instant
  package let etat: Etat
  package let linf: String?
  package let raison: RaisonAOrienter?
  package let marques: [Marque]
  package let urgente: Bool
  package let codeInsee: String?
  /// When the next step is due; nil where no clock runs.
  package internal(set) var echeance: Instant?
  package let motifCloture: String?
  /// Since when it has been with its LINF, or waiting.
  package let depuis: Instant
  package let candidats: [CommuneCandidate]
  /// The code of the département to whose Caf the family is to be sent, where it waits for that.
  package let departement: String?
  /// A person put it where it is.
  package let estVerrouillee: Bool
  /// The day on which it follows its commune although it is further on.
  package let transfertLe: DateCivile?
  /// See `Demande.prise`.
  package let prise: Prise?
  /// See `Rappel.semaine`.
  package let creneaux: Int64
  /// See `Demande.fusionneeDans`.
  package let fusionneeDans: Numero?
  /// The keys by which its family is found again, of its form as it stands now, see `CleDoublon.texte`.
  let cles: String
}

extension DemandeRow {
  /// The row that this demande must have.
  ///
  /// - Parameters:
  ///   - etape: its next step, see `Horloges.etape`.
  ///   - cles: its keys, where they were made already.
  init(_ demande: Demande, _ etape: EtapeDue?, cles: String? = nil) throws {
    guard let empreinte = [UInt8](hexadecimal: demande.recue.empreinte) else {
      throw RegisterError.unusable("L’empreinte d’un formulaire est illisible dans le journal.")
    }
    numero = demande.numero
    origine = demande.recue.formulaire.origine
    reference = demande.recue.formulaire.reference
    self.empreinte = empreinte
    deposeeLe = demande.deposeeLe
    recueLe = demande.recueLe
    etat = demande.etat
    linf = demande.linf
    raison = demande.raison
    marques = demande.marques
    urgente = demande.estUrgente
    codeInsee = demande.codeInsee
    echeance = etape?.echeance.instant
    motifCloture = demande.cloture?.motif.rawValue
    depuis = demande.depuis
    candidats = demande.candidats
    departement = demande.departement
    estVerrouillee = demande.estVerrouillee
    transfertLe = demande.transfertLe
    prise = demande.prise
    creneaux = demande.formulaire.demandeur.rappel?.semaine ?? 0
    fusionneeDans = demande.fusionneeDans
    self.cles = cles ?? CleDoublon.keys(of: demande.formulaire).texte
  }

  /// The row of each of these demandes, in their order; nil for one that does not exist.
  static func stored(_ db: Database, _ numeros: some Sequence<Numero>) throws -> [DemandeRow?] {
    var query = try HotQuery(
      db,
      """
      SELECT numero, origine, reference, empreinte, deposeeLe, recueLe, etat, linf, raison, marques, urgente, codeInsee,
        echeance, motifCloture, depuis, candidats, verrou, transfertLe, departement, preneur, priseJusque, creneaux,
        fusionneeDans, cles
      FROM demande WHERE numero = ?
      """)
    return try numeros.map { numero in try query.one(db, numero.cle) { row in try DemandeRow(&row) } }
  }

  /// - Parameter row: its columns in the order of `stored`.
  private init(_ row: inout HotQuery) throws {
    let numero = Numero(cle: row.int64())
    origine = Origine(rawValue: row.text())
    reference = row.text()
    empreinte = row.bytes()
    deposeeLe = Instant(microseconds: row.int64())
    recueLe = Instant(microseconds: row.int64())
    let etat = Etat(rawValue: row.text())
    linf = row.optionalText()
    raison = row.optionalText().flatMap(RaisonAOrienter.init(rawValue:))
    marques = row.text().split(separator: " ").compactMap { Marque(rawValue: String($0)) }
    urgente = row.bool()
    codeInsee = row.optionalText()
    echeance = row.optionalInt64().map(Instant.init(microseconds:))
    motifCloture = row.optionalText()
    depuis = Instant(microseconds: row.int64())
    candidats = try row.optionalText().map(Self.candidats) ?? []
    estVerrouillee = row.bool()
    transfertLe = row.optionalText().flatMap { DateCivile(iso: $0) }
    departement = row.optionalText()
    let (preneur, jusqua) = (row.optionalInt64(), row.optionalInt64())
    prise = preneur.flatMap { agent in jusqua.map { Prise(agent: agent, jusqua: Instant(microseconds: $0)) } }
    creneaux = row.int64()
    fusionneeDans = row.optionalInt64().flatMap(Numero.init(cle:))
    cles = row.text()
    guard let numero, let etat else {
      throw RegisterError.unusable("Une ligne de demande porte un numéro ou un état inconnu.")
    }
    self.numero = numero
    self.etat = etat
  }

  /// Inserts the row unless its reference is taken.
  ///
  /// - Returns: whether it was inserted.
  func insert(_ db: Database) throws -> Bool {
    var insert = try HotStatement(
      db,
      """
      INSERT INTO demande (numero, origine, reference, empreinte, deposeeLe, recueLe, etat, linf, raison, marques, aVerifier,
        urgente, codeInsee, echeance, motifCloture, depuis, candidats, verrou, transfertLe, departement, preneur, priseJusque,
        creneaux, fusionneeDans, cles)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (reference, origine) DO NOTHING
      """)
    insert.bind(numero.cle)
    insert.bind(origine?.rawValue ?? "")
    insert.bind(reference)
    insert.bind(empreinte)
    insert.bind(deposeeLe.microseconds)
    insert.bind(recueLe.microseconds)
    bindProgress(&insert)
    return try insert.run(db) == 1
  }

  /// Brings the row of an existing demande up to what its facts have become.
  func update(_ db: Database) throws {
    var update = try HotStatement(
      db,
      """
      UPDATE demande SET etat = ?, linf = ?, raison = ?, marques = ?, aVerifier = ?, urgente = ?, codeInsee = ?, echeance = ?,
        motifCloture = ?, depuis = ?, candidats = ?, verrou = ?, transfertLe = ?, departement = ?,
        preneur = ?, priseJusque = ?, creneaux = ?, fusionneeDans = ?, cles = ?
      WHERE numero = ?
      """)
    bindProgress(&update)
    update.bind(numero.cle)
    guard try update.run(db) == 1 else { throw RegisterError.introuvable }
  }

  private func bindProgress(_ statement: inout HotStatement) {
    statement.bind(etat.rawValue)
    statement.bind(linf)
    statement.bind(raison?.rawValue)
    statement.bind(marques.map(\.rawValue).joined(separator: " "))
    statement.bind(marques.contains(.aVerifier))
    statement.bind(urgente)
    statement.bind(codeInsee)
    statement.bind(echeance?.microseconds)
    statement.bind(motifCloture)
    statement.bind(depuis.microseconds)
    statement.bind(Self.text(candidats))
    statement.bind(estVerrouillee)
    statement.bind(transfertLe?.iso)
    statement.bind(departement)
    statement.bind(prise?.agent)
    statement.bind(prise?.jusqua.microseconds)
    statement.bind(creneaux)
    statement.bind(fusionneeDans?.cle)
    statement.bind(cles)
  }

  private static func text(_ candidats: [CommuneCandidate]) -> String? {
    guard !candidats.isEmpty else { return nil }
    var writer = JSONWriter()
    candidats.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads back what `text` wrote.
  private static func candidats(_ text: String) throws -> [CommuneCandidate] {
    do {
      return try [CommuneCandidate](recorded: try JSON.parse(Array(text.utf8)))
    } catch {
      throw RegisterError.unusable("Une ligne de demande porte des communes possibles illisibles.")
    }
  }
}

extension [UInt8] {
  /// The bytes that a hexadecimal text stands for; nil when it is none.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count.isMultiple(of: 2) else { return nil }
    self = []
    reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      append(high << 4 | low)
    }
  }
}
