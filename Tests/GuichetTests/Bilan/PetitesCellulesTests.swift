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
      ([[10, 2], [20, 30]], 4), ([[0, 0], [0, 0]], 0), ([[10, 20], [30, 40]], 0), ([[1, 0], [0, 0]], 4),
    ])
  func hides(_ cells: [[Int]], _ hidden: Int) {
    let table = Table(cells)
    let shown = PetitesCellules.masquer(table.values, table.sums)
    #expect(shown.count { $0 == nil } == hidden)
    for (value, published) in zip(table.values, shown) { #expect(published == nil || published == value) }
  }

  @Test("no hidden count follows from what is shown: another table that shows the same has another count there")
  func cannotBeDerived() {
    var random = SeededGenerator(seed: 20_261_125)
    for _ in 0..<400 {
      let (height, width) = (Int.random(in: 2...5, using: &random), Int.random(in: 2...4, using: &random))
      let cells = (0..<height).map { _ in
        (0..<width).map { _ in Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : 0 }
      }
      let table = Table(cells)
      let shown = PetitesCellules.masquer(table.values, table.sums)
      for (value, published) in zip(table.values, shown) where (1..<PetitesCellules.seuil).contains(value) {
        #expect(published == nil)
      }
      for rank in table.values.indices where shown[rank] == nil {
        #expect(Self.hasAnother(table, shown, rank), "\(cells) gives away cell \(rank)")
      }
    }
  }

  /// Whether counts can be moved around a closed way over hidden cells, this one among them, so that every sum still holds:
  /// each cell stands in two sums, so that hidden cells are the edges of a graph of sums, and the way is a cycle in it.
  private static func hasAnother(_ table: Table, _ shown: [Int?], _ cell: Int) -> Bool {
    let hidden = shown.indices.filter { shown[$0] == nil && $0 != cell }
    func ends(_ cell: Int) -> [Int] {
      table.sums.indices.filter { table.sums[$0].total == cell || table.sums[$0].parties.contains(cell) }
    }
    let from = ends(cell)
    var (reached, isGrowing) = (Set([from[0]]), true)
    while isGrowing {
      isGrowing = false
      for other in hidden {
        let sums = ends(other)
        if sums.contains(where: reached.contains), !sums.allSatisfy(reached.contains) {
          reached.formUnion(sums)
          isGrowing = true
        }
      }
    }
    return from.allSatisfy(reached.contains)
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
