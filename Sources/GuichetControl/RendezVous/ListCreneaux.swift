package import StrictJSON

/// The free slots of a LINF.
package enum ListCreneaux: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Id of the LINF; nil for the one of the demande, or the caller’s only one.
    package let linf: String?
    /// Of the demande for which they are.
    package let numero: String?
    /// First day; today when nil.
    package let du: String?
    /// Last day; two weeks later when nil.
    package let au: String?
    /// A code; by phone only where the demande has a number.
    package let mode: String?
    /// Minutes; those of the LINF when nil.
    package let duree: Int?

    package init(
      linf: String? = nil, numero: String? = nil, du: String? = nil, au: String? = nil, mode: String? = nil,
      duree: Int? = nil
    ) {
      self.linf = linf
      self.numero = numero
      self.du = du
      self.au = au
      self.mode = mode
      self.duree = duree
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      numero = try reader.optionalString("numero")
      du = try reader.optionalString("du")
      au = try reader.optionalString("au")
      mode = try reader.optionalString("mode")
      duree = try reader.optionalInt("duree")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf),
        "numero": .text(numero),
        "du": .text(du),
        "au": .text(au),
        "mode": .text(mode),
        "duree": .count(duree),
      ]
    }
  }

  package struct Reply: WireObject {
    /// At most 200; the last message may have none.
    package let creneaux: [Wire.Creneau]

    package init(creneaux: [Wire.Creneau]) {
      self.creneaux = creneaux
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      creneaux = try reader.objects("creneaux")
    }

    package var json: JSONValue {
      [
        "creneaux": .list(creneaux)
      ]
    }
  }
}
