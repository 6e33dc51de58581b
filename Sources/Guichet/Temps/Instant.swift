/// A moment on the world's clock, to the microsecond, without a time zone.
///
/// Rules never ask for the present: whoever calls them passes it as `now`.
package struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package var microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Whole seconds since 1970, rounded towards the past.
  package var seconds: Int64 { microseconds.flooredDivision(by: 1_000_000).quotient }

  package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

  /// The instant this many seconds later (earlier when negative).
  package func advanced(bySeconds seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }
}

extension Instant {
  /// Reads an RFC 3339 date-time with its offset, such as `2026-11-23T08:15:00+01:00`.
  ///
  /// Strict: upper or lower case `T` and `Z` as section 5.6 allows, no other separator; the date must exist; a leap
  /// second (`:60`) is taken as the first moment of the next minute; at most six decimals are kept.
  package init?(rfc3339 text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let date = DateCivile(reading: &reader), reader.skip(UInt8(ascii: "T"), or: UInt8(ascii: "t")),
      let hour = reader.number(digits: 2), hour < 24, reader.skip(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), minute < 60, reader.skip(UInt8(ascii: ":")),
      let second = reader.number(digits: 2), second <= 60, let fraction = reader.fraction()
    else { return nil }
    var offset = 0
    if !reader.skip(UInt8(ascii: "Z"), or: UInt8(ascii: "z")) {
      let west = reader.skip(UInt8(ascii: "-"))
      guard west || reader.skip(UInt8(ascii: "+")),
        let hours = reader.number(digits: 2), hours < 24, reader.skip(UInt8(ascii: ":")),
        let minutes = reader.number(digits: 2), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (west ? -60 : 60)
    }
    guard reader.isAtEnd else { return nil }
    let civil = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(microseconds: (civil - Int64(offset)) * 1_000_000 + Int64(fraction))
  }

  /// The instant in RFC 3339 at the given offset from UTC; decimals only where there are any.
  package func rfc3339(offsetSeconds: Int) -> String {
    let local = microseconds + Int64(offsetSeconds) * 1_000_000
    let (seconds, micros) = local.flooredDivision(by: 1_000_000)
    let (days, second) = seconds.flooredDivision(by: 86_400)
    return String(unsafeUninitializedCapacity: 32) { buffer in
      var writer = DigitWriter(buffer)
      writer.date(DateCivile(daysSince1970: Int(days)))
      writer.byte(UInt8(ascii: "T"))
      writer.number(Int(second / 3600), digits: 2)
      writer.byte(UInt8(ascii: ":"))
      writer.number(Int(second / 60 % 60), digits: 2)
      writer.byte(UInt8(ascii: ":"))
      writer.number(Int(second % 60), digits: 2)
      if micros != 0 {
        writer.byte(UInt8(ascii: "."))
        let whole = micros % 1000 == 0
        writer.number(Int(whole ? micros / 1000 : micros), digits: whole ? 3 : 6)
      }
      guard offsetSeconds != 0 else {
        writer.byte(UInt8(ascii: "Z"))
        return writer.count
      }
      let minutes = abs(offsetSeconds) / 60
      writer.byte(offsetSeconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      writer.number(minutes / 60, digits: 2)
      writer.byte(UInt8(ascii: ":"))
      writer.number(minutes % 60, digits: 2)
      return writer.count
    }
  }
}

extension FixedWidthInteger {
  /// Division that rounds towards minus infinity, so that moments before 1970 fall on the right day.
  func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    var (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder < 0 {
      quotient -= 1
      remainder += divisor
    }
    return (quotient, remainder)
  }
}

/// A number in decimal with leading zeros to the given width.
func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
