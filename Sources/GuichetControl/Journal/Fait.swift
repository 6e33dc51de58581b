package import StrictJSON

extension Wire {

  /// One entry of the journal.
  package struct Fait: WireObject {
    /// Its rank, from 1.
    package let seq: Int
    /// The demande concerned; nil when it is about the office.
    package let numero: String?
    /// What happened, a code.
    package let nature: String
    /// When it happened, RFC 3339.
    package let survenuLe: String
    /// When it was recorded, RFC 3339.
    package let enregistreLe: String
    /// Id of the agent, or `guichetd`.
    package let auteur: String
    /// Digest of this fact and all before it, in hexadecimal.
    package let chaine: String
    /// One French sentence without personal data.
    package let resume: String
    /// Who has the demande at the time of the answer; nil when nobody has, or the fact is about the office.
    package let linf: String?
    /// Of an alert: the échéance that it tells of.
    package let echeance: String?

    package init(
      seq: Int, numero: String?, nature: String, survenuLe: String, enregistreLe: String, auteur: String,
      chaine: String, resume: String, linf: String? = nil, echeance: String? = nil
    ) {
      self.seq = seq
      self.numero = numero
      self.nature = nature
      self.survenuLe = survenuLe
      self.enregistreLe = enregistreLe
      self.auteur = auteur
      self.chaine = chaine
      self.resume = resume
      self.linf = linf
      self.echeance = echeance
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      seq = try reader.int("seq")
      numero = try reader.optionalString("numero")
      nature = try reader.string("nature")
      survenuLe = try reader.string("survenuLe")
      enregistreLe = try reader.string("enregistreLe")
      auteur = try reader.string("auteur")
      chaine = try reader.string("chaine")
      resume = try reader.string("resume")
      linf = try reader.optionalString("linf")
      echeance = try reader.optionalString("echeance")
    }

    package var json: JSONValue {
      [
        "seq": .count(seq),
        "numero": .text(numero),
        "nature": .string(nature),
        "survenuLe": .string(survenuLe),
        "enregistreLe": .string(enregistreLe),
        "auteur": .string(auteur),
        "chaine": .string(chaine),
        "resume": .string(resume),
        "linf": .text(linf),
        "echeance": .text(echeance),
      ]
    }
  }
}
