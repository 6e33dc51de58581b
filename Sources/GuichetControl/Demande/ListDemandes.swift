package import StrictJSON

/// The work list; each filter that is given narrows it.
package enum ListDemandes: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Id of a LINF.
    package let linf: String?
    /// Code of the life cycle.
    package let etat: String?
    /// INSEE code.
    package let commune: String?
    /// Registered since this instant (RFC 3339) or day (ISO).
    package let depuis: String?
    /// Marked to be checked, or not marked.
    package let aVerifier: Bool?
    /// Late, or not late.
    package let enRetard: Bool?
    /// Those that the caller has in hand now.
    package let miennes: Bool?
    /// A name, a phone, an e-mail or the sender’s reference.
    package let cherche: String?
    /// Those whose families are to be called now: not reached yet, not paused, in nobody else's hand.
    package let aRappeler: Bool?
    /// Those in suivi, by échéance alone, each with where its follow-up stands.
    package let suivi: Bool?
    /// Those whose family may have filed another.
    package let doublons: Bool?

    package init(
      linf: String? = nil, etat: String? = nil, commune: String? = nil, depuis: String? = nil, aVerifier: Bool? = nil,
      enRetard: Bool? = nil, miennes: Bool? = nil, cherche: String? = nil, aRappeler: Bool? = nil,
      suivi: Bool? = nil,
      doublons: Bool? = nil
    ) {
      self.linf = linf
      self.etat = etat
      self.commune = commune
      self.depuis = depuis
      self.aVerifier = aVerifier
      self.enRetard = enRetard
      self.miennes = miennes
      self.cherche = cherche
      self.aRappeler = aRappeler
      self.suivi = suivi
      self.doublons = doublons
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      etat = try reader.optionalString("etat")
      commune = try reader.optionalString("commune")
      depuis = try reader.optionalString("depuis")
      aVerifier = try reader.optionalBool("aVerifier")
      enRetard = try reader.optionalBool("enRetard")
      miennes = try reader.optionalBool("miennes")
      cherche = try reader.optionalString("cherche")
      aRappeler = try reader.optionalBool("aRappeler")
      suivi = try reader.optionalBool("suivi")
      doublons = try reader.optionalBool("doublons")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf),
        "etat": .text(etat),
        "commune": .text(commune),
        "depuis": .text(depuis),
        "aVerifier": .flag(aVerifier),
        "enRetard": .flag(enRetard),
        "miennes": .flag(miennes),
        "cherche": .text(cherche),
        "aRappeler": .flag(aRappeler),
        "suivi": .flag(suivi),
        "doublons": .flag(doublons),
      ]
    }
  }

  package struct Reply: WireObject {
    /// At most 200; the last message may have none.
    package let demandes: [Wire.Demande]
    /// Closed LINF for which the caller stands in; nil where there is none.
    package let suppleances: [Wire.Suppleance]?

    package init(demandes: [Wire.Demande], suppleances: [Wire.Suppleance]? = nil) {
      self.demandes = demandes
      self.suppleances = suppleances
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      demandes = try reader.objects("demandes")
      suppleances = try reader.optionalObjects("suppleances")
    }

    package var json: JSONValue {
      ["demandes": .list(demandes), "suppleances": .list(suppleances)]
    }

    package func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.key("demandes")
      writer.beginArray()
      for demande in demandes { demande.write(to: &writer) }
      writer.endArray()
      writer.key("suppleances")
      writer.value(JSONValue.list(suppleances))
      writer.endObject()
    }
  }
}
