package import StrictJSON

/// The whole life of a demande in French sentences.
package enum TellDemande: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String

    package init(numero: String) {
      self.numero = numero
    }

    package init(_ json: JSON) throws(WireFault) {
      numero = try WireReader(json).string("numero")
    }

    package var json: JSONValue { ["numero": .string(numero)] }
  }

  package struct Reply: WireObject {
    package let numero: String
    /// In the order of the journal.
    package let phrases: [String]

    package init(numero: String, phrases: [String]) {
      self.numero = numero
      self.phrases = phrases
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      phrases = try reader.strings("phrases")
    }

    package var json: JSONValue { ["numero": .string(numero), "phrases": .list(phrases)] }
  }
}
