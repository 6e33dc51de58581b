package import StrictJSON

extension Wire {

  /// What every act on several demandes answers. It is no type of the definition: each method spells out its one field.
  package struct ResultatsActe: WireObject {
    /// One for each numero, in order.
    package let resultats: [ResultatActe]

    package init(resultats: [ResultatActe]) {
      self.resultats = resultats
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      resultats = try reader.objects("resultats")
    }

    package var json: JSONValue {
      ["resultats": .list(resultats)]
    }
  }
}
