import Guichet
import GuichetTestSupport
import Testing

@Suite("Small cells")
struct PetitesCellulesTests {
  /// A table with its row and column totals: cells first, then row totals, column totals, the total of all.
  struct Table {
    let rows: Int
    let columns: Int
    let values: [Int]
    let sums: [PetitesCellules.Somme]

    init(_ cells: [[Int]]) {
      rows = cells.count
      columns = cells[0].count
      let inner = cells.flatMap(\.self)
      let rowTotals = cells.map { $0.reduce(0, +) }
      let columnTotals = cells[0].indices.map { column in cells.reduce(0) { $0 + $1[column] } }
      values = inner + rowTotals + columnTotals + [inner.reduce(0, +)]
      let (count, height, width) = (inner.count, cells.count, cells[0].count)
      let total = count + height + width
      sums =
        (0..<height).map { row in .init(total: count + row, parties: (0..<width).map { row * width + $0 }) }
        + (0..<width).map { column in
          .init(total: count + height + column, parties: (0..<height).map { $0 * width + column })
        } + [
          .init(total: total, parties: Array(count..<count + height)),
          .init(total: total, parties: Array(count + height..<total)),
        ]
    }
  }

  @Test(
    "are hidden, and with them what would give them away",
    arguments: [
      ([[10, 2], [20, 30]], 4), ([[0, 0], [0, 0]], 0), ([[10, 20], [30, 40]], 0), ([[1, 0], [0, 0]], 9),
    ])
  func hides(_ cells: [[Int]], _ hidden: Int) {
    let table = Table(cells)
    let shown = PetitesCellules.masquer(table.values, table.sums)
    #expect(shown.count { $0 == nil } == hidden)
    for (value, published) in zip(table.values, shown) { #expect(published == nil || published == value) }
  }

  @Test("no hidden count follows from what is shown: of every table that fits it, another has another count")
  func cannotBeDerived() {
    var random = SeededGenerator(seed: 20_261_125)
    for _ in 0..<300 {
      let (height, width) = (Int.random(in: 2...3, using: &random), Int.random(in: 2...3, using: &random))
      let cells = (0..<height).map { _ in
        (0..<width).map { _ in Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : 0 }
      }
      let table = Table(cells)
      let shown = PetitesCellules.masquer(table.values, table.sums)
      for (value, published) in zip(table.values, shown) where (1..<PetitesCellules.seuil).contains(value) {
        #expect(published == nil)
      }
      let possible = Self.solutions(table, shown)
      for rank in table.values.indices where shown[rank] == nil {
        let values = Set(possible.map { $0[rank] })
        #expect(values.count > 1, "\(cells) gives away cell \(rank) = \(values)")
      }
    }
  }

  /// Every table of counts, none above 20, that shows what is shown; stops once each hidden cell has two values.
  private static func solutions(_ table: Table, _ shown: [Int?]) -> [[Int]] {
    let inner = table.rows * table.columns
    var found: [[Int]] = []
    var values = [Int](repeating: 0, count: inner)
    func isOpen() -> Bool {
      shown.indices.contains { rank in shown[rank] == nil && Set(found.map { $0[rank] }).count < 2 }
    }
    func complete() -> [Int]? {
      let cells = (0..<table.rows).map { row in (0..<table.columns).map { values[row * table.columns + $0] } }
      let candidate = Table(cells).values
      return zip(candidate, shown).allSatisfy { $1 == nil || $0 == $1 } ? candidate : nil
    }
    func search(_ rank: Int) {
      guard isOpen() else { return }
      guard rank < inner else {
        if let solution = complete() { found.append(solution) }
        return
      }
      if rank % table.columns == 0, rank > 0, !rowFits(rank / table.columns - 1) { return }
      if let value = shown[rank] {
        values[rank] = value
        search(rank + 1)
      } else {
        for value in 0...12 {
          values[rank] = value
          search(rank + 1)
        }
      }
    }
    func rowFits(_ row: Int) -> Bool {
      guard let total = shown[inner + row] else { return true }
      return (0..<table.columns).reduce(0) { $0 + values[row * table.columns + $1] } == total
    }
    search(0)
    return found
  }

  @Test("a total that two tables share is hidden in both, and given away by neither")
  func sharedTotals() {
    // 0–3: two rows of two cells; 4–7 the same rows cut another way; 8, 9: the rows' totals, in both.
    let values = [3, 9, 8, 8, 6, 6, 8, 8, 12, 16]
    let shown = PetitesCellules.masquer(
      values,
      [
        .init(total: 8, parties: [0, 1]), .init(total: 9, parties: [2, 3]), .init(total: 8, parties: [4, 5]),
        .init(total: 9, parties: [6, 7]),
      ])
    #expect(shown[0] == nil && shown[1] == nil)
    #expect(shown[8] == 12 && Array(shown[4...7]) == [6, 6, 8, 8])
  }
}
