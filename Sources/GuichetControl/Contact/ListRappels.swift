package import StrictJSON

/// The families to call now, in the order in which to call them; nothing of the families themselves.
package enum ListRappels: ControlMethod {
  package struct Parameters: WireObject {
    /// Id of a LINF; nil for all that the caller sees.
    package let linf: String?

    package init(linf: String? = nil) {
      self.linf = linf
    }

    package init(_ json: JSON) throws(WireFault) {
      linf = try WireReader(json).optionalString("linf")
    }

    package var json: JSONValue { ["linf": .text(linf)] }
  }

  package struct Reply: WireObject {
    package let numeros: [String]
    /// Those to call later: the time has not come that was agreed, or somebody tried in this half-day already.
    package let plusTard: Int
    /// Those that somebody else has in hand.
    package let enMain: Int
    /// The next time that was agreed with one of them.
    package let prochain: String?
    /// Rank in the journal up to which the list is true.
    package let sequence: Int?
    /// Closed LINF whose families are in it.
    package let suppleances: [Wire.Suppleance]?

    package init(
      numeros: [String], plusTard: Int, enMain: Int, prochain: String? = nil, sequence: Int? = nil,
      suppleances: [Wire.Suppleance]? = nil
    ) {
      self.numeros = numeros
      self.plusTard = plusTard
      self.enMain = enMain
      self.prochain = prochain
      self.sequence = sequence
      self.suppleances = suppleances
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      plusTard = try reader.int("plusTard")
      enMain = try reader.int("enMain")
      prochain = try reader.optionalString("prochain")
      sequence = try reader.optionalInt("sequence")
      suppleances = try reader.optionalObjects("suppleances")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros), "plusTard": .count(plusTard), "enMain": .count(enMain), "prochain": .text(prochain),
        "sequence": .count(sequence), "suppleances": .list(suppleances),
      ]
    }
  }
}
