extension Fait {
  /// What happened, one French sentence without anything of the family.
  package var resume: String {
    guard let evenement else { return "\(nature.libelle.capitalisee) (contenu effacé)." }
    switch evenement {
    case .recue(let recue):
      let origine = recue.formulaire.origine.map { " \($0.libelle)" } ?? ""
      return switch recue.anomalies.count {
      case 0: "Formulaire reçu\(origine), sans anomalie."
      case 1: "Formulaire reçu\(origine), avec une anomalie."
      case let count: "Formulaire reçu\(origine), avec \(count) anomalies."
      }
    case .routee(let routee):
      let cause = routee.cause == .reception ? "" : ", \(routee.cause.libelle)"
      let base = (routee.version == 0 ? "sans référentiel" : "par le référentiel \(routee.version)") + cause
      switch routee.decision.issue {
      case .linf(let linf, let regle):
        return "\(routee.reste ? "Reste à" : "Routée vers") \(linf) \(base), \(regle.libelle)."
      case .aOrienter(let raison, _, let departement):
        let why = raison.libelle(departement: departement, marques: routee.decision.marques)
        return "\(routee.reste ? "Reste à" : "À") orienter \(base) : \(why)."
      }
    case .attribuee(let attribuee):
      return "Attribuée à \(attribuee.linf) par une personne, qui la verrouille (référentiel \(attribuee.version))."
    case .declinee(let declinee):
      return "Déclinée par \(declinee.linf) : \(declinee.raison.libelle)."
    case .corrigee(let corrigee):
      return "Demande corrigée : \(corrigee.correction.libelles.joined(separator: ", "))"
        + (corrigee.propose.map { " ; \($0.proposition)" } ?? "") + "."
    case .transfertPrevu(let prevu):
      let target = prevu.vers.map { ", vers \($0)" } ?? ""
      return "Suivra sa commune le \(prevu.le.francaise)\(target), par la décision d’une personne."
    case .transfertAbandonne(let abandonne):
      return abandonne.phrase
    case .rejet(let rejet):
      return "Fichier refusé (\(rejet.motif.code.libelle)), rejet \(rejet.id)."
    case .rejetRejoue(let rejoue):
      return rejoue.corrige ? "Rejet \(rejoue.id) corrigé et rejoué." : "Rejet \(rejoue.id) rejoué tel quel."
    case .referentielCharge(let charge):
      return "Référentiel \(charge.version) chargé : \(charge.communes) communes, \(charge.linf) LINF."
    case .rattachementsChanges(let changes):
      return changes.phrase
    case .prise:
      return "Prise en main par une personne pour \(Prise.duree / 60) minutes."
    case .laissee:
      return "Laissée : personne ne l’a plus en main."
    case .saisie(let saisie):
      return saisie.phrase
    case .contact(let contact):
      return contact.phrase
    case .contactAnnule:
      return "Dernier contact annulé par qui l’avait noté."
    case .cloture(let cloture):
      return "Close : \(cloture.motif.libelle)."
    case .motifCorrige(let cloture):
      return "Motif de clôture corrigé : \(cloture.motif.libelle)."
    case .rouverte:
      return "Rouverte par une personne ; ses délais repartent."
    case .note:
      return "Note ajoutée par une personne."
    case .silence:
      return "La famille n’est plus relancée."
    case .echeanceFixee(let fixee):
      return fixee.le == nil
        ? "Échéance rendue à la règle." : "Échéance fixée par une personne ; aucune règle ne la change."
    case .suspendue:
      return "Délai suspendu par une personne."
    case .reprise:
      return "Délai repris."
    case .escalade(let escalade):
      return escalade.phrase
    case .rendezVousFixe(let pose):
      return "Rendez-vous \(pose.id) fixé \(pose.place.mode.libelle), \(pose.place.duree) minutes."
    case .rendezVousDeplace(let pose):
      return "Rendez-vous \(pose.id) déplacé, \(pose.place.mode.libelle), \(pose.place.duree) minutes."
    case .rendezVousAnnule(let vise): return "Rendez-vous \(vise.id) annulé par le lieu d’information."
    case .rendezVousExcuse(let vise): return "Rendez-vous \(vise.id) excusé par la famille."
    case .rendezVousHonore(let vise): return "Rendez-vous \(vise.id) honoré."
    case .rendezVousNonHonore(let vise): return "Rendez-vous \(vise.id) non honoré : la famille n’est pas venue."
    case .solution(let notee): return notee.phrase
    case .solutionAnnulee(let annulee): return "Enfant \(annulee.enfant) : n° \(annulee.id) annulé, noté par erreur."
    case .enfantConfirme(let confirme):
      return "Enfant \(confirme.enfant) : "
        + (confirme.naissance == nil ? "n’est plus attendu." : "naissance confirmée.")
    case .enfantAjoute(let ajoute): return "Enfant \(ajoute.rang) ajouté par une personne."
    case .enfantRetire(let retire): return "Enfant \(retire.enfant) retiré : il avait été entré par erreur."
    case .rappelRendezVous(let rappel): return rappel.phrase
    // Without the other's numero: it may be another LINF's.
    case .fusionnee: return "Fusionnée par une personne dans une autre demande de la même famille."
    case .defusionnee: return "Fusion défaite par une personne ; ses délais repartent."
    case .pieceAjoutee(let piece): return piece.phrase
    case .preuveScellee(let scellee): return scellee.phrase
    case .rejetExpire(let expire): return expire.phrase
    case .registreRestaure(let restaure): return restaure.phrase
    case .effacee(let effacee):
      return "Effacée \(effacee.cause.libelle) : il n’en reste que ce que comptent les bilans."
    }
  }
}

extension Routee {
  /// What the rules say of a place that was corrected, the end of a sentence.
  fileprivate var proposition: String {
    let base = version == 0 ? "sans référentiel" : "par le référentiel \(version)"
    return switch decision.issue {
    case .linf(let linf, _): "elle relève de \(linf) \(base)"
    case .aOrienter(let raison, _, let departement):
      "elle serait à orienter \(base) (\(raison.libelle(departement: departement)))"
    }
  }
}

extension String {
  fileprivate var capitalisee: String { prefix(1).uppercased() + dropFirst() }
}
