/// The records of a CSV text (RFC 4180): `;` or `,`, whichever the first line has more of; quotes where needed; any
/// line end. A byte order mark and blank lines at the end are not records.
struct CSVRecords {
  private(set) var records: [[String]] = []

  init(_ text: String) {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let firstLine = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let separator: Unicode.Scalar = firstLine.count { $0 == ";" } >= firstLine.count { $0 == "," } ? ";" : ","
    while !scalars.isEmpty {
      records.append(Self.record(&scalars, separator))
    }
    while records.last == [""] { records.removeLast() }
  }

  private static func record(
    _ scalars: inout Substring.UnicodeScalarView, _ separator: Unicode.Scalar
  ) -> [String] {
    var fields: [String] = []
    while true {
      fields.append(field(&scalars, separator))
      switch scalars.popFirst() {
      case separator: continue
      case "\r":
        if scalars.first == "\n" { scalars.removeFirst() }
        return fields
      default: return fields
      }
    }
  }

  /// Reads up to the separator or the line's end, which stays to be read.
  private static func field(
    _ scalars: inout Substring.UnicodeScalarView, _ separator: Unicode.Scalar
  ) -> String {
    var field = String.UnicodeScalarView()
    var isQuoted = false
    if scalars.first == "\"" {
      scalars.removeFirst()
      isQuoted = true
    }
    while let scalar = scalars.first {
      if isQuoted {
        scalars.removeFirst()
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else {
        if scalar == separator || scalar == "\n" || scalar == "\r" { break }
        field.append(scalar)
        scalars.removeFirst()
      }
    }
    return String(field)
  }
}
