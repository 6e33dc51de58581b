import Guichet
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
    let text: [UInt8]
    do throws(TexteCSV.Fault) {
      text = try TexteCSV.decoded(bytes)
    } catch {
      throw CommandFailure(.refused, "\(nom) : \(error.message)")
    }
    lieux = try Self.lieux(text, nom)
  }

  /// Every place of the text; the first fault ends it, with its line.
  private static func lieux(_ text: [UInt8], _ nom: String) throws(CommandFailure) -> [Wire.Lieu] {
    var reader = LecteurCSV(text)
    guard try next(&reader, nom) else {
      throw CommandFailure(.refused, "\(nom) est vide.", remede: expected)
    }
    let names = (0..<reader.count).map { String(decoding: reader[$0], as: UTF8.self).lowercased() }
    let ranks = Colonne.allCases.map { colonne in names.firstIndex(of: colonne.rawValue.lowercased()) }
    guard ranks.contains(where: { $0 != nil }) else {
      throw CommandFailure(.refused, "La première ligne de \(nom) ne nomme aucune colonne connue.", remede: expected)
    }
    var lieux: [Wire.Lieu] = []
    while try next(&reader, nom) {
      if reader.isBlank { continue }
      func field(_ colonne: Colonne) -> String? {
        guard let rank = names.firstIndex(of: colonne.rawValue.lowercased()) else { return nil }
        let bytes = reader[rank]
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      let typed = field(.date)
      let date = typed.flatMap { DateCivile(iso: $0) ?? DateCivile(francaise: $0) }
      if let typed, date == nil {
        throw CommandFailure(
          .refused, "\(nom), ligne \(reader.line) : « \(TerminalSafety.line(typed)) » n’est pas un jour du calendrier.",
          remede: "Écrivez 2026-11-25 ou 25/11/2026, ou laissez la date vide pour aujourd’hui.")
      }
      lieux.append(
        Wire.Lieu(
          voie: field(.voie), codePostal: field(.codePostal), commune: field(.commune), codeInsee: field(.codeInsee),
          le: date?.iso))
    }
    return lieux
  }

  private static func next(_ reader: inout LecteurCSV, _ nom: String) throws(CommandFailure) -> Bool {
    do {
      return try reader.next()
    } catch {
      throw CommandFailure(
        .refused, "\(nom), ligne \(error.line) : un guillemet ouvert n’est jamais fermé.",
        remede: "Fermez-le, ou doublez les guillemets qui font partie du texte.")
    }
  }

  private static var expected: String {
    "Commencez le fichier par « \(Colonne.allCases.map(\.rawValue).joined(separator: ";")) »."
  }
}
