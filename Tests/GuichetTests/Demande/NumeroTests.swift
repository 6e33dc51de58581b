import Guichet
import Testing

@Suite("A numero")
struct NumeroTests {
  @Test(
    "is read as people type it",
    arguments: [
      ("2026-000123", "2026-000123"), ("2026-123", "2026-000123"), ("123", "2026-000123"), ("000123", "2026-000123"),
      ("2025-000001", "2025-000001"), ("2026-1234567", "2026-1234567"),
    ])
  func read(typed: String, numero: String) {
    #expect(Numero(texte: typed, anneeCourante: 2026)?.texte == numero)
  }

  @Test(
    "is not read from anything else",
    arguments: ["", "-", "2026-", "-5", "0", "2026-0", "12a", "26-000123", "2026-000123-1", "99999999", "１２", "+5"])
  func refused(typed: String) {
    #expect(Numero(texte: typed, anneeCourante: 2026) == nil)
  }

  @Test("comes back from its key, in the order in which numeros are given")
  func keys() throws {
    let numeros = [(2025, 999_999), (2025, 9_999_999), (2026, 1), (2026, 1_000_000)].compactMap {
      Numero(annee: $0.0, rang: $0.1)
    }
    #expect(numeros.count == 4)
    #expect(numeros.map(\.cle) == numeros.map(\.cle).sorted())
    for numero in numeros { #expect(Numero(cle: numero.cle) == numero) }
  }

  @Test(
    "that is being typed stands in these ranges: as a whole first, then as the rank of this year",
    arguments: [
      ("2026-", [[20_260_000_001...20_269_999_999]]), ("2026-0001", [[20_260_000_100...20_260_000_199]]),
      ("2026-12", [[20_261_200_000...20_261_299_999, 20_260_120_000...20_260_129_999]]),
      ("2026-000000", []), ("2026-0000", [[20_260_000_001...20_260_000_099]]),
      (
        "2026",
        [
          [20_260_000_001...20_269_999_999],
          [
            20_262_026_000...20_262_026_999, 20_260_202_600...20_260_202_699,
            20_260_020_260...20_260_020_269, 20_260_002_026...20_260_002_026,
          ],
        ]
      ),
      ("0001", [[20_260_000_100...20_260_000_199]]), ("20262026", []), ("x", []), ("2026-1-", []), ("26-1", []),
      ("1234567", [[20_261_234_567...20_261_234_567]]),
    ] as [(String, [[ClosedRange<Int64>]])])
  func ranges(typed: String, ranges: [[ClosedRange<Int64>]]) {
    #expect(Numero.plages(debut: typed, anneeCourante: 2026).filter { !$0.isEmpty } == ranges)
  }
}
