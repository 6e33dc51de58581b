/// Hides the small counts of published tables so that what is shown does not give them away.
///
/// The cells of one or several tables, their totals included, are variables; that a total is the sum of its parts is an
/// equation. Small cells are hidden, then as many others as it takes until no hidden cell follows from the equations and
/// what is shown, and no sum of hidden parts is small itself.
///
/// Statistical disclosure control calls these primary and secondary suppression.
package struct PetitesCellules: Sendable {
  /// A total and its parts, as ranks of cells.
  package struct Somme: Hashable, Sendable {
    package let total: Int
    package let parties: [Int]

    package init(total: Int, parties: [Int]) {
      self.total = total
      self.parties = parties
    }

    fileprivate var toutes: [Int] { parties + [total] }
  }

  /// Counts below it, but zero, are small.
  package static let seuil = 5

  private let valeurs: [Int]
  private let sommes: [Somme]
  private var masquees: Set<Int>

  /// - Parameters:
  ///   - valeurs: the counts, none negative.
  ///   - sommes: all that is known to add up among them.
  /// - Returns: the same counts, nil for those that are hidden.
  package static func masquer(_ valeurs: [Int], _ sommes: [Somme]) -> [Int?] {
    var work = PetitesCellules(valeurs, sommes)
    while work.masqueDAutres() {}
    return valeurs.indices.map { work.masquees.contains($0) ? nil : valeurs[$0] }
  }

  private init(_ valeurs: [Int], _ sommes: [Somme]) {
    self.valeurs = valeurs
    self.sommes = sommes
    masquees = Set(valeurs.indices.filter { (1..<Self.seuil).contains(valeurs[$0]) })
  }

  /// Hides more where what is hidden is given away.
  ///
  /// - Returns: false once nothing is.
  private mutating func masqueDAutres() -> Bool {
    let before = masquees.count
    for somme in sommes where estMaigre(somme) {
      if let cell = aMasquer(somme) { masquees.insert(cell) }
    }
    // The sums alone mostly tell; the equations as a whole are solved only where they do not.
    if masquees.count > before { return true }
    for cell in determinees {
      let candidates = sommes.filter { $0.toutes.contains(cell) }.compactMap { aMasquer($0) }
      if let cell = candidates.min(by: { (valeurs[$0], $0) < (valeurs[$1], $1) }) { masquees.insert(cell) }
    }
    return masquees.count > before
  }

  /// What is hidden of a sum whose total is shown is one cell, or so little that it tells of few families all the same.
  private func estMaigre(_ somme: Somme) -> Bool {
    guard !masquees.contains(somme.total) else { return false }
    let hidden = somme.parties.filter(masquees.contains)
    return !hidden.isEmpty && (hidden.count == 1 || hidden.reduce(0) { $0 + valeurs[$1] } < Self.seuil)
  }

  /// The smallest count of a sum that is still shown, a zero only for want of others, the total last.
  private func aMasquer(_ somme: Somme) -> Int? {
    let shown = somme.parties.filter { !masquees.contains($0) }
    let counts = shown.filter { valeurs[$0] > 0 }
    let part = (counts.isEmpty ? shown : counts).min { (valeurs[$0], $0) < (valeurs[$1], $1) }
    return part ?? (masquees.contains(somme.total) ? nil : somme.total)
  }

  /// The hidden cells that follow from the equations alone: those whose own unit vector lies in the space of their rows.
  private var determinees: [Int] {
    let unknowns = masquees.sorted()
    let column = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    var rows: [[Corps]] = sommes.compactMap { somme in
      var row = [Corps](repeating: .zero, count: unknowns.count)
      for part in somme.parties { if let rank = column[part] { row[rank] = row[rank] + .un } }
      if let rank = column[somme.total] { row[rank] = row[rank] - .un }
      return row.contains { $0 != .zero } ? row : nil
    }
    Corps.reduire(&rows)
    return rows.compactMap { row in
      let ranks = row.indices.filter { row[$0] != .zero }
      return ranks.count == 1 ? unknowns[ranks[0]] : nil
    }
  }
}

/// A number modulo a large prime: equations with small whole coefficients are solved exactly in it.
private struct Corps: Hashable {
  private static let premier: UInt64 = 2_147_483_647
  private let valeur: UInt64

  static let zero = Corps(valeur: 0)
  static let un = Corps(valeur: 1)

  static func + (left: Corps, right: Corps) -> Corps { Corps(valeur: (left.valeur + right.valeur) % premier) }
  static func - (left: Corps, right: Corps) -> Corps { Corps(valeur: (left.valeur + premier - right.valeur) % premier) }
  static func * (left: Corps, right: Corps) -> Corps { Corps(valeur: left.valeur * right.valeur % premier) }

  /// By Fermat: a to the power of p − 2.
  private var inverse: Corps {
    var (power, base, result) = (Self.premier - 2, self, Corps.un)
    while power > 0 {
      if power & 1 == 1 { result = result * base }
      base = base * base
      power >>= 1
    }
    return result
  }

  /// Brings a matrix to its reduced row echelon form.
  static func reduire(_ rows: inout [[Corps]]) {
    guard let width = rows.first?.count else { return }
    var rank = 0
    for column in 0..<width where rank < rows.count {
      guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] != .zero }) else { continue }
      rows.swapAt(rank, pivot)
      let inverse = rows[rank][column].inverse
      for index in column..<width { rows[rank][index] = rows[rank][index] * inverse }
      for other in rows.indices where other != rank && rows[other][column] != .zero {
        let factor = rows[other][column]
        for index in column..<width { rows[other][index] = rows[other][index] - factor * rows[rank][index] }
      }
      rank += 1
    }
    rows.removeLast(rows.count - rank)
  }
}
