package import Guichet
package import LinuxSystem

/// `effacements.log` in a folder of backups.
package struct FichierDesEffacements: Sendable {
  package let dossier: String
  private static let limit = 64 << 20

  package init(dossier: String) {
    self.dossier = dossier
  }

  package var path: String { "\(dossier)/\(JournalDesEffacements.fichier)" }

  /// What it says; nil where there is none.
  package func lire() throws -> JournalDesEffacements? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try WholeFile.read(path, limit: Self.limit)
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
    return try JournalDesEffacements(bytes)
  }

  /// Durably, so that it is there as it was or as it is to be, whenever the power goes.
  package func ecrire(_ journal: JournalDesEffacements) throws(SystemError) {
    try Directory.making(dossier, mode: 0o700).write(
      journal.bytes, as: try FileName.named(JournalDesEffacements.fichier), mode: 0o600, replacing: true)
  }
}
