/// A day of the civil calendar (proleptic Gregorian), without time or zone.
package struct DateCivile: Hashable, Comparable, Sendable {
  package let annee: Int
  /// 1 to 12.
  package let mois: Int
  /// 1 to 31.
  package let jour: Int

  /// Nil when there is no such day, as for 30 February; years 1 to 9999.
  package init?(annee: Int, mois: Int, jour: Int) {
    guard (1...9999).contains(annee), (1...12).contains(mois), jour >= 1,
      jour <= Self.length(ofMonth: mois, year: annee)
    else { return nil }
    self.annee = annee
    self.mois = mois
    self.jour = jour
  }

  /// The day this many days after 1970-01-01.
  package init(daysSince1970 days: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = days + 719_468
    let era = shifted.flooredDivision(by: 146_097).quotient
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    jour = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    mois = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    annee = yearOfEra + era * 400 + (mois <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01, negative before.
  package var daysSince1970: Int { Self.days(toYear: annee, month: mois, day: jour) }

  /// Days from 1970-01-01 to that day, of any year.
  static func days(toYear year: Int, month: Int, day: Int) -> Int {
    // The same, days_from_civil.
    let year = month <= 2 ? year - 1 : year
    let era = year.flooredDivision(by: 400).quotient
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day this many days later (earlier when negative).
  package func advanced(byDays days: Int) -> DateCivile {
    DateCivile(daysSince1970: daysSince1970 + days)
  }

  package static func < (left: DateCivile, right: DateCivile) -> Bool {
    (left.annee, left.mois, left.jour) < (right.annee, right.mois, right.jour)
  }

  package var jourDeSemaine: JourDeSemaine { JourDeSemaine(daysSince1970: daysSince1970) }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension DateCivile {
  /// Reads `AAAA-MM-JJ` (ISO 8601); nil when malformed or when there is no such day.
  package init?(iso text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let date = DateCivile(reading: &reader), reader.isAtEnd else { return nil }
    self = date
  }

  /// Reads `JJ/MM/AAAA`, as spreadsheets in France write days.
  package init?(francaise text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let jour = reader.number(digits: 2), reader.skip(UInt8(ascii: "/")),
      let mois = reader.number(digits: 2), reader.skip(UInt8(ascii: "/")),
      let annee = reader.number(digits: 4), reader.isAtEnd
    else { return nil }
    self.init(annee: annee, mois: mois, jour: jour)
  }

  init?(reading reader: inout DigitReader) {
    guard let annee = reader.number(digits: 4), reader.skip(UInt8(ascii: "-")),
      let mois = reader.number(digits: 2), reader.skip(UInt8(ascii: "-")), let jour = reader.number(digits: 2)
    else { return nil }
    self.init(annee: annee, mois: mois, jour: jour)
  }

  /// `AAAA-MM-JJ`.
  package var iso: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      var writer = DigitWriter(buffer)
      writer.date(self)
      return writer.count
    }
  }

  /// `JJ/MM/AAAA`, for sentences.
  package var francaise: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      var writer = DigitWriter(buffer)
      writer.number(jour, digits: 2)
      writer.byte(UInt8(ascii: "/"))
      writer.number(mois, digits: 2)
      writer.byte(UInt8(ascii: "/"))
      writer.number(max(0, annee), digits: 4)
      return writer.count
    }
  }
}
