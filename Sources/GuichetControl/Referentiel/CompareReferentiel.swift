package import StrictJSON

/// Checks what was sent and compares it with what is in force; nothing changes yet.
package enum CompareReferentiel: ControlMethod {

  package struct Parameters: WireObject {
    /// Id of the sending.
    package let chargement: String
    /// Days of past demandes to decide again; none when nil.
    package let rejouer: Int?

    package init(chargement: String, rejouer: Int? = nil) {
      self.chargement = chargement
      self.rejouer = rejouer
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chargement = try reader.string("chargement")
      rejouer = try reader.optionalInt("rejouer")
    }

    package var json: JSONValue {
      [
        "chargement": .string(chargement),
        "rejouer": .count(rejouer),
      ]
    }
  }

  package struct Reply: WireObject {
    /// The version compared with; 0 when there is none.
    package let version: Int
    /// French sentences.
    package let avertissements: [String]
    /// What would change, French sentences.
    package let differences: [String]
    /// The first of the open demandes that would go elsewhere, now or on a later day.
    package let deplacements: [Wire.Deplacement]?
    /// How many there are in all.
    package let deplacementsTotal: Int?
    package let rejeu: Wire.Rejeu?

    package init(
      version: Int, avertissements: [String], differences: [String], deplacements: [Wire.Deplacement]? = nil,
      deplacementsTotal: Int? = nil, rejeu: Wire.Rejeu? = nil
    ) {
      self.version = version
      self.avertissements = avertissements
      self.differences = differences
      self.deplacements = deplacements
      self.deplacementsTotal = deplacementsTotal
      self.rejeu = rejeu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.int("version")
      avertissements = try reader.strings("avertissements")
      differences = try reader.strings("differences")
      deplacements = try reader.optionalObjects("deplacements")
      deplacementsTotal = try reader.optionalInt("deplacementsTotal")
      rejeu = try reader.optionalObject("rejeu")
    }

    package var json: JSONValue {
      [
        "version": .count(version),
        "avertissements": .list(avertissements),
        "differences": .list(differences),
        "deplacements": .list(deplacements),
        "deplacementsTotal": .count(deplacementsTotal),
        "rejeu": rejeu.map(\.json) ?? .null,
      ]
    }
  }
}
