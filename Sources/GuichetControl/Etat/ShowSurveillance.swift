package import StrictJSON

extension Wire {
  /// Something that is wrong with the office's machinery.
  package struct Panne: WireObject {
    package let code: String
    /// `critique` or `avertissement`.
    package let gravite: String
    package let message: String
    package let remede: String

    package init(code: String, gravite: String, message: String, remede: String) {
      self.code = code
      self.gravite = gravite
      self.message = message
      self.remede = remede
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      code = try reader.string("code")
      gravite = try reader.string("gravite")
      message = try reader.string("message")
      remede = try reader.string("remede")
    }

    package var json: JSONValue {
      ["code": .string(code), "gravite": .string(gravite), "message": .string(message), "remede": .string(remede)]
    }
  }

  /// What tells whether the office works; times in seconds.
  package struct Surveillance: WireObject {
    /// `ok`, `avertissement` or `critique`.
    package let sante: String
    /// Since the intake last showed that it goes on.
    package let battement: Int
    /// Open time since a producer last dropped a formulaire, or since the first référentiel was loaded where none ever did;
    /// nil before that.
    package let silence: Int?
    /// Whether a producer ever dropped one; nil where a daemon of before does not tell.
    package let aRecu: Bool?
    package let silenceAuPlus: Int
    package let aOrienter: Int?
    package let depot: Int?
    package let rejets: Int
    package let retard: Int?
    /// Whole percent.
    package let espace: Int
    package let sauvegarde: Int?
    package let pannes: [Panne]

    package init(
      sante: String, battement: Int, silence: Int?, silenceAuPlus: Int, aOrienter: Int?, depot: Int?, rejets: Int,
      retard: Int?, espace: Int, sauvegarde: Int?, pannes: [Panne], aRecu: Bool? = nil
    ) {
      self.sante = sante
      self.battement = battement
      self.silence = silence
      self.aRecu = aRecu
      self.silenceAuPlus = silenceAuPlus
      self.aOrienter = aOrienter
      self.depot = depot
      self.rejets = rejets
      self.retard = retard
      self.espace = espace
      self.sauvegarde = sauvegarde
      self.pannes = pannes
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      sante = try reader.string("sante")
      battement = try reader.int("battement")
      silence = try reader.optionalInt("silence")
      aRecu = try reader.optionalBool("aRecu")
      silenceAuPlus = try reader.int("silenceAuPlus")
      aOrienter = try reader.optionalInt("aOrienter")
      depot = try reader.optionalInt("depot")
      rejets = try reader.int("rejets")
      retard = try reader.optionalInt("retard")
      espace = try reader.int("espace")
      sauvegarde = try reader.optionalInt("sauvegarde")
      pannes = try reader.objects("pannes")
    }

    package var json: JSONValue {
      [
        "sante": .string(sante),
        "battement": .count(battement),
        "silence": .count(silence),
        "aRecu": aRecu.map { .bool($0) } ?? .null,
        "silenceAuPlus": .count(silenceAuPlus),
        "aOrienter": .count(aOrienter),
        "depot": .count(depot),
        "rejets": .count(rejets),
        "retard": .count(retard),
        "espace": .count(espace),
        "sauvegarde": .count(sauvegarde),
        "pannes": .list(pannes),
      ]
    }
  }
}

/// Whether the office works, for whoever watches over it.
package enum ShowSurveillance: ControlMethod {
  package typealias Parameters = Wire.Rien
  package typealias Reply = Wire.Surveillance
}
