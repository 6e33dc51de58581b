package import StrictJSON

extension Wire {

  /// What is wrong in a file of the référentiel.
  package struct FauteReferentiel: WireObject {
    /// Name of the file.
    package let fichier: String
    /// From 1; nil for the whole file.
    package let ligne: Int?
    /// Name of the column, as the file’s header writes it; nil for the whole line.
    package let colonne: String?
    /// What is wrong and how to mend it, one French sentence.
    package let message: String

    package init(fichier: String, ligne: Int?, colonne: String?, message: String) {
      self.fichier = fichier
      self.ligne = ligne
      self.colonne = colonne
      self.message = message
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      fichier = try reader.string("fichier")
      ligne = try reader.optionalInt("ligne")
      colonne = try reader.optionalString("colonne")
      message = try reader.string("message")
    }

    package var json: JSONValue {
      [
        "fichier": .string(fichier),
        "ligne": .count(ligne),
        "colonne": .text(colonne),
        "message": .string(message),
      ]
    }
  }
}
