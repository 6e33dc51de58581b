package import StrictJSON

/// Puts in force what was sent, all or nothing.
package enum ApplyReferentiel: ControlMethod {

  package struct Parameters: WireObject {
    /// Id of the sending.
    package let chargement: String
    /// The version that the comparison answered; refused when it is no longer in force.
    package let version: Int

    package init(chargement: String, version: Int) {
      self.chargement = chargement
      self.version = version
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chargement = try reader.string("chargement")
      version = try reader.int("version")
    }

    package var json: JSONValue {
      ["chargement": .string(chargement), "version": .count(version)]
    }
  }

  package struct Reply: WireObject {
    /// The new version.
    package let version: Int
    /// Waiting demandes that found their LINF.
    package let reorientees: Int

    package init(version: Int, reorientees: Int) {
      self.version = version
      self.reorientees = reorientees
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.int("version")
      reorientees = try reader.int("reorientees")
    }

    package var json: JSONValue {
      ["version": .count(version), "reorientees": .count(reorientees)]
    }
  }
}
