/// The numbers of a street cut where any rattachement of it begins or ends, so that one number speaks for each piece.
struct TronconDeVoie {
  let numeros: Rattachement.Numeros
  /// A number inside; nil when the street is in one piece.
  let exemple: Int?

  /// - Parameter ranges: the numbers of every rattachement of one street.
  static func decoupe(_ ranges: [Rattachement.Numeros]) -> [TronconDeVoie] {
    guard ranges.contains(where: { !$0.sontTous }) else { return [TronconDeVoie(numeros: .tous, exemple: nil)] }
    var starts: Set<Int32> = [1]
    for range in ranges {
      if let de = range.de { starts.insert(de) }
      if let a = range.a { starts.insert(a + 1) }
    }
    let sides: [Rattachement.Numeros.Cote?] = ranges.contains { $0.cote != nil } ? [.impair, .pair] : [nil]
    let sorted = starts.sorted()
    return sides.flatMap { side in
      sorted.indices.compactMap { rank in
        let last = rank + 1 < sorted.count ? sorted[rank + 1] - 1 : nil
        let numeros = Rattachement.Numeros(de: sorted[rank], a: last, cote: side)
        let first = Int(sorted[rank])
        return [first, first + 1].first(where: numeros.contiennent).map {
          TronconDeVoie(numeros: numeros, exemple: $0)
        }
      }
    }
  }

  /// Pieces of one street as few as they can be told: neighbours joined, the two sides where they are the same.
  static func reunis(_ pieces: [Rattachement.Numeros]) -> [Rattachement.Numeros] {
    var joined: [Rattachement.Numeros] = []
    for piece in pieces {
      if let last = joined.last, last.cote == piece.cote, let end = last.a, piece.de == end + 1 {
        joined[joined.count - 1].a = piece.a
      } else {
        joined.append(piece)
      }
    }
    let odd = joined.filter { $0.cote == .impair }
    let even = joined.filter { $0.cote == .pair }
    if !odd.isEmpty, odd.map(\.sansCote) == even.map(\.sansCote) { joined = odd.map(\.sansCote) }
    return joined.map(\.ajuste)
  }
}

extension Rattachement.Numeros {
  fileprivate var sansCote: Rattachement.Numeros { Rattachement.Numeros(de: de, a: a) }

  /// From and to a number of its own side; without either where it is all of that side.
  fileprivate var ajuste: Rattachement.Numeros {
    guard de != 1 || a != nil else { return Rattachement.Numeros(cote: cote) }
    var numeros = self
    if let de, !contiennent(Int(de)) { numeros.de = de + 1 }
    if let a, !contiennent(Int(a)) { numeros.a = a - 1 }
    return numeros
  }
}
