/// What kind of thing happened: the code that stands in the journal.
package enum NatureFait: String, CodeLibelle {
  case recue
  case routee
  case attribuee
  case declinee
  case corrigee
  case transfertPrevu
  case transfertAbandonne
  case contact
  case contactAnnule
  case rendezVousFixe
  case rendezVousDeplace
  case rendezVousHonore
  case rendezVousNonHonore
  case rendezVousExcuse
  case rendezVousAnnule
  case solution
  case fusionnee
  case defusionnee
  case cloture
  case rouverte
  case rejet
  case rejetRejoue
  case referentielCharge
  case rattachementsChanges
  case prise
  case laissee
  case saisie
  case motifCorrige
  case note
  case silence
  case echeanceFixee
  case suspendue
  case reprise
  case escalade
  case solutionAnnulee
  case enfantConfirme
  case enfantAjoute
  case enfantRetire
  case rappelRendezVous
  case pieceAjoutee
  case preuveScellee
  case rejetExpire
  case registreRestaure
  case effacee

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .recue: "réception"
    case .routee: "routage"
    case .attribuee: "attribution par une personne"
    case .declinee: "refus par le lieu d’information"
    case .corrigee: "correction"
    case .transfertPrevu: "transfert prévu"
    case .transfertAbandonne: "transfert abandonné"
    case .contact: "contact"
    case .contactAnnule: "contact annulé"
    case .rendezVousFixe: "rendez-vous fixé"
    case .rendezVousDeplace: "rendez-vous déplacé"
    case .rendezVousHonore: "rendez-vous honoré"
    case .rendezVousNonHonore: "rendez-vous non honoré"
    case .rendezVousExcuse: "rendez-vous excusé"
    case .rendezVousAnnule: "rendez-vous annulé"
    case .solution: "solution"
    case .fusionnee: "fusion"
    case .defusionnee: "fusion défaite"
    case .cloture: "clôture"
    case .rouverte: "réouverture"
    case .rejet: "fichier refusé"
    case .rejetRejoue: "fichier refusé rejoué"
    case .referentielCharge: "référentiel chargé"
    case .rattachementsChanges: "rattachements changés"
    case .prise: "prise en main"
    case .laissee: "fin de prise en main"
    case .saisie: "saisie par une personne"
    case .motifCorrige: "correction du motif de clôture"
    case .note: "note"
    case .silence: "fin des relances"
    case .echeanceFixee: "échéance fixée"
    case .suspendue: "suspension"
    case .reprise: "reprise"
    case .escalade: "alerte d’échéance"
    case .solutionAnnulee: "solution annulée"
    case .enfantConfirme: "confirmation d’un enfant attendu"
    case .enfantAjoute: "enfant ajouté"
    case .enfantRetire: "enfant retiré"
    case .rappelRendezVous: "rappel de rendez-vous"
    case .pieceAjoutee: "pièce ajoutée à une preuve"
    case .preuveScellee: "preuve scellée"
    case .rejetExpire: "fichier refusé expiré"
    case .registreRestaure: "restauration du registre"
    case .effacee: "effacement"
    }
  }
}
