extension Numero {
  /// Where the numeros stand that a person may be typing, by their keys: first as a whole, year first; then as the rank
  /// alone in the current year. The first group in which there is any is what is meant. Each group from high to low.
  ///
  /// - Parameter debut: what is typed so far; a text that is no beginning of a numero has none.
  package static func plages(debut: String, anneeCourante: Int) -> [[ClosedRange<Int64>]] {
    let parts = debut.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let digits = parts.map { $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    guard digits.allSatisfy(\.self), parts.allSatisfy({ $0.count <= 7 }) else { return [] }
    switch parts.count {
    case 1:
      let typed = parts[0]
      return [annees(typed), rangs(typed, anneeCourante)].filter { !$0.isEmpty }
    case 2 where parts[0].count == 4:
      guard let year = Int(Substring(parts[0])) else { return [] }
      if parts[1].isEmpty { return [[plage(year, 1, 9_999_999)]] }
      return [ecrits(parts[1], year)]
    default: return []
    }
  }

  /// All of the years that begin so.
  private static func annees(_ typed: Substring.UTF8View) -> [ClosedRange<Int64>] {
    guard typed.count <= 4, typed.first != UInt8(ascii: "0") else { return [] }
    let (first, last) = suite(typed, longueur: 4)
    return [plage(first, 1, 9_999_999).lowerBound...plage(last, 1, 9_999_999).upperBound]
  }

  /// The ranks that begin so, typed without the year.
  private static func rangs(_ typed: Substring.UTF8View, _ year: Int) -> [ClosedRange<Int64>] {
    guard !typed.isEmpty else { return [] }
    if typed.first == UInt8(ascii: "0") { return ecrits(typed, year) }
    return (typed.count...7).reversed().map { length in
      let (first, last) = suite(typed, longueur: length)
      return plage(year, first, last)
    }
  }

  /// The ranks that begin so as they are written: six digits, with zeros before, or seven.
  private static func ecrits(_ typed: Substring.UTF8View, _ year: Int) -> [ClosedRange<Int64>] {
    [7, 6].compactMap { length in
      guard typed.count <= length, length == 6 || typed.first != UInt8(ascii: "0") else { return nil }
      let (first, last) = suite(typed, longueur: length)
      return last == 0 ? nil : plage(year, max(1, first), last)
    }
  }

  /// The first and the last number of that many digits that begin so.
  private static func suite(_ typed: Substring.UTF8View, longueur length: Int) -> (Int, Int) {
    let free = (typed.count..<length).reduce(1) { power, _ in power * 10 }
    let first = (Int(Substring(typed)) ?? 0) * free
    return (first, first + free - 1)
  }

  private static func plage(_ year: Int, _ first: Int, _ last: Int) -> ClosedRange<Int64> {
    let start = Int64(year) * 10_000_000
    return start + Int64(first)...start + Int64(last)
  }
}
