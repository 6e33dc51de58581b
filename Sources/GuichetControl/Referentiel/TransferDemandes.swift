package import StrictJSON

/// Lets demandes that are further on follow a change of their commune’s LINF.
package enum TransferDemandes: ControlMethod {

  /// Most demandes in one call that applies what was shown.
  package static let maximum = 500

  package struct Parameters: WireObject {
    /// INSEE code.
    package let commune: String
    /// Day of the change, ISO.
    package let le: String
    /// Only these; all of the commune that are further on when nil.
    package let numeros: [String]?
    /// False only shows which they are.
    package let appliquer: Bool
    /// Just these, as they were shown, at most `maximum`; those that are so no more are left alone.
    package let montrees: [Wire.Deplacement]?
    /// The version by which they were shown; refused when it is no longer in force.
    package let version: Int?

    package init(
      commune: String, le: String, numeros: [String]? = nil, appliquer: Bool, montrees: [Wire.Deplacement]? = nil,
      version: Int? = nil
    ) {
      self.commune = commune
      self.le = le
      self.numeros = numeros
      self.appliquer = appliquer
      self.montrees = montrees
      self.version = version
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      commune = try reader.string("commune")
      le = try reader.string("le")
      numeros = try reader.optionalStrings("numeros")
      appliquer = try reader.bool("appliquer")
      montrees = try reader.optionalObjects("montrees")
      version = try reader.optionalInt("version")
    }

    package var json: JSONValue {
      [
        "commune": .string(commune),
        "le": .string(le),
        "numeros": .list(numeros),
        "appliquer": .bool(appliquer),
        "montrees": .list(montrees),
        "version": .count(version),
      ]
    }
  }

  package struct Reply: WireObject {
    package let deplacements: [Wire.Deplacement]
    /// The version that decides.
    package let version: Int?
    /// What became of each, in order; nil where nothing was applied.
    package let resultats: [Wire.ResultatActe]?

    package init(
      deplacements: [Wire.Deplacement], version: Int? = nil, resultats: [Wire.ResultatActe]? = nil
    ) {
      self.deplacements = deplacements
      self.version = version
      self.resultats = resultats
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      deplacements = try reader.objects("deplacements")
      version = try reader.optionalInt("version")
      resultats = try reader.optionalObjects("resultats")
    }

    package var json: JSONValue {
      [
        "deplacements": .list(deplacements),
        "version": .count(version),
        "resultats": .list(resultats),
      ]
    }
  }
}
