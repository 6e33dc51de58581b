/// Rows under headings, fitted to the width there is.
struct TextTable {
  struct Column {
    let titre: String
    var isRight = false
    /// Columns that it keeps when the table must shrink; nil for one that is never cut.
    var minimum: Int?

    init(_ titre: String, isRight: Bool = false, minimum: Int? = nil) {
      self.titre = titre
      self.isRight = isRight
      self.minimum = minimum
    }
  }

  struct Cell {
    let text: String
    let ton: TextStyle.Ton

    init(_ text: String?, _ ton: TextStyle.Ton = .normal) {
      self.text = TerminalSafety.line(text ?? "")
      self.ton = ton
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private static let gap = 2

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func append(_ row: [Cell]) {
    rows.append(row)
  }

  func rendered(_ style: TextStyle) -> [String] {
    if let limit = style.width, total(widths(within: nil)) > limit, let narrower = withoutEmptyColumns {
      return narrower.rendered(style)
    }
    let widths = self.widths(within: style.width)
    let header = columns.map { Cell($0.titre, .titre) }
    return ([header] + rows).map { line($0, widths, style) }
  }

  private func line(_ row: [Cell], _ widths: [Int], _ style: TextStyle) -> String {
    var line = ""
    // Blanks are written only before a text, so that no line ends in any.
    var pending = 0
    for (index, cell) in row.enumerated() where index < widths.count {
      let text = DisplayWidth.cut(cell.text, to: widths[index])
      let padding = widths[index] - DisplayWidth.of(text)
      if columns[index].isRight { pending += padding }
      if !text.isEmpty {
        line += String(repeating: " ", count: pending) + style.colour(text, cell.ton)
        pending = 0
      }
      pending += (columns[index].isRight ? 0 : padding) + Self.gap
    }
    return line
  }

  /// Columns of which no row has anything give their place to the others; nil where there is none of the kind.
  private var withoutEmptyColumns: TextTable? {
    let kept = columns.indices.filter { index in rows.contains { !$0[index].text.isEmpty } }
    guard kept.count < columns.count, !kept.isEmpty else { return nil }
    var table = TextTable(kept.map { columns[$0] })
    for row in rows { table.append(kept.map { row[$0] }) }
    return table
  }

  private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * (widths.count - 1) }

  /// What each column takes: its widest text, less what the widest of those that may shrink must give away.
  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].titre)) { max($0, DisplayWidth.of($1[index].text)) }
    }
    guard let limit else { return widths }
    var excess = total(widths) - limit
    while excess > 0 {
      let shrinkable = columns.indices.filter { widths[$0] > columns[$0].minimum ?? .max }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
