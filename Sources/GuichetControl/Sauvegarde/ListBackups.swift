package import StrictJSON

/// The backups that are there, newest first.
package enum ListBackups: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    package let dossier: String
    package let sauvegardes: [Wire.Sauvegarde]

    package init(dossier: String, sauvegardes: [Wire.Sauvegarde]) {
      self.dossier = dossier
      self.sauvegardes = sauvegardes
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      dossier = try reader.string("dossier")
      sauvegardes = try reader.objects("sauvegardes")
    }

    package var json: JSONValue { ["dossier": .string(dossier), "sauvegardes": .list(sauvegardes)] }
  }
}
