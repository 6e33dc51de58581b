// The tables of a bilan.

extension CalculDeBilan {
  typealias Tableau = Bilan.Tableau
  typealias Intitule = Bilan.Intitule

  func tableaux(_ lignes: [LigneDeBilan], _ perimetre: Perimetre) -> [Tableau] {
    let vivantes = lignes.filter { !$0.estAbsorbee }
    var tableaux = [
      mois(lignes), origines(lignes), canaux(lignes), suites(lignes), raisons(lignes), etats(lignes), motifs(lignes),
      delais(lignes), rendezVous(lignes), modes(vivantes), enfants(vivantes), nonCouverts(vivantes),
    ]
    tableaux += BesoinsNonCouverts(vivantes, referentiel, perimetre).tableaux
    if perimetre.genre != .commune { tableaux.append(communes(lignes)) }
    if perimetre == .caf { tableaux.append(parLinf(lignes)) }
    return tableaux
  }

  private func mois(_ lignes: [LigneDeBilan]) -> Tableau {
    let byMonth = Dictionary(grouping: lignes, by: \.mois)
    return Tableau(
      .mois,
      colonnes: [Intitule("recues", "reçues"), Intitule(SuiteDonnee.repondue), Intitule(SuiteDonnee.injoignable)],
      lignes: (1...12).map { month in
        let own = byMonth[month] ?? []
        return Tableau.Ligne(
          Intitule("\(month)", DateCivile.nomsDesMois[month - 1]),
          [own.count, own.count { $0.suite == .repondue }, own.count { $0.suite == .injoignable }])
      })
  }

  private func origines(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.map { $0.origine })
    return colonne(
      .origines, "recues", "reçues",
      Origine.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) }
        + [("inconnue", "origine inconnue", counts[nil, default: 0])])
  }

  private func canaux(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.map { $0.canal })
    return colonne(
      .canaux, "recues", "reçues",
      Rappel.Canal.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) }
        + [("nonDit", "non dit", counts[nil, default: 0])])
  }

  private func suites(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.map(\.suite))
    return colonne(
      .suites, "demandes", "demandes", SuiteDonnee.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) })
  }

  private func raisons(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.filter { $0.etat == .aOrienter }.compactMap(\.raison))
    return colonne(
      .raisons, "demandes", "demandes",
      RaisonAOrienter.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) })
  }

  private func etats(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.map(\.etat))
    return colonne(
      .etats, "demandes", "demandes", Etat.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) })
  }

  private func motifs(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.compactMap(\.motif))
    return colonne(
      .motifs, "demandes", "demandes", MotifCloture.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) })
  }

  private func delais(_ lignes: [LigneDeBilan]) -> Tableau {
    let answers = lignes.filter { $0.suite == .repondue }.compactMap(\.repondue)
    let filed = Self.compte(answers.lazy.map { ClasseDeDelai(joursOuverts: $0.depuisDepot.joursOuverts) })
    let assigned = Self.compte(answers.lazy.map { ClasseDeDelai(joursOuverts: $0.depuisAttribution.joursOuverts) })
    return Tableau(
      .delais,
      colonnes: [Intitule("depuisDepot", "depuis le dépôt"), Intitule("depuisAttribution", "depuis l’attribution")],
      lignes: ClasseDeDelai.allCases.map {
        Tableau.Ligne(Intitule($0), [filed[$0, default: 0], assigned[$0, default: 0]])
      })
  }

  private func rendezVous(_ lignes: [LigneDeBilan]) -> Tableau {
    let given = lignes.flatMap(\.rendezVous)
    let toFill = given.count { $0.estARenseigner(at: arreteAu) }
    let counts = Self.compte(given.lazy.map(\.statut))
    return colonne(
      .rendezVous, "rendezVous", "rendez-vous",
      RendezVous.Statut.allCases.map { statut in
        (statut.rawValue, statut.libelle, counts[statut, default: 0] - (statut == .prevu ? toFill : 0))
      } + [("aRenseigner", "à renseigner", toFill)])
  }

  private func modes(_ lignes: [LigneDeBilan]) -> Tableau {
    let wished = Self.compte(lignes.lazy.flatMap { $0.souhaites.map(\.rawValue) })
    let first = Self.compte(lignes.lazy.compactMap { $0.souhaites.first?.rawValue })
    let found = Self.compte(lignes.lazy.flatMap(\.enfants).flatMap { $0.modes.map(\.rawValue) })
    let codes = ModeDAccueil.allCases.map { Intitule($0) } + [Intitule(Mode.indifferent.rawValue, "sans préférence")]
    return Tableau(
      .modes,
      colonnes: [
        Intitule("souhaites", "souhaités (familles)"), Intitule("premierChoix", "en premier (familles)"),
        Intitule("trouves", "trouvés (enfants)"),
      ],
      lignes: codes.map { code in
        Tableau.Ligne(
          code, [wished[code.code, default: 0], first[code.code, default: 0], found[code.code, default: 0]])
      })
  }

  private func enfants(_ lignes: [LigneDeBilan]) -> Tableau {
    let children = lignes.flatMap(\.enfants)
    let counts = Self.compte(children.lazy.map(\.etat))
    let wished = Self.compte(children.lazy.filter(\.estSouhaite).map(\.etat))
    return Tableau(
      .enfants, colonnes: [Intitule("enfants", "enfants"), Intitule("souhaites", "dont un mode souhaité")],
      lignes: EtatEnfant.allCases.map {
        Tableau.Ligne(Intitule($0), [counts[$0, default: 0], wished[$0, default: 0]])
      })
  }

  private func nonCouverts(_ lignes: [LigneDeBilan]) -> Tableau {
    let counts = Self.compte(lignes.lazy.flatMap(\.enfants).compactMap(\.raison))
    return colonne(
      .nonCouverts, "enfants", "enfants",
      BesoinNonCouvert.allCases.map { ($0.rawValue, $0.libelle, counts[$0, default: 0]) })
  }

  private func parLinf(_ lignes: [LigneDeBilan]) -> Tableau {
    let byLinf = Dictionary(grouping: lignes, by: \.linf)
    let names = Dictionary(
      uniqueKeysWithValues: (referentiel?.linf ?? []).map { ($0.id, $0.nom) })
    let ids = Set(names.keys).union(byLinf.keys.compactMap(\.self)).sorted()
    var rows = ids.map { id in ligne(Intitule(id, names[id] ?? id), byLinf[id] ?? []) }
    rows.append(ligne(Intitule("sansLinf", "sans LINF"), byLinf[nil] ?? []))
    return Tableau(.linf, colonnes: Self.colonnesDeReponse, lignes: rows)
  }

  private static let colonnesDeReponse =
    [Intitule("recues", "reçues")] + SuiteDonnee.allCases.map { Intitule($0.rawValue, $0.court) }
    + [Intitule("aTemps", "à temps")]

  private func ligne(_ intitule: Intitule, _ lignes: [LigneDeBilan]) -> Tableau.Ligne {
    let counts = Self.compte(lignes.lazy.map(\.suite))
    let inTime = lignes.count { $0.suite == .repondue && $0.repondue?.estATemps == true }
    return Tableau.Ligne(
      intitule, [lignes.count] + SuiteDonnee.allCases.map { counts[$0, default: 0] } + [inTime])
  }

  private func colonne(
    _ code: CodeDeTableau, _ colonne: String, _ libelle: String, _ rows: [(code: String, libelle: String, count: Int)]
  ) -> Tableau {
    Tableau(
      code, colonnes: [Intitule(colonne, libelle)],
      lignes: rows.map { Tableau.Ligne(Intitule($0.code, $0.libelle), [$0.count]) })
  }
}
