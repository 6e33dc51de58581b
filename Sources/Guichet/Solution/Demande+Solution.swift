// What a family found for its children: each act gives the facts to record, or says why not.

extension Demande {
  /// A person enters what came of the search for a child.
  ///
  /// What goes without saying is replaced of itself: a child that has found something, or waits for it, is no longer
  /// without; one that is without no longer waits.
  ///
  /// - Parameters:
  ///   - enfant: its rank; nil for the only one.
  ///   - remplace: the ids of what this takes the place of.
  package func noter(_ issue: IssueDeRecherche, enfant: Int?, remplace: [Int] = []) throws(ActeRefuse) -> [Evenement] {
    try admettre(.solution)
    let enfant = try enfantVise(enfant)
    let current = issuesEnCours(enfant: enfant)
    for id in remplace where !current.contains(where: { $0.id == id }) {
      throw ActeRefuse(
        .incoherent, "Le n° \(id) n’est pas de ce qui vaut pour l’enfant \(enfant)\(Self.liste(current)).")
    }
    let kept = current.filter { !remplace.contains($0.id) }
    if let same = kept.first(where: { $0.issue == issue }) {
      throw ActeRefuse(.dejaLa, "C’est déjà noté pour l’enfant \(enfant), n° \(same.id) ; rien ne change.")
    }
    var replaced = Set(remplace)
    for note in kept {
      switch (note.issue.genre, issue.genre) {
      case (.solution, .sansSolution):
        throw ActeRefuse(
          .incoherent,
          "L’enfant \(enfant) a une solution, n° \(note.id) (\(note.issue.phrase)) ; dites qu’elle finit par "
            + "--remplace \(note.id), ou annulez-la si elle est notée par erreur.")
      case (.sansSolution, _), (.attente, .sansSolution): replaced.insert(note.id)
      case (.solution, _), (.attente, _): continue
      }
    }
    let id = (issues.last?.id ?? 0) + 1
    return [.solution(SolutionNotee(id: id, enfant: enfant, issue: issue, remplace: replaced.sorted()))]
  }

  /// A person takes back what was entered by mistake: what it had replaced holds again.
  ///
  /// - Parameter id: nil for the last.
  package func annulerIssue(_ id: Int?) throws(ActeRefuse) -> [Evenement] {
    try admettre(.solutionAnnulee)
    guard let note = id.map({ id in issues.first { $0.id == id } }) ?? issues.last(where: { !$0.estAnnulee }) else {
      throw ActeRefuse(
        .incoherent,
        id.map { "Rien n’est noté sous le n° \($0) ; « guichetctl demande voir » les montre." }
          ?? "Rien n’est noté de ce que la famille a trouvé ; il n’y a rien à annuler.")
    }
    guard !note.estAnnulee else {
      throw ActeRefuse(.dejaLa, "Le n° \(note.id) est déjà annulé ; rien ne change.")
    }
    return [.solutionAnnulee(SolutionAnnulee(id: note.id, enfant: note.enfant))]
  }

  /// The child that is meant: one for whom care is looked for.
  private func enfantVise(_ enfant: Int?) throws(ActeRefuse) -> Int {
    let all = enfantsConcernes
    guard let enfant else {
      guard let only = try enfantUnique(parmi: all) else {
        throw ActeRefuse(.incoherent, "La demande a \(all.count) enfants ; dites duquel : --enfant \(Self.rangs(all)).")
      }
      return only
    }
    guard all.contains(enfant) else {
      throw ActeRefuse(
        .incoherent,
        enfants.contains(enfant)
          ? "L’enfant \(enfant) n’est plus attendu ; rien n’est à noter pour lui."
          : "La demande n’a pas d’enfant \(enfant) ; dites duquel : --enfant \(Self.rangs(all)).")
    }
    return enfant
  }

  /// The only one of these; nil where there are several.
  func enfantUnique(parmi all: [Int]) throws(ActeRefuse) -> Int? {
    guard let first = all.first else {
      throw ActeRefuse(
        .incoherent, "Aucun enfant de cette demande ne cherche d’accueil ; « guichetctl enfant ajouter » en ajoute un.")
    }
    return all.count == 1 ? first : nil
  }

  /// `1 ou 2`.
  static func rangs(_ ranks: [Int]) -> String {
    let texts = ranks.map(String.init)
    guard let last = texts.last, texts.count > 1 else { return texts.joined() }
    return "\(texts.dropLast().joined(separator: ", ")) ou \(last)"
  }

  private static func liste(_ notes: [IssueNotee]) -> String {
    notes.isEmpty ? "" : " : " + notes.map { "n° \($0.id), \($0.issue.phrase)" }.joined(separator: " ; ")
  }

  /// Whether what is known of the children lets it be closed for that reason.
  func admettreIssues(_ motif: MotifCloture) throws(ActeRefuse) {
    let all = enfantsConcernes
    guard !all.isEmpty else {
      throw ActeRefuse(
        .regle,
        "Aucun enfant de cette demande ne cherche d’accueil : « \(motif.libelle) » ne se dit d’aucun ; donnez un autre "
          + "motif, comme informationDonnee ou sansSuite.")
    }
    let missing = all.filter { !etat(enfant: $0).estRegle }
    guard missing.isEmpty else {
      let told = missing.map { "l’enfant \($0) est « \(etat(enfant: $0).libelle) »" }.joined(separator: ", ")
      throw ActeRefuse(
        .regle,
        "Pour clore ainsi, il faut savoir ce qu’il en est de chaque enfant : \(told) ; notez-le par « guichetctl "
          + "solution ajouter », ou donnez un autre motif.")
    }
    let found = all.filter { etat(enfant: $0) == .solution }
    if motif == .solutionTrouvee, found.isEmpty {
      throw ActeRefuse(
        .regle, "Aucun enfant n’a de solution : le motif est sansSolution, à moins d’en noter une.")
    }
    if motif == .sansSolution, !found.isEmpty {
      throw ActeRefuse(
        .regle,
        "\(found.count == 1 ? "L’enfant \(Self.rangs(found)) a" : "Des enfants ont") une solution : le motif est "
          + "solutionTrouvee.")
    }
  }
}
