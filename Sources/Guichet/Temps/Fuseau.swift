/// A time zone's rules, read from the bytes of a compiled tzdata file (TZif, RFC 9636).
///
/// Immutable; the caller reads the file, so that the rules need neither a file system nor Foundation.
package struct Fuseau: Sendable {
  /// The name the zone was asked for by, such as `Europe/Paris`.
  package let nom: String
  /// Moments at which the offset changes, in seconds since 1970, rising.
  private let transitions: [Int64]
  /// The offset that begins at the transition of the same index.
  private let offsets: [Int]
  /// The offset before the first transition.
  private let first: Int
  /// The rule for all that comes after the last transition.
  private let rule: RegleFuseau

  /// - Throws: `FuseauIllisible` when the bytes are not a TZif file of version 2 or later.
  package init(tzif bytes: [UInt8], nom: String) throws(FuseauIllisible) {
    var reader = TZifReader(bytes)
    let old = try reader.header(nom)
    guard old.version >= UInt8(ascii: "2") else { throw FuseauIllisible(nom: nom) }
    // Section 3: a 32-bit block for old readers comes first; the 64-bit block and the footer follow.
    try reader.skip(old.bodySize(timeSize: 4), nom)
    let header = try reader.header(nom)
    var transitions: [Int64] = []
    for _ in 0..<header.times { transitions.append(try reader.integer64(nom)) }
    var kinds: [Int] = []
    for _ in 0..<header.times { kinds.append(Int(try reader.byte(nom))) }
    var typeOffsets: [Int] = []
    for _ in 0..<header.types {
      typeOffsets.append(Int(try reader.integer32(nom)))
      try reader.skip(2, nom)
    }
    try reader.skip(header.characters + header.leaps * 12 + header.standardFlags + header.utcFlags, nom)
    guard let first = typeOffsets.first, kinds.allSatisfy({ $0 < typeOffsets.count }),
      zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw FuseauIllisible(nom: nom) }
    let footer = try reader.footer(nom)
    let offsets = kinds.map { typeOffsets[$0] }
    if footer.isEmpty {
      rule = .fixed(offsets.last ?? first)
    } else if let parsed = RegleFuseau(posix: footer) {
      rule = parsed
    } else {
      throw FuseauIllisible(nom: nom)
    }
    self.nom = nom
    self.transitions = transitions
    self.offsets = offsets
    self.first = first
  }

  /// Seconds to add to universal time for the civil time at that instant.
  package func offset(at instant: Instant) -> Int {
    let second = instant.seconds
    guard let last = transitions.last, second < last else { return rule.offset(at: second) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }

  /// The civil day at that instant.
  package func date(of instant: Instant) -> DateCivile {
    let local = instant.seconds + Int64(offset(at: instant))
    return DateCivile(daysSince1970: Int(local.flooredDivision(by: 86_400).quotient))
  }

  /// The instant in RFC 3339 with this zone's offset.
  package func rfc3339(_ instant: Instant) -> String {
    instant.rfc3339(offsetSeconds: offset(at: instant))
  }

  /// The instants at which clocks of the zone show that civil time: none in the hour skipped in spring, two in the hour
  /// repeated in autumn, one otherwise. In rising order.
  package func instants(on date: DateCivile, secondOfDay: Int = 0) -> [Instant] {
    let civil = Int64(date.daysSince1970) * 86_400 + Int64(secondOfDay)
    let candidates = Set([-86_400, 86_400].map { offset(at: Instant(microseconds: (civil + $0) * 1_000_000)) })
    return candidates.map { Instant(microseconds: (civil - Int64($0)) * 1_000_000) }
      .filter { Int64(offset(at: $0)) == civil - $0.seconds }
      .sorted()
  }

  /// The first instant of that civil day: midnight, or the end of the gap where midnight is skipped.
  package func start(of date: DateCivile) -> Instant {
    if let midnight = instants(on: date).first { return midnight }
    let before = offset(at: Instant(microseconds: (Int64(date.daysSince1970) * 86_400 - 86_400) * 1_000_000))
    return Instant(microseconds: (Int64(date.daysSince1970) * 86_400 - Int64(before)) * 1_000_000)
  }
}

/// The bytes given for a time zone are not a TZif file that can be used.
package struct FuseauIllisible: Error, Hashable, Sendable {
  /// The zone asked for.
  package let nom: String

  package init(nom: String) {
    self.nom = nom
  }

  /// One French sentence.
  package var message: String {
    "Le fuseau « \(nom) » est illisible dans la base tzdata du système ; installez ou réparez le paquet tzdata."
  }
}
