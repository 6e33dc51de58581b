package import StrictJSON

/// What became of a sealed preuve: whether its seal stands in the journal, and where it differs from what the facts give.
package enum VerifyPreuve: ControlMethod {
  package struct Parameters: WireObject {
    /// The file, as it is.
    package let document: String

    package init(document: String) {
      self.document = document
    }

    package init(_ json: JSON) throws(WireFault) {
      document = try WireReader(json).string("document")
    }

    package var json: JSONValue { ["document": .string(document)] }
  }

  package struct Reply: WireObject {
    package let empreinte: String
    /// A seal of that digest stands in the journal.
    package let scellee: Bool
    /// When it was sealed.
    package let scelleeLe: String?
    /// The facts still give that document, byte by byte.
    package let identique: Bool
    /// The delays and hours of the configuration are others than those by which that sealed document was made.
    package let delaisChanges: Bool
    /// Where it differs from what they give, a French sentence each that begins with a JSON Pointer.
    package let differences: [String]

    package init(
      empreinte: String, scellee: Bool, scelleeLe: String?, identique: Bool, delaisChanges: Bool, differences: [String]
    ) {
      self.empreinte = empreinte
      self.scellee = scellee
      self.scelleeLe = scelleeLe
      self.identique = identique
      self.delaisChanges = delaisChanges
      self.differences = differences
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      empreinte = try reader.string("empreinte")
      scellee = try reader.bool("scellee")
      scelleeLe = try reader.optionalString("scelleeLe")
      identique = try reader.bool("identique")
      delaisChanges = try reader.bool("delaisChanges")
      differences = try reader.strings("differences")
    }

    package var json: JSONValue {
      [
        "empreinte": .string(empreinte), "scellee": .bool(scellee), "scelleeLe": .text(scelleeLe),
        "identique": .bool(identique), "delaisChanges": .bool(delaisChanges), "differences": .list(differences),
      ]
    }
  }
}
