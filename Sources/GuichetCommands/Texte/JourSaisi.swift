import Guichet

/// A day of the calendar as a person types it: `2026-11-25`, `25/11/2026`, `1/3/2026`, `25/11/26`, `25/11`,
/// `25 novembre 2026`, `1er mars`.
enum JourSaisi {
  /// Which of the days that a text may name is meant.
  enum Sens: Hashable {
    /// The next one, where somebody looks ahead.
    case prochain
    /// The last one, today among them, where somebody looks back.
    case dernier
  }

  /// What was read, and how many words it took.
  typealias Lu = (jour: DateCivile, mots: Int)

  /// The whole text as a day that says its year; nil when it is none.
  static func complet(_ text: String) -> DateCivile? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let lu = lire(words, aujourdhui: nil, .prochain), lu.mots == words.count else { return nil }
    return lu.jour
  }

  /// The day that the words begin with, in small letters.
  ///
  /// - Parameter aujourdhui: from which a day without its year is found; nil where it must say it.
  static func lire(_ words: [String], aujourdhui: DateCivile?, _ sens: Sens) -> Lu? {
    guard let first = words.first else { return nil }
    if let day = DateCivile(iso: first) { return (day, 1) }
    let parts = first.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1 {
      guard parts.count <= 3, let day = nombre(parts[0], 1...2), let month = nombre(parts[1], 1...2) else { return nil }
      return date(day, month, parts.count == 3 ? parts[2] : nil, aujourdhui, sens).map { ($0, 1) }
    }
    guard words.count > 1, let day = first == "1er" ? 1 : nombre(first[...], 1...2),
      let month = mois.firstIndex(where: { $0.contains(words[1]) })
    else { return nil }
    // A word behind it that is no year is the time.
    if words.count > 2, nombre(words[2][...], 4...4) != nil {
      return date(day, month + 1, words[2][...], aujourdhui, sens).map { ($0, 3) }
    }
    return date(day, month + 1, nil, aujourdhui, sens).map { ($0, 2) }
  }

  private static let mois: [[String]] = [
    ["janvier", "janv"], ["février", "fevrier", "févr"], ["mars"], ["avril"], ["mai"], ["juin"], ["juillet", "juil"],
    ["août", "aout"], ["septembre", "sept"], ["octobre", "oct"], ["novembre", "nov"], ["décembre", "decembre", "déc"],
  ]

  private static func date(
    _ day: Int, _ month: Int, _ year: Substring?, _ today: DateCivile?, _ sens: Sens
  ) -> DateCivile? {
    if let year {
      guard let number = nombre(year, 2...4), year.utf8.count != 3 else { return nil }
      return date(day, month, year.utf8.count == 2 ? 2000 + number : number)
    }
    guard let today, let current = Int(today.iso.prefix(4)) else { return nil }
    // The 29th of February comes every four years, every eight around 2100.
    let years = sens == .prochain ? Array(current...current + 8) : (current - 8...current).reversed()
    return years.compactMap { date(day, month, $0) }.first { sens == .prochain ? $0 >= today : $0 <= today }
  }

  private static func date(_ day: Int, _ month: Int, _ year: Int) -> DateCivile? {
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return DateCivile(iso: "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
  }

  private static func nombre(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(text)
  }
}
