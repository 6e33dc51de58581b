import Guichet
import GuichetControl
import LinuxSystem

/// The places of a file, in their order.
struct LotDeLieux {
  let lieux: [Wire.Lieu]
  /// Names of columns that are not read.
  let ignorees: [String]

  /// Bytes: a million places.
  private static let limit = 256 << 20

  /// - Parameter fichier: a path, or `-` for the standard input.
  init(fichier: String, console: any Console) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = fichier == "-" ? try console.readAll(limit: Self.limit) : try WholeFile.read(fichier, limit: Self.limit)
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message),
        remede: "Vérifiez le fichier donné par --lot ; rien n’a été demandé au démon.")
    }
    let nom = fichier == "-" ? "l’entrée standard" : "« \(TerminalSafety.line(fichier)) »"
    let text: [UInt8]
    do throws(TexteCSV.Fault) {
      text = try TexteCSV.decoded(bytes)
    } catch {
      throw CommandFailure(
        .refused, "\(nom) : \(error.message)", remede: "Enregistrez-le en CSV, en UTF-8 ou en Windows-1252.")
    }
    var reader = LecteurCSV(text)
    let colonnes = try ColonnesDeLieux(&reader, nom)
    ignorees = colonnes.ignorees
    lieux = try Self.lieux(&reader, colonnes, nom)
  }

  /// One place for each row, those with nothing in any field included, so that answers can be counted off against rows;
  /// what comes after the last row is none. Every bad row is told at once, with its line.
  private static func lieux(
    _ reader: inout LecteurCSV, _ colonnes: ColonnesDeLieux, _ nom: String
  ) throws(CommandFailure) -> [Wire.Lieu] {
    var lieux: [Wire.Lieu] = []
    var lignesVides = 0
    var fautes: [String] = []
    while try reader.avance(nom) {
      if reader.isBlank, reader.count == 1 {
        lignesVides += 1
        continue
      }
      lieux += repeatElement(Wire.Lieu(), count: lignesVides)
      lignesVides = 0
      do throws(JourIllisible) {
        lieux.append(try lieu(reader, colonnes))
      } catch {
        fautes.append("Ligne \(reader.line) : « \(TerminalSafety.line(error.saisi)) » n’est pas un jour du calendrier.")
      }
    }
    guard fautes.isEmpty else {
      throw CommandFailure(
        .usage,
        (fautes.count == 1 ? "Une date de \(nom) est" : "\(fautes.count.francais) dates de \(nom) sont")
          + " à corriger ; rien n’a été demandé au démon.",
        details: fautes,
        remede: "Écrivez 2026-11-25 ou 25/11/2026, ou laissez la date vide pour aujourd’hui.")
    }
    return lieux
  }

  private static func lieu(
    _ reader: LecteurCSV, _ colonnes: ColonnesDeLieux
  ) throws(JourIllisible) -> Wire.Lieu {
    func field(_ colonne: ColonnesDeLieux.Colonne) -> String? {
      guard let rank = colonnes.rangs[colonne] else { return nil }
      let bytes = reader[rank]
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    let typed = field(.date)
    let date = typed.flatMap { DateCivile(iso: $0) ?? DateCivile(francaise: $0) }
    if let typed, date == nil { throw JourIllisible(saisi: typed) }
    return Wire.Lieu(
      voie: field(.voie), codePostal: field(.codePostal), commune: field(.commune), codeInsee: field(.codeInsee),
      le: date?.iso)
  }
}

/// A field that should hold a day and does not.
private struct JourIllisible: Error {
  let saisi: String
}

extension LecteurCSV {
  /// Goes to the next row.
  mutating func avance(_ nom: String) throws(CommandFailure) -> Bool {
    do {
      return try next()
    } catch {
      throw CommandFailure(
        .refused, "\(nom), ligne \(error.line) : un guillemet ouvert n’est jamais fermé.",
        remede: "Fermez-le, ou doublez les guillemets qui font partie du texte.")
    }
  }
}
