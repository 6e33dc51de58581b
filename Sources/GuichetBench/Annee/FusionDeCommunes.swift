/// Two communes that become a commune nouvelle, as INSEE and La Poste publish it: families go on giving the old code, the
/// old name, or the new one.
struct FusionDeCommunes {
  /// INSEE codes: of the one whose code ends, and of the seat, whose code the new one keeps.
  let absorbee, siege: String
  /// ISO.
  let effet: String

  /// The files of a référentiel with the merger in all of them that know communes.
  ///
  /// - Throws: `BenchFailure` where the official file does not have both.
  func appliquee(a files: [String: String]) throws -> [String: String] {
    let communes = Self.rows(files["communes.csv"])
    let (old, seat) = (try commune(absorbee, in: communes), try commune(siege, in: communes))
    // TNCC, NCC, NCCENR and LIBELLE of each.
    let (ofOld, ofSeat) = (Array(old[6...9]), Array(seat[6...9]))
    let ofNew = ["0"] + (1...3).map { "\(ofSeat[$0])\($0 == 1 ? " ET " : "-et-")\(ofOld[$0])" }
    var result = files
    result["communes.csv"] = Self.text(
      communes.flatMap { row -> [[String]] in
        guard row[0] == "COM", [absorbee, siege].contains(row[1]) else { return [row] }
        let delegated = ["COMD", row[1], "", "", "", ""] + row[6...9] + ["", siege]
        return row[1] == siege ? [Array(row[0...5]) + ofNew + row[10...], delegated] : [delegated]
      }, ",")
    let moves = [
      (absorbee, ofOld, "COM", siege, ofNew), (siege, ofSeat, "COM", siege, ofNew),
      (absorbee, ofOld, "COMD", absorbee, ofOld), (siege, ofSeat, "COMD", siege, ofSeat),
    ].map { code, name, type, after, named in ["32", effet, "COM", code] + name + [type, after] + named }
    var mouvements = Self.rows(files["mouvements.csv"])
    mouvements.insert(contentsOf: moves, at: min(1, mouvements.count))
    result["mouvements.csv"] = Self.text(mouvements, ",")
    result["codes-postaux.csv"] = Self.text(
      Self.rows(files["codes-postaux.csv"], ";").map { row in
        guard [absorbee, siege].contains(row[0]) else { return row }
        // Line 5 keeps the name that people write.
        return [siege, ofNew[1], row[2], row[3], row[4].isEmpty ? row[1] : row[4]]
      }, ";")
    result["epci.csv"] = Self.text(Self.rows(files["epci.csv"], ";").filter { $0[4] != absorbee }, ";")
    result["rattachements.csv"] = Self.text(
      Self.rows(files["rattachements.csv"], ";").filter { $0[1] != absorbee }, ";")
    return result
  }

  private func commune(_ code: String, in rows: [[String]]) throws -> [String] {
    guard let row = rows.first(where: { $0[0] == "COM" && $0[1] == code && $0.count == 12 }) else {
      throw BenchFailure("communes.csv n’a pas la commune \(code).")
    }
    return row
  }

  /// INSEE ends its lines by CR and LF; none of these files has quotes.
  private static func rows(_ text: String?, _ separator: Character = ",") -> [[String]] {
    (text ?? "").split(whereSeparator: \.isNewline).map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func text(_ rows: [[String]], _ separator: String) -> String {
    rows.map { $0.joined(separator: separator) }.joined(separator: "\n") + "\n"
  }
}
