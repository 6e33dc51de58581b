/// What of a demande is compared with another to see whether they are of one family.
package struct DemandeComparee: Hashable, Sendable {
  package let numero: Numero
  /// The day of its filing in the Caf's time zone.
  package let jour: DateCivile
  package let etat: Etat
  /// The commune that its place was resolved to.
  package let codeInsee: String?
  let telephone: String?
  let courriel: String?
  /// Nom and prénom of who asks, as names are compared; nil unless both are told.
  package let nom: String?
  /// The same of the other parent that the form names.
  package let autreParent: String?
  let adresse: AdresseComparee?
  /// The children's dates, of birth or expected.
  let dates: [DateCivile]

  package init(numero: Numero, jour: DateCivile, etat: Etat, codeInsee: String?, formulaire: Formulaire) {
    let demandeur = formulaire.demandeur
    self.numero = numero
    self.jour = jour
    self.etat = etat
    self.codeInsee = codeInsee
    telephone = demandeur.telephone?.e164
    courriel = demandeur.courriel?.lowercased()
    nom = MotsDeNom.entier(demandeur.nom, demandeur.prenom)
    autreParent = MotsDeNom.entier(demandeur.autreParent?.nom, demandeur.autreParent?.prenom)
    adresse = AdresseComparee(demandeur.adresse)
    dates = formulaire.enfants.compactMap(\.etape?.date)
  }

  /// - Parameter fuseau: the Caf's.
  package init(_ demande: Demande, _ fuseau: Fuseau) {
    self.init(
      numero: demande.numero, jour: fuseau.date(of: demande.deposeeLe), etat: demande.etat,
      codeInsee: demande.codeInsee, formulaire: demande.formulaire)
  }

  func aUnEnfant(de other: DemandeComparee) -> Bool { dates.contains(where: other.dates.contains) }

  /// One of the children may be one of the other's, whose date moved a little.
  func aUnEnfantProche(de other: DemandeComparee) -> Bool {
    dates.contains { date in
      other.dates.contains { abs($0.daysSince1970 - date.daysSince1970) <= CleDoublon.ecartDesDates }
    }
  }
}
