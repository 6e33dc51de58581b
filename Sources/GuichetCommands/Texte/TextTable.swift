/// Rows under headings, fitted to the width there is: by short forms first, then without the columns that matter least,
/// then by folding and cutting what may be.
struct TextTable {
  struct Column {
    let titre: String
    var isRight = false
    /// Columns that it keeps when the table must shrink; nil for one that is never cut.
    var minimum: Int?
    /// What is too long for it goes on below instead of being cut.
    var seReplie = false
    /// When it is left out of a table that does not fit: the lowest first; nil for one that always stays.
    var retrait: Int?

    init(_ titre: String, isRight: Bool = false, minimum: Int? = nil, seReplie: Bool = false, retrait: Int? = nil) {
      self.titre = titre
      self.isRight = isRight
      self.minimum = minimum
      self.seReplie = seReplie
      self.retrait = retrait
    }
  }

  struct Cell {
    let text: String
    let ton: TextStyle.Ton
    /// What says the same in less room.
    let court: String?

    init(_ text: String?, _ ton: TextStyle.Ton = .normal, court: String? = nil) {
      self.text = TerminalSafety.line(text ?? "")
      self.ton = ton
      self.court = court.map(TerminalSafety.line)
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private static let gap = 2
  /// Columns in which a text that folds reads well: no other column is left out for the sake of more.
  private static let confort = 28

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func append(_ row: [Cell]) {
    rows.append(row)
  }

  func rendered(_ style: TextStyle) -> [String] {
    guard let limit = style.width else { return laidOut(widths(within: nil), style) }
    var table = self
    while !table.isComfortable(limit), let narrower = table.withoutEmptyColumns ?? table.abregee ?? table.reduite {
      table = narrower
    }
    let widths = table.widths(within: limit)
    if table.total(widths) > limit, table.columns.count > 1, table.columns.last?.seReplie == true {
      return table.withLastBelow(limit, style)
    }
    return table.laidOut(widths, style)
  }

  private func laidOut(_ widths: [Int], _ style: TextStyle) -> [String] {
    let header = columns.map { Cell($0.titre, .titre) }
    return ([header] + rows).flatMap { lines($0, widths, style) }
  }

  private func lines(_ row: [Cell], _ widths: [Int], _ style: TextStyle) -> [String] {
    let cells = row.enumerated().prefix(widths.count).map { index, cell in
      columns[index].seReplie
        ? DisplayWidth.lignes(cell.text, largeur: widths[index]).map { Cell($0, cell.ton) }
        : [Cell(DisplayWidth.cut(cell.text, to: widths[index]), cell.ton)]
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { rank in
      line(cells.map { rank < $0.count ? $0[rank] : Cell(nil) }, widths, style)
    }
  }

  private func line(_ row: [Cell], _ widths: [Int], _ style: TextStyle) -> String {
    var line = ""
    // Blanks are written only before a text, so that no line ends in any.
    var pending = 0
    for (index, cell) in row.enumerated() where index < widths.count {
      let padding = max(0, widths[index] - DisplayWidth.of(cell.text))
      if columns[index].isRight { pending += padding }
      if !cell.text.isEmpty {
        line += String(repeating: " ", count: pending) + style.colour(cell.text, cell.ton)
        pending = 0
      }
      pending += (columns[index].isRight ? 0 : padding) + Self.gap
    }
    return line
  }

  /// The last column does not fit beside the others: what it says stands under each row.
  private func withLastBelow(_ limit: Int, _ style: TextStyle) -> [String] {
    var table = TextTable(Array(columns.dropLast()))
    for row in rows { table.append(Array(row.dropLast())) }
    let widths = table.widths(within: limit)
    let header = table.columns.map { Cell($0.titre, .titre) }
    return table.lines(header, widths, style)
      + rows.flatMap { row in
        let last = row[row.count - 1]
        let below = last.text.isEmpty ? [] : DisplayWidth.lignes(last.text, largeur: limit - 4)
        return table.lines(Array(row.dropLast()), widths, style) + below.map { "    " + style.colour($0, last.ton) }
      }
  }

  // MARK: Less of it

  private func with(_ kept: [Int]) -> TextTable {
    var table = TextTable(kept.map { columns[$0] })
    for row in rows { table.append(kept.map { row[$0] }) }
    return table
  }

  /// Columns of which no row has anything give their place to the others; nil where there is none of the kind.
  private var withoutEmptyColumns: TextTable? {
    let kept = columns.indices.filter { index in rows.contains { !$0[index].text.isEmpty } }
    return kept.count < columns.count && !kept.isEmpty ? with(kept) : nil
  }

  /// With the short forms; nil where there are none.
  private var abregee: TextTable? {
    guard rows.contains(where: { $0.contains { $0.court != nil } }) else { return nil }
    var table = TextTable(columns)
    for row in rows { table.append(row.map { Cell($0.court ?? $0.text, $0.ton) }) }
    return table
  }

  /// Without the column that matters least; nil where all must stay.
  private var reduite: TextTable? {
    let removable = columns.indices.filter { columns[$0].retrait != nil }
    guard let least = removable.min(by: { (columns[$0].retrait ?? 0) < (columns[$1].retrait ?? 0) }) else { return nil }
    return with(columns.indices.filter { $0 != least })
  }

  // MARK: Widths

  private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * (widths.count - 1) }

  private func isComfortable(_ limit: Int) -> Bool {
    let widths = zip(columns, widths(within: nil)).map { $0.seReplie ? min($1, Self.confort) : $1 }
    return total(widths) <= limit
  }

  /// What a column that folds cannot do without: no word is broken, and an id is one.
  private func longestWord(_ index: Int) -> Int {
    rows.reduce(DisplayWidth.of(columns[index].titre)) { widest, row in
      row[index].text.split(separator: " ").reduce(widest) { max($0, DisplayWidth.of(String($1))) }
    }
  }

  /// What each column takes: its widest text, less what the widest of those that may shrink must give away.
  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].titre)) { max($0, DisplayWidth.of($1[index].text)) }
    }
    guard let limit else { return widths }
    let floors = columns.indices.map { index in
      columns[index].minimum.map { columns[index].seReplie ? max($0, longestWord(index)) : $0 } ?? .max
    }
    var excess = total(widths) - limit
    while excess > 0 {
      let shrinkable = columns.indices.filter { widths[$0] > floors[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
