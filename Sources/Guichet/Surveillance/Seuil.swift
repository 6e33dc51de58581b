/// A range outside which, or with `@` inside which, a measure is an alert: as monitoring plugins write it
/// (Monitoring Plugins Development Guidelines, « Threshold and Ranges »).
package struct Seuil: Hashable, Sendable {
  /// Nil for minus infinity.
  package let min: Double?
  /// Nil for infinity.
  package let max: Double?
  /// Whether it is the inside that alerts.
  package let estInverse: Bool

  /// Reads `10` (0 to 10), `10:`, `~:10`, `10:20` or `@10:20`; nil for anything else, a range that ends before it begins
  /// included.
  package init?(_ text: String) {
    var rest = text[...]
    estInverse = rest.hasPrefix("@")
    if estInverse { rest = rest.dropFirst() }
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !rest.isEmpty else { return nil }
    if parts.count == 1 {
      guard let end = Self.number(first) else { return nil }
      (min, max) = (0, end)
    } else {
      if first == "~" {
        min = nil
      } else if first.isEmpty {
        min = 0
      } else if let start = Self.number(first) {
        min = start
      } else {
        return nil
      }
      if parts[1].isEmpty {
        max = nil
      } else if let end = Self.number(parts[1]) {
        max = end
      } else {
        return nil
      }
    }
    if let min, let max, min > max { return nil }
  }

  /// Digits with at most one point, a sign before; nothing else that a number may be elsewhere (`inf`, `0x10`).
  private static func number(_ text: Substring) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.allSatisfy({ $0 == "." || ($0.isASCII && $0.isNumber) }) else { return nil }
    return Double(text)
  }

  package func alerte(_ value: Double) -> Bool {
    let isInside = (min.map { value >= $0 } ?? true) && (max.map { value <= $0 } ?? true)
    return isInside == estInverse
  }
}
