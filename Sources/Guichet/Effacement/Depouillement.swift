/// Takes from the facts of a demande all that tells who the family is, and leaves what figures are made of: the same
/// figures, whatever day they are drawn up for.
///
/// Gone are names, ways to reach the family, its address, texts, notes and the producer's reference; birth dates stay to
/// the month. The commune stays by its code.
struct Depouillement {
  private let numero: Numero
  /// The day on which it was filed.
  private let depot: DateCivile
  /// Its form as the facts read so far make it: the children's ages are told from it.
  private var formulaire: Formulaire?
  /// The children as what remains of those facts makes them.
  private var restants: [Enfant] = []
  /// What stands for each phone number, so that what was found out of one of them still counts.
  private let numeros: [String: String]
  private let aUnAutreNumero: Bool

  /// - Parameters:
  ///   - demande: as all its facts make it.
  ///   - faits: all of them.
  init(_ demande: Demande, _ faits: [Fait], _ fuseau: Fuseau) {
    numero = demande.numero
    depot = fuseau.date(of: demande.deposeeLe)
    var known: [String] = []
    for fait in faits {
      switch fait.evenement {
      case .recue(let recue):
        if let e164 = recue.formulaire.demandeur.telephone?.e164 { known.append(e164) }
      case .corrigee(let corrigee):
        if case .devient(let telephone?) = corrigee.correction.telephone, let e164 = telephone.e164 {
          known.append(e164)
        }
      case .contact(let contact): if let dialled = contact.numeroAppele { known.append(dialled) }
      default: continue
      }
    }
    numeros = Dictionary(known.enumerated().map { ($0.element, "effacé \($0.offset + 1)") }) { first, _ in first }
    aUnAutreNumero = demande.formulaire.demandeur.telephone?.autreLecture != nil && !demande.tousNumerosFaux
  }

  /// What remains of each of these facts, all of them in their order.
  mutating func restes(_ faits: [Fait]) -> [Effacee.Reste] {
    var restes: [Effacee.Reste] = []
    for fait in faits {
      guard let evenement = fait.evenement, let reste = reste(evenement) else { continue }
      restes.append(Effacee.Reste(seq: fait.seq, evenement: reste))
    }
    return restes
  }

  /// Nil where nothing is left to count.
  private mutating func reste(_ evenement: Evenement) -> Evenement? {
    switch evenement {
    case .recue(let recue): .recue(self.recue(recue))
    case .routee(let routee): .routee(self.routee(routee))
    case .attribuee(let attribuee):
      .attribuee(
        Attribuee(linf: attribuee.linf, motif: "", version: attribuee.version, marques: attribuee.marques))
    case .declinee(let declinee):
      .declinee(
        Declinee(
          linf: declinee.linf, raison: declinee.raison, note: nil, rattachement: nil, version: declinee.version))
    case .corrigee(let corrigee): correction(corrigee).map { .corrigee($0) }
    case .contact(let contact): .contact(self.contact(contact))
    case .cloture(let cloture): .cloture(Cloture(motif: cloture.motif, note: nil))
    case .motifCorrige(let cloture): .motifCorrige(Cloture(motif: cloture.motif, note: nil))
    case .rouverte: .rouverte(Rouverte(motif: ""))
    case .note: nil
    case .echeanceFixee(let fixee): .echeanceFixee(EcheanceFixee(le: fixee.le, motif: nil))
    case .suspendue: .suspendue(Suspendue(motif: ""))
    case .rendezVousFixe(let pose): .rendezVousFixe(self.pose(pose))
    case .rendezVousDeplace(let pose): .rendezVousDeplace(self.pose(pose))
    case .enfantConfirme(let confirme): .enfantConfirme(self.confirme(confirme))
    case .enfantAjoute(let ajoute): .enfantAjoute(self.ajoute(ajoute))
    case .fusionnee(let fusionnee): .fusionnee(Fusionnee(dans: fusionnee.dans, motif: nil))
    case .transfertPrevu, .transfertAbandonne, .prise, .laissee, .saisie, .contactAnnule, .silence, .reprise,
      .escalade, .rendezVousAnnule, .rendezVousExcuse, .rendezVousHonore, .rendezVousNonHonore, .solution,
      .solutionAnnulee, .enfantRetire, .rappelRendezVous, .defusionnee:
      evenement
    case .rejet, .rejetRejoue, .referentielCharge, .rattachementsChanges, .pieceAjoutee, .preuveScellee, .rejetExpire,
      .registreRestaure, .effacee:
      nil
    }
  }

  private mutating func recue(_ recue: Recue) -> Recue {
    self.formulaire = recue.formulaire
    restants = recue.formulaire.enfants.map(enfant)
    let (demandeur, besoin) = (recue.formulaire.demandeur, recue.formulaire.besoin)
    let formulaire = Formulaire(
      reference: Formulaire.referenceEffacee(numero), origine: recue.formulaire.origine,
      demandeur: Demandeur(
        telephone: demandeur.telephone.flatMap(telephone), rappel: demandeur.rappel.map { Rappel(canal: $0.canal) }),
      enfants: restants,
      besoin: Besoin(
        debut: besoin.debut, frequence: besoin.frequence, modes: besoin.modes,
        horairesAtypiques: besoin.horairesAtypiques, besoinSpecifique: besoin.besoinSpecifique,
        insertionProfessionnelle: besoin.insertionProfessionnelle))
    // That something in it was to be checked is a mark of the demande; what it was is the family's.
    let anomalies = recue.anomalies.isEmpty ? [] : [Anomalie(chemin: "", message: "effacée", saisi: nil)]
    return Recue(formulaire: formulaire, anomalies: anomalies, avertissements: [], empreinte: "")
  }

  /// Without the reasoning, which names streets, and the communes that the place could mean.
  private func routee(_ routee: Routee) -> Routee {
    let decision = routee.decision
    let issue: Decision.Issue =
      switch decision.issue {
      case .linf: decision.issue
      case .aOrienter(let raison, _, let departement):
        .aOrienter(raison, candidats: [], departement: departement)
      }
    return Routee(
      decision: Decision(
        issue: issue, marques: decision.marques, codeInsee: decision.codeInsee, lieu: decision.lieu,
        jour: decision.jour, etapes: []),
      version: routee.version, cause: routee.cause, reste: routee.reste)
  }

  private mutating func correction(_ corrigee: Corrigee) -> Corrigee? {
    let correction = corrigee.correction
    formulaire = formulaire.map(correction.applied)
    var reste = Correction()
    reste.debut = correction.debut
    // By another day they may be of another age, and another day of the month stands for their birth.
    for (index, enfant) in (formulaire?.enfants ?? []).enumerated() {
      guard let etape = enfant.etape.map(auMois), restants.indices.contains(index), restants[index].etape != etape
      else { continue }
      reste.enfants[index + 1] = etape
      restants[index].etape = etape
    }
    switch correction.telephone {
    case .garde: break
    case .devient(let corrected): reste.telephone = .devient(corrected.flatMap(telephone))
    }
    // Its place changed: where that is counts, what it was called does not.
    if reste.isEmpty, corrigee.propose != nil { reste.adresse = .devient(nil) }
    return reste.isEmpty ? nil : Corrigee(correction: reste, propose: corrigee.propose.map(routee))
  }

  private mutating func confirme(_ confirme: EnfantConfirme) -> EnfantConfirme {
    guard let naissance = confirme.naissance else { return EnfantConfirme(enfant: confirme.enfant, naissance: nil) }
    let index = confirme.enfant - 1
    let etape = auMois(.naissance(naissance))
    if formulaire?.enfants.indices.contains(index) == true, restants.indices.contains(index) {
      formulaire?.enfants[index].etape = .naissance(naissance)
      restants[index].etape = etape
    }
    return EnfantConfirme(enfant: confirme.enfant, naissance: etape.date)
  }

  private mutating func ajoute(_ ajoute: EnfantAjoute) -> EnfantAjoute {
    let reste = enfant(ajoute.enfant)
    formulaire?.enfants.append(ajoute.enfant)
    restants.append(reste)
    return EnfantAjoute(rang: ajoute.rang, enfant: reste)
  }

  private func contact(_ contact: Contact) -> Contact {
    Contact(
      sens: contact.sens, canal: contact.canal, resultat: contact.resultat, themes: contact.themes, note: nil,
      aRappelerLe: contact.aRappelerLe, numeroAppele: contact.numeroAppele.flatMap { numeros[$0] })
  }

  private func pose(_ pose: RendezVousPose) -> RendezVousPose {
    let place = pose.place
    return RendezVousPose(
      id: pose.id, linf: pose.linf,
      place: PlaceRendezVous(
        debut: place.debut, duree: place.duree, mode: place.mode, lieu: nil, poste: place.poste,
        horsHoraires: place.horsHoraires, malgreFermeture: place.malgreFermeture))
  }

  /// Nil where it cannot be called: then it counts for nothing. One whose other reading may yet be right is no number that
  /// was found wrong.
  private func telephone(_ telephone: Telephone) -> Telephone? {
    guard let e164 = telephone.e164, let stand = numeros[e164] else { return nil }
    let shown = aUnAutreNumero ? "effacé" : stand
    return Telephone(e164: shown, saisi: "effacé")
  }

  private func enfant(_ enfant: Enfant) -> Enfant { Enfant(prenom: nil, etape: enfant.etape.map(auMois)) }

  /// The first day of the month, or its last where the first would make another age of it.
  private func auMois(_ etape: Enfant.Etape) -> Enfant.Etape {
    let date = etape.date
    let first = date.advanced(byDays: 1 - date.jour)
    let next = first.advanced(byDays: 31)
    let last = next.advanced(byDays: -next.jour)
    let jour = formulaire?.besoin.debut ?? depot
    func isRight(_ other: DateCivile) -> Bool {
      ClasseDAge(Enfant(etape: etape.avec(other)), le: jour) == ClasseDAge(Enfant(etape: etape), le: jour)
    }
    return etape.avec(isRight(first) ? first : last)
  }
}

extension Enfant.Etape {
  fileprivate func avec(_ date: DateCivile) -> Enfant.Etape {
    switch self {
    case .naissance: .naissance(date)
    case .naissancePrevue: .naissancePrevue(date)
    case .adoptionPrevue: .adoptionPrevue(date)
    }
  }
}
