/// What the official files say of the inside of communes: their postal codes, and the parts that they are made of.
struct Decoupage {
  private let table: TableReferentiel
  private var codes: [Int32: [CodePostal]] = [:]
  private var parts: [Int32: [Int32]] = [:]

  init(_ table: TableReferentiel) {
    self.table = table
    for code in table.nomsParCodePostal.codes {
      var last: Int32 = -1
      for name in table.noms(code) where name.commune != last {
        codes[name.commune, default: []].append(code)
        last = name.commune
      }
    }
    for (rank, part) in table.sousCommunes.enumerated() { parts[part.commune, default: []].append(Int32(rank)) }
  }

  /// In their order.
  func codesPostaux(of commune: Int32) -> [CodePostal] { codes[commune] ?? [] }

  /// Whether these parts are all that the commune has under a postal code, or in all where that is nil.
  ///
  /// Arrondissements make up their commune. Delegated communes do where one of them bears the commune's own code, for
  /// that one stands for what the commune was before the merger; associated communes never do.
  func remplissent(_ held: Set<Int32>, _ commune: Int32, sous code: CodePostal?) -> Bool {
    let own = table.communes[Int(commune)].code
    let all = (parts[commune] ?? []).filter { table.sousCommunes[Int($0)].genre != .associee }
    let isWhole = all.contains {
      let part = table.sousCommunes[Int($0)]
      return part.genre == .arrondissement || part.code == own
    }
    guard isWhole else { return false }
    let there = all.filter { rank in
      guard let code else { return true }
      let part = table.sousCommunes[Int(rank)]
      // The part that was the commune goes wherever mail is not said to go to another.
      return part.code == own || part.codesPostaux.contains(code)
    }
    return !there.isEmpty && held.isSuperset(of: there)
  }

  /// Whether these parts leave nothing of the commune under this postal code.
  func couvrent(_ held: Set<Int32>, _ commune: Int32, _ code: CodePostal) -> Bool {
    held.contains { table.sousCommunes[Int($0)].codesPropres.contains(code) } || remplissent(held, commune, sous: code)
  }
}
