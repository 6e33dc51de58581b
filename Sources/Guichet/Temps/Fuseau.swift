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

  /// Reads a TZif file of any version.
  ///
  /// - Throws: `FuseauIllisible` when the bytes are not a TZif file, or one that counts leap seconds, as those of
  ///   `right/` do: `Instant` does not count them.
  package init(tzif bytes: [UInt8], nom: String) throws(FuseauIllisible) {
    var reader = TZifReader(bytes)
    let old = try reader.header(nom)
    let block: TZifReader.Block
    var footer = ""
    if old.version >= UInt8(ascii: "2") {
      // Section 3: a 32-bit block for old readers comes first; the 64-bit block and the footer follow.
      try reader.skip(old.bodySize(timeSize: 4), nom)
      block = try reader.block(try reader.header(nom), timeSize: 8, nom)
      footer = try reader.footer(nom)
    } else {
      block = try reader.block(old, timeSize: 4, nom)
    }
    if footer.isEmpty {
      // Section 3.2: what comes after the last transition is not told; the last offset goes on.
      rule = .fixed(block.offsets.last ?? block.first)
    } else if let parsed = RegleFuseau(posix: footer) {
      rule = parsed
    } else {
      throw FuseauIllisible(nom: nom)
    }
    self.nom = nom
    transitions = block.transitions
    offsets = block.offsets
    first = block.first
  }

  /// Seconds to add to universal time for the civil time at that instant.
  package func offset(at instant: Instant) -> Int { offset(atSecond: instant.seconds) }

  /// The same for whole seconds since 1970.
  func offset(atSecond second: Int64) -> Int {
    guard let last = transitions.last, second < last else { return rule.offset(at: second) }
    let next = index(after: second)
    return next == 0 ? first : offsets[next - 1]
  }

  /// The first transition of the table later than that second.
  private func index(after second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low
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
    Instant(microseconds: firstSecond(reaching: Int64(date.daysSince1970) * 86_400) * 1_000_000)
  }

  /// The first second, since 1970, at which the clocks of the zone have reached that civil second: the end of the gap for
  /// one that is skipped, the earlier for one that comes twice. It never falls when the civil second rises.
  package func firstSecond(reaching civil: Int64) -> Int64 {
    // No zone is a day away from universal time.
    let before = offset(atSecond: civil - 86_400)
    let after = offset(atSecond: civil + 86_400)
    guard before != after else { return civil - Int64(before) }
    let early = civil - Int64(max(before, after))
    if offset(atSecond: early) == max(before, after) { return early }
    let late = civil - Int64(min(before, after))
    if offset(atSecond: late) == min(before, after) { return late }
    return change(after: early, until: late)
  }

  /// The second of the change of offset between two seconds, of which the later has another offset than the earlier.
  func change(after early: Int64, until late: Int64) -> Int64 {
    let before = offset(atSecond: early)
    var (low, high) = (early, late)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(atSecond: middle) == before { low = middle } else { high = middle }
    }
    return high
  }

  /// A change of the offset: clocks are put forward or back.
  package struct Changement: Hashable, Sendable {
    /// The first moment of the new offset.
    package let instant: Instant
    /// Seconds to add to universal time, before and from then on.
    package let avant, apres: Int
  }

  /// The changes of offset after the first instant and not after the second, in their order.
  package func changements(after start: Instant, through end: Instant) -> [Changement] {
    guard start < end else { return [] }
    var seconds: [Int64] = transitions.filter { start.seconds < $0 && $0 <= end.seconds }
    let last = transitions.last ?? .min
    seconds += rule.changes(after: max(last, start.seconds), through: end.seconds)
    return seconds.map { second in
      Changement(
        instant: Instant(microseconds: second * 1_000_000), avant: offset(atSecond: second - 1),
        apres: offset(atSecond: second))
    }.filter { $0.avant != $0.apres }
  }
}
