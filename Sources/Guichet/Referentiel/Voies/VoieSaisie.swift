/// A family's street line, as far as it can be read: `12 bis, bd Vauban, appt 4`.
struct VoieSaisie: Sendable {
  private let ligne: LigneDeVoie
  /// What the name of the way may be, the longest first; empty when no type of way was found.
  private var lectures: [LigneDeVoie.Lecture] = []
  /// Names of buildings and of other ways beside it.
  private var autres: [LigneDeVoie.Lecture] = []
  /// Words among which the house number is.
  private var avant = 0..<0

  init(_ text: String?) {
    ligne = LigneDeVoie(text ?? "")
    var street: Segment?
    var loose: Range<Int>?
    var segments: [Segment] = []
    for words in morceaux() {
      guard let type = words.first(where: estUnType(_:)) else {
        loose = words
        continue
      }
      var segment = Segment(avant: words.lowerBound..<type, nom: type..<words.upperBound)
      // « 12, rue Vauban »
      if segment.avant.isEmpty, let numbers = loose, numbers.allSatisfy(estDuNumero(_:)) { segment.avant = numbers }
      loose = nil
      segments.append(segment)
    }
    // « Résidence des Lilas, 12 rue Vauban »: a street says more than a building.
    let best = segments.firstIndex { !ligne.mots[$0.nom.lowerBound].sens.contains(.batiment) } ?? 0
    for (rank, segment) in segments.enumerated() {
      if rank == best { street = segment } else { autres.append(ligne.lecture(segment.nom)) }
    }
    guard let street else { return }
    avant = street.avant
    lire(street.nom)
  }

  /// A part of the line that names a way or a building.
  private struct Segment {
    var avant: Range<Int>
    let nom: Range<Int>
  }

  // MARK: Reading

  /// The line cut at commas, before « 12 rue », and before a street that follows a building.
  private func morceaux() -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var type: Int?
    for rank in ligne.mots.indices {
      if rank > start, ligne.mots[rank].ouvre || type.map({ ouvreUneVoie(rank, apres: $0) }) == true {
        pieces.append(start..<rank)
        (start, type) = (rank, nil)
      }
      if type == nil, estUnType(rank) { type = rank }
    }
    if start < ligne.mots.count { pieces.append(start..<ligne.mots.count) }
    return pieces
  }

  private func ouvreUneVoie(_ rank: Int, apres type: Int) -> Bool {
    let word = ligne.mots[rank].sens
    if word.contains(.chiffres) {
      let next = ligne.mots[(rank + 1)...].prefix { !$0.ouvre }.first { !$0.sens.contains(.repetition) }
      return next?.sens.contains(.type) ?? false
    }
    return word.contains(.type) && !word.contains(.batiment) && ligne.mots[type].sens.contains(.batiment)
      && rank > type + 1 && !ligne.mots[rank - 1].sens.contains(.article) && estUnType(rank)
  }

  /// A type of way with a name behind it.
  private func estUnType(_ rank: Int) -> Bool {
    ligne.mots[rank].sens.contains(.type) && rank + 1 < ligne.mots.count && !ligne.mots[rank + 1].ouvre
  }

  private func estDuNumero(_ rank: Int) -> Bool {
    let word = ligne.mots[rank]
    return !word.sens.isDisjoint(with: [.chiffres, .repetition, .numerote]) || word.fin - word.debut == 1
  }

  /// The name as it stands, and without what people write after it: a flat, a building, a town, a number.
  private mutating func lire(_ name: Range<Int>) {
    var ends = [name.upperBound]
    if let cut = name.dropFirst(2).first(where: { ouvreUnComplement($0, in: name) }) {
      ends.append(cut)
      if ligne.mots[cut].sens.contains(.batiment) { autres.append(ligne.lecture(cut..<name.upperBound)) }
    }
    for end in ends where end - name.lowerBound > 2 && ligne.mots[end - 1].sens.contains(.chiffres) {
      ends.append(end - 1)
    }
    lectures = ends.sorted(by: >).map { ligne.lecture(name.lowerBound..<$0) }
  }

  private func ouvreUnComplement(_ rank: Int, in name: Range<Int>) -> Bool {
    let word = ligne.mots[rank]
    if ligne.mots[rank - 1].sens.contains(.article) { return false }
    if word.sens.contains(.batiment) { return rank + 1 < name.upperBound }
    return word.sens.contains(.complement) || (word.sens.contains(.chiffres) && word.fin - word.debut == 5)
  }

  // MARK: What it tells

  /// Where the very name of a way stands in the line.
  struct Nom {
    /// Of two ways that the line names the one with more words is meant: « rue du 8 mai 1945 » is not « rue du 8 mai ».
    let mots: Range<Int>
    /// Words among which the house number is.
    let avant: Range<Int>
  }

  /// Where the line names this way; nil when it does not, or not by its very name.
  func nom(_ voie: Voie) -> Nom? {
    if !voie.aUnType, let start = debutsBruts.first(where: { estBrut($0, voie) }) {
      return Nom(mots: start..<ligne.mots.count, avant: 0..<start)
    }
    return lectures.first { ligne.est($0, voie) }.map { Nom(mots: $0.mots, avant: avant) }
  }

  /// Whether a way that the line does not name may be meant all the same.
  func pourraitEtre(_ voie: Voie) -> Bool {
    lectures.isEmpty || lectures.contains { ligne.estProche($0, voie) }
      || autres.contains { ligne.est($0, voie) || ligne.estProche($0, voie) }
  }

  /// Every name that the line could be read as, whatever ways there are: each is part of the one before it.
  var noms: [NomNormalise] {
    let plain = debutsBruts.map { ligne.octets[ligne.mots[$0].debut...] }
    return (plain + lectures.map { ligne.octets[$0.octets] }).map { NomNormalise(dejaNormalise: $0) }
  }

  /// Whether the house number is among these; nil when there is none, or two that do not agree.
  ///
  /// - Parameter words: those before the name of the way.
  func numeroEst(parmi numbers: Rattachement.Numeros, _ words: Range<Int>) -> Bool? {
    var answer: Bool?
    for rank in words {
      let word = ligne.mots[rank]
      // Five digits are a postal code; « 3e » and « appt 4 » tell where in the building.
      guard word.sens.contains(.chiffres), !word.sens.contains(.ordinal), let value = word.valeur, value < 10_000,
        !suitUnComplement(rank, depuis: words.lowerBound)
      else { continue }
      let isInside = numbers.contiennent(value)
      if let answer, answer != isInside { return nil }
      answer = isInside
    }
    return answer
  }

  /// « appt 4 », but not « 3e étage 12 ».
  private func suitUnComplement(_ rank: Int, depuis start: Int) -> Bool {
    guard rank > start, ligne.mots[rank - 1].sens.contains(.complement) else { return false }
    return rank - 1 == start || !ligne.mots[rank - 2].sens.contains(.ordinal)
  }

  /// Where the name of a way without a type may begin: at the line's first word, or behind its house number. « 12,
  /// 4 Cantons » is number 12 of « 4 Cantons », and may be number 12 of « Cantons » too.
  private var debutsBruts: Range<Int> {
    let numbers = ligne.mots.prefix { !$0.sens.isDisjoint(with: [.chiffres, .repetition, .numerote]) }
    return 0..<min(numbers.count + 1, ligne.mots.count)
  }

  /// Whether all of what was typed from there on is this way.
  private func estBrut(_ start: Int, _ voie: Voie) -> Bool {
    ligne.octets[ligne.mots[start].debut...].elementsEqual(voie.ligne.octets)
  }
}
