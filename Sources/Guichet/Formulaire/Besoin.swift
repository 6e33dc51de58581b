/// The childcare that a family looks for.
package struct Besoin: Hashable, Sendable {
  /// Where care is looked for, when the family names another place than its address.
  package var lieu: Adresse?
  package var debut: DateCivile?
  package var fin: DateCivile?
  package var frequence: Frequence?
  /// As ordered by the family, each once.
  package var modes: [Mode]
  package var semaine: [Plage]
  package var horairesAtypiques: Bool
  /// One yes/no, never a diagnosis.
  package var besoinSpecifique: Bool
  package var insertionProfessionnelle: Bool

  package init(
    lieu: Adresse? = nil, debut: DateCivile? = nil, fin: DateCivile? = nil, frequence: Frequence? = nil,
    modes: [Mode] = [], semaine: [Plage] = [], horairesAtypiques: Bool = false, besoinSpecifique: Bool = false,
    insertionProfessionnelle: Bool = false
  ) {
    self.lieu = lieu
    self.debut = debut
    self.fin = fin
    self.frequence = frequence
    self.modes = modes
    self.semaine = semaine
    self.horairesAtypiques = horairesAtypiques
    self.besoinSpecifique = besoinSpecifique
    self.insertionProfessionnelle = insertionProfessionnelle
  }

  package enum Frequence: String, CaseIterable, Sendable {
    case regulier
    case occasionnel
    case urgence
  }
}

/// A kind of childcare that a family can wish for.
package enum Mode: String, CaseIterable, Sendable {
  case assistantMaternel
  case mam
  case crecheCollective
  case crecheFamiliale
  case microCreche
  case halteGarderie
  case jardinEnfants
  case gardeADomicile
  case gardePartagee
  case ecoleMaternelle
  /// A wish only: the family has no preference.
  case indifferent
  case autre
}

/// Hours of one weekday, from `de` until `a`.
package struct Plage: Hashable, Sendable {
  package var jour: JourDeSemaine
  /// Minutes after midnight, 0 to 1439.
  package var de: Int
  /// Minutes after midnight, later than `de`; 1440 is midnight at the day's end.
  package var a: Int

  package init(jour: JourDeSemaine, de: Int, a: Int) {
    self.jour = jour
    self.de = de
    self.a = a
  }
}
