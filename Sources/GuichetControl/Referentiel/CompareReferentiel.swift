package import StrictJSON

/// Checks what was sent and compares it with what is in force; nothing changes yet.
package enum CompareReferentiel: ControlMethod {

  package struct Parameters: WireObject {
    /// Id of the sending.
    package let chargement: String

    package init(chargement: String) {
      self.chargement = chargement
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chargement = try reader.string("chargement")
    }

    package var json: JSONValue {
      ["chargement": .string(chargement)]
    }
  }

  package struct Reply: WireObject {
    /// The version compared with; 0 when there is none.
    package let version: Int
    /// French sentences.
    package let avertissements: [String]
    /// What would change, French sentences.
    package let differences: [String]

    package init(version: Int, avertissements: [String], differences: [String]) {
      self.version = version
      self.avertissements = avertissements
      self.differences = differences
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.int("version")
      avertissements = try reader.strings("avertissements")
      differences = try reader.strings("differences")
    }

    package var json: JSONValue {
      [
        "version": .count(version),
        "avertissements": .list(avertissements),
        "differences": .list(differences),
      ]
    }
  }
}
