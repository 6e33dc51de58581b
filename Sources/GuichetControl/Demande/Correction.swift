package import StrictJSON

extension Wire {

  /// One correction of a form, as a person made it.
  package struct Correction: WireObject {
    /// RFC 3339.
    package let le: String
    /// Login of who corrected.
    package let auteur: String
    /// The values that changed, in the order of the form.
    package let champs: [ChampCorrige]

    package init(le: String, auteur: String, champs: [ChampCorrige]) {
      self.le = le
      self.auteur = auteur
      self.champs = champs
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      le = try reader.string("le")
      auteur = try reader.string("auteur")
      champs = try reader.objects("champs")
    }

    package var json: JSONValue {
      ["le": .string(le), "auteur": .string(auteur), "champs": .list(champs)]
    }
  }

  /// One value of a form that was corrected.
  package struct ChampCorrige: WireObject {
    /// JSON Pointer (RFC 6901) into the form.
    package let chemin: String
    /// What it said, as typed, days in ISO; nil where there was nothing.
    package let avant: String?
    /// What it says since; nil where it was emptied.
    package let apres: String?

    package init(chemin: String, avant: String?, apres: String?) {
      self.chemin = chemin
      self.avant = avant
      self.apres = apres
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chemin = try reader.string("chemin")
      avant = try reader.optionalString("avant")
      apres = try reader.optionalString("apres")
    }

    package var json: JSONValue {
      ["chemin": .string(chemin), "avant": .text(avant), "apres": .text(apres)]
    }
  }
}
