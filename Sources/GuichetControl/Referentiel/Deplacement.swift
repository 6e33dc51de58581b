package import StrictJSON

extension Wire {

  /// A demande that a référentiel takes from one LINF to another.
  package struct Deplacement: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// Code of the life cycle.
    package let etat: String
    /// Day on which it goes, ISO.
    package let le: String
    /// Id of the LINF that has it.
    package let de: String?
    /// Id of the LINF that would have it; nil when a person must decide.
    package let vers: String?
    /// Why a person must, a code.
    package let raison: String?
    /// Whether it goes by itself.
    package let suit: Bool
    /// Why it stays where it is, a code: `verrou`, `avancee`, `proposition` or `transfertAbandonne`.
    package let reste: String?
    /// Why it goes although it would otherwise stay, a code: `linfRetire`, `transfertPrevu` or `verrouLeve`.
    package let motif: String?

    package init(
      numero: String, etat: String, le: String, de: String? = nil, vers: String? = nil, raison: String? = nil,
      suit: Bool, reste: String? = nil, motif: String? = nil
    ) {
      self.numero = numero
      self.etat = etat
      self.le = le
      self.de = de
      self.vers = vers
      self.raison = raison
      self.suit = suit
      self.reste = reste
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      etat = try reader.string("etat")
      le = try reader.string("le")
      de = try reader.optionalString("de")
      vers = try reader.optionalString("vers")
      raison = try reader.optionalString("raison")
      suit = try reader.bool("suit")
      reste = try reader.optionalString("reste")
      motif = try reader.optionalString("motif")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "etat": .string(etat),
        "le": .string(le),
        "de": .text(de),
        "vers": .text(vers),
        "raison": .text(raison),
        "suit": .bool(suit),
        "reste": .text(reste),
        "motif": .text(motif),
      ]
    }
  }
}
