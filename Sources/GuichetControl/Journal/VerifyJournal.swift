package import StrictJSON

/// Checks the chains, and replays the facts to compare them with the rows.
package enum VerifyJournal: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// Facts checked.
    package let entrees: Int
    /// Digest of the last one, in hexadecimal.
    package let tete: String
    /// Whether chains and rows hold.
    package let intact: Bool
    /// Breaks of the chains, French sentences.
    package let fautes: [String]
    /// Demandes replayed and compared.
    package let demandes: Int
    /// Demandes that differ from their facts, French sentences.
    package let ecarts: [String]
    /// Reads of personal data checked; nil from an older daemon, as is what follows.
    package let consultations: Int?
    /// Those that were removed, first to last.
    package let consultationsOtees: [Wire.ConsultationsOtees]?

    package init(
      entrees: Int, tete: String, intact: Bool, fautes: [String], demandes: Int, ecarts: [String],
      consultations: Int? = nil, consultationsOtees: [Wire.ConsultationsOtees]? = nil
    ) {
      self.entrees = entrees
      self.tete = tete
      self.intact = intact
      self.fautes = fautes
      self.demandes = demandes
      self.ecarts = ecarts
      self.consultations = consultations
      self.consultationsOtees = consultationsOtees
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      entrees = try reader.int("entrees")
      tete = try reader.string("tete")
      intact = try reader.bool("intact")
      fautes = try reader.strings("fautes")
      demandes = try reader.int("demandes")
      ecarts = try reader.strings("ecarts")
      consultations = try reader.optionalInt("consultations")
      consultationsOtees = try reader.optionalObjects("consultationsOtees")
    }

    package var json: JSONValue {
      [
        "entrees": .count(entrees),
        "tete": .string(tete),
        "intact": .bool(intact),
        "fautes": .list(fautes),
        "demandes": .count(demandes),
        "ecarts": .list(ecarts),
        "consultations": .count(consultations),
        "consultationsOtees": .list(consultationsOtees),
      ]
    }
  }
}

extension Wire {
  /// What is left of reads of personal data that were removed, by whole months.
  package struct ConsultationsOtees: WireObject {
    /// Ranks of the first and the last one.
    package let premiere: Int
    package let derniere: Int
    /// Digest of the last one, in hexadecimal: what follows proves itself from it.
    package let chaine: String
    /// The last day of the last month, AAAA-MM-JJ.
    package let jusquAu: String
    /// When they were removed, RFC 3339.
    package let oteesLe: String

    package init(premiere: Int, derniere: Int, chaine: String, jusquAu: String, oteesLe: String) {
      self.premiere = premiere
      self.derniere = derniere
      self.chaine = chaine
      self.jusquAu = jusquAu
      self.oteesLe = oteesLe
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      premiere = try reader.int("premiere")
      derniere = try reader.int("derniere")
      chaine = try reader.string("chaine")
      jusquAu = try reader.string("jusquAu")
      oteesLe = try reader.string("oteesLe")
    }

    package var json: JSONValue {
      [
        "premiere": .count(premiere), "derniere": .count(derniere), "chaine": .string(chaine),
        "jusquAu": .string(jusquAu), "oteesLe": .string(oteesLe),
      ]
    }
  }
}
