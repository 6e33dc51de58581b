/// The words that a mistyped one was perhaps meant to be.
package enum MotProche {
  /// The nearest of the candidates that are a slip of the pen away, or begin as was typed: the ones that are equally near,
  /// in their order; none where nothing is near.
  ///
  /// Case, accents, blanks and punctuation count for nothing.
  package static func parmi(_ candidats: some Sequence<String>, _ saisi: String) -> [String] {
    let typed = cle(saisi)
    var nearest: (distance: Int, words: [String]) = (.max, [])
    for candidat in candidats {
      guard let distance = distance(typed, cle(candidat)), distance <= nearest.distance else { continue }
      if distance < nearest.distance { nearest = (distance, []) }
      nearest.words.append(candidat)
    }
    return nearest.words
  }

  /// Nil where the two have nothing to do with each other.
  static func distance(_ typed: [UInt8], _ word: [UInt8]) -> Int? {
    guard !typed.isEmpty else { return nil }
    if typed == word { return 0 }
    let tolerance = DistanceDeNoms.tolerance(longueur: max(typed.count, word.count))
    if let distance = DistanceDeNoms.entre(typed[...], word[...], limite: tolerance) { return distance }
    return typed.count >= 3 && word.starts(with: typed) ? tolerance + 1 : nil
  }

  static func cle(_ text: String) -> [UInt8] {
    NomNormalise.plie(text.utf8).filter { $0 != UInt8(ascii: " ") }
  }
}
