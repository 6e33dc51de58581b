package import StrictJSON

extension Wire {

  /// A demande that was merged into another, whose history is that one's too.
  package struct Absorbee: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// The sender’s.
    package let reference: String
    /// Id of the LINF that had it.
    package let linf: String?
    /// When it was registered, RFC 3339.
    package let recueLe: String
    /// Why it was merged, in words.
    package let motif: String?
    /// Its history, in the order of the journal.
    package let faits: [Fait]

    package init(
      numero: String, reference: String, linf: String? = nil, recueLe: String, motif: String? = nil, faits: [Fait]
    ) {
      self.numero = numero
      self.reference = reference
      self.linf = linf
      self.recueLe = recueLe
      self.motif = motif
      self.faits = faits
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      reference = try reader.string("reference")
      linf = try reader.optionalString("linf")
      recueLe = try reader.string("recueLe")
      motif = try reader.optionalString("motif")
      faits = try reader.objects("faits")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "reference": .string(reference),
        "linf": .text(linf),
        "recueLe": .string(recueLe),
        "motif": .text(motif),
        "faits": .list(faits),
      ]
    }
  }
}
