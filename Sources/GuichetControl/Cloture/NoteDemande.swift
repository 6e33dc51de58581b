package import StrictJSON

extension Wire {

  /// Something that a person wrote down about a demande.
  package struct NoteDemande: WireObject {
    /// RFC 3339.
    package let le: String
    package let auteur: String
    package let texte: String

    package init(le: String, auteur: String, texte: String) {
      self.le = le
      self.auteur = auteur
      self.texte = texte
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      le = try reader.string("le")
      auteur = try reader.string("auteur")
      texte = try reader.string("texte")
    }

    package var json: JSONValue { ["le": .string(le), "auteur": .string(auteur), "texte": .string(texte)] }
  }
}
