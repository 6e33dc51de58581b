/// How many letters two names are apart: insertions, deletions, substitutions, and swaps of neighbours, each counting one
/// (Damerau–Levenshtein, optimal string alignment).
enum DistanceDeNoms {
  /// The distance, or nil when it is greater than `limit`.
  static func entre(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limite limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    // What both begin or end with costs nothing; a slip leaves little else to compare.
    var (left, right) = (left, right)
    while let first = left.first, first == right.first {
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, last == right.last {
      left.removeLast()
      right.removeLast()
    }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      var (beforeLast, last, row) = (0, width, 2 * width)
      for j in 0..<width { rows[last + j] = j }
      for (i, letter) in left.enumerated() {
        rows[row] = i + 1
        var least = i + 1
        for (j, other) in right.enumerated() {
          var best = min(rows[row + j], rows[last + j + 1]) + 1
          best = min(best, rows[last + j] + (letter == other ? 0 : 1))
          if i > 0, j > 0, letter == right[right.startIndex + j - 1], left[left.startIndex + i - 1] == other {
            best = min(best, rows[beforeLast + j - 1] + 1)
          }
          rows[row + j + 1] = best
          least = min(least, best)
        }
        guard least <= limit else { return nil }
        (beforeLast, last, row) = (last, row, beforeLast)
      }
      return rows[last + width - 1] <= limit ? rows[last + width - 1] : nil
    }
  }

  /// How far apart names of this length may be and still be the same name badly typed: one letter in short names, two in
  /// longer ones.
  static func tolerance(longueur length: Int) -> Int {
    switch length {
    case ..<4: 0
    case 4...5: 1
    default: 2
    }
  }
}
