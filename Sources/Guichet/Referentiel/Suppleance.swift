/// A LINF that is closed on a day, for which another stands in.
package struct Suppleance: Hashable, Sendable {
  /// Id of the closed one.
  package let linf: String
  /// Its last day of closure.
  package let jusqua: DateCivile
}

extension Referentiel {
  /// Those in which these stand in for others on a day, by id: each other LINF that is closed, with one of these as its
  /// suppleant.
  package func suppleances(par linf: Set<String>, le jour: DateCivile) -> [Suppleance] {
    let closed = fermetures.filter { $0.periode.contient(jour) }
    guard closed.contains(where: { $0.suppleant.map(linf.contains) ?? false }) else { return [] }
    return self.linf.map(\.id).sorted().compactMap { id in
      let closure = Self.fermeture(of: id, parmi: closed)
      guard !linf.contains(id), let closure, let suppleant = closure.suppleant, linf.contains(suppleant) else {
        return nil
      }
      return Suppleance(linf: id, jusqua: closure.periode.au ?? jour)
    }
  }

  /// The other LINF that these stand in for on a day.
  package func supplees(par linf: Set<String>, le jour: DateCivile) -> Set<String> {
    Set(suppleances(par: linf, le: jour).map(\.linf))
  }

  /// The LINF that stands in for that one on a day; nil where it is open, or nobody does.
  package func suppleant(of linf: String, le jour: DateCivile) -> String? {
    Self.fermeture(of: linf, parmi: fermetures.filter { $0.periode.contient(jour) })?.suppleant
  }

  /// Its own closure says more than that of all.
  private static func fermeture(of linf: String, parmi closed: [Fermeture]) -> Fermeture? {
    closed.first { $0.linf == linf } ?? closed.first { $0.linf == nil }
  }
}
