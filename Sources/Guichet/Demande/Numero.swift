/// The number by which people call a demande: year of registration in the Caf's time zone, and rank in that year.
///
/// Ranks start at 1 and leave no gap.
package struct Numero: Hashable, Comparable, Sendable {
  package let annee: Int
  package let rang: Int

  /// Nil outside the years 1 to 9999 and the ranks 1 to 9 999 999.
  package init?(annee: Int, rang: Int) {
    guard (1...9999).contains(annee), (1..<Self.rangs).contains(rang) else { return nil }
    self.annee = annee
    self.rang = rang
  }

  /// From the integer that stands for it in the register.
  package init?(cle: Int64) {
    self.init(annee: Int(cle) / Self.rangs, rang: Int(cle) % Self.rangs)
  }

  /// One integer that orders numeros as they were given, the key of the register's rows.
  package var cle: Int64 { Int64(annee * Self.rangs + rang) }

  /// `AAAA-NNNNNN`.
  package var texte: String { "\(pad(annee, 4))-\(pad(rang, 6))" }

  /// Reads `2026-000123`, `2026-123`, or the rank alone for the given year.
  package init?(texte: String, anneeCourante: Int) {
    let parts = texte.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.map { part in
      part.isEmpty || part.count > 7 || part.contains { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
        ? nil : Int(Substring(part))
    }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let rang?, _): self.init(annee: anneeCourante, rang: rang)
    case (2, let annee?, let rang?) where parts[0].count == 4: self.init(annee: annee, rang: rang)
    default: return nil
    }
  }

  package static func < (left: Numero, right: Numero) -> Bool { left.cle < right.cle }

  private static let rangs = 10_000_000
}
