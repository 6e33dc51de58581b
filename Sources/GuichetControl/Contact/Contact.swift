package import StrictJSON

extension Wire {

  /// A contact with a family.
  package struct Contact: WireObject {
    /// Rank in the journal of the fact that tells it.
    package let sequence: Int
    package let survenuLe: String
    /// When it was entered.
    package let enregistreLe: String
    /// Login of who entered it.
    package let auteur: String
    /// Id of the LINF that had the demande then.
    package let linf: String?
    package let sens: String
    package let canal: String
    package let resultat: String
    package let themes: [String]
    package let note: String?
    /// The time for which the family asks to be called.
    package let aRappelerLe: String?
    /// E.164.
    package let numeroAppele: String?

    package init(
      sequence: Int, survenuLe: String, enregistreLe: String, auteur: String, linf: String? = nil, sens: String,
      canal: String, resultat: String, themes: [String] = [], note: String? = nil, aRappelerLe: String? = nil,
      numeroAppele: String? = nil
    ) {
      self.sequence = sequence
      self.survenuLe = survenuLe
      self.enregistreLe = enregistreLe
      self.auteur = auteur
      self.linf = linf
      self.sens = sens
      self.canal = canal
      self.resultat = resultat
      self.themes = themes
      self.note = note
      self.aRappelerLe = aRappelerLe
      self.numeroAppele = numeroAppele
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      sequence = try reader.int("sequence")
      survenuLe = try reader.string("survenuLe")
      enregistreLe = try reader.string("enregistreLe")
      auteur = try reader.string("auteur")
      linf = try reader.optionalString("linf")
      sens = try reader.string("sens")
      canal = try reader.string("canal")
      resultat = try reader.string("resultat")
      themes = try reader.strings("themes")
      note = try reader.optionalString("note")
      aRappelerLe = try reader.optionalString("aRappelerLe")
      numeroAppele = try reader.optionalString("numeroAppele")
    }

    package var json: JSONValue {
      [
        "sequence": .count(sequence),
        "survenuLe": .string(survenuLe),
        "enregistreLe": .string(enregistreLe),
        "auteur": .string(auteur),
        "linf": .text(linf),
        "sens": .string(sens),
        "canal": .string(canal),
        "resultat": .string(resultat),
        "themes": .list(themes),
        "note": .text(note),
        "aRappelerLe": .text(aRappelerLe),
        "numeroAppele": .text(numeroAppele),
      ]
    }
  }
}
