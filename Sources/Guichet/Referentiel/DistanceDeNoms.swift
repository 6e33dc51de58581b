/// How many letters two names are apart: insertions, deletions, substitutions, and swaps of neighbours, each counting one
/// (Damerau–Levenshtein, optimal string alignment).
enum DistanceDeNoms {
  /// The distance, or nil when it is greater than `limit`.
  static func entre(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limite limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let left = Array(left)
    let right = Array(right)
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in left.indices {
      row[0] = i + 1
      for j in right.indices {
        var best = min(row[j], last[j + 1]) + 1
        best = min(best, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
        row[j + 1] = best
      }
      guard row.min() ?? 0 <= limit else { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
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
