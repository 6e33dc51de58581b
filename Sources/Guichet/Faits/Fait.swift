/// One entry of the journal: something that happened to a demande, or to the office, and is never overwritten.
package struct Fait: Hashable, Sendable {
  /// Rank in the journal, from 1, without a gap.
  package let seq: Int64
  /// The demande that it concerns; nil when it concerns the office.
  package let numero: Numero?
  /// The rank of the enfant that it concerns, from 1; nil when it concerns the whole demande.
  package let enfant: Int?
  package let nature: NatureFait
  /// When it happened; feeds clocks and reports.
  package let survenuLe: Instant
  /// When it was entered; never before the entries of lower rank but for a clock set back.
  package let enregistreLe: Instant
  /// Who entered it: the id of an agent, 0 for the rules themselves.
  package let auteur: Int64
  /// What happened; nil once erased.
  package let evenement: Evenement?

  package init(
    seq: Int64, numero: Numero?, enfant: Int? = nil, nature: NatureFait, survenuLe: Instant, enregistreLe: Instant,
    auteur: Int64, evenement: Evenement?
  ) {
    self.seq = seq
    self.numero = numero
    self.enfant = enfant
    self.nature = nature
    self.survenuLe = survenuLe
    self.enregistreLe = enregistreLe
    self.auteur = auteur
    self.evenement = evenement
  }

  /// The agent under whose id the rules themselves act.
  package static let regles: Int64 = 0

  /// The version of the written form of `evenement` that this program writes.
  package static let version: Int64 = 1
}

/// What a fact says, by its nature.
package enum Evenement: Hashable, Sendable {
  case recue(Recue)
  case routee(Routee)
  case attribuee(Attribuee)
  case declinee(Declinee)
  case corrigee(Corrigee)
  case transfertPrevu(TransfertPrevu)
  case transfertAbandonne(TransfertAbandonne)
  case rejet(Rejet)
  case rejetRejoue(RejetRejoue)
  case referentielCharge(ReferentielCharge)
  case rattachementsChanges(RattachementsChanges)
  case prise(PriseEnMain)
  case laissee(Laissee)
  case saisie(Saisie)
  case contact(Contact)
  case contactAnnule(ContactAnnule)
  case cloture(Cloture)
  case motifCorrige(Cloture)
  case rouverte(Rouverte)
  case note(NoteEcrite)
  case silence
  case echeanceFixee(EcheanceFixee)
  case suspendue(Suspendue)
  case reprise(Reprise)
  case escalade(Escalade)
  case rendezVousFixe(RendezVousPose)
  case rendezVousDeplace(RendezVousPose)
  case rendezVousAnnule(RendezVousVise)
  case rendezVousExcuse(RendezVousVise)
  case rendezVousHonore(RendezVousVise)
  case rendezVousNonHonore(RendezVousVise)
  case solution(SolutionNotee)
  case solutionAnnulee(SolutionAnnulee)
  case enfantConfirme(EnfantConfirme)
  case enfantAjoute(EnfantAjoute)
  case enfantRetire(EnfantRetire)
  case rappelRendezVous(RappelRendezVous)
  case fusionnee(Fusionnee)
  case defusionnee(Defusionnee)
  case pieceAjoutee(PieceAjoutee)
  case preuveScellee(PreuveScellee)
  case rejetExpire(RejetExpire)
  case registreRestaure(RegistreRestaure)
  case effacee(Effacee)

  package var nature: NatureFait {
    switch self {
    case .recue: .recue
    case .routee: .routee
    case .attribuee: .attribuee
    case .declinee: .declinee
    case .corrigee: .corrigee
    case .transfertPrevu: .transfertPrevu
    case .transfertAbandonne: .transfertAbandonne
    case .rejet: .rejet
    case .rejetRejoue: .rejetRejoue
    case .referentielCharge: .referentielCharge
    case .rattachementsChanges: .rattachementsChanges
    case .prise: .prise
    case .laissee: .laissee
    case .saisie: .saisie
    case .contact: .contact
    case .contactAnnule: .contactAnnule
    case .cloture: .cloture
    case .motifCorrige: .motifCorrige
    case .rouverte: .rouverte
    case .note: .note
    case .silence: .silence
    case .echeanceFixee: .echeanceFixee
    case .suspendue: .suspendue
    case .reprise: .reprise
    case .escalade: .escalade
    case .rendezVousFixe: .rendezVousFixe
    case .rendezVousDeplace: .rendezVousDeplace
    case .rendezVousAnnule: .rendezVousAnnule
    case .rendezVousExcuse: .rendezVousExcuse
    case .rendezVousHonore: .rendezVousHonore
    case .rendezVousNonHonore: .rendezVousNonHonore
    case .solution: .solution
    case .solutionAnnulee: .solutionAnnulee
    case .enfantConfirme: .enfantConfirme
    case .enfantAjoute: .enfantAjoute
    case .enfantRetire: .enfantRetire
    case .rappelRendezVous: .rappelRendezVous
    case .fusionnee: .fusionnee
    case .defusionnee: .defusionnee
    case .pieceAjoutee: .pieceAjoutee
    case .preuveScellee: .preuveScellee
    case .rejetExpire: .rejetExpire
    case .registreRestaure: .registreRestaure
    case .effacee: .effacee
    }
  }

  /// The rank of the enfant that it concerns, see `Fait.enfant`.
  package var enfant: Int? {
    switch self {
    case .solution(let notee): notee.enfant
    case .solutionAnnulee(let annulee): annulee.enfant
    case .enfantConfirme(let confirme): confirme.enfant
    case .enfantAjoute(let ajoute): ajoute.rang
    case .enfantRetire(let retire): retire.enfant
    default: nil
    }
  }
}
