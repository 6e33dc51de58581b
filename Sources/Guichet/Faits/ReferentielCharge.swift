import StrictJSON

/// The fact that a référentiel came into force, as a version that stays in the register.
package struct ReferentielCharge: Hashable, Sendable {
  /// 1 for the first ever loaded.
  package let version: Int
  package let departement: String
  package let communes: Int
  package let linf: Int
  /// The files it was made of, in the order of their names.
  package let fichiers: [Piece]

  /// One file of the référentiel.
  package struct Piece: Hashable, Sendable {
    package let nom: String
    /// SHA-256 of its bytes, in hexadecimal.
    package let empreinte: String

    package init(nom: String, empreinte: String) {
      self.nom = nom
      self.empreinte = empreinte
    }
  }

  package init(version: Int, departement: String, communes: Int, linf: Int, fichiers: [Piece]) {
    self.version = version
    self.departement = departement
    self.communes = communes
    self.linf = linf
    self.fichiers = fichiers
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("version")
    writer.int(version)
    writer.key("departement")
    writer.string(departement)
    writer.key("communes")
    writer.int(communes)
    writer.key("linf")
    writer.int(linf)
    writer.key("fichiers")
    writer.beginArray()
    for piece in fichiers {
      writer.beginObject()
      writer.key("nom")
      writer.string(piece.nom)
      writer.key("sha256")
      writer.string(piece.empreinte)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    var fichiers: [Piece] = []
    if let list = json["fichiers"] {
      for element in list.elements {
        fichiers.append(
          Piece(
            nom: try element.recordedString("nom", in: .referentielCharge),
            empreinte: try element.recordedString("sha256", in: .referentielCharge)))
      }
    }
    self.init(
      version: try json.recordedInt("version", in: .referentielCharge),
      departement: try json.recordedString("departement", in: .referentielCharge),
      communes: try json.recordedInt("communes", in: .referentielCharge),
      linf: try json.recordedInt("linf", in: .referentielCharge), fichiers: fichiers)
  }
}
