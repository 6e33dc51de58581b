/// An English message with gaps, and the French one that says the same.
///
/// `%` stands for any text in the English; in the French, `%1` to `%9` stand for what the gaps held, in order.
struct MessagePattern {
  private let literals: [Substring]
  private let french: String

  init(_ english: String, _ french: String) {
    literals = english.split(separator: "%", omittingEmptySubsequences: false)
    self.french = french
  }

  /// The message in French; nil when it is not one of this pattern.
  func translated(_ message: String) -> String? {
    guard let gaps = gaps(in: message) else { return nil }
    var text = ""
    var rest = french[...]
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      rest = rest[percent...].dropFirst()
      if let rank = rest.popFirst()?.wholeNumberValue, gaps.indices.contains(rank - 1) { text += gaps[rank - 1] }
    }
    return text + rest
  }

  /// What stands in the gaps; each one ends where the literal behind it first comes, the last one at the very end.
  private func gaps(in message: String) -> [String]? {
    guard let first = literals.first, let last = literals.last, message.hasPrefix(first) else { return nil }
    var rest = message.dropFirst(first.count)
    guard literals.count > 1 else { return rest.isEmpty ? [] : nil }
    var gaps: [String] = []
    for literal in literals.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: literal) else { return nil }
      gaps.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last), rest.count >= last.count else { return nil }
    gaps.append(String(rest.dropLast(last.count)))
    return gaps
  }
}
