import StrictJSON

/// The fact that a dated document was attached to the preuve of a LINF: its digest, the file itself stays where it is.
package struct PieceAjoutee: Hashable, Sendable {
  package enum Genre: String, CodeLibelle {
    case convention
    case avenant
    case procesVerbal
    case autre

    package var libelle: String {
      switch self {
      case .convention: "convention"
      case .avenant: "avenant"
      case .procesVerbal: "procès-verbal"
      case .autre: "autre pièce"
      }
    }
  }

  package let linf: String
  package let annee: Int
  package let genre: Genre
  /// The day that the document bears.
  package let date: DateCivile
  /// Its file's name.
  package let nom: String
  /// SHA-256 of its bytes, in hexadecimal.
  package let empreinte: String
  /// In bytes.
  package let taille: Int

  package init(
    linf: String, annee: Int, genre: Genre, date: DateCivile, nom: String, empreinte: String, taille: Int
  ) {
    self.linf = linf
    self.annee = annee
    self.genre = genre
    self.date = date
    self.nom = nom
    self.empreinte = empreinte
    self.taille = taille
  }

  var phrase: String {
    "Pièce ajoutée à la preuve \(annee) de \(linf) : \(genre.libelle) du \(date.francaise)."
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("linf", linf)
    writer.member("annee", annee)
    writer.member("type", genre.rawValue)
    writer.member("date", date.iso)
    writer.member("nom", nom)
    writer.member("sha256", empreinte)
    writer.member("taille", taille)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let genre = Genre(rawValue: try json.recordedString("type", in: .pieceAjoutee)) else {
      throw FaitIllisible(nature: .pieceAjoutee, champ: "type")
    }
    guard let date = DateCivile(iso: try json.recordedString("date", in: .pieceAjoutee)) else {
      throw FaitIllisible(nature: .pieceAjoutee, champ: "date")
    }
    self.init(
      linf: try json.recordedString("linf", in: .pieceAjoutee), annee: try json.recordedInt("annee", in: .pieceAjoutee),
      genre: genre, date: date, nom: try json.recordedString("nom", in: .pieceAjoutee),
      empreinte: try json.recordedString("sha256", in: .pieceAjoutee),
      taille: try json.recordedInt("taille", in: .pieceAjoutee))
  }
}
