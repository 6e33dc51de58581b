package import StrictJSON

/// Puts a refused file back into the spool.
package enum ReplayRejet: ControlMethod {
  /// Most bytes of mended content.
  package static let maximum = 1024 * 1024

  package typealias Reply = Wire.Rien

  package struct Parameters: WireObject {
    package let id: String
    /// Mended content; the original when nil.
    package let contenu: [UInt8]?

    package init(id: String, contenu: [UInt8]? = nil) {
      self.id = id
      self.contenu = contenu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      id = try reader.string("id")
      contenu = try reader.optionalBytes("contenu")
    }

    package var json: JSONValue {
      ["id": .string(id), "contenu": .base64(contenu)]
    }
  }
}
