package import StrictJSON

/// Sends one piece of a file; the pieces of a file follow each other in order.
package enum SendReferentiel: ControlMethod {
  /// Most bytes in one piece.
  package static let maximum = 512 * 1024

  package typealias Reply = Wire.Rien

  package struct Parameters: WireObject {
    /// Id of the sending.
    package let chargement: String
    /// Name of the file, without folder.
    package let fichier: String
    /// At most `maximum` bytes of the file.
    package let contenu: [UInt8]

    package init(chargement: String, fichier: String, contenu: [UInt8]) {
      self.chargement = chargement
      self.fichier = fichier
      self.contenu = contenu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chargement = try reader.string("chargement")
      fichier = try reader.string("fichier")
      contenu = try reader.bytes("contenu")
    }

    package var json: JSONValue {
      ["chargement": .string(chargement), "fichier": .string(fichier), "contenu": .base64(contenu)]
    }
  }
}
