import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

struct PieceCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "piece", abstract: "Les pièces datées d’une preuve.", usage: "guichetctl preuve piece VERBE …",
    subcommands: [PieceAjouter.self, PieceLister.self])
}

struct PieceAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Joindre une pièce à une preuve, par son empreinte.",
    usage: "guichetctl preuve piece ajouter FICHIER --linf LINF [--annee A] --type TYPE --date JOUR [OPTIONS]",
    discussion:
      "Le fichier n’est pas envoyé : son nom, sa taille et son SHA-256 sont notés. Gardez-le où vous gardez vos "
      + "pièces. Son nom ne doit rien dire d’une famille.")
  static let exemples = [
    Exemple("guichetctl preuve piece ajouter pv.pdf --linf rpe-a --type autre --date hier", "Pour l’année en cours.")
  ]

  private static let limit = 256 << 20

  @Argument(help: ArgumentHelp("La pièce.", valueName: "FICHIER"), completion: .file())
  var fichier: String

  @OptionGroup var options: OptionsDePreuve

  @Option(
    help: ArgumentHelp("convention, avenant, procesVerbal ou autre.", valueName: "TYPE"), completion: .genresDePiece)
  var type: String

  @Option(help: ArgumentHelp("Le jour que porte la pièce.", valueName: "JOUR"))
  var date: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(date)
    guard PieceAjoutee.Genre(rawValue: type) != nil else {
      throw ValidationError(
        "« \(type) » n’est pas un type de pièce : donnez convention, avenant, procesVerbal ou autre.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try WholeFile.read(fichier, limit: Self.limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message), remede: "Donnez la pièce elle-même.")
    }
    let digest = SHA256.hexadecimal(of: bytes)
    let name = String(fichier[(fichier.lastIndex(of: "/").map { fichier.index(after: $0) } ?? fichier.startIndex)...])
    let piece = Wire.PieceDePreuve(
      genre: type, date: contexte.jourEnvoye(date, .dernier), nom: name, empreinte: digest, taille: bytes.count)
    let reply = try demon(contexte).call(
      AddPiece.self, .init(linf: options.linf, annee: options.annee(contexte), piece: piece))
    try sortie(contexte).montrer(Jointe(nom: name, empreinte: digest, sequence: reply.sequence))
    return .done
  }

  private struct Jointe: Presentable {
    let nom: String
    let empreinte: String
    let sequence: Int

    func json(_ output: inout JSONOutput) {
      output.document(["sequence": .int(Int64(sequence)), "empreinte": .string(empreinte)])
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe("« \(nom) » est jointe, fait \(sequence) du journal. SHA-256 : \(empreinte)", ton: .bon)
    }
  }
}

struct PieceLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les pièces jointes à une preuve.",
    usage: "guichetctl preuve piece lister --linf LINF [--annee A] [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl preuve piece lister --linf rpe-lomme --annee 2026", "Avec leurs empreintes.")
  ]

  @OptionGroup var options: OptionsDePreuve

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ListPieces.self, .init(linf: options.linf, annee: options.annee(contexte)))
    try sortie(contexte).montrer(Pieces(pieces: reply.pieces))
    return .done
  }

  private struct Pieces: Presentable {
    let pieces: [Wire.PieceDePreuve]

    func json(_ output: inout JSONOutput) { output.document(.array(pieces.map(\.json))) }

    func texte(_ page: inout TextPage) {
      guard !pieces.isEmpty else { return page.paragraphe("Aucune pièce jointe.") }
      page.liste(
        pieces.map {
          "\(PieceAjoutee.Genre.libelle($0.genre)) du \(Horodatage.jour($0.date)), « \($0.nom) », "
            + "\($0.taille.francais) octets, SHA-256 \($0.empreinte)"
        })
    }
  }
}
