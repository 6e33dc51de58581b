package import StrictJSON

extension Wire {

  /// A LINF as the directory of the office has it.
  package struct LinfResume: WireObject {
    package let id: String
    package let nom: String
    /// `rpe`, `pif`, …; nil where the référentiel does not say.
    package let type: String?
    package let telephone: String?
    /// Whether it has the right to receive online demandes today.
    package let habilite: Bool

    package init(id: String, nom: String, type: String? = nil, telephone: String? = nil, habilite: Bool) {
      self.id = id
      self.nom = nom
      self.type = type
      self.telephone = telephone
      self.habilite = habilite
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      id = try reader.string("id")
      nom = try reader.string("nom")
      type = try reader.optionalString("type")
      telephone = try reader.optionalString("telephone")
      habilite = try reader.bool("habilite")
    }

    package var json: JSONValue {
      [
        "id": .string(id),
        "nom": .string(nom),
        "type": .text(type),
        "telephone": .text(telephone),
        "habilite": .bool(habilite),
      ]
    }
  }
}
