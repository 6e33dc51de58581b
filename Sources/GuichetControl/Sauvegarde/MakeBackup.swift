package import StrictJSON

/// Makes a backup now, and removes those past keeping.
package enum MakeBackup: ControlMethod {
  package typealias Parameters = Wire.Rien

  package static let isStream = true

  package struct Reply: WireObject {
    /// `copie`, `controle` or `rangement`, in every message but the last.
    package let etape: String?
    /// In the last message.
    package let sauvegarde: Wire.Sauvegarde?
    /// Names of those that were removed.
    package let retirees: [String]

    package init(etape: String?, sauvegarde: Wire.Sauvegarde?, retirees: [String]) {
      self.etape = etape
      self.sauvegarde = sauvegarde
      self.retirees = retirees
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etape = try reader.optionalString("etape")
      sauvegarde = try reader.optionalObject("sauvegarde")
      retirees = try reader.strings("retirees")
    }

    package var json: JSONValue {
      ["etape": .text(etape), "sauvegarde": .object(sauvegarde), "retirees": .list(retirees)]
    }
  }
}
