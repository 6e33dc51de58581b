package import StrictJSON

extension Wire {

  /// A free slot in which a rendez-vous can be put.
  package struct Creneau: WireObject {
    /// RFC 3339.
    package let debut: String
    /// RFC 3339.
    package let fin: String
    /// How many advisers are free.
    package let postes: Int
    /// Where, when not at the LINF’s own address.
    package let lieu: String?

    package init(debut: String, fin: String, postes: Int, lieu: String? = nil) {
      self.debut = debut
      self.fin = fin
      self.postes = postes
      self.lieu = lieu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      debut = try reader.string("debut")
      fin = try reader.string("fin")
      postes = try reader.int("postes")
      lieu = try reader.optionalString("lieu")
    }

    package var json: JSONValue {
      [
        "debut": .string(debut),
        "fin": .string(fin),
        "postes": .count(postes),
        "lieu": .text(lieu),
      ]
    }
  }
}
