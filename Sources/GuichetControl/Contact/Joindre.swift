package import StrictJSON

extension Wire {

  /// All that helps to reach a family, and what came of it so far.
  package struct Joindre: WireObject {
    /// In the order in which they were entered, those with earlier LINF too.
    package let contacts: [Contact]
    /// When its LINF last informed the family.
    package let informeeLe: String?
    /// When to try next.
    package let fenetre: FenetreDAppel?
    /// The first to dial first.
    package let numeros: [NumeroDeFamille]
    /// What to do beside that, French sentences.
    package let conseils: [String]
    /// The rule on families that cannot be reached is met.
    package let injoignable: Bool
    /// What it lacks, one French sentence; nil when it is met.
    package let manque: String?

    package init(
      contacts: [Contact], informeeLe: String? = nil, fenetre: FenetreDAppel? = nil, numeros: [NumeroDeFamille],
      conseils: [String], injoignable: Bool, manque: String? = nil
    ) {
      self.contacts = contacts
      self.informeeLe = informeeLe
      self.fenetre = fenetre
      self.numeros = numeros
      self.conseils = conseils
      self.injoignable = injoignable
      self.manque = manque
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      contacts = try reader.objects("contacts")
      informeeLe = try reader.optionalString("informeeLe")
      fenetre = try reader.optionalObject("fenetre")
      numeros = try reader.objects("numeros")
      conseils = try reader.strings("conseils")
      injoignable = try reader.bool("injoignable")
      manque = try reader.optionalString("manque")
    }

    package var json: JSONValue {
      [
        "contacts": .list(contacts),
        "informeeLe": .text(informeeLe),
        "fenetre": .object(fenetre),
        "numeros": .list(numeros),
        "conseils": .list(conseils),
        "injoignable": .bool(injoignable),
        "manque": .text(manque),
      ]
    }
  }
}
