extension Referentiel {
  /// The LINF that were perhaps meant by what is the id of none: by a slip of the pen in the id, by the name or a word of
  /// it, or by the commune. None where nothing is near, or where too many are equally so for any of them to be meant.
  package func linfProches(de saisi: String) -> [Linf] {
    let typed = MotProche.cle(saisi)
    var nearest: (distance: Int, linf: [Linf]) = (.max, [])
    for linf in linf {
      guard let distance = Self.distance(typed, linf), distance <= nearest.distance else { continue }
      if distance < nearest.distance { nearest = (distance, []) }
      nearest.linf.append(linf)
    }
    return nearest.linf.count <= 3 ? nearest.linf : []
  }

  private static func distance(_ typed: [UInt8], _ linf: Linf) -> Int? {
    let words = [linf.id, linf.nom, linf.commune].compactMap(\.self).flatMap { text in
      [MotProche.cle(text)] + NomNormalise.plie(text.utf8).split(separator: UInt8(ascii: " ")).map(Array.init)
    }
    return words.compactMap { MotProche.distance(typed, $0) }.min()
  }
}
