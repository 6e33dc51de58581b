/// A length of time of which only what lies in open hours counts.
package struct DureeOuverte: Hashable, Comparable, Sendable {
  /// Never negative.
  package let microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  package init(heures: Int, minutes: Int = 0) {
    self.init(microseconds: Int64(heures * 60 + minutes) * 60_000_000)
  }

  package static let zero = DureeOuverte(microseconds: 0)

  package static func < (left: DureeOuverte, right: DureeOuverte) -> Bool { left.microseconds < right.microseconds }

  package static func + (left: DureeOuverte, right: DureeOuverte) -> DureeOuverte {
    DureeOuverte(microseconds: left.microseconds + right.microseconds)
  }

  package static func += (left: inout DureeOuverte, right: DureeOuverte) { left = left + right }

  /// To the nearest minute.
  package var minutes: Int { Int((microseconds + 30_000_000) / 60_000_000) }

  /// `6 h 30`, `3 h`, `45 min`.
  package var phrase: String { Self.phrase(minutes: minutes) }

  static func phrase(minutes: Int) -> String {
    guard minutes >= 60 else { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(pad(minutes % 60, 2))"
  }
}
