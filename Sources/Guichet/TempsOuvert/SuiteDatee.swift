/// A value for every day that changes only on a few days: looked up in the same time over one year or a thousand.
struct SuiteDatee<Valeur: Sendable>: Sendable {
  /// First days of the stretches, as days since 1970, rising; the first stretch has no beginning.
  private let debuts: [Int]
  private let valeurs: [Valeur]

  /// - Parameters:
  ///   - periodes: whatever the value depends on; it is the same between any two of their bounds.
  ///   - valeur: of a stretch, by one of its days.
  init(_ periodes: [Periode], valeur: (Int32) -> Valeur) {
    var bounds: Set<Int32> = []
    for (start, end) in periodes.lazy.map(\.bornes) {
      if let start { bounds.insert(start) }
      if let end { bounds.insert(end) }
    }
    let starts = [Int32.min] + bounds.sorted()
    debuts = starts.map(Int.init)
    valeurs = starts.map(valeur)
  }

  subscript(day: Int) -> Valeur {
    var (low, high) = (1, debuts.count)
    while low < high {
      let middle = (low + high) / 2
      if debuts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return valeurs[low - 1]
  }
}
