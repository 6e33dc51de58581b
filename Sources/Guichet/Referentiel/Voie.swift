/// The name of a way as a rattachement gives it: `boulevard Vauban`.
struct Voie: Hashable, Sendable {
  /// As the table writes it.
  let texte: String
  /// Type of way in full, then the name: `BOULEVARD VAUBAN`.
  let cle: NomNormalise

  /// Nil when there is no word in it.
  init?(_ text: String) {
    let words = Voie.motsNormalises(text.utf8)
    guard !words.isEmpty else { return nil }
    texte = text
    cle = NomNormalise(mots: words)
  }

  /// Whether it begins with a type of way; « La Canebière » does not.
  var aUnType: Bool { cle.mots.first.map { Voie.types.contains(Array($0)) } ?? false }

  /// The words of a way's name with abbreviations written out: `BD`, `BLD` and `BOULEVARD` are one.
  static func motsNormalises(_ text: some Sequence<UInt8>) -> [[UInt8]] {
    var words = NomNormalise(octets: text).mots.map(Array.init)
    var seenType = false
    for rank in words.indices {
      if !seenType, let type = abreviationsDeType[words[rank]] {
        words[rank] = type
      } else if seenType, let title = abreviationsDeTitre[words[rank]] {
        words[rank] = title
      }
      seenType = seenType || types.contains(words[rank])
    }
    return words
  }

  // MARK: Tables (AFNOR XP Z10-011, annex of types of ways, and what families write)

  static let types = Set(
    """
    ALLEE AVENUE BOULEVARD CARREFOUR CHAUSSEE CHEMIN CITE CLOS CORNICHE COUR COURS ESPLANADE FAUBOURG GRAND
    GRANDE HAMEAU IMPASSE LOTISSEMENT MAIL MONTEE PARC PARVIS PASSAGE PETIT PETITE PLACE PLACETTE PLATEAU
    PONT PORTE PROMENADE QUAI RESIDENCE ROCADE ROND ROUTE RUE RUELLE SENTE SENTIER SQUARE TRAVERSE VENELLE VILLA VOIE
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

  private static func table(_ pairs: String) -> [[UInt8]: [UInt8]] {
    var table: [[UInt8]: [UInt8]] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let sides = pair.split(separator: ":")
      guard let full = sides.last else { continue }
      for short in sides.dropLast() { table[Array(short.utf8)] = Array(full.utf8) }
    }
    return table
  }

  private static let abreviationsDeType = table(
    """
    ALL:ALLEE AV:AVE:AVEN:AVENUE BD:BLD:BVD:BLVD:BOUL:BOULEV:BOULEVARD CAR:CARREFOUR CHS:CHAUSSEE CHE:CHEM:CH:CHEMIN
    CLS:CLOS CRS:COURS ESP:ESPLANADE FG:FBG:FAUB:FAUBOURG HAM:HAMEAU IMP:IMPASSE LOT:LOTISSEMENT MTE:MONTEE PAS:PASSAGE
    PL:PLACE PROM:PROMENADE QU:QUAI RES:RESIDENCE RTE:RT:ROUTE R:RUE RLE:RUELLE SEN:SENTE:SENTIER SQ:SQUARE
    TRA:TRAVERSE VLA:VILLA
    """)

  private static let abreviationsDeTitre = table(
    """
    GAL:GEN:GENERAL MAL:MAR:MARECHAL DR:DOCT:DOCTEUR PDT:PRES:PRESIDENT CDT:COMMANDANT CNE:CAP:CAPITAINE COL:COLONEL
    LT:LIEUTENANT PR:PROF:PROFESSEUR AMI:AMIRAL ABB:ABBE CHAN:CHANOINE MGR:MONSEIGNEUR SGT:SERGENT FR:FRERES
    """)
}

/// A family's street line, as far as it can be read: `12 bis, bd Vauban, appt 4`.
struct VoieSaisie: Sendable {
  private let texte: String
  /// Number and words of the way; nil when no type of way was found.
  private let lecture: (numero: Int?, mots: [[UInt8]])?
  /// Keys that the way may have, the likeliest first.
  private let cles: [NomNormalise]

  init(_ text: String?) {
    texte = text ?? ""
    var best: (numero: Int?, mots: [[UInt8]])?
    for part in texte.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 < 0x20 }) {
      let words = Voie.motsNormalises(part)
      guard let start = words.firstIndex(where: Voie.types.contains), start + 1 < words.count else { continue }
      // « Résidence des Lilas, 12 rue Vauban »: a street says more than a building.
      if best == nil || best?.mots.first.map(Voie.batiments.contains) == true {
        best = (Self.number(in: words[..<start]), Array(words[start...]))
      }
    }
    lecture = best
    guard var words = best?.mots else {
      cles = []
      return
    }
    if let cut = words.dropFirst(2).firstIndex(where: Self.complements.contains) { words.removeSubrange(cut...) }
    var keys = [NomNormalise(mots: words)]
    if words.count > 2, let last = words.last, Self.value(of: last) != nil {
      keys.append(NomNormalise(mots: words.dropLast()))
    }
    cles = keys
  }

  /// The number before the way, in « 12, rue Vauban » too; nil when there is none.
  var numero: Int? { lecture?.numero ?? Self.number(in: Voie.motsNormalises(texte.utf8).prefix(1)) }

  /// All of what was typed but its number, for ways without a type.
  private var brute: NomNormalise {
    NomNormalise(
      mots: Voie.motsNormalises(texte.utf8).drop { Self.value(of: $0) != nil || Self.repetitions.contains($0) })
  }

  /// Whether this is the way; nil when it cannot be told.
  func est(_ voie: Voie) -> Bool? {
    if cles.contains(voie.cle) || (!voie.aUnType && brute == voie.cle) { return true }
    let wanted = voie.cle.octets[...]
    guard !cles.isEmpty else { return nil }
    for key in cles {
      if DistanceDeNoms.entre(
        key.octets[...], wanted, limite: DistanceDeNoms.tolerance(longueur: key.octets.count)) != nil
      {
        return nil
      }
      if Self.sansArticles(key) == Self.sansArticles(voie.cle) { return nil }
    }
    return false
  }

  private static func sansArticles(_ key: NomNormalise) -> [ArraySlice<UInt8>] {
    key.mots.filter { !articles.contains(Array($0)) }
  }

  private static func number(in words: some Sequence<[UInt8]>) -> Int? {
    for word in words {
      if let value = value(of: word) { return value }
    }
    return nil
  }

  /// `12`, and `12` of `12B` or `12BIS`; nil for a word that does not begin with a digit.
  private static func value(of word: [UInt8]) -> Int? {
    let digits = word.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return digits.isEmpty ? nil : Int(String(decoding: digits.prefix(6), as: UTF8.self))
  }

  private static let articles = Set(["DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "ET"].map { Array($0.utf8) })
  private static let repetitions = Set(["BIS", "TER", "QUATER"].map { Array($0.utf8) })
  private static let complements = Set(
    [
      "APPT", "APT", "APPARTEMENT", "BAT", "BATIMENT", "ENTREE", "ETAGE", "ESC", "ESCALIER", "BP", "CS", "LOGEMENT",
      "LGT",
    ]
    .map { Array($0.utf8) })
}

extension Voie {
  /// Types that name a building or a housing estate: a street beside them says more.
  static let batiments = Set(["CITE", "HAMEAU", "LOTISSEMENT", "PARC", "RESIDENCE", "VILLA"].map { Array($0.utf8) })
}
