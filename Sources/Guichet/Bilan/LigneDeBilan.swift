/// What one demande counts for in a year's figures: nothing that tells who the family is.
///
/// Figures are sums over these lines and over nothing else, so that they agree whatever way they are cut.
///
/// A class, since tens of thousands are sorted into many lists: a list then holds references.
package final class LigneDeBilan: Sendable {
  package let numero: Numero
  /// 1 to 12, of its registration, in the Caf's time zone.
  package let mois: Int
  package let recueLe: Instant
  package let origine: Origine?
  /// How the family asked to be answered.
  package let canal: Rappel.Canal?
  package let codeInsee: String?
  /// Id of the LINF that has it, or had it when it was closed.
  package let linf: String?
  package let raison: RaisonAOrienter?
  /// The LINF that had it and have it no more.
  package let passages: [String]
  /// The LINF to which the rules gave it and that do not have it.
  package let sorties: [SortieDeBilan]
  /// The day on which care is wished to begin.
  package let debut: DateCivile?
  package let estHorsHabilitation: Bool
  package let etat: Etat
  package let motif: MotifCloture?
  /// It was merged into another of the same family, or closed as the same as another: received, and answered there.
  package let estAbsorbee: Bool
  /// Where it stands as to its answer: one class each, so that they add up to what was received.
  package let suite: SuiteDonnee
  package let tentee: Reponse?
  package let repondue: Reponse?
  package let injoignable: Reponse?
  /// By when the family should be reached, while it waits with a LINF; nil while its clock stands still.
  package let aRepondreLe: Instant?
  package let contactsSortants: Int
  package let contactsEntrants: Int
  /// Outgoing contacts up to and with the answer; nil without one.
  package let contactsPourRepondre: Int?
  package let rendezVous: [RendezVousCompte]
  package let souhaites: [Mode]
  package let besoin: BesoinParticulier
  package let enfants: [EnfantDeBilan]

  /// What a demande counts for, by the facts that made it what it is.
  ///
  /// - Parameters:
  ///   - horloges: of the hours by which delays are counted.
  ///   - tentatives: of the rule on families that cannot be reached.
  package init(_ demande: Demande, _ horloges: Horloges, tentatives: Int) {
    let fuseau = horloges.heures.fuseau
    let reponses = demande.reponses(horloges, tentatives: tentatives)
    let contacts = demande.contacts
    numero = demande.numero
    mois = fuseau.date(of: demande.recueLe).mois
    recueLe = demande.recueLe
    origine = demande.formulaire.origine
    canal = demande.formulaire.demandeur.rappel?.canal
    codeInsee = demande.codeInsee
    linf = demande.linf
    raison = demande.raison
    var passages: [String] = []
    for attribution in demande.attributions {
      if let vers = attribution.vers, vers != demande.linf, !passages.contains(vers) { passages.append(vers) }
    }
    self.passages = passages
    sorties = demande.sorties
    debut = demande.formulaire.besoin.debut
    estHorsHabilitation = demande.marquesDAttribution.contains(.horsHabilitation)
    etat = demande.etat
    motif = demande.cloture?.motif
    let isAbsorbed = demande.fusionneeDans != nil || demande.cloture?.motif == .doublon
    estAbsorbee = isAbsorbed
    suite =
      if isAbsorbed {
        .doublon
      } else if reponses[.repondue] != nil {
        .repondue
      } else if reponses[.injoignable] != nil {
        .injoignable
      } else if demande.etat == .close {
        .closeSansReponse
      } else {
        demande.linf == nil ? .aOrienter : .enAttente
      }
    tentee = reponses[.tentee]
    repondue = reponses[.repondue]
    injoignable = reponses[.injoignable]
    let isAnswered = reponses[.repondue] != nil || reponses[.injoignable] != nil
    aRepondreLe = isAnswered || demande.etat == .close ? nil : demande.premierContactDu(horloges)
    let outgoing = contacts.count { $0.contact.sens == .sortant }
    contactsSortants = outgoing
    contactsEntrants = contacts.count - outgoing
    contactsPourRepondre = reponses[.repondue].map { answer in
      contacts.count { $0.contact.sens == .sortant && $0.survenuLe <= answer.le }
    }
    rendezVous = demande.rendezVous.map { RendezVousCompte(statut: $0.statut, fin: $0.fin) }
    souhaites = demande.formulaire.besoin.modes
    besoin = BesoinParticulier(demande.formulaire.besoin)
    enfants = demande.enfantsDeBilan(fuseau)
  }
}

/// A rendez-vous as figures count it.
package struct RendezVousCompte: Hashable, Sendable {
  package let statut: RendezVous.Statut
  package let fin: Instant

  func estARenseigner(at now: Instant) -> Bool { statut == .prevu && fin <= now }
}

/// What a need has that a common place does not offer; one class each, so that they add up.
package enum BesoinParticulier: String, CodeLibelle {
  case aucun
  case horairesAtypiques
  case besoinSpecifique
  case insertionProfessionnelle
  case urgence
  case plusieurs

  package var libelle: String {
    switch self {
    case .aucun: "aucun"
    case .horairesAtypiques: "horaires atypiques"
    case .besoinSpecifique: "besoin spécifique"
    case .insertionProfessionnelle: "insertion professionnelle"
    case .urgence: "urgence"
    case .plusieurs: "plusieurs"
    }
  }

  init(_ besoin: Besoin) {
    var found: [BesoinParticulier] = []
    if besoin.horairesAtypiques { found.append(.horairesAtypiques) }
    if besoin.besoinSpecifique { found.append(.besoinSpecifique) }
    if besoin.insertionProfessionnelle { found.append(.insertionProfessionnelle) }
    if besoin.frequence == .urgence { found.append(.urgence) }
    self = found.count > 1 ? .plusieurs : found.first ?? .aucun
  }
}

/// How old a child is when care is to begin, or was when the family asked where no day was wished.
package enum ClasseDAge: String, CodeLibelle {
  case aNaitre
  case moinsDUnAn
  case unAn
  case deuxAns
  case troisAnsEtPlus
  case inconnu

  package var libelle: String {
    switch self {
    case .aNaitre: "à naître"
    case .moinsDUnAn: "moins de 1 an"
    case .unAn: "1 an"
    case .deuxAns: "2 ans"
    case .troisAnsEtPlus: "3 ans et plus"
    case .inconnu: "âge inconnu"
    }
  }

  /// - Parameter jour: of which the age is told.
  package init(_ enfant: Enfant, le jour: DateCivile) {
    guard let etape = enfant.etape else {
      self = .inconnu
      return
    }
    let birth = etape.date
    guard birth <= jour else {
      self = .aNaitre
      return
    }
    if case .adoptionPrevue = etape {
      // The day on which the child comes says nothing of its age.
      self = .inconnu
      return
    }
    let hadBirthday = (birth.mois, birth.jour) <= (jour.mois, jour.jour)
    switch jour.annee - birth.annee - (hadBirthday ? 0 : 1) {
    case ...0: self = .moinsDUnAn
    case 1: self = .unAn
    case 2: self = .deuxAns
    default: self = .troisAnsEtPlus
    }
  }
}
