/// Walks over the big-endian fields of a TZif file (RFC 9636, section 3).
struct TZifReader {
  struct Header {
    let version: UInt8
    let utcFlags, standardFlags, leaps, times, types, characters: Int

    /// Bytes of the data block that follows, with times of that many bytes.
    func bodySize(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags + utcFlags
    }
  }

  /// What a data block tells of offsets.
  struct Block {
    /// Seconds since 1970, rising.
    let transitions: [Int64]
    /// The offset that begins at the transition of the same index.
    let offsets: [Int]
    /// The offset before the first transition: that of type 0 (section 3.2).
    let first: Int
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func header(_ zone: String) throws(FuseauIllisible) -> Header {
    guard rest.starts(with: Array("TZif".utf8)) else { throw FuseauIllisible(nom: zone) }
    try skip(4, zone)
    let version = try byte(zone)
    try skip(15, zone)
    var counts: [Int] = []
    for _ in 0..<6 {
      let count = Int(try integer32(zone))
      // Real zones have a few hundred; the bound keeps damaged counts from being believed.
      guard (0...65_536).contains(count) else { throw FuseauIllisible(nom: zone) }
      counts.append(count)
    }
    return Header(
      version: version, utcFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3],
      types: counts[4], characters: counts[5])
  }

  /// - Parameter timeSize: bytes of a transition time, 4 in the first block and 8 in the second.
  mutating func block(_ header: Header, timeSize: Int, _ zone: String) throws(FuseauIllisible) -> Block {
    guard header.leaps == 0 else { throw FuseauIllisible(nom: zone, cause: .secondesIntercalaires) }
    var transitions: [Int64] = []
    for _ in 0..<header.times {
      transitions.append(timeSize == 8 ? try integer64(zone) : Int64(try integer32(zone)))
    }
    var kinds: [Int] = []
    for _ in 0..<header.times { kinds.append(Int(try byte(zone))) }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      offsets.append(Int(try integer32(zone)))
      try skip(2, zone)
    }
    try skip(header.characters + header.standardFlags + header.utcFlags, zone)
    // An offset of a day or more is damage: the widest that was ever in force is below 16 hours.
    guard let first = offsets.first, offsets.allSatisfy({ abs($0) < 86_400 }),
      kinds.allSatisfy({ $0 < offsets.count }), zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw FuseauIllisible(nom: zone) }
    return Block(transitions: transitions, offsets: kinds.map { offsets[$0] }, first: first)
  }

  mutating func skip(_ count: Int, _ zone: String) throws(FuseauIllisible) {
    guard rest.count >= count else { throw FuseauIllisible(nom: zone) }
    rest = rest.dropFirst(count)
  }

  mutating func byte(_ zone: String) throws(FuseauIllisible) -> UInt8 {
    guard let first = rest.popFirst() else { throw FuseauIllisible(nom: zone) }
    return first
  }

  mutating func integer32(_ zone: String) throws(FuseauIllisible) -> Int32 {
    var value: UInt32 = 0
    for _ in 0..<4 { value = value << 8 | UInt32(try byte(zone)) }
    return Int32(bitPattern: value)
  }

  mutating func integer64(_ zone: String) throws(FuseauIllisible) -> Int64 {
    var value: UInt64 = 0
    for _ in 0..<8 { value = value << 8 | UInt64(try byte(zone)) }
    return Int64(bitPattern: value)
  }

  /// The POSIX rule between the two line feeds that end the file.
  mutating func footer(_ zone: String) throws(FuseauIllisible) -> String {
    guard rest.popFirst() == UInt8(ascii: "\n"), let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw FuseauIllisible(nom: zone)
    }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
