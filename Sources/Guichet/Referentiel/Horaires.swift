/// One dated row of `horaires.csv`: hours of a weekday in which a LINF is open.
package struct Horaire: Hashable, Sendable {
  /// What the hours are for.
  package enum Usage: String, CaseIterable, Sendable {
    case accueil
    case telephone
    case rendezVous
  }

  /// The weeks in which the hours hold, by the parity of their number (ISO 8601).
  package enum Semaine: String, CaseIterable, Sendable {
    case paire
    case impaire
  }

  /// The weekday and the hours.
  package let plage: Plage
  /// How many advisers work in parallel; 1 or more.
  package let postes: Int
  /// Nil for every use.
  package let usage: Usage?
  /// Nil for every week.
  package let semaine: Semaine?
  /// Where the LINF receives, when not at its own address.
  package let lieu: String?
  /// The days on which the row holds, so that a new timetable does not rewrite last year's figures.
  package let periode: Periode

  package init(
    plage: Plage, postes: Int = 1, usage: Usage? = nil, semaine: Semaine? = nil, lieu: String? = nil,
    periode: Periode = .toujours
  ) {
    self.plage = plage
    self.postes = postes
    self.usage = usage
    self.semaine = semaine
    self.lieu = lieu
    self.periode = periode
  }

  /// `le lundi de 09:00 à 12:00`.
  package var phrase: String {
    let weeks = semaine.map { " des semaines \($0.rawValue)s" } ?? ""
    return "le \(plage.jour.rawValue)\(weeks) de \(Plage.texte(plage.de)) à \(Plage.texte(plage.a))"
  }

  /// Whether the two stand for the same use and place and meet on some day; rows that only touch do not meet.
  func chevauche(_ other: Horaire) -> Periode? {
    guard plage.jour == other.plage.jour, usage == other.usage, lieu == other.lieu,
      semaine == nil || other.semaine == nil || semaine == other.semaine, plage.de < other.plage.a,
      other.plage.de < plage.a
    else { return nil }
    return periode.commune(avec: other.periode)
  }

  /// Whatever the order of the rows, the hours of a LINF are kept in this one.
  static func precede(_ left: Horaire, _ right: Horaire) -> Bool {
    left.ordre.lexicographicallyPrecedes(right.ordre)
  }

  private var ordre: [String] {
    [
      "\(plage.jour.rang)", pad(plage.de, 4), pad(plage.a, 4), periode.du?.iso ?? "", periode.au?.iso ?? "9999",
      usage?.rawValue ?? "",
      semaine?.rawValue ?? "", lieu ?? "", pad(postes, 4),
    ]
  }
}

extension Referentiel {
  /// The opening hours of a LINF, by weekday and hour; empty when `horaires.csv` has none for it, and then it keeps those
  /// of the Caf.
  package func horaires(of linf: String) -> [Horaire] { table.horaires[linf] ?? [] }
}
