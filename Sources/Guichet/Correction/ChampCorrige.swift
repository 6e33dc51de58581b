/// One value that a correction changed, with what the form said before and says since. The values are the family's.
package struct ChampCorrige: Hashable, Sendable {
  /// JSON Pointer (RFC 6901) into the form, down to the single value.
  package let chemin: String
  /// A phone as it was typed, a day in ISO; nil where there was nothing.
  package let avant: String?
  /// The same of what it says since; nil where it was emptied.
  package let apres: String?

  package init(chemin: String, avant: String?, apres: String?) {
    self.chemin = chemin
    self.avant = avant
    self.apres = apres
  }
}

/// One correction of a demande, as its facts tell it.
package struct CorrectionPassee: Hashable, Sendable {
  package let le: Instant
  /// The fact that tells it.
  package let seq: Int64
  /// Who corrected: the id of an agent.
  package let auteur: Int64
  /// In the order of the form.
  package let champs: [ChampCorrige]
}

extension Sequence<Fait> {
  /// The corrections among the facts of one demande, given from its first.
  package var corrections: [CorrectionPassee] {
    var formulaire: Formulaire?
    var corrections: [CorrectionPassee] = []
    for fait in self {
      switch fait.evenement {
      case .recue(let recue): formulaire = recue.formulaire
      case .corrigee(let corrigee):
        guard let before = formulaire else { continue }
        corrections.append(
          CorrectionPassee(
            le: fait.enregistreLe, seq: fait.seq, auteur: fait.auteur,
            champs: corrigee.correction.changements(de: before)))
        formulaire = corrigee.correction.applied(to: before)
      // Children that came later are corrected by their ranks too.
      case .enfantAjoute(let ajoute): formulaire?.enfants.append(ajoute.enfant)
      case .enfantConfirme(let confirme):
        guard let naissance = confirme.naissance, formulaire?.enfants.indices.contains(confirme.enfant - 1) == true
        else { continue }
        formulaire?.enfants[confirme.enfant - 1].etape = .naissance(naissance)
      default: continue
      }
    }
    return corrections
  }
}

extension Correction {
  /// What it changes in that form, value by value.
  package func changements(de formulaire: Formulaire) -> [ChampCorrige] {
    let corrected = applied(to: formulaire)
    var champs: [ChampCorrige] = []
    func compare(_ chemin: Chemin, _ value: (Formulaire) -> String?) {
      let (before, after) = (value(formulaire), value(corrected))
      if before != after { champs.append(ChampCorrige(chemin: chemin.pointeur, avant: before, apres: after)) }
    }
    func compare(_ place: Emplacement, _ adresse: (Formulaire) -> Adresse?) {
      compare(Chemin(place, cle: "voie")) { adresse($0)?.voie }
      compare(Chemin(place, cle: "codePostal")) { adresse($0)?.codePostal }
      compare(Chemin(place, cle: "commune")) { adresse($0)?.commune }
      compare(Chemin(place, cle: "codeInsee")) { adresse($0)?.codeInsee }
    }
    compare(Chemin(.demandeur, cle: "telephone")) { $0.demandeur.telephone?.saisi }
    compare(Chemin(.demandeur, cle: "courriel")) { $0.demandeur.courriel }
    compare(.adresse) { $0.demandeur.adresse }
    for index in formulaire.enfants.indices {
      compare(Chemin(.enfants, index: index, cle: "naissance")) {
        if case .naissance(let date) = $0.enfants[index].etape { date.iso } else { nil }
      }
      compare(Chemin(.enfants, index: index, cle: "naissancePrevue")) {
        if case .naissancePrevue(let date) = $0.enfants[index].etape { date.iso } else { nil }
      }
      compare(Chemin(.enfants, index: index, cle: "adoptionPrevue")) {
        if case .adoptionPrevue(let date) = $0.enfants[index].etape { date.iso } else { nil }
      }
    }
    compare(.lieu) { $0.besoin.lieu }
    compare(Chemin(.besoin, cle: "debut")) { $0.besoin.debut?.iso }
    return champs
  }
}
