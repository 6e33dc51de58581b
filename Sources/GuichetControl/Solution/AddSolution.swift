package import StrictJSON

/// Enters what came of the search for a child: a solution (`mode`), a wait (`attente`), or none (`sansSolution`).
package enum AddSolution: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// The rank of the child, from 1; nil for the only one.
    package let enfant: Int?
    /// Codes, as for `attente` and `sansSolution`.
    package let mode: String?
    /// A day.
    package let debut: String?
    package let heuresParSemaine: Int?
    /// A name, a postal code with or without a name, or an INSEE code.
    package let commune: String?
    package let provisoire: Bool?
    /// What the family says of it; nil where its form tells.
    package let souhaitee: Bool?
    package let attente: String?
    /// A day: of the commission, or since when the child is on the list.
    package let le: String?
    package let sansSolution: String?
    /// The ids of what it takes the place of.
    package let remplace: [Int]?

    package init(
      numero: String, enfant: Int? = nil, mode: String? = nil, debut: String? = nil, heuresParSemaine: Int? = nil,
      commune: String? = nil, provisoire: Bool? = nil, souhaitee: Bool? = nil, attente: String? = nil,
      le: String? = nil, sansSolution: String? = nil, remplace: [Int]? = nil
    ) {
      self.numero = numero
      self.enfant = enfant
      self.mode = mode
      self.debut = debut
      self.heuresParSemaine = heuresParSemaine
      self.commune = commune
      self.provisoire = provisoire
      self.souhaitee = souhaitee
      self.attente = attente
      self.le = le
      self.sansSolution = sansSolution
      self.remplace = remplace
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      enfant = try reader.optionalInt("enfant")
      mode = try reader.optionalString("mode")
      debut = try reader.optionalString("debut")
      heuresParSemaine = try reader.optionalInt("heuresParSemaine")
      commune = try reader.optionalString("commune")
      provisoire = try reader.optionalBool("provisoire")
      souhaitee = try reader.optionalBool("souhaitee")
      attente = try reader.optionalString("attente")
      le = try reader.optionalString("le")
      sansSolution = try reader.optionalString("sansSolution")
      remplace = try reader.optionalInts("remplace")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "enfant": .count(enfant),
        "mode": .text(mode),
        "debut": .text(debut),
        "heuresParSemaine": .count(heuresParSemaine),
        "commune": .text(commune),
        "provisoire": .flag(provisoire),
        "souhaitee": .flag(souhaitee),
        "attente": .text(attente),
        "le": .text(le),
        "sansSolution": .text(sansSolution),
        "remplace": .list(remplace),
      ]
    }
  }

  package typealias Reply = Wire.EnfantsSuivis
}
