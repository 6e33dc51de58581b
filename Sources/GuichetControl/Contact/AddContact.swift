package import StrictJSON

/// Enters a contact with a family, now or afterwards; whoever had the demande in hand for it has it no more.
package enum AddContact: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// Codes, as for all that follow; nil for `sortant`.
    package let sens: String?
    /// Nil for `telephone`.
    package let canal: String?
    package let resultat: String
    /// What the family was informed of.
    package let themes: [String]?
    package let note: String?
    /// When it happened, with its time of day; nil for now.
    package let survenuLe: String?
    /// An instant, or a day or a time in the Caf’s zone.
    package let aRappelerLe: String?
    /// As dialled; nil for the first of the family’s numbers.
    package let numeroAppele: String?
    /// Refused where the demande is not in suivi.
    package let suivi: Bool?

    package init(
      numero: String, sens: String? = nil, canal: String? = nil, resultat: String, themes: [String]? = nil,
      note: String? = nil, survenuLe: String? = nil, aRappelerLe: String? = nil, numeroAppele: String? = nil,
      suivi: Bool? = nil
    ) {
      self.numero = numero
      self.sens = sens
      self.canal = canal
      self.resultat = resultat
      self.themes = themes
      self.note = note
      self.survenuLe = survenuLe
      self.aRappelerLe = aRappelerLe
      self.numeroAppele = numeroAppele
      self.suivi = suivi
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      sens = try reader.optionalString("sens")
      canal = try reader.optionalString("canal")
      resultat = try reader.string("resultat")
      themes = try reader.optionalStrings("themes")
      note = try reader.optionalString("note")
      survenuLe = try reader.optionalString("survenuLe")
      aRappelerLe = try reader.optionalString("aRappelerLe")
      numeroAppele = try reader.optionalString("numeroAppele")
      suivi = try reader.optionalBool("suivi")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "sens": .text(sens),
        "canal": .text(canal),
        "resultat": .string(resultat),
        "themes": .list(themes),
        "note": .text(note),
        "survenuLe": .text(survenuLe),
        "aRappelerLe": .text(aRappelerLe),
        "numeroAppele": .text(numeroAppele),
        "suivi": .flag(suivi),
      ]
    }
  }

  package struct Reply: WireObject {
    package let demande: Wire.Demande
    /// Rank in the journal of what was entered, by which it can be taken back.
    package let sequence: Int
    package let joindre: Wire.Joindre

    package init(demande: Wire.Demande, sequence: Int, joindre: Wire.Joindre) {
      self.demande = demande
      self.sequence = sequence
      self.joindre = joindre
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      demande = try reader.object("demande")
      sequence = try reader.int("sequence")
      joindre = try reader.object("joindre")
    }

    package var json: JSONValue {
      ["demande": demande.json, "sequence": .count(sequence), "joindre": joindre.json]
    }
  }
}
