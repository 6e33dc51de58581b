// How a demande is merged into another of the same family, and taken out of it again. Nothing moves: the one that is
// absorbed is closed by a fact that says into which, and stands again where its other facts put it once that is undone.

extension Demande {
  /// A person merges it into another.
  ///
  /// - Parameters:
  ///   - survivante: the other, which stays.
  ///   - suite: into which that one was merged, and that one in turn, to the last; empty where it was not.
  ///   - parSuperviseur: whether who merges answers for the demandes of all LINF.
  package func fusionner(
    dans survivante: Demande, motif: String?, suite: [Numero], fuseau: Fuseau, parSuperviseur: Bool
  ) throws(ActeRefuse) -> [Evenement] {
    guard numero != survivante.numero else {
      throw ActeRefuse(.regle, "Une demande ne se fusionne pas dans elle-même ; donnez les numéros de deux demandes.")
    }
    if let fusionneeDans {
      throw ActeRefuse(
        .dejaLa,
        fusionneeDans == survivante.numero
          ? "Elle est déjà fusionnée dans cette demande ; rien ne change."
          : "Elle est déjà fusionnée dans la demande \(fusionneeDans.texte) ; défaites d’abord cette fusion.")
    }
    if let first = suite.first, let last = suite.last {
      guard !suite.contains(numero) else {
        throw ActeRefuse(
          .regle,
          "La demande \(survivante.numero.texte) est fusionnée dans celle-ci : elle ne peut pas la recevoir ; défaites "
            + "d’abord cette fusion.")
      }
      throw ActeRefuse(
        .regle,
        "La demande \(survivante.numero.texte) est elle-même fusionnée dans la demande \(first.texte) ; fusionnez dans "
          + "la demande \(last.texte).")
    }
    try admettre(.fusionnee)
    guard survivante.effaceeLe == nil else {
      throw ActeRefuse(
        .regle,
        "La demande \(survivante.numero.texte) a été effacée : rien n’y est plus noté ; laissez "
          + "celle-ci ouverte.")
    }
    if let cloture = survivante.cloture {
      throw ActeRefuse(
        .regle,
        "La demande \(survivante.numero.texte) est close (\(cloture.motif.libelle)) : personne ne répondrait plus à la "
          + "famille ; rouvrez-la d’abord, ou laissez celle-ci ouverte.")
    }
    if rendezVousPrevu != nil {
      throw ActeRefuse(
        .regle, "Un rendez-vous est fixé pour elle : annulez-le, ou dites ce qu’il en a été, avant de la fusionner.")
    }
    if RegleDoublons.sontParentsSepares(DemandeComparee(self, fuseau), DemandeComparee(survivante, fuseau)) {
      throw ActeRefuse(
        .regle,
        "Deux parents d’un même enfant, dans deux communes, ont chacun leur demande : elles restent liées et ne se "
          + "fusionnent pas.")
    }
    guard linf == survivante.linf || parSuperviseur else {
      throw ActeRefuse(
        .regle,
        "Elle n’est pas au même lieu d’information que la demande \(survivante.numero.texte) : seul un superviseur peut "
          + "les fusionner.")
    }
    return [.fusionnee(Fusionnee(dans: survivante.numero, motif: motif))]
  }

  /// A person takes it out of the demande into which it was merged: it stands where its facts put it, and its clock runs
  /// from then on. Where the LINF that had it is no more, or nobody had it, the rules decide by what is in force now.
  package func defusionner(
    _ routeur: Routeur, _ jours: JoursDeRoutage, version: Int
  ) throws(ActeRefuse) -> [Evenement] {
    guard let fusionneeDans else {
      throw ActeRefuse(.dejaLa, "Elle n’est fusionnée dans aucune demande ; rien ne change.")
    }
    try admettre(.defusionnee)
    return [.defusionnee(Defusionnee(de: fusionneeDans))] + routageALaReouverture(routeur, jours, version: version)
  }

  /// Refuses what would leave it open and merged at once.
  func admettreSansFusion() throws(ActeRefuse) {
    guard fusionneeDans != nil else { return }
    throw ActeRefuse(
      .regle,
      "Elle est fusionnée dans une autre demande ; défaites d’abord la fusion par « guichetctl demande defusionner ».")
  }

  mutating func fusionne(_ fusionnee: Fusionnee, _ fait: Fait) {
    self.cloture(Cloture(motif: .doublon, note: fusionnee.motif), fait)
    fusionneeDans = fusionnee.dans
  }

  mutating func defusionne(_ fait: Fait) {
    cloture = nil
    closeLe = nil
    fusionneeDans = nil
    defusionneeLe = fait.survenuLe
  }
}
