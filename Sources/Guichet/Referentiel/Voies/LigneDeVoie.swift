/// A street line as normalised words in one buffer, abbreviations written out: `BD`, `BLD` and `BOULEVARD` are one.
struct LigneDeVoie: Sendable {
  struct Mot: Sendable {
    /// Where it stands in the buffer.
    let debut: Int
    let fin: Int
    let sens: SensDeMot
    /// What it counts, in digits or in letters; nil for a word that is no number.
    let valeur: Int?
    /// The first of a part between commas.
    let ouvre: Bool
  }

  /// Some words of a line, read as the name of a way.
  struct Lecture: Sendable {
    let mots: Range<Int>
    let octets: Range<Int>
    let lettres: EmpreinteDeLettres
    /// Ranks of the words but type of way and articles.
    let essentiels: [Int]
  }

  /// Words with one blank between them.
  private(set) var octets: [UInt8] = []
  private(set) var mots: [Mot] = []

  init(_ text: String) {
    octets.reserveCapacity(48)
    mots.reserveCapacity(8)
    let separates = { (byte: UInt8) in byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte < 0x20 }
    // Most lines are one part.
    guard text.utf8.contains(where: separates) else {
      ajouter(NomNormalise(text))
      return
    }
    for part in text.utf8.split(whereSeparator: separates) { ajouter(NomNormalise(octets: part)) }
  }

  private mutating func ajouter(_ part: NomNormalise) {
    let first = mots.count
    var type: Int?
    var start = 0
    while start < part.octets.count {
      let end = part.octets[start...].firstIndex(of: UInt8(ascii: " ")) ?? part.octets.count
      let word = part.octets[start..<end]
      start = end + 1
      let known = MotConnu.trouve(word)
      let isLast = end == part.octets.count
      let before = mots.count > first ? mots[mots.count - 1].sens : nil
      if let abbreviated = known?.type, peutEtreUnType(abbreviated.sens, apres: before, type, isLast) {
        ajouter(abbreviated.octets[...], abbreviated.sens, nil, ouvre: mots.count == first)
      } else if let title = known?.titre, type != nil, !isLast {
        ajouter(title[...], [], nil, ouvre: mots.count == first)
      } else {
        let (sense, value) = Self.nombre(word)
        ajouter(word, sense.union(known?.sens ?? []), value ?? known?.valeur, ouvre: mots.count == first)
      }
      if mots[mots.count - 1].sens.contains(.type), type.map({ !mots[$0].sens.contains(.batiment) }) != true {
        type = mots.count - 1
      }
    }
  }

  /// Whether an abbreviation stands for its type of way here: before any other type, after a house number, or where a
  /// building's name gives way to a street's and the other way round.
  private func peutEtreUnType(
    _ sense: SensDeMot, apres before: SensDeMot?, _ type: Int?, _ isLast: Bool
  ) -> Bool {
    // « Bât. R » is a building.
    if before?.contains(.complement) == true { return false }
    guard let type, before?.isDisjoint(with: [.chiffres, .repetition]) == true else { return true }
    return !isLast && mots.count > type + 1 && before?.contains(.article) == false
      && sense.contains(.batiment) != mots[type].sens.contains(.batiment)
  }

  private mutating func ajouter(_ word: ArraySlice<UInt8>, _ sense: SensDeMot, _ value: Int?, ouvre: Bool) {
    if !octets.isEmpty { octets.append(UInt8(ascii: " ")) }
    mots.append(
      Mot(debut: octets.count, fin: octets.count + word.count, sens: sense, valeur: value, ouvre: ouvre))
    octets.append(contentsOf: word)
  }

  /// `12` of `12`, `12B` or `12BIS`; `1` of `1ER`.
  private static func nombre(_ word: ArraySlice<UInt8>) -> (sens: SensDeMot, valeur: Int?) {
    var value = 0
    var end = word.startIndex
    while end < word.endIndex, word[end] >= UInt8(ascii: "0"), word[end] <= UInt8(ascii: "9") {
      if value < 1_000_000 { value = value * 10 + Int(word[end] - UInt8(ascii: "0")) }
      end += 1
    }
    guard end > word.startIndex else { return ([], nil) }
    let isOrdinal = ordinaux.contains { $0.elementsEqual(word[end...]) }
    return (isOrdinal ? [.chiffres, .ordinal] : .chiffres, value)
  }

  private static let ordinaux = ["E", "ER", "ERE", "EME", "ND", "NDE", "RE"].map { Array($0.utf8) }
}

// MARK: Comparing names

extension LigneDeVoie {
  /// Reads these words, of which there is at least one, as the name of a way.
  func lecture(_ words: Range<Int>) -> Lecture {
    let bytes = mots[words.lowerBound].debut..<mots[words.upperBound - 1].fin
    let names = mots[words.lowerBound].sens.contains(.type) ? words.dropFirst() : words
    return Lecture(
      mots: words, octets: bytes, lettres: EmpreinteDeLettres(octets[bytes]),
      essentiels: names.filter { !mots[$0].sens.contains(.article) })
  }

  /// Whether both are the very same name.
  func est(_ reading: Lecture, _ voie: Voie) -> Bool {
    octets[reading.octets].elementsEqual(voie.ligne.octets)
  }

  /// Whether one could be meant for the other: a letter or two apart, or the same but for articles, words left out
  /// before or after, numbers written in letters.
  func estProche(_ reading: Lecture, _ voie: Voie) -> Bool {
    let limit = DistanceDeNoms.tolerance(longueur: reading.octets.count)
    if reading.lettres.peutEtre(voie.lecture.lettres, aMoinsDe: limit),
      DistanceDeNoms.entre(octets[reading.octets], voie.ligne.octets[...], limite: limit) != nil
    {
      return true
    }
    guard !voie.aUnType || memeMot(reading.mots.lowerBound, 0, voie) else { return false }
    let mine = reading.essentiels
    let theirs = voie.lecture.essentiels
    let count = min(mine.count, theirs.count)
    guard count > 0 else { return mine.count == theirs.count }
    return (0..<count).allSatisfy { memeMot(mine[$0], theirs[$0], voie) }
      || (1...count).allSatisfy { memeMot(mine[mine.count - $0], theirs[theirs.count - $0], voie) }
  }

  private func memeMot(_ mine: Int, _ theirs: Int, _ voie: Voie) -> Bool {
    let (left, right) = (mots[mine], voie.ligne.mots[theirs])
    if let value = left.valeur, value == right.valeur { return true }
    return octets[left.debut..<left.fin].elementsEqual(voie.ligne.octets[right.debut..<right.fin])
  }
}
