import Guichet
import LinuxSystem

/// Référentiels on their way in: received piece by piece, checked, compared, applied; or dropped when abandoned.
actor ReferentielUploads {
  struct Upload {
    let owner: UInt32
    var fichiers: [(nom: String, contenu: [UInt8])] = []
    var size = 0
    /// Counts the pieces, so that what was checked is told from what has grown since.
    var pieces = 0
    /// What it came to when it was compared; nil again with the next piece.
    var checked: Checked?
    var touched: Moment
  }

  /// A référentiel that was checked, with the very files it was made from.
  struct Checked: Sendable {
    let referentiel: Referentiel
    let fichiers: [FichierReferentiel]
    /// The version that it was compared with.
    let over: Int
  }

  enum Refusal: Error {
    case unknown
    case tooMany
    case tooLarge
    case tooManyFiles
  }

  /// Bytes of one référentiel; the official files of the whole country are under a tenth of it.
  static let sizeLimit = 128 << 20
  private static let fileLimit = 32
  private static let uploadLimit = 4
  /// An upload that nothing came for in so long was abandoned.
  private static let lifetime = Duration.seconds(600)

  private let clock: any OfficeClock
  private var uploads: [String: Upload] = [:]

  init(clock: any OfficeClock) {
    self.clock = clock
  }

  /// - Returns: the token by which the pieces of this upload name it.
  func open(by owner: UInt32) throws -> String {
    let now = clock.moment()
    uploads = uploads.filter { $0.value.touched.duration(to: now) < Self.lifetime }
    if uploads.count >= Self.uploadLimit {
      // Who opens another one has given up its oldest; others' are left alone.
      let own = uploads.filter { $0.value.owner == owner }
      guard let oldest = own.min(by: { $0.value.touched < $1.value.touched }) else { throw Refusal.tooMany }
      uploads[oldest.key] = nil
    }
    let token = try Random.bytes(16).reduce(into: "") { text, byte in
      text += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
    uploads[token] = Upload(owner: owner, touched: now)
    return token
  }

  /// Adds a piece: the next of the file under way, or the first of another.
  func append(_ contenu: [UInt8], of nom: String, to token: String, by owner: UInt32) throws {
    var upload = try find(token, owner)
    // Taken out while it grows, so that the bytes are not copied with each piece.
    uploads[token] = nil
    defer { uploads[token] = upload }
    guard upload.size + contenu.count <= Self.sizeLimit else { throw Refusal.tooLarge }
    if let index = upload.fichiers.firstIndex(where: { $0.nom == nom }) {
      upload.fichiers[index].contenu += contenu
    } else {
      guard upload.fichiers.count < Self.fileLimit else { throw Refusal.tooManyFiles }
      upload.fichiers.append((nom, contenu))
    }
    upload.size += contenu.count
    upload.checked = nil
    upload.pieces += 1
    upload.touched = clock.moment()
  }

  /// The files as they are now, and how many pieces they came in.
  func fichiers(_ token: String, by owner: UInt32) throws -> (fichiers: [FichierReferentiel], pieces: Int) {
    let upload = try find(token, owner)
    return (upload.fichiers.map { FichierReferentiel(nom: $0.nom, contenu: $0.contenu) }, upload.pieces)
  }

  /// Notes what was checked, unless pieces have come since.
  func setChecked(_ checked: Checked, pieces: Int, of token: String, by owner: UInt32) throws {
    var upload = try find(token, owner)
    guard upload.pieces == pieces else { return }
    upload.checked = checked
    upload.touched = clock.moment()
    uploads[token] = upload
  }

  /// What was compared under that token; nil when it was not compared since its last piece.
  func checked(_ token: String, by owner: UInt32) throws -> Checked? {
    try find(token, owner).checked
  }

  func close(_ token: String) {
    uploads[token] = nil
  }

  /// Somebody else's upload is as unknown as none.
  private func find(_ token: String, _ owner: UInt32) throws -> Upload {
    guard let upload = uploads[token], upload.owner == owner else { throw Refusal.unknown }
    return upload
  }
}
