extension Referentiel {
  /// The other LINF that these stand in for on a day: those that are closed, with one of these as their suppleant.
  package func supplees(par linf: Set<String>, le jour: DateCivile) -> Set<String> {
    let closed = fermetures.filter { $0.periode.contient(jour) }
    guard closed.contains(where: { $0.suppleant.map(linf.contains) ?? false }) else { return [] }
    return Set(
      self.linf.map(\.id).filter { id in
        // Its own closure says more than that of all.
        let closure = closed.first { $0.linf == id } ?? closed.first { $0.linf == nil }
        guard !linf.contains(id), let suppleant = closure?.suppleant else { return false }
        return linf.contains(suppleant)
      })
  }
}
