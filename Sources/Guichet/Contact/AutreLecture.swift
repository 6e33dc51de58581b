extension Telephone {
  /// What else the digits as typed can mean: a Belgian number dialled as at home. Nil where they mean one thing only.
  ///
  /// Belgium writes mobile numbers in ten digits, 0455 to 0499, which are as many French numbers of the south-east, and
  /// those of fixed lines in nine, of which no French number has so few (numbering plan of the BIPT, royal decree of 27
  /// April 2007). Who typed a country code meant it.
  package var autreLecture: String? {
    let digits = saisi.unicodeScalars.filter { ("0"..."9").contains($0) }.map { UInt8($0.value) - 0x30 }
    guard !saisi.contains("+"), digits.first == 0, digits.count > 1, digits[1] != 0 else { return nil }
    let national = digits.dropFirst().map { String($0) }.joined()
    switch digits.count {
    case 10 where digits[1] == 4 && (5...9).contains(digits[2]): return "+32\(national)"
    case 9 where e164 == nil: return "+32\(national)"
    default: return nil
    }
  }

  /// How a number is dialled from France: `04 75 12 34 56`, `00 32 475 12 34 56`.
  package static func compose(_ e164: String) -> String {
    let digits = e164.dropFirst()
    for code in PlanDeNumerotation.indicatifs.map(String.init) where digits.hasPrefix(code) {
      let rest = digits.dropFirst(code.count)
      // Saint-Pierre-et-Miquelon's numbers have six digits abroad, to which 05 08 is put at home.
      let national = code == "508" && rest.count == 6 ? "0508\(rest)" : "0\(rest)"
      return grouped(Array(national), first: 2)
    }
    let width = digits.hasPrefix("1") || digits.hasPrefix("7") ? 1 : countryWidth(digits)
    let rest = Array(digits.dropFirst(width))
    return "00 \(digits.prefix(width)) " + grouped(rest, first: rest.count.isMultiple(of: 2) ? 2 : 3)
  }

  private static func countryWidth(_ digits: Substring) -> Int {
    (1...3).first { width in Int(digits.prefix(width)).map(IndicatifPays.exists) == true } ?? 2
  }

  private static func grouped(_ digits: [Character], first: Int) -> String {
    var groups = [String(digits.prefix(first))]
    var rest = digits.dropFirst(first)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
    return groups.joined(separator: " ")
  }
}
