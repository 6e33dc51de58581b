package import StrictJSON

/// One refused file with its content.
package enum ShowRejet: ControlMethod {

  package struct Parameters: WireObject {
    package let id: String

    package init(id: String) {
      self.id = id
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      id = try reader.string("id")
    }

    package var json: JSONValue {
      ["id": .string(id)]
    }
  }

  package struct Reply: WireObject {
    package let rejet: Wire.Rejet
    /// At most 1 MiB; nil when it is larger or not a file.
    package let contenu: [UInt8]?

    package init(rejet: Wire.Rejet, contenu: [UInt8]?) {
      self.rejet = rejet
      self.contenu = contenu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rejet = try reader.object("rejet")
      contenu = try reader.optionalBytes("contenu")
    }

    package var json: JSONValue {
      ["rejet": rejet.json, "contenu": .base64(contenu)]
    }
  }
}
