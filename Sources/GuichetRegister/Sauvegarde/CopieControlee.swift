import GRDB
import Guichet

/// What a full check of a copy of the register came to.
package struct CopieControlee: Sendable {
  package let schema: Int
  package let journal: JournalVerification
  /// Damages of the file itself, French sentences; with any the rest was not looked at.
  package let dommages: [String]

  /// All that is wrong, French sentences.
  package var fautes: [String] { dommages + journal.fautes + journal.ecarts }

  package var tete: String { journal.tete.hexadecimal }
}

/// A file that holds, or should hold, a copy of a register.
package enum CopieDuRegistre {
  /// Checks the file, that it is a register that this program can open, the journal's chain, and where the tables are those
  /// of this program, every row against its facts. Nothing is written.
  ///
  /// - Parameter nomme: what people call the file, where it is a copy of the one they know.
  /// - Throws: `RegisterError.unusable` when it is no register, or of a newer program; the sentence says which file.
  package static func controler(_ path: String, nomme: String? = nil) async throws(RegisterError) -> CopieControlee {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let found = try await queue.read { db in try controler(db, nomme ?? path) }
      try queue.close()
      return found
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB:
        throw .unusable("« \(nomme ?? path) » n’est pas une base SQLite ; donnez une sauvegarde faite par Guichet.")
      case .SQLITE_CORRUPT:
        return CopieControlee(
          schema: 0, journal: JournalVerification(),
          dommages: ["Le fichier est endommagé : SQLite ne peut pas le lire jusqu’au bout."])
      default: throw RegisterError(error)
      }
    } catch {
      throw RegisterError(error)
    }
  }

  /// Damages of a file that are counted.
  private static let most = 100

  private static func controler(_ db: Database, _ path: String) throws -> CopieControlee {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationId else {
      throw RegisterError.unusable(
        "« \(path) » est une base SQLite, mais pas un registre de Guichet ; donnez une sauvegarde faite par lui.")
    }
    guard version <= Schema.version else {
      throw RegisterError.unusable(
        "« \(path) » a été écrit par une version plus récente de Guichet (schéma \(version), connu jusqu’à "
          + "\(Schema.version)) ; installez cette version, ou prenez une sauvegarde antérieure.")
    }
    // What SQLite says of each is English, and tells whoever restores nothing.
    let broken = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(most))").count { $0 != "ok" }
    var damages =
      broken == 0
      ? []
      : [
        "Le fichier est endommagé : le contrôle de SQLite y trouve "
          + (broken == 1 ? "une faute." : "\(broken < most ? "" : "au moins ")\(broken) fautes.")
      ]
    if damages.isEmpty {
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      if orphans > 0 { damages = ["\(orphans) lignes renvoient à ce qui n’existe plus."] }
    }
    guard damages.isEmpty else {
      return CopieControlee(schema: version, journal: JournalVerification(), dommages: damages)
    }
    return CopieControlee(
      schema: version,
      journal: try Register.verification(db, nil, comparesRows: version == Schema.version), dommages: [])
  }
}
