/// The open demandes of one état at one LINF, counted.
package struct GroupeDeTravail: Hashable, Sendable {
  package let etat: Etat
  /// Nil where they have no LINF.
  package let linf: String?
  package let nombre: Int
  /// Of these, those past their échéance.
  package let enRetard: Int
  /// Of these, those that wait for a LINF, or that nobody has tried to reach yet, whatever that came to.
  package let sansTentative: Int
  /// When the one of those with the lowest numero was received; nil where there is none.
  package let premiereSansTentative: Instant?

  package init(
    etat: Etat, linf: String?, nombre: Int, enRetard: Int, sansTentative: Int = 0, premiereSansTentative: Instant? = nil
  ) {
    self.etat = etat
    self.linf = linf
    self.nombre = nombre
    self.enRetard = enRetard
    self.sansTentative = sansTentative
    self.premiereSansTentative = premiereSansTentative
  }
}

extension TravailDeLinf {
  /// The line of each LINF that has open demandes, the most late ones first; before them, what waits for a LINF.
  ///
  /// - Parameter nom: of a LINF, by its id.
  package static func lignes(_ groupes: [GroupeDeTravail], nom: (String) -> String) -> [TravailDeLinf] {
    let byLinf = Dictionary(grouping: groupes, by: \.linf)
    let lines = byLinf.map { linf, own in
      func count(_ etat: Etat) -> Int { own.reduce(0) { $1.etat == etat ? $0 + $1.nombre : $0 } }
      return TravailDeLinf(
        linf: linf, nom: linf.map(nom) ?? "Sans LINF, à orienter", aOrienter: count(.aOrienter),
        aContacter: count(.aContacter), rendezVous: count(.rendezVous), enSuivi: count(.enSuivi),
        enRetard: own.reduce(0) { $0 + $1.enRetard },
        sansTentative: own.reduce(0) { $0 + $1.sansTentative },
        plusAncienne: own.compactMap(\.premiereSansTentative).min())
    }
    return lines.sorted { left, right in
      if (left.linf == nil) != (right.linf == nil) { return left.linf == nil }
      if left.enRetard != right.enRetard { return left.enRetard > right.enRetard }
      if left.aContacter != right.aContacter { return left.aContacter > right.aContacter }
      return (left.nom, left.linf ?? "") < (right.nom, right.linf ?? "")
    }
  }
}
