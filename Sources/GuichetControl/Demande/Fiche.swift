package import StrictJSON

extension Wire {

  /// All that is known of a demande beside its row.
  package struct Fiche: WireObject {
    /// The form in its normalised shape, corrections applied.
    package let formulaire: JSONValue
    /// What was emptied when it was read.
    package let anomalies: [Anomalie]
    /// What was remarked when it was read.
    package let avertissements: [Constat]
    /// Name of the commune that was resolved.
    package let commune: String?
    package let linfNom: String?
    package let linfTelephone: String?
    /// Its history, in the order of the journal.
    package let faits: [Fait]
    /// To whom it went in turn, in the order of the journal.
    package let attributions: [Attribution]?
    /// What persons corrected in it, in the order of the journal.
    package let corrections: [Correction]?
    /// Where the rules would send it since its place was corrected, while a person has not answered.
    package let propose: Routage?
    /// The transfer that a person planned for it.
    package let transfert: TransfertPrevu?
    /// All that helps to reach the family.
    package let joindre: Joindre?
    /// By when its next step is due, and why; nil where no clock runs.
    package let etape: EcheanceExpliquee?
    /// What persons wrote down about it, in the order of the journal.
    package let notes: [NoteDemande]?
    /// What was noted beside the reason of its closing.
    package let noteCloture: String?
    /// Its rendez-vous, in the order in which they were fixed.
    package let rendezVous: [RendezVous]?
    /// Each, and what the family found for it.
    package let enfants: [EnfantSuivi]?
    /// The reason for which what is known of the children lets it be closed, a code.
    package let cloture: String?
    /// The others that may be of the same family.
    package let doublons: [DoublonPossible]?
    /// The one into which it was merged.
    package let fusionneeDans: String?
    /// Those that were merged into it.
    package let absorbees: [Absorbee]?
    /// The refused files that bear its reference, for who may read them.
    package let conflits: [Conflit]?

    package init(
      formulaire: JSONValue, anomalies: [Anomalie], avertissements: [Constat], commune: String? = nil,
      linfNom: String? = nil, linfTelephone: String? = nil, faits: [Fait], attributions: [Attribution]? = nil,
      corrections: [Correction]? = nil, propose: Routage? = nil, transfert: TransfertPrevu? = nil,
      joindre: Joindre? = nil,
      etape: EcheanceExpliquee? = nil, notes: [NoteDemande]? = nil, noteCloture: String? = nil,
      rendezVous: [RendezVous]? = nil, enfants: [EnfantSuivi]? = nil, cloture: String? = nil,
      doublons: [DoublonPossible]? = nil, fusionneeDans: String? = nil, absorbees: [Absorbee]? = nil,
      conflits: [Conflit]? = nil
    ) {
      self.formulaire = formulaire
      self.anomalies = anomalies
      self.avertissements = avertissements
      self.commune = commune
      self.linfNom = linfNom
      self.linfTelephone = linfTelephone
      self.faits = faits
      self.attributions = attributions
      self.corrections = corrections
      self.propose = propose
      self.transfert = transfert
      self.joindre = joindre
      self.etape = etape
      self.notes = notes
      self.noteCloture = noteCloture
      self.rendezVous = rendezVous
      self.enfants = enfants
      self.cloture = cloture
      self.doublons = doublons
      self.fusionneeDans = fusionneeDans
      self.absorbees = absorbees
      self.conflits = conflits
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      formulaire = try reader.tree("formulaire")
      anomalies = try reader.objects("anomalies")
      avertissements = try reader.objects("avertissements")
      commune = try reader.optionalString("commune")
      linfNom = try reader.optionalString("linfNom")
      linfTelephone = try reader.optionalString("linfTelephone")
      faits = try reader.objects("faits")
      attributions = try reader.optionalObjects("attributions")
      corrections = try reader.optionalObjects("corrections")
      propose = try reader.optionalObject("propose")
      transfert = try reader.optionalObject("transfert")
      joindre = try reader.optionalObject("joindre")
      etape = try reader.optionalObject("etape")
      notes = try reader.optionalObjects("notes")
      noteCloture = try reader.optionalString("noteCloture")
      rendezVous = try reader.optionalObjects("rendezVous")
      enfants = try reader.optionalObjects("enfants")
      cloture = try reader.optionalString("cloture")
      doublons = try reader.optionalObjects("doublons")
      fusionneeDans = try reader.optionalString("fusionneeDans")
      absorbees = try reader.optionalObjects("absorbees")
      conflits = try reader.optionalObjects("conflits")
    }

    package var json: JSONValue {
      [
        "formulaire": formulaire,
        "anomalies": .list(anomalies),
        "avertissements": .list(avertissements),
        "commune": .text(commune),
        "linfNom": .text(linfNom),
        "linfTelephone": .text(linfTelephone),
        "faits": .list(faits),
        "attributions": .list(attributions),
        "corrections": .list(corrections),
        "propose": .object(propose),
        "transfert": .object(transfert),
        "joindre": .object(joindre),
        "etape": .object(etape),
        "notes": .list(notes),
        "noteCloture": .text(noteCloture),
        "rendezVous": .list(rendezVous),
        "enfants": .list(enfants),
        "cloture": .text(cloture),
        "doublons": .list(doublons),
        "fusionneeDans": .text(fusionneeDans),
        "absorbees": .list(absorbees),
        "conflits": .list(conflits),
      ]
    }
  }
}
