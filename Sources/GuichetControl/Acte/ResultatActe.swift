package import StrictJSON

extension Wire {

  /// What an act came to for one of the demandes that it was asked for.
  package struct ResultatActe: WireObject {
    /// The whole numero, or what was typed when there is none such.
    package let numero: String
    /// Whether it was done.
    package let fait: Bool
    /// Why it was not done, a code.
    package let code: String?
    /// What was done or why not, one French sentence.
    package let message: String
    /// Id of the LINF that has it now.
    package let linf: String?
    /// Its état now, a code.
    package let etat: String?

    package init(
      numero: String, fait: Bool, code: String? = nil, message: String, linf: String? = nil, etat: String? = nil
    ) {
      self.numero = numero
      self.fait = fait
      self.code = code
      self.message = message
      self.linf = linf
      self.etat = etat
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      fait = try reader.bool("fait")
      code = try reader.optionalString("code")
      message = try reader.string("message")
      linf = try reader.optionalString("linf")
      etat = try reader.optionalString("etat")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "fait": .bool(fait),
        "code": .text(code),
        "message": .string(message),
        "linf": .text(linf),
        "etat": .text(etat),
      ]
    }
  }
}
