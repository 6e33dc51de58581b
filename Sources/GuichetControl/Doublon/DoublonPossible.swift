package import StrictJSON

extension Wire {

  /// Another demande that may be of the same family.
  package struct DoublonPossible: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// Id of the LINF that has it.
    package let linf: String?
    /// Code of the life cycle.
    package let etat: String
    /// When the family filed it, RFC 3339.
    package let deposeeLe: String
    /// How sure it is, a code.
    package let degre: String
    /// What it is to the other, a code.
    package let genre: String
    /// What both have in common, codes.
    package let criteres: [String]
    /// Of two parents in two communes: linked, never merged.
    package let lie: Bool
    /// Numero of the one with which it has that in common.
    package let par: String

    package init(
      numero: String, linf: String? = nil, etat: String, deposeeLe: String, degre: String, genre: String,
      criteres: [String], lie: Bool, par: String
    ) {
      self.numero = numero
      self.linf = linf
      self.etat = etat
      self.deposeeLe = deposeeLe
      self.degre = degre
      self.genre = genre
      self.criteres = criteres
      self.lie = lie
      self.par = par
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      linf = try reader.optionalString("linf")
      etat = try reader.string("etat")
      deposeeLe = try reader.string("deposeeLe")
      degre = try reader.string("degre")
      genre = try reader.string("genre")
      criteres = try reader.strings("criteres")
      lie = try reader.bool("lie")
      par = try reader.string("par")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "linf": .text(linf),
        "etat": .string(etat),
        "deposeeLe": .string(deposeeLe),
        "degre": .string(degre),
        "genre": .string(genre),
        "criteres": .list(criteres),
        "lie": .bool(lie),
        "par": .string(par),
      ]
    }
  }
}
