/// A code that once was a commune's and is none today, and what became of it.
struct AncienCode: Sendable {
  enum Issue: Sendable {
    case lieu(Endroit)
    /// Its territory was shared out, and nothing tells between these.
    case partage([Endroit])
    /// It ended without a successor.
    case supprime
    /// What it led to, which the loaded file does not have.
    case absent(CodeInsee)
  }

  let code: CodeInsee
  /// The last name under which it was known.
  let nom: String
  let issue: Issue
  /// What made it a part of another commune, when its code outlived it as such.
  let devenuPartie: Mouvement.Evenement?
  /// The events from the end of the code on that changed it, in the order of time: all that lead to the one place, or up
  /// to where they part.
  let evenements: [Mouvement.Evenement]

  /// Where it leads today: one place, several, or none.
  var endroits: [Endroit] {
    switch issue {
    case .lieu(let place): [place]
    case .partage(let places): places
    case .supprime, .absent: []
    }
  }

  /// The one place where it leads.
  var endroit: Endroit? {
    guard case .lieu(let place) = issue else { return nil }
    return place
  }

  /// The commune is the same, only its code changed.
  var aChangeDeCodeSeul: Bool {
    endroit != nil && !evenements.isEmpty && evenements.allSatisfy(\.genre.changeLeCodeSeul)
  }

  /// `fusion du 01/01/1973, puis changement de département du 01/01/1992`.
  var histoire: String {
    let all = [devenuPartie].compactMap(\.self) + evenements
    return all.isEmpty
      ? "aucun changement officiel ne dit ce qu’elle est devenue" : all.map(\.phrase).joined(separator: ", puis ")
  }
}

/// A name that a commune no longer bears: it was renamed, or merged.
struct AncienNom: Sendable {
  let cle: NomNormalise
  /// The code that bore it, which may be a commune's today.
  let code: CodeInsee
  /// What ended the name.
  let evenement: Mouvement.Evenement
}

/// The codes and names of communes that are gone, ready to be looked up.
struct AnciennesCommunes: Sendable {
  private(set) var parCode: [CodeInsee: AncienCode] = [:]
  /// By the name without its article.
  private(set) var parNom: [NomNormalise: [AncienNom]] = [:]

  init() {}

  /// Follows every code that the changes name and that the territory has no longer.
  init(_ mouvements: Mouvements, dans territoire: Territoire) {
    var walk = ParcoursDesMouvements(mouvements, territoire)
    for etat in mouvements.etats where territoire.endroit(etat.code) == nil && parCode[etat.code] == nil {
      parCode[etat.code] = Self.suivre(etat.code, &walk)
    }
    retenirLesNoms(mouvements, territoire)
  }

  private static func suivre(_ code: CodeInsee, _ walk: inout ParcoursDesMouvements) -> AncienCode? {
    guard let name = walk.depart(code)?.nom else { return nil }
    let found = walk.suivre(code)
    let issue: AncienCode.Issue
    var events = found.first?.evenements ?? []
    switch found.count {
    case 1: issue = .lieu(found[0].endroit)
    case 2...:
      issue = .partage(found.map(\.endroit))
      for other in found { events = zip(events, other.evenements).prefix { $0 == $1 }.map { $0.0 } }
    default:
      events = walk.impasse?.evenements ?? []
      let last = walk.impasse?.code ?? code
      issue = events.last?.genre == .suppression ? .supprime : .absent(last)
    }
    return AncienCode(code: code, nom: name, issue: issue, devenuPartie: walk.devenuPartie(code), evenements: events)
  }

  private mutating func retenirLesNoms(_ mouvements: Mouvements, _ territoire: Territoire) {
    var last: [CodeInsee: [NomNormalise: Mouvement.Evenement]] = [:]
    for etat in mouvements.etats {
      for suite in mouvements.suites(of: etat) {
        let name = NomNormalise(suite.nomAvant)
        if let known = last[etat.code]?[name], !known.precede(suite.evenement) { continue }
        last[etat.code, default: [:]][name] = suite.evenement
      }
    }
    for (code, names) in last {
      let places =
        territoire.endroit(code).map { [Endroit(commune: $0.commune, sous: $0.sous)] } ?? parCode[code]?.endroits ?? []
      for (name, event) in names where !name.isEmpty {
        guard places.contains(where: { !territoire.estNomme(name, $0.commune) }) else { continue }
        let bare = NomNormalise(dejaNormalise: name.sansArticle)
        parNom[bare, default: []].append(AncienNom(cle: name, code: code, evenement: event))
      }
    }
    for name in parNom.keys { parNom[name]?.sort { $0.code < $1.code } }
  }
}

extension Mouvement.Evenement {
  fileprivate func precede(_ other: Self) -> Bool { (jour, genre.rawValue) < (other.jour, other.genre.rawValue) }
}
