package import StrictJSON

extension Wire {

  /// A remark on one place of a JSON document.
  package struct Constat: WireObject {
    /// JSON Pointer (RFC 6901); empty for the whole document.
    package let chemin: String
    /// One French sentence.
    package let message: String

    package init(chemin: String, message: String) {
      self.chemin = chemin
      self.message = message
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chemin = try reader.string("chemin")
      message = try reader.string("message")
    }

    package var json: JSONValue {
      ["chemin": .string(chemin), "message": .string(message)]
    }
  }

  /// A field that was emptied because nothing could be done with it.
  package struct Anomalie: WireObject {
    /// JSON Pointer (RFC 6901).
    package let chemin: String
    /// One French sentence.
    package let message: String
    /// What had been typed; nil when it was not one text.
    package let saisi: String?

    package init(chemin: String, message: String, saisi: String?) {
      self.chemin = chemin
      self.message = message
      self.saisi = saisi
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      chemin = try reader.string("chemin")
      message = try reader.string("message")
      saisi = try reader.optionalString("saisi")
    }

    package var json: JSONValue {
      ["chemin": .string(chemin), "message": .string(message), "saisi": .text(saisi)]
    }
  }
}
