package import StrictJSON

/// Checks the chain, and replays the facts to compare them with the rows.
package enum VerifyJournal: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// Facts checked.
    package let entrees: Int
    /// Digest of the last one, in hexadecimal.
    package let tete: String
    /// Whether chain and rows hold.
    package let intact: Bool
    /// Breaks of the chain, French sentences.
    package let fautes: [String]
    /// Demandes replayed and compared.
    package let demandes: Int
    /// Demandes that differ from their facts, French sentences.
    package let ecarts: [String]

    package init(entrees: Int, tete: String, intact: Bool, fautes: [String], demandes: Int, ecarts: [String]) {
      self.entrees = entrees
      self.tete = tete
      self.intact = intact
      self.fautes = fautes
      self.demandes = demandes
      self.ecarts = ecarts
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      entrees = try reader.int("entrees")
      tete = try reader.string("tete")
      intact = try reader.bool("intact")
      fautes = try reader.strings("fautes")
      demandes = try reader.int("demandes")
      ecarts = try reader.strings("ecarts")
    }

    package var json: JSONValue {
      [
        "entrees": .count(entrees),
        "tete": .string(tete),
        "intact": .bool(intact),
        "fautes": .list(fautes),
        "demandes": .count(demandes),
        "ecarts": .list(ecarts),
      ]
    }
  }
}
