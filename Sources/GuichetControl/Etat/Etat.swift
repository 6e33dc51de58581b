package import StrictJSON

extension Wire {

  /// The whole office at a glance.
  package struct Etat: WireObject {
    package let demandes: EtatDemandes
    package let depot: EtatDepot
    package let rejets: EtatRejets
    package let sorties: EtatSorties
    package let journal: EtatJournal
    package let intake: EtatIntake
    package let referentiel: EtatReferentiel
    /// The Caf's name; nil where the configuration has none.
    package let nom: String?
    package let recues: EtatRecues?
    /// When this was so by the office's clock, RFC 3339.
    package let le: String?
    package let courriels: EtatCourriels?

    package init(
      demandes: EtatDemandes, depot: EtatDepot, rejets: EtatRejets, sorties: EtatSorties, journal: EtatJournal,
      intake: EtatIntake, referentiel: EtatReferentiel, nom: String? = nil, recues: EtatRecues? = nil,
      le: String? = nil, courriels: EtatCourriels? = nil
    ) {
      self.demandes = demandes
      self.depot = depot
      self.rejets = rejets
      self.sorties = sorties
      self.journal = journal
      self.intake = intake
      self.referentiel = referentiel
      self.nom = nom
      self.recues = recues
      self.le = le
      self.courriels = courriels
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      demandes = try reader.object("demandes")
      depot = try reader.object("depot")
      rejets = try reader.object("rejets")
      sorties = try reader.object("sorties")
      journal = try reader.object("journal")
      intake = try reader.object("intake")
      referentiel = try reader.object("referentiel")
      nom = try reader.optionalString("nom")
      recues = try reader.optionalObject("recues")
      le = try reader.optionalString("le")
      courriels = try reader.optionalObject("courriels")
    }

    package var json: JSONValue {
      [
        "demandes": demandes.json,
        "depot": depot.json,
        "rejets": rejets.json,
        "sorties": sorties.json,
        "journal": journal.json,
        "intake": intake.json,
        "referentiel": referentiel.json,
        "nom": .text(nom),
        "recues": .object(recues),
        "le": .text(le),
        "courriels": .object(courriels),
      ]
    }
  }
}
