/// Makes the preuve of a LINF of the very lines that make its bilan.
package struct CalculDePreuve: Sendable {
  package let calcul: CalculDeBilan
  /// The chain's value at the last fact that counts, in hexadecimal.
  package let chaine: String
  /// The version of the référentiel of `calcul`.
  package let referentiel: Int
  /// See `Preuve.delais`.
  package let delais: String
  package let pieces: [Preuve.Piece]

  /// Days after the wished start by which what a family found should be known.
  static let delaiDIssue = 60

  package init(
    _ calcul: CalculDeBilan, chaine: String, referentiel: Int, delais: String, pieces: [Preuve.Piece]
  ) {
    self.calcul = calcul
    self.chaine = chaine
    self.referentiel = referentiel
    self.delais = delais
    self.pieces = pieces
  }

  /// - Returns: nil before the first day of the year.
  package func preuve(_ linf: Linf) -> Preuve? {
    guard let first = DateCivile(annee: calcul.annee, mois: 1, jour: 1),
      let last = DateCivile(annee: calcul.annee, mois: 12, jour: 31)
    else { return nil }
    // A moment at which a day begins closes the day before.
    let day = calcul.horloges.heures.fuseau.date(of: Instant(microseconds: calcul.arreteAu.microseconds - 1))
    guard first <= day else { return nil }
    let own = calcul.groupes.de(linf.id)
    let bilan = calcul.bilan(.linf(linf.id), nom: linf.nom)
    let attached = pieces.filter { $0.fait.linf == linf.id && $0.fait.annee == calcul.annee }
    let droits = DroitsDeLAnnee(linf.habilitations, du: first, au: min(day, last))
    return Preuve(
      annee: calcul.annee, linf: linf.id, nom: linf.nom, arreteAu: calcul.arreteAu, jour: droits.au, seq: calcul.seq,
      chaine: chaine, referentiel: referentiel, delais: delais,
      illisibles: calcul.illisibles,
      points: [
        droitsEtLacunes(droits, linf.id), centralisation(own, bilan, linf.id), reponses(own, bilan),
        suivi(own, bilan, day), self.pieces(attached),
      ], pieces: attached, demandes: own.map(\.citee))
  }

  private func droitsEtLacunes(_ droits: DroitsDeLAnnee, _ linf: String) -> PointDePreuve {
    let fuseau = calcul.horloges.heures.fuseau
    let concerned = (calcul.groupes.de(linf) + calcul.groupes.passees(par: linf)).sorted { $0.numero < $1.numero }.map {
      (jour: fuseau.date(of: $0.recueLe), citee: $0.citee)
    }
    let lacunes = droits.manques.map { manque in
      PointDePreuve.Lacune(
        du: manque.du, au: manque.au, manque: manque.manque,
        demandes: concerned.filter { manque.du <= $0.jour && $0.jour <= manque.au }.map(\.citee))
    }
    var point = PointDePreuve(
      .droits,
      .droits(
        jours: droits.jours, lesDeux: droits.joursLesDeux, demandes: lacunes.reduce(0) { $0 + $1.demandes.count }))
    point.chiffres = [
      .init(.jours, droits.jours), .init(.joursReferencement, droits.joursReferencement),
      .init(.joursHabilitation, droits.joursHabilitation), .init(.joursLesDeux, droits.joursLesDeux),
    ]
    point.periodes = droits.periodes
    point.lacunes = lacunes
    return point
  }

  private func centralisation(_ own: [LigneDeBilan], _ bilan: Bilan, _ linf: String) -> PointDePreuve {
    let elsewhere = calcul.groupes.sorties(de: linf).compactMap { ligne -> (LigneDeBilan, CauseDeSortie)? in
      guard ligne.linf != nil, let left = ligne.sorties.first(where: { $0.linf == linf }) else { return nil }
      return (ligne, left.cause)
    }
    let came = own.filter { !$0.passages.isEmpty }
    let outside = own.filter(\.estHorsHabilitation)
    var point = PointDePreuve(
      .centralisation,
      .centralisation(recues: own.count, ailleurs: elsewhere.count, illisibles: calcul.illisibles.count))
    point.chiffres =
      Self.figures(bilan, [.recues, .doublons, .horsHabilitation])
      + [.init(.ailleurs, elsewhere.count), .init(.venuesDAilleurs, came.count)]
    point.repartitions = [
      Self.repartition(.origines, Origine.self, own.map { $0.origine?.rawValue }),
      Self.repartition(.canaux, Rappel.Canal.self, own.map { $0.canal?.rawValue }),
      Self.repartition(.sorties, CauseDeSortie.self, elsewhere.map(\.1.rawValue)),
    ]
    point.listes = [
      .init(code: .ailleurs, demandes: elsewhere.map(\.0.citee)),
      .init(code: .venuesDAilleurs, demandes: came.map(\.citee)),
      .init(code: .horsHabilitation, demandes: outside.map(\.citee)),
    ]
    return point
  }

  private func reponses(_ own: [LigneDeBilan], _ bilan: Bilan) -> PointDePreuve {
    let open = own.filter { [.enAttente, .closeSansReponse].contains($0.suite) }
    let without = open.filter { !$0.estDansSonDelai(calcul.arreteAu) }
    let waiting = open.filter { $0.estDansSonDelai(calcul.arreteAu) }
    let closed = without.count { $0.suite == .closeSansReponse }
    var point = PointDePreuve(
      .reponses,
      .reponses(
        recues: own.count, enRetard: without.count - closed, closes: closed, dansLeDelai: waiting.count))
    point.chiffres =
      Self.figures(
        bilan, [.tentees, .tenteesATemps, .repondues, .reponduesATemps, .injoignables, .enAttente, .closesSansReponse])
      + [.init(.sansReponse, without.count), .init(.dansLeDelai, waiting.count)]
    point.repartitions = [Self.repartition(.suites, SuiteDonnee.self, own.map(\.suite.rawValue))]
    let answers: [(Reponse.Degre, [Reponse])] = [
      (.tentee, own.filter { !$0.estAbsorbee }.compactMap(\.tentee)),
      (.repondue, own.filter { $0.suite == .repondue }.compactMap(\.repondue)),
      (.injoignable, own.filter { $0.suite == .injoignable }.compactMap(\.injoignable)),
    ]
    point.delais = answers.flatMap { degre, reponses in
      [
        Self.delai(degre, .depot, reponses, reponses.map(\.depuisDepot)),
        Self.delai(degre, .attribution, reponses, reponses.map(\.depuisAttribution)),
      ]
    }
    point.listes = [
      .init(code: .sansReponse, demandes: without.map(\.citee)),
      .init(code: .dansLeDelai, demandes: waiting.map(\.citee)),
    ]
    return point
  }

  private func suivi(_ own: [LigneDeBilan], _ bilan: Bilan, _ day: DateCivile) -> PointDePreuve {
    let counted = own.filter { !$0.estAbsorbee }
    let children = counted.flatMap(\.enfants)
    let open = counted.filter { $0.estSansIssue(le: day) }
    let left = children.count { !$0.etat.estRegle }
    var point = PointDePreuve(.suivi, .suivi(enfants: children.count, nonRegles: left, sansIssue: open.count))
    point.chiffres =
      Self.figures(bilan, [.enfants, .enfantsRegles])
      + [
        .init(.enfantsNonRegles, left),
        .init(.relances, counted.reduce(0) { $0 + $1.contactsApresReponse }), .init(.sansIssue, open.count),
      ]
    point.repartitions = [Self.repartition(.issues, EtatEnfant.self, children.map(\.etat.rawValue))]
    point.listes = [.init(code: .sansIssue, demandes: open.map(\.citee))]
    return point
  }

  private func pieces(_ attached: [Preuve.Piece]) -> PointDePreuve {
    var point = PointDePreuve(.pieces, .pieces(attached.count))
    point.chiffres = [.init(.pieces, attached.count)]
    return point
  }

  private static func figures(_ bilan: Bilan, _ codes: [ChiffreDeBilan]) -> [PointDePreuve.Chiffre] {
    codes.map { PointDePreuve.Chiffre(code: $0.rawValue, valeur: bilan.chiffre($0)) }
  }

  /// Every code with its count, those without any too; what is not said comes last, where there is some.
  private static func repartition<Code: CodeLibelle>(
    _ code: CodeDeRepartition, _ codes: Code.Type, _ values: [String?]
  ) -> PointDePreuve.Repartition {
    let counts = CalculDeBilan.compte(values.map { $0 ?? CodeDeRepartition.inconnu })
    var parts = Code.allCases.map { PointDePreuve.Chiffre(code: $0.rawValue, valeur: counts[$0.rawValue] ?? 0) }
    if values.contains(nil) {
      let rest = values.count { $0 == nil }
      parts.append(PointDePreuve.Chiffre(code: CodeDeRepartition.inconnu, valeur: rest))
    }
    return PointDePreuve.Repartition(code: code, parts: parts)
  }

  private static func delai(
    _ degre: Reponse.Degre, _ depuis: PointDePreuve.Delai.Depart, _ reponses: [Reponse], _ delais: [DelaiMesure]
  ) -> PointDePreuve.Delai {
    let open = delais.map(\.ouvert.minutes)
    let calendar = delais.map { Int($0.secondes / 60) }
    return PointDePreuve.Delai(
      degre: degre, depuis: depuis, nombre: reponses.count, aTemps: reponses.count(where: \.estATemps),
      ouvertMediane: CalculDeBilan.mediane(open), ouvertMoyenne: CalculDeBilan.moyenne(open),
      calendaireMediane: CalculDeBilan.mediane(calendar), calendaireMoyenne: CalculDeBilan.moyenne(calendar))
  }
}

extension LigneDeBilan {
  var citee: Preuve.DemandeCitee { Preuve.DemandeCitee(numero: numero, suite: suite) }

  /// It waits for its answer, and the échéance of its first contact has not passed at that moment.
  fileprivate func estDansSonDelai(_ moment: Instant) -> Bool {
    suite == .enAttente && aRepondreLe.map { moment <= $0 } ?? true
  }

  /// Outgoing contacts after the answer.
  fileprivate var contactsApresReponse: Int { contactsPourRepondre.map { contactsSortants - $0 } ?? 0 }

  /// What one of its children found is not known so long after the wished start, and nobody has given it up for a reason.
  fileprivate func estSansIssue(le day: DateCivile) -> Bool {
    guard let debut, debut.advanced(byDays: CalculDePreuve.delaiDIssue) < day else { return false }
    guard etat != .close || motif == .sansNouvelle else { return false }
    return enfants.contains { !$0.etat.estRegle }
  }
}
