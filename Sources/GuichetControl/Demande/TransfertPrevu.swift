package import StrictJSON

extension Wire {

  /// A transfer that a person planned for a demande.
  package struct TransfertPrevu: WireObject {
    /// Day on which it goes, ISO.
    package let le: String
    /// Id of the LINF that was shown; nil where an older daemon did not note it.
    package let vers: String?
    /// Name of that LINF; nil where the référentiel in force does not have it.
    package let nom: String?

    package init(le: String, vers: String? = nil, nom: String? = nil) {
      self.le = le
      self.vers = vers
      self.nom = nom
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      le = try reader.string("le")
      vers = try reader.optionalString("vers")
      nom = try reader.optionalString("nom")
    }

    package var json: JSONValue { ["le": .string(le), "vers": .text(vers), "nom": .text(nom)] }
  }
}
