package import StrictJSON

/// Checks a backup from its first byte to its last.
package enum VerifyBackup: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// The name of one in the folder of backups, or its path there; the newest where null.
    package let fichier: String?

    package init(fichier: String?) {
      self.fichier = fichier
    }

    package init(_ json: JSON) throws(WireFault) {
      fichier = try WireReader(json).optionalString("fichier")
    }

    package var json: JSONValue { ["fichier": .text(fichier)] }
  }

  package struct Reply: WireObject {
    /// `controle`, in every message but the last.
    package let etape: String?
    /// In the last message, as is what follows.
    package let sauvegarde: Wire.Sauvegarde?
    package let intacte: Bool?
    /// What is wrong with it, French sentences.
    package let fautes: [String]

    package init(etape: String?, sauvegarde: Wire.Sauvegarde?, intacte: Bool?, fautes: [String]) {
      self.etape = etape
      self.sauvegarde = sauvegarde
      self.intacte = intacte
      self.fautes = fautes
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etape = try reader.optionalString("etape")
      sauvegarde = try reader.optionalObject("sauvegarde")
      intacte = try reader.optionalBool("intacte")
      fautes = try reader.strings("fautes")
    }

    package var json: JSONValue {
      [
        "etape": .text(etape), "sauvegarde": .object(sauvegarde), "intacte": .flag(intacte), "fautes": .list(fautes),
      ]
    }
  }
}
