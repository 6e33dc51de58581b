package import StrictJSON

extension Wire {

  /// One assignment of a demande: who had it, who got it, by what.
  package struct Attribution: WireObject {
    /// RFC 3339.
    package let le: String
    /// Login of who did it, or `guichet` for the rules.
    package let auteur: String
    /// `automatique`, `manuel` or `decline`.
    package let mode: String
    /// What made the rules decide, a code; empty for an act of a person.
    package let cause: String
    /// Id of the LINF that had it.
    package let de: String?
    /// Id of the LINF that got it; nil when it then waited for a person.
    package let vers: String?
    /// Why it then waited, a code; of a decline, why the LINF declined.
    package let raison: String?
    /// The rule that decided, a code.
    package let regle: String?
    /// Of the référentiel in force; 0 when there was none.
    package let version: Int
    /// The words of who did it.
    package let motif: String?

    package init(
      le: String, auteur: String, mode: String, cause: String, de: String? = nil, vers: String? = nil,
      raison: String? = nil, regle: String? = nil, version: Int, motif: String? = nil
    ) {
      self.le = le
      self.auteur = auteur
      self.mode = mode
      self.cause = cause
      self.de = de
      self.vers = vers
      self.raison = raison
      self.regle = regle
      self.version = version
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      le = try reader.string("le")
      auteur = try reader.string("auteur")
      mode = try reader.string("mode")
      cause = try reader.string("cause")
      de = try reader.optionalString("de")
      vers = try reader.optionalString("vers")
      raison = try reader.optionalString("raison")
      regle = try reader.optionalString("regle")
      version = try reader.int("version")
      motif = try reader.optionalString("motif")
    }

    package var json: JSONValue {
      [
        "le": .string(le),
        "auteur": .string(auteur),
        "mode": .string(mode),
        "cause": .string(cause),
        "de": .text(de),
        "vers": .text(vers),
        "raison": .text(raison),
        "regle": .text(regle),
        "version": .count(version),
        "motif": .text(motif),
      ]
    }
  }
}
