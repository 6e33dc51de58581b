/// Follows a code that is no longer a commune's from the last time it existed to what bears it today.
///
/// Events are followed in the order of time, and of INSEE's numbers on one day. When a commune comes apart, the walk goes
/// back to one that it came through, else stays with the code that goes on; only where neither is known it goes on to all.
struct ParcoursDesMouvements {
  /// Where a walk ended.
  struct Arrivee {
    let endroit: Endroit
    /// The events on the way that changed the code, or made a commune a part of another.
    let evenements: [Mouvement.Evenement]
  }

  let mouvements: Mouvements
  let territoire: Territoire
  /// The events on the way of a walk that led nowhere, and the code that it ended with.
  private(set) var impasse: (evenements: [Mouvement.Evenement], code: CodeInsee)?
  /// No real history comes near it; a file whose changes fork without end stops there.
  private var remaining = 1000

  init(_ mouvements: Mouvements, _ territoire: Territoire) {
    self.mouvements = mouvements
    self.territoire = territoire
  }

  /// A walk under way.
  private struct Pas {
    var etat: Mouvement.Etat
    var jour: Int32
    /// Kinds already followed on that day: the lines of one event are simultaneous, those of another follow it.
    var genres: Set<Mouvement.Genre> = []
    var codes: [CodeInsee]
    var evenements: [Mouvement.Evenement] = []

    func avance(to etat: Mouvement.Etat, _ event: Mouvement.Evenement) -> Pas {
      var next = self
      next.etat = etat
      next.genres = event.jour == jour ? genres.union([event.genre]) : [event.genre]
      next.jour = event.jour
      let becomesPart = self.etat.partie == nil && etat.partie != nil
      if etat.code != self.etat.code || becomesPart { next.evenements.append(event) }
      if !codes.contains(etat.code) { next.codes.append(etat.code) }
      return next
    }
  }

  /// Where the code leads, each place once, in the order of codes; none when it leads nowhere.
  mutating func suivre(_ code: CodeInsee) -> [Arrivee] {
    remaining = 1000
    impasse = nil
    guard let start = depart(code) else { return [] }
    return suivre(Pas(etat: start.etat, jour: start.jour, codes: [code])).sorted {
      let (left, right) = (territoire.code($0.endroit), territoire.code($1.endroit))
      return left < right
    }
  }

  /// The last that is known of a code: as what, from which day, and under which name.
  func depart(_ code: CodeInsee) -> (etat: Mouvement.Etat, jour: Int32, nom: String)? {
    var last: (etat: Mouvement.Etat, jour: Int32, nom: String)?
    for partie in [nil, .deleguee, .associee, .arrondissement] as [SousCommune.Genre?] {
      let etat = Mouvement.Etat(code: code, partie: partie)
      guard let suite = mouvements.suites(of: etat).last, suite.evenement.jour > last?.jour ?? .min else { continue }
      last = (etat, suite.evenement.jour, suite.nomAvant)
    }
    return last
  }

  /// The event that made a part of a commune of what last existed as one; nil for a code that ended as a commune.
  func devenuPartie(_ code: CodeInsee) -> Mouvement.Evenement? {
    guard let start = depart(code), start.etat.partie != nil else { return nil }
    let commune = Mouvement.Etat(code: code, partie: nil)
    return mouvements.suites(of: commune).last { !$0.apres.contains(commune) }?.evenement
  }

  private mutating func suivre(_ pas: Pas) -> [Arrivee] {
    remaining -= 1
    guard remaining > 0 else { return [] }
    let next = mouvements.suites(of: pas.etat).first { suite in
      guard suite.apres != [pas.etat], suite.evenement.jour >= pas.jour else { return false }
      return suite.evenement.jour > pas.jour || !pas.genres.contains(suite.evenement.genre)
    }
    guard let next else { return arrivee(pas) }
    for choice in choix(next.apres, pas) {
      var found: [Arrivee] = []
      for etat in choice {
        for arrivee in suivre(pas.avance(to: etat, next.evenement))
        where !found.contains(where: { $0.endroit == arrivee.endroit }) {
          found.append(arrivee)
        }
      }
      if !found.isEmpty { return found }
    }
    if next.apres.isEmpty {
      var ended = pas
      ended.evenements.append(next.evenement)
      return arrivee(ended)
    }
    // The file of communes does not know what comes next: it shows the day before.
    return arrivee(pas)
  }

  /// What to follow, the best first: the next one counts only where the one before leads nowhere.
  private func choix(_ apres: [Mouvement.Etat], _ pas: Pas) -> [[Mouvement.Etat]] {
    var choices: [[Mouvement.Etat]] = []
    if let former = pas.codes.first(where: { code in code != pas.etat.code && apres.contains { $0.code == code } }) {
      choices.append(apres.filter { $0.code == former })
    }
    let same = apres.filter { $0.code == pas.etat.code }
    let parts = same.filter { $0.partie != nil }
    if !parts.isEmpty { choices.append(parts) }
    if !same.isEmpty { choices.append(same) }
    // What the file of communes still has did not end: the event is later than the file, or was undone.
    if same.isEmpty, territoire.endroit(pas.etat) != nil { return choices }
    let others = apres.filter { $0.code != pas.etat.code }
    if same.isEmpty || !parts.isEmpty, !others.isEmpty { choices.append(others) }
    return choices
  }

  private mutating func arrivee(_ pas: Pas) -> [Arrivee] {
    let known = territoire.endroit(pas.etat) ?? territoire.endroit(pas.etat.code)
    guard let known else {
      if impasse == nil { impasse = (pas.evenements, pas.etat.code) }
      return []
    }
    return [Arrivee(endroit: Endroit(commune: known.commune, sous: known.sous), evenements: pas.evenements)]
  }
}
