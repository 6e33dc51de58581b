extension RegleFuseau {
  /// Reads the rule, such as `CET-1CEST,M3.5.0,M10.5.0/3`; nil when it is malformed.
  init?(posix text: String) {
    var reader = PosixRuleReader(text)
    guard reader.name(), let standard = reader.offset() else { return nil }
    guard !reader.isAtEnd else {
      self = .fixed(-standard)
      return
    }
    guard reader.name() else { return nil }
    let summer = reader.offset() ?? standard - 3600
    guard let starts = reader.changement(), let ends = reader.changement(), reader.isAtEnd else { return nil }
    self = .seasonal(standard: -standard, summer: -summer, starts: starts, ends: ends)
  }
}

struct PosixRuleReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A zone's abbreviation: letters, or anything between angle brackets.
  mutating func name() -> Bool {
    if skip(UInt8(ascii: "<")) {
      while let byte = rest.first, byte != UInt8(ascii: ">") { rest = rest.dropFirst() }
      return skip(UInt8(ascii: ">"))
    }
    let letters = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), value ?? 0 < 100_000 {
      value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      rest = rest.dropFirst()
    }
    return value
  }

  /// `[+-]hh[:mm[:ss]]` in seconds, the sign as written.
  mutating func offset() -> Int? {
    let start = rest
    let negative = skip(UInt8(ascii: "-"))
    if !negative { _ = skip(UInt8(ascii: "+")) }
    guard var seconds = number().map({ $0 * 3600 }) else {
      rest = start
      return nil
    }
    if skip(UInt8(ascii: ":")) { seconds += (number() ?? 0) * 60 }
    if skip(UInt8(ascii: ":")) { seconds += number() ?? 0 }
    return negative ? -seconds : seconds
  }

  mutating func changement() -> RegleFuseau.Changement? {
    guard skip(UInt8(ascii: ",")) else { return nil }
    let day: RegleFuseau.Changement.Day
    if skip(UInt8(ascii: "M")) {
      guard let month = number(), (1...12).contains(month), skip(UInt8(ascii: ".")),
        let week = number(), (1...5).contains(week), skip(UInt8(ascii: ".")),
        let weekday = number(), (0...6).contains(weekday)
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if skip(UInt8(ascii: "J")) {
      guard let number = number(), (1...365).contains(number) else { return nil }
      day = .julian(number)
    } else {
      guard let number = number(), (0...365).contains(number) else { return nil }
      day = .ordinal(number)
    }
    guard skip(UInt8(ascii: "/")) else { return RegleFuseau.Changement(day: day, time: 7200) }
    return offset().map { RegleFuseau.Changement(day: day, time: $0) }
  }
}
