/// Why what stands in a `voie` cell is the name of no street that an address could be on. Such a rule would never apply,
/// and nobody would see it.
///
/// Only what is sure: « 4 Cantons », « 1re Avenue » and « Les 3 Suisses » are names.
enum FauteDeVoie: Hashable {
  /// « 12 bis, rue Vauban »; with what is left without the number.
  case numeroDevant(voie: String)
  /// « Rue Vauban, 12 », « rue Vauban (côté pair) », « rue Vauban du 2 au 20 ».
  case numeroDerriere
  /// « Rue », « de la », « 12 ».
  case sansNom
  /// « Vauban (boulevard) »; with the name the right way round.
  case renversee(voie: String)
  /// « Rue Vauban, rue Foch », or what no line is ever read as.
  case pasUneVoie

  /// Nil when it is a name.
  ///
  /// - Parameter voie: the same text, read.
  static func trouve(_ texte: String, _ voie: Voie) -> FauteDeVoie? {
    let mots = voie.ligne.mots
    if let type = typeApresNumero(mots) { return type + 1 < mots.count ? .numeroDevant(voie: suite(texte)) : .sansNom }
    if estSansNom(mots) { return .sansNom }
    let parties = texte.split { ",;()/".contains($0) }.map { (texte: String($0), ligne: LigneDeVoie(String($0))) }
      .filter { !$0.ligne.mots.isEmpty }
    for partie in parties.dropFirst() {
      if sontDesNumeros(partie.ligne, seuls: true) { return .numeroDerriere }
      if !voie.aUnType, estUnTypeRenverse(partie.ligne.mots) {
        return .renversee(voie: "\(blancsOtes(partie.texte)) \(blancsOtes(parties[0].texte))")
      }
      if voie.aUnType, nommeUneVoie(partie.ligne, 0) { return .pasUneVoie }
    }
    if sontDesNumeros(voie.ligne, seuls: false) { return .numeroDerriere }
    if voie.aUnType, ditEtUneVoie(voie.ligne) { return .pasUneVoie }
    return [texte, voie.cle.texte].contains { VoieSaisie($0).nom(voie) != nil } ? nil : .pasUneVoie
  }

  /// What is wrong and how to mend it, in one French sentence.
  func message(_ texte: String) -> String {
    let shown = "« \(montre(texte)) »"
    let exemple = "« boulevard Vauban »"
    switch self {
    case .numeroDevant(let voie):
      return "\(shown) commence par un numéro et ne s’appliquerait jamais : écrire « \(montre(voie)) », les numéros "
        + "allant dans numeroDe et numeroA."
    case .numeroDerriere:
      return "\(shown) contient des numéros ou un côté et ne s’appliquerait jamais : n’écrire que le nom de la voie, "
        + "comme \(exemple), les numéros allant dans numeroDe et numeroA, le côté dans cote."
    case .sansNom:
      return "\(shown) n’est pas le nom d’une voie : l’écrire en entier, comme \(exemple)."
    case .renversee(let voie):
      return "\(shown) est écrit comme dans un répertoire et ne s’appliquerait jamais : écrire « \(montre(voie)) »."
    case .pasUneVoie:
      return
        "\(shown) n’est pas le nom d’une seule voie et ne s’appliquerait jamais : écrire une voie par ligne, comme "
        + "\(exemple)."
    }
  }

  // MARK: Reading

  /// The rank of the type of way that follows a house number, or several, at the beginning.
  private static func typeApresNumero(_ mots: [LigneDeVoie.Mot]) -> Int? {
    guard let first = mots.first, first.sens.contains(.numerote) || estUnNumero(first) else { return nil }
    let rest = mots.firstIndex {
      !estUnNumero($0) && $0.sens.isDisjoint(with: [.repetition, .numerote]) && $0.fin - $0.debut > 1
        && !$0.sens.contains(.article)
    }
    guard let rest, mots[rest].sens.contains(.type), mots[..<rest].contains(where: estUnNumero) else { return nil }
    return rest
  }

  /// « 12 », but not « 1re », which is part of a name.
  private static func estUnNumero(_ mot: LigneDeVoie.Mot) -> Bool {
    mot.sens.contains(.chiffres) && !mot.sens.contains(.ordinal)
  }

  /// Nothing but articles and numbers, or a type of way with nothing but articles behind it.
  private static func estSansNom(_ mots: [LigneDeVoie.Mot]) -> Bool {
    let says: (LigneDeVoie.Mot) -> Bool = {
      $0.sens.isDisjoint(with: [.chiffres, .repetition, .numerote, .article])
    }
    guard mots.contains(where: says) else { return true }
    // « Rue D » is one of those that go by letters.
    let isLettered = mots.count == 2 && mots[1].fin - mots[1].debut == 1
    return mots[0].sens.contains(.type) && !isLettered && mots.dropFirst().allSatisfy { $0.sens.contains(.article) }
  }

  /// « Boulevard », « rue de la », behind the name.
  private static func estUnTypeRenverse(_ mots: [LigneDeVoie.Mot]) -> Bool {
    mots[0].sens.contains(.type) && mots.allSatisfy { !$0.sens.isDisjoint(with: [.type, .article]) }
  }

  /// A street from this word on, with or without house number. A yard or a building beside a street is none, for it may
  /// be part of the address.
  private static func nommeUneVoie(_ ligne: LigneDeVoie, _ start: Int) -> Bool {
    let rest = ligne.mots.indices[start...].drop { rank in
      !ligne.mots[rank].sens.isDisjoint(with: [.chiffres, .repetition])
    }
    guard let type = rest.first, grandsTypes.contains(where: { ligne.est(type, $0) }) else { return false }
    return rest.dropFirst().contains { !ligne.mots[$0].sens.contains(.article) }
  }

  private static let grandsTypes = ["RUE", "AVENUE", "BOULEVARD", "PLACE", "ROUTE", "CHEMIN"]

  /// « Rue Vauban et rue Foch ».
  private static func ditEtUneVoie(_ ligne: LigneDeVoie) -> Bool {
    ligne.mots.indices.dropFirst(2).contains { ligne.est($0 - 1, "ET") && nommeUneVoie(ligne, $0) }
  }

  /// Words that tell numbers of a street or one of its sides.
  ///
  /// - Parameter seuls: the line has nothing else; otherwise it ends with them, and a lone number is no proof, for many
  ///   names end with one.
  private static func sontDesNumeros(_ ligne: LigneDeVoie, seuls: Bool) -> Bool {
    let words = ligne.mots.indices.suffix { rank in
      let mot = ligne.mots[rank]
      return !mot.sens.isDisjoint(with: [.repetition, .numerote, .article]) || estUnNumero(mot)
        || cotes.contains { ligne.est(rank, $0) } || ["A", "COTE", "NUMEROS", "JUSQU"].contains { ligne.est(rank, $0) }
    }
    guard seuls ? words.count == ligne.mots.count : words.lowerBound > 1 else { return false }
    let namesSide = words.contains { rank in
      cotes.contains { ligne.est(rank, $0) } && (seuls || !ligne.mots[rank - 1].sens.contains(.article))
    }
    if namesSide { return true }
    let numbers = words.filter { estUnNumero(ligne.mots[$0]) }
    // « Rue du 8 mai (1945) »
    if seuls { return numbers.contains { ligne.mots[$0].valeur ?? 0 < 1000 } }
    // « 2 à 20 », « du 2 au n° 20 »
    guard let last = numbers.last, let first = numbers.dropLast().last, last > first + 1 else { return false }
    return (first + 1..<last).contains { ligne.est($0, "A") || ligne.est($0, "AU") }
  }

  private static let cotes = ["PAIR", "PAIRS", "IMPAIR", "IMPAIRS"]

  // MARK: Mending

  /// What comes after the house number, as it was written.
  private static func suite(_ texte: String) -> String {
    let starts = texte.indices.filter { index in
      texte[index].isLetter && (index == texte.startIndex || !texte[texte.index(before: index)].isLetter)
    }
    let rest = starts.lazy.map { String(texte[$0...]) }.first { text in
      LigneDeVoie(text).mots.first?.sens.contains(.type) == true
    }
    return blancsOtes(rest ?? texte)
  }

  private static func blancsOtes(_ texte: String) -> String {
    let trimmed = texte.drop(while: \.isWhitespace)
    return String(trimmed.dropLast(trimmed.reversed().prefix(while: \.isWhitespace).count))
  }
}

extension LigneDeVoie {
  /// Whether a word of the line is this one.
  fileprivate func est(_ rank: Int, _ word: String) -> Bool {
    octets[mots[rank].debut..<mots[rank].fin].elementsEqual(word.utf8)
  }
}

extension Range<Int> {
  /// The longest end of the range of which all are so.
  fileprivate func suffix(where isSo: (Int) -> Bool) -> Range<Int> {
    var start = upperBound
    while start > lowerBound, isSo(start - 1) { start -= 1 }
    return start..<upperBound
  }
}
