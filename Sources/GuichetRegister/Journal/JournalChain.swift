import Crypto
import Guichet

/// How the entries of the journal are chained, so that any change, removal, insertion or reordering shows.
///
/// `chaine` = SHA-256 of the previous `chaine` (32 zero bytes before the first) followed by seq, numero, enfant, nature,
/// survenuLe, enregistreLe, auteur, version and `empreinte`, each preceded by its length as four bytes, most significant
/// first; integers as eight bytes, most significant first; what is absent as the length FFFFFFFF alone.
/// `empreinte` = SHA-256(`sel` followed by `donnees`): it stays when both are erased, so the chain stays whole and there
/// is nothing left to guess from.
enum JournalChain {
  static let start = [UInt8](repeating: 0, count: 32)

  static func empreinte(sel: [UInt8], donnees: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: sel)
    hash.update(data: donnees)
    return Array(hash.finalize())
  }

  /// The chain value of an entry, from that of the one before it.
  static func next(
    after previous: [UInt8], seq: Int64, numero: Int64?, enfant: Int64?, nature: String, survenuLe: Int64,
    enregistreLe: Int64, auteur: Int64, version: Int64, empreinte: [UInt8]
  ) -> [UInt8] {
    var fields = ChainFields(after: previous)
    fields.append(seq)
    fields.append(numero)
    fields.append(enfant)
    fields.append(nature)
    fields.append(survenuLe)
    fields.append(enregistreLe)
    fields.append(auteur)
    fields.append(version)
    fields.append(empreinte)
    return fields.digest
  }
}

/// Length-prefixed fields on their way into a chain's hash.
struct ChainFields {
  private var bytes: [UInt8] = []

  init(after previous: [UInt8]) {
    bytes.reserveCapacity(256)
    bytes.append(contentsOf: previous)
  }

  mutating func append(_ value: Int64?) {
    guard let value else {
      appendBigEndian(UInt32.max)
      return
    }
    appendBigEndian(UInt32(8))
    appendBigEndian(UInt64(bitPattern: value))
  }

  mutating func append(_ value: String) {
    appendBigEndian(UInt32(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  mutating func append(_ value: [UInt8]) {
    appendBigEndian(UInt32(value.count))
    bytes.append(contentsOf: value)
  }

  private mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
}
