package import StrictJSON

/// Attaches a dated document to a preuve, by its digest.
package enum AddPiece: ControlMethod {
  package struct Parameters: WireObject {
    package let linf: String
    package let annee: Int
    package let piece: Wire.PieceDePreuve

    package init(linf: String, annee: Int, piece: Wire.PieceDePreuve) {
      self.linf = linf
      self.annee = annee
      self.piece = piece
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      annee = try reader.int("annee")
      piece = try reader.object("piece")
    }

    package var json: JSONValue { ["linf": .string(linf), "annee": .count(annee), "piece": piece.json] }
  }

  package struct Reply: WireObject {
    /// The fact that tells it.
    package let sequence: Int

    package init(sequence: Int) {
      self.sequence = sequence
    }

    package init(_ json: JSON) throws(WireFault) {
      sequence = try WireReader(json).int("sequence")
    }

    package var json: JSONValue { ["sequence": .count(sequence)] }
  }
}

/// The documents attached to a preuve.
package enum ListPieces: ControlMethod {
  package struct Parameters: WireObject {
    package let linf: String
    package let annee: Int

    package init(linf: String, annee: Int) {
      self.linf = linf
      self.annee = annee
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      annee = try reader.int("annee")
    }

    package var json: JSONValue { ["linf": .string(linf), "annee": .count(annee)] }
  }

  package struct Reply: WireObject {
    /// In the order in which they were added.
    package let pieces: [Wire.PieceDePreuve]

    package init(pieces: [Wire.PieceDePreuve]) {
      self.pieces = pieces
    }

    package init(_ json: JSON) throws(WireFault) {
      pieces = try WireReader(json).objects("pieces")
    }

    package var json: JSONValue { ["pieces": .list(pieces)] }
  }
}

extension Wire {
  /// A dated document; its file stays where it is.
  package struct PieceDePreuve: WireObject {
    /// `convention`, `avenant`, `procesVerbal` or `autre`.
    package let genre: String
    package let date: String
    package let nom: String
    /// SHA-256 in hexadecimal.
    package let empreinte: String
    /// In bytes.
    package let taille: Int

    package init(genre: String, date: String, nom: String, empreinte: String, taille: Int) {
      self.genre = genre
      self.date = date
      self.nom = nom
      self.empreinte = empreinte
      self.taille = taille
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      genre = try reader.string("genre")
      date = try reader.string("date")
      nom = try reader.string("nom")
      empreinte = try reader.string("empreinte")
      taille = try reader.int("taille")
    }

    package var json: JSONValue {
      [
        "genre": .string(genre), "date": .string(date), "nom": .string(nom), "empreinte": .string(empreinte),
        "taille": .count(taille),
      ]
    }
  }
}
