// Children who come, who do not come, and who were forgotten: each act gives the facts to record, or says why not.

extension Demande {
  /// A person enters that an expected child is there.
  ///
  /// - Parameters:
  ///   - enfant: its rank; nil for the only one that is expected, or else the only one.
  ///   - today: in the Caf's time zone.
  package func confirmer(
    enfant: Int?, naissance: DateCivile, le today: DateCivile
  ) throws(ActeRefuse) -> [Evenement] {
    try admettre(.enfantConfirme)
    let enfant = try enfantAttendu(enfant)
    try Self.admettre(naissance: naissance, le: today)
    if case .naissance(let known) = formulaire.enfants[enfant - 1].etape {
      guard known != naissance else {
        throw ActeRefuse(.dejaLa, "La naissance de l’enfant \(enfant) est déjà notée à ce jour ; rien ne change.")
      }
      // A date that was wrong is corrected, not confirmed: a slip of the rank must not change another child's.
      throw ActeRefuse(
        .incoherent,
        "L’enfant \(enfant) est déjà né, le \(known.francaise) ; si ce jour est faux, « guichetctl demande corriger » le "
          + "corrige.")
    }
    return [.enfantConfirme(EnfantConfirme(enfant: enfant, naissance: naissance))]
  }

  /// A person enters that a child is no longer expected. Nobody asks why.
  package func neSeraPas(enfant: Int?) throws(ActeRefuse) -> [Evenement] {
    try admettre(.enfantConfirme)
    let enfant = try enfantAttendu(enfant)
    guard !enfantsPlusAttendus.contains(enfant) else { throw ActeRefuse(.dejaLa, "C’est déjà noté ; rien ne change.") }
    if case .naissance = formulaire.enfants[enfant - 1].etape {
      throw ActeRefuse(
        .incoherent,
        "L’enfant \(enfant) est noté comme né ; s’il ne cherche plus d’accueil, closez la demande, et s’il a été entré par "
          + "erreur, « guichetctl enfant retirer » le retire.")
    }
    return [.enfantConfirme(EnfantConfirme(enfant: enfant, naissance: nil))]
  }

  /// A person adds a child that the form does not tell of, as a twin.
  ///
  /// - Parameter today: in the Caf's time zone.
  package func ajouter(_ enfant: Enfant, le today: DateCivile) throws(ActeRefuse) -> [Evenement] {
    try admettre(.enfantAjoute)
    guard formulaire.enfants.count < Self.enfantsAuPlus else {
      throw ActeRefuse(.incoherent, "La demande a déjà \(Self.enfantsAuPlus) enfants ; elle n’en prend pas davantage.")
    }
    switch enfant.etape {
    case .naissance(let date): try Self.admettre(naissance: date, le: today)
    case .naissancePrevue(let date):
      try Self.admettre(prevue: date, "naissance prévue", le: today, BornesDeDates.naissancePrevue)
    case .adoptionPrevue(let date):
      try Self.admettre(prevue: date, "adoption prévue", le: today, BornesDeDates.adoptionPrevue)
    case nil:
      throw ActeRefuse(.incoherent, "Donnez une date à cet enfant : sa naissance, ou celle qui est prévue.")
    }
    return [.enfantAjoute(EnfantAjoute(rang: formulaire.enfants.count + 1, enfant: enfant))]
  }

  /// A person withdraws a child that was entered by mistake; the others keep their ranks.
  package func retirer(enfant: Int) throws(ActeRefuse) -> [Evenement] {
    try admettre(.enfantRetire)
    guard enfants.contains(enfant) else { throw Self.sansEnfant(enfant, parmi: enfants) }
    guard enfants.count > 1 else {
      throw ActeRefuse(
        .incoherent, "C’est le seul enfant de la demande ; corrigez sa date par « guichetctl demande corriger ».")
    }
    return [.enfantRetire(EnfantRetire(enfant: enfant))]
  }

  private static let enfantsAuPlus = 20

  /// The child that is meant: the only one of whom it is not known that it is born, where no rank is given.
  private func enfantAttendu(_ enfant: Int?) throws(ActeRefuse) -> Int {
    if let enfant {
      guard enfants.contains(enfant) else { throw Self.sansEnfant(enfant, parmi: enfants) }
      return enfant
    }
    let expected = enfantsConcernes.filter { rank in
      if case .naissance = formulaire.enfants[rank - 1].etape { false } else { true }
    }
    if expected.count == 1 { return expected[0] }
    guard let only = try enfantUnique(parmi: expected.isEmpty ? enfants : expected) else {
      throw ActeRefuse(
        .incoherent, "Dites de quel enfant : --enfant \(Self.rangs(expected.isEmpty ? enfants : expected)).")
    }
    return only
  }

  private static func sansEnfant(_ enfant: Int, parmi all: [Int]) -> ActeRefuse {
    ActeRefuse(.incoherent, "La demande n’a pas d’enfant \(enfant) ; dites duquel : --enfant \(rangs(all)).")
  }

  private static func admettre(naissance: DateCivile, le today: DateCivile) throws(ActeRefuse) {
    guard naissance <= today else {
      throw ActeRefuse(
        .incoherent, "La naissance du \(naissance.francaise) est à venir ; elle se note quand l’enfant est là.")
    }
    guard naissance.daysSince1970 - today.daysSince1970 >= BornesDeDates.naissance.lowerBound else {
      throw ActeRefuse(.incoherent, "La naissance du \(naissance.francaise) est celle d’un adulte ; vérifiez l’année.")
    }
  }

  private static func admettre(
    prevue date: DateCivile, _ nom: String, le today: DateCivile, _ bornes: ClosedRange<Int>
  ) throws(ActeRefuse) {
    guard bornes.contains(date.daysSince1970 - today.daysSince1970) else {
      throw ActeRefuse(
        .incoherent,
        "La \(nom) du \(date.francaise) est trop loin d’aujourd’hui ; vérifiez l’année, ou donnez sa naissance.")
    }
  }
}
