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
