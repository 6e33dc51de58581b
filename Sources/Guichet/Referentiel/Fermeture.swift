/// One row of `fermetures.csv`: days, both included, on which a LINF is closed.
package struct Fermeture: Hashable, Sendable {
  /// Id of the LINF; nil when all are closed.
  package let linf: String?
  /// From a first day to a last one, both known.
  package let periode: Periode
  package let motif: String?
  /// Id of the other LINF that calls its families meanwhile; the attribution does not change.
  package let suppleant: String?

  package init(linf: String?, periode: Periode, motif: String? = nil, suppleant: String? = nil) {
    self.linf = linf
    self.periode = periode
    self.motif = motif
    self.suppleant = suppleant
  }

  /// Whatever the order of the rows, closures are kept in this one.
  static func precede(_ left: Fermeture, _ right: Fermeture) -> Bool {
    left.ordre.lexicographicallyPrecedes(right.ordre)
  }

  private var ordre: [String] {
    [periode.du?.iso ?? "", periode.au?.iso ?? "", linf ?? "", suppleant ?? "", motif ?? ""]
  }
}

extension Referentiel {
  /// By first day, then LINF; empty when `fermetures.csv` has none.
  package var fermetures: [Fermeture] { table.fermetures }
}
