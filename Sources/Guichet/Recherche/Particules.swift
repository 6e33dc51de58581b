/// The words of names that stand before others and that some leave out: « Goff » for Le Goff, « Auvergne » for de La Tour
/// d’Auvergne.
enum Particules {
  private static let mots: Set<String> = [
    "D", "DA", "DAL", "DE", "DEL", "DELLA", "DEN", "DER", "DES", "DI", "DO", "DOS", "DU", "EL", "AL", "BEN", "BIN",
    "BINT",
    "IBN", "L", "LA", "LE", "LES", "LO", "TE", "TEN", "TER", "VAN", "VON", "ZU", "ZUM", "ZUR",
  ]

  static func ote(_ words: some Sequence<String>) -> [String] {
    words.filter { !mots.contains($0) }
  }
}
