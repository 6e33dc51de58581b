extension Referentiel {
  /// The other LINF that these stand in for on a day: those that are closed, with one of these as their suppleant.
  package func supplees(par linf: Set<String>, le jour: DateCivile) -> Set<String> {
    let closed = fermetures.filter { $0.periode.contient(jour) }
    guard closed.contains(where: { $0.suppleant.map(linf.contains) ?? false }) else { return [] }
    return Set(
      self.linf.map(\.id).filter { id in
        guard !linf.contains(id), let suppleant = Self.suppleant(of: id, parmi: closed) else { return false }
        return linf.contains(suppleant)
      })
  }

  /// The LINF that stands in for that one on a day; nil where it is open, or nobody does.
  package func suppleant(of linf: String, le jour: DateCivile) -> String? {
    Self.suppleant(of: linf, parmi: fermetures.filter { $0.periode.contient(jour) })
  }

  private static func suppleant(of linf: String, parmi closed: [Fermeture]) -> String? {
    // Its own closure says more than that of all.
    (closed.first { $0.linf == linf } ?? closed.first { $0.linf == nil })?.suppleant
  }
}
