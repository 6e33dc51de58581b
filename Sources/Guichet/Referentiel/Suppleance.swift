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
      // Its own closure says more than that of all.
      let closure = closed.first { $0.linf == id } ?? closed.first { $0.linf == nil }
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
}
