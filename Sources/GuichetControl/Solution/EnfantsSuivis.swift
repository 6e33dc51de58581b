package import StrictJSON

extension Wire {
  /// What an act about children came to.
  package struct EnfantsSuivis: WireObject {
    package let demande: Demande
    /// Of what was entered or taken back; nil where that was nothing of the kind.
    package let id: Int?
    package let enfants: [EnfantSuivi]
    /// The reason for which the demande can be closed now, a code.
    package let cloture: String?

    package init(demande: Demande, id: Int? = nil, enfants: [EnfantSuivi], cloture: String? = nil) {
      self.demande = demande
      self.id = id
      self.enfants = enfants
      self.cloture = cloture
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      demande = try reader.object("demande")
      id = try reader.optionalInt("id")
      enfants = try reader.objects("enfants")
      cloture = try reader.optionalString("cloture")
    }

    package var json: JSONValue {
      ["demande": demande.json, "id": .count(id), "enfants": .list(enfants), "cloture": .text(cloture)]
    }
  }
}
