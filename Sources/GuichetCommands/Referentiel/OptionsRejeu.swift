import ArgumentParser

/// How far back past demandes are decided again by the référentiel that is compared.
struct OptionsRejeu: ParsableArguments {
  @Option(
    help: ArgumentHelp("Décider de nouveau les demandes des derniers jours, comme 90j.", valueName: "DURÉE"))
  var rejouer: String?

  mutating func validate() throws {
    guard let rejouer, jours == nil else { return }
    throw ValidationError(
      "La durée « \(TerminalSafety.line(rejouer)) » ne convient pas : donnez un nombre de jours, comme 90j.")
  }

  /// `90j`, `90jc` and `90` are ninety days of the calendar; nil where none were asked for.
  var jours: Int? {
    guard var digits = rejouer?[...] else { return nil }
    for unit in ["jc", "j"] where digits.hasSuffix(unit) {
      digits = digits.dropLast(unit.count)
      break
    }
    guard digits.count <= 5, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let days = Int(digits), days > 0
    else { return nil }
    return days
  }
}
