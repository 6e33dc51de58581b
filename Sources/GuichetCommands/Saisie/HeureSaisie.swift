import Guichet

/// An hour as a person types it: `16:30`, `16h30`, `8h`.
enum HeureSaisie {
  /// Minutes after midnight, to 24:00; nil when it is none.
  static func lire(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "H" }
    guard parts.count == 2, let hours = number(parts[0], digits: 1...2) else { return nil }
    let isWhole = parts[1].isEmpty && text.last != ":"
    guard let minutes = isWhole ? 0 : number(parts[1], digits: 2...2), minutes < 60 else { return nil }
    let total = hours * 60 + minutes
    return total <= 24 * 60 ? total : nil
  }

  /// `HH:MM`.
  static func texte(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(text)
  }
}
