import LinuxSystem

/// Reading of plain CSV files: no quotes, UTF-8, separated by what their header holds more of, `;` or `,`.
enum PlainTable {
  /// These columns of every line, by the end of their header; a line that is too short is left out.
  static func rows(of path: String, _ columns: [String]) throws(BenchFailure) -> [[String]] {
    var lines = try bytes(of: path).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let header = lines.isEmpty ? [] : lines.removeFirst()
    let marks = [UInt8(ascii: ";"), UInt8(ascii: ",")].map { mark in header.count { $0 == mark } }
    let separator = UInt8(ascii: marks[0] >= marks[1] ? ";" : ",")
    let names = header.split(separator: separator, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let ranks = columns.map { column in names.firstIndex { $0.hasSuffix(column) } ?? -1 }
    guard let last = ranks.max(), !ranks.contains(-1) else {
      throw BenchFailure("« \(path) » doit avoir les colonnes \(columns.joined(separator: ", ")).")
    }
    return lines.compactMap { line in
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      return fields.count > last ? ranks.map { String(decoding: fields[$0], as: UTF8.self) } : nil
    }
  }

  static func bytes(of path: String) throws(BenchFailure) -> [UInt8] {
    do {
      return try WholeFile.read(path, limit: 64 << 20)
    } catch {
      throw BenchFailure(error.message)
    }
  }
}
