package import StrictJSON

/// At which half-days families answer, from the office’s own calls.
package enum ShowJoignabilite: ControlMethod {
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
    /// The first day of the calls that count.
    package let depuis: String
    /// Calls below which nothing is claimed of a half-day.
    package let minimum: Int
    /// In the order of the week; half-days without a call are left out.
    package let demiJournees: [Wire.Joignabilite]

    package init(depuis: String, minimum: Int, demiJournees: [Wire.Joignabilite]) {
      self.depuis = depuis
      self.minimum = minimum
      self.demiJournees = demiJournees
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      depuis = try reader.string("depuis")
      minimum = try reader.int("minimum")
      demiJournees = try reader.objects("demiJournees")
    }

    package var json: JSONValue {
      ["depuis": .string(depuis), "minimum": .count(minimum), "demiJournees": .list(demiJournees)]
    }
  }
}

extension Wire {

  /// How often families answered in one half-day of the week.
  package struct Joignabilite: WireObject {
    package let jour: String
    package let moment: String
    package let tentatives: Int
    package let joints: Int
    /// In percent; nil below the minimum of calls.
    package let part: Int?

    package init(jour: String, moment: String, tentatives: Int, joints: Int, part: Int? = nil) {
      self.jour = jour
      self.moment = moment
      self.tentatives = tentatives
      self.joints = joints
      self.part = part
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      jour = try reader.string("jour")
      moment = try reader.string("moment")
      tentatives = try reader.int("tentatives")
      joints = try reader.int("joints")
      part = try reader.optionalInt("part")
    }

    package var json: JSONValue {
      [
        "jour": .string(jour), "moment": .string(moment), "tentatives": .count(tentatives), "joints": .count(joints),
        "part": .count(part),
      ]
    }
  }
}
