package import StrictJSON

extension Wire {

  /// A rendez-vous of a family.
  package struct RendezVous: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// Its rank among those of the demande, from 1.
    package let id: Int
    /// Id of the LINF that gives it.
    package let linf: String
    /// RFC 3339.
    package let debut: String
    /// RFC 3339.
    package let fin: String
    /// A code.
    package let mode: String
    /// Where, when not at the LINF’s own address.
    package let lieu: String?
    /// With which of the advisers who work in parallel, from 1.
    package let poste: Int
    /// A code.
    package let statut: String
    /// Past, and nobody has said what came of it.
    package let aRenseigner: Bool
    /// Why it has to be moved, a code.
    package let aDeplacer: String?
    /// Knowingly put outside the hours for rendez-vous.
    package let horsHoraires: Bool
    /// The family; nil where the caller does not see the demande.
    package let nom: String?
    /// As it can be dialled.
    package let telephone: String?

    package init(
      numero: String, id: Int, linf: String, debut: String, fin: String, mode: String, lieu: String? = nil, poste: Int,
      statut: String, aRenseigner: Bool, aDeplacer: String? = nil, horsHoraires: Bool, nom: String? = nil,
      telephone: String? = nil
    ) {
      self.numero = numero
      self.id = id
      self.linf = linf
      self.debut = debut
      self.fin = fin
      self.mode = mode
      self.lieu = lieu
      self.poste = poste
      self.statut = statut
      self.aRenseigner = aRenseigner
      self.aDeplacer = aDeplacer
      self.horsHoraires = horsHoraires
      self.nom = nom
      self.telephone = telephone
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      id = try reader.int("id")
      linf = try reader.string("linf")
      debut = try reader.string("debut")
      fin = try reader.string("fin")
      mode = try reader.string("mode")
      lieu = try reader.optionalString("lieu")
      poste = try reader.int("poste")
      statut = try reader.string("statut")
      aRenseigner = try reader.bool("aRenseigner")
      aDeplacer = try reader.optionalString("aDeplacer")
      horsHoraires = try reader.bool("horsHoraires")
      nom = try reader.optionalString("nom")
      telephone = try reader.optionalString("telephone")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "id": .count(id),
        "linf": .string(linf),
        "debut": .string(debut),
        "fin": .string(fin),
        "mode": .string(mode),
        "lieu": .text(lieu),
        "poste": .count(poste),
        "statut": .string(statut),
        "aRenseigner": .bool(aRenseigner),
        "aDeplacer": .text(aDeplacer),
        "horsHoraires": .bool(horsHoraires),
        "nom": .text(nom),
        "telephone": .text(telephone),
      ]
    }
  }
}
