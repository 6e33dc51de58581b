package import StrictJSON

extension Wire {

  /// A refused file that bears the reference of a demande, with other content.
  package struct Conflit: WireObject {
    /// Id of the rejet.
    package let rejet: String
    /// When it was read, RFC 3339.
    package let recuLe: String
    /// What it says otherwise than the demande does now.
    package let champs: [ChampCorrige]

    package init(
      rejet: String, recuLe: String, champs: [ChampCorrige]
    ) {
      self.rejet = rejet
      self.recuLe = recuLe
      self.champs = champs
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rejet = try reader.string("rejet")
      recuLe = try reader.string("recuLe")
      champs = try reader.objects("champs")
    }

    package var json: JSONValue {
      [
        "rejet": .string(rejet),
        "recuLe": .string(recuLe),
        "champs": .list(champs),
      ]
    }
  }
}
