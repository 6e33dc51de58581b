import GuichetControl
import LinuxSystem

/// The places of a file, in their order.
struct LotDeLieux {
  let lieux: [Wire.Lieu]

  private enum Colonne: String, CaseIterable {
    case voie, codePostal, commune, codeInsee, date
  }

  /// Bytes: a million places.
  private static let limit = 256 << 20

  /// - Parameter fichier: a path, or `-` for the standard input.
  init(fichier: String, console: any Console) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = fichier == "-" ? try console.readAll(limit: Self.limit) : try WholeFile.read(fichier, limit: Self.limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message))
    }
    let nom = fichier == "-" ? "l’entrée standard" : "« \(TerminalSafety.line(fichier)) »"
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .refused, "\(nom) n’est pas en UTF-8.", remede: "Enregistrez ce fichier au format « CSV UTF-8 ».")
    }
    lieux = try Self.lieux(CSVRecords(text).records, nom)
  }

  private static func lieux(_ records: [[String]], _ nom: String) throws(CommandFailure) -> [Wire.Lieu] {
    guard let header = records.first else { return [] }
    let names = header.map { $0.lowercased() }
    let ranks = Colonne.allCases.map { colonne in names.firstIndex(of: colonne.rawValue.lowercased()) }
    guard ranks.contains(where: { $0 != nil }) else {
      throw CommandFailure(
        .refused, "La première ligne de \(nom) ne nomme aucune colonne connue.",
        remede: "Commencez le fichier par « \(Colonne.allCases.map(\.rawValue).joined(separator: ";")) ».")
    }
    return records.dropFirst().map { record in
      func field(_ colonne: Colonne) -> String? {
        guard let rank = names.firstIndex(of: colonne.rawValue.lowercased()), rank < record.count else { return nil }
        return record[rank].isEmpty ? nil : record[rank]
      }
      return Wire.Lieu(
        voie: field(.voie), codePostal: field(.codePostal), commune: field(.commune), codeInsee: field(.codeInsee),
        le: field(.date).map(Horodatage.normalise))
    }
  }
}
