// Who has a demande in hand: each act gives the facts to record, or says why not.

extension Demande {
  /// Whether somebody has it in hand at that instant.
  package func estPrise(at now: Instant) -> Bool { prise?.court(at: now) == true }

  /// The lease that keeps everybody but this agent off at that instant; nil where none does.
  package func priseDUnAutre(que agent: Int64, at now: Instant) -> Prise? {
    guard let prise, prise.court(at: now), prise.agent != agent else { return nil }
    return prise
  }

  /// Refuses what a person would do while another has it in hand. What the rules do is never held back.
  package func admettreLActe(de agent: Int64, at now: Instant) throws(ActeRefuse) {
    if let prise = priseDUnAutre(que: agent, at: now) { throw ActeRefuse(prise) }
  }

  /// A person takes it in hand for `Prise.duree`, or for as long again.
  ///
  /// - Parameter sciemment: even where another has it.
  package func prendre(par agent: Int64, at now: Instant, sciemment: Bool) throws(ActeRefuse) -> [Evenement] {
    try admettre(.prise)
    if !sciemment { try admettreLActe(de: agent, at: now) }
    // Taken again at once it is as good as new: a script that asks again and again does not fill the journal.
    if let prise, prise.agent == agent, now.advanced(bySeconds: Prise.duree - 60) < prise.jusqua { return [] }
    return [.prise(PriseEnMain(jusqua: now.advanced(bySeconds: Prise.duree)))]
  }

  /// A person lets it go.
  ///
  /// - Parameter pourAutrui: whether it may let go what another has.
  package func laisser(par agent: Int64, at now: Instant, pourAutrui: Bool) throws(ActeRefuse) -> [Evenement] {
    try admettre(.laissee)
    guard let prise, prise.court(at: now) else {
      throw ActeRefuse(.dejaLa, "Personne ne l’a en main ; rien ne change.")
    }
    if !pourAutrui { try admettreLActe(de: agent, at: now) }
    return [.laissee(Laissee(agent: prise.agent))]
  }
}
