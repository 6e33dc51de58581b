package import StrictJSON

/// Gives back the files of a version, piece by piece, in the order of their names.
package enum ExportReferentiel: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// The one in force when nil.
    package let version: Int?

    package init(version: Int? = nil) {
      self.version = version
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.optionalInt("version")
    }

    package var json: JSONValue {
      [
        "version": .count(version)
      ]
    }
  }

  package struct Reply: WireObject {
    package let version: Int
    /// Name of the file.
    package let fichier: String
    /// Next piece of it.
    package let contenu: [UInt8]

    package init(version: Int, fichier: String, contenu: [UInt8]) {
      self.version = version
      self.fichier = fichier
      self.contenu = contenu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.int("version")
      fichier = try reader.string("fichier")
      contenu = try reader.bytes("contenu")
    }

    package var json: JSONValue {
      [
        "version": .count(version),
        "fichier": .string(fichier),
        "contenu": .base64(contenu),
      ]
    }
  }
}
