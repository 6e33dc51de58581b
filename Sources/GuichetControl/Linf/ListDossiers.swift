package import StrictJSON

extension Wire {

  /// The folder in which a LINF finds what is made for it.
  package struct DossierDeSortie: WireObject {
    package let linf: String
    package let chemin: String
    /// The login of the daemon, to which it belongs.
    package let proprietaire: String
    /// The Unix group of its staff; nil where the configuration names none.
    package let groupe: String?
    /// Whether that group exists on the machine.
    package let groupeExiste: Bool
    /// Why the daemon could not put something there; nil where all is well.
    package let faute: String?

    package init(
      linf: String, chemin: String, proprietaire: String, groupe: String?, groupeExiste: Bool, faute: String?
    ) {
      self.linf = linf
      self.chemin = chemin
      self.proprietaire = proprietaire
      self.groupe = groupe
      self.groupeExiste = groupeExiste
      self.faute = faute
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      chemin = try reader.string("chemin")
      proprietaire = try reader.string("proprietaire")
      groupe = try reader.optionalString("groupe")
      groupeExiste = try reader.bool("groupeExiste")
      faute = try reader.optionalString("faute")
    }

    package var json: JSONValue {
      [
        "linf": .string(linf),
        "chemin": .string(chemin),
        "proprietaire": .string(proprietaire),
        "groupe": .text(groupe),
        "groupeExiste": .bool(groupeExiste),
        "faute": .text(faute),
      ]
    }
  }
}

/// The folders of the LINF of the référentiel in force, for whoever makes them.
package enum ListDossiers: ControlMethod {
  package static let isStream = true

  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// At most 200, in the order of the ids of their LINF; the last message may have none.
    package let dossiers: [Wire.DossierDeSortie]

    package init(dossiers: [Wire.DossierDeSortie]) {
      self.dossiers = dossiers
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      dossiers = try reader.objects("dossiers")
    }

    package var json: JSONValue {
      ["dossiers": .list(dossiers)]
    }
  }
}
