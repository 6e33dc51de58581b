import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// The dated documents of a preuve.
enum PieceHandler {
  private static let longueur = 200

  static func add(_ request: ControlRequest, _ parameters: AddPiece.Parameters) async throws -> AddPiece.Reply {
    let office = request.office
    let linf = try request.linfDePreuve(parameters.linf)
    try PreuveHandler.verifierAnnee(parameters.annee, office)
    let piece = parameters.piece
    guard let genre = PieceAjoutee.Genre(rawValue: piece.genre) else {
      throw ControlError.parametreInvalide(
        parametre: "piece.genre",
        message: "« \(piece.genre) » n’est pas un type de pièce ; donnez convention, avenant, procesVerbal ou autre.")
    }
    guard let date = DateCivile(iso: piece.date) else {
      throw ControlError.parametreInvalide(
        parametre: "piece.date", message: "« \(piece.date) » n’est pas un jour du calendrier ; écrivez 2026-12-31.")
    }
    guard piece.empreinte.utf8.count == 64, piece.empreinte.utf8.allSatisfy("0123456789abcdef".utf8.contains),
      piece.taille >= 0
    else {
      throw ControlError.parametreInvalide(
        parametre: "piece.empreinte", message: "L’empreinte d’une pièce est un SHA-256 de 64 chiffres hexadécimaux.")
    }
    guard !piece.nom.isEmpty, piece.nom.count <= longueur, !piece.nom.contains(where: \.isNewline) else {
      throw ControlError.parametreInvalide(
        parametre: "piece.nom", message: "Le nom d’une pièce tient sur une ligne de \(longueur) caractères.")
    }
    let fact = PieceAjoutee(
      linf: linf.id, annee: parameters.annee, genre: genre, date: date, nom: piece.nom, empreinte: piece.empreinte,
      taille: piece.taille)
    let known = try await PreuveHandler.pieces(office, jusqua: office.register.head.seq)
    guard !known.contains(where: { $0.fait == fact }) else {
      throw ControlError.sansObjet(parametre: "piece", message: "Cette pièce est déjà jointe à cette preuve.")
    }
    let seq = try await office.register.noter(
      .pieceAjoutee(fact), by: try await request.desk.agents.agent(request.call.peer), now: office.clock.now())
    return AddPiece.Reply(sequence: Int(seq))
  }

  static func list(_ request: ControlRequest, _ parameters: ListPieces.Parameters) async throws -> ListPieces.Reply {
    let linf = try request.linfDePreuve(parameters.linf)
    let all = try await PreuveHandler.pieces(request.office, jusqua: request.office.register.head.seq)
    return ListPieces.Reply(
      pieces: all.map(\.fait).filter { $0.linf == linf.id && $0.annee == parameters.annee }.map {
        Wire.PieceDePreuve(
          genre: $0.genre.rawValue, date: $0.date.iso, nom: $0.nom, empreinte: $0.empreinte, taille: $0.taille)
      })
  }
}
