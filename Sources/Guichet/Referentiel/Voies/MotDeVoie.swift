/// What is known of a word of a street line, taken by itself.
struct SensDeMot: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// A type of way in full: RUE, RESIDENCE.
  static let type = SensDeMot(rawValue: 1)
  /// A type that names a building or a housing estate: a street beside it says more.
  static let batiment = SensDeMot(rawValue: 2)
  static let article = SensDeMot(rawValue: 4)
  /// BIS, TER, after a house number.
  static let repetition = SensDeMot(rawValue: 8)
  /// What comes after it, or it alone, tells where in the building: APPT, ETAGE, BP.
  static let complement = SensDeMot(rawValue: 16)
  /// N, NO, before a house number.
  static let numerote = SensDeMot(rawValue: 32)
  /// It begins with a digit.
  static let chiffres = SensDeMot(rawValue: 64)
  /// Digits and the end of an ordinal: 1ER, 3EME.
  static let ordinal = SensDeMot(rawValue: 128)
}

/// A word that means something in any street line, and what it stands for.
struct MotConnu: Sendable {
  var sens: SensDeMot = []
  /// The type of way that it abbreviates, and what that is.
  var type: (octets: [UInt8], sens: SensDeMot)?
  /// The title that it abbreviates.
  var titre: [UInt8]?
  /// The number that it writes in letters.
  var valeur: Int?

  /// Nil for any other word.
  static func trouve(_ word: ArraySlice<UInt8>) -> MotConnu? { cle(word).flatMap { parMot[$0] } }

  /// The word as one number; nil when it is longer than any known one.
  private static func cle(_ word: some Collection<UInt8>) -> UInt128? {
    guard word.count <= 16 else { return nil }
    return word.reduce(0) { $0 << 8 | UInt128($1) }
  }

  // MARK: Tables (AFNOR XP Z10-011, annex of types of ways, and what families write)

  private static let parMot: [UInt128: MotConnu] = {
    var table: [UInt128: MotConnu] = [:]
    func note(_ words: String, _ change: (inout MotConnu) -> Void) {
      for word in words.split(whereSeparator: \.isWhitespace) {
        if let key = cle(word.utf8) { change(&table[key, default: MotConnu()]) }
      }
    }
    note(types) { $0.sens.insert(.type) }
    note(batiments) { $0.sens.formUnion([.type, .batiment]) }
    note("DE DU DES D LA LE LES L ET AU AUX") { $0.sens.insert(.article) }
    note("BIS TER QUATER") { $0.sens.insert(.repetition) }
    note("APPT APT APPARTEMENT BAT BATIMENT ENTREE ETAGE ESC ESCALIER BP CS LOGEMENT LGT PORTE") {
      $0.sens.insert(.complement)
    }
    note("N NO NUM NUMERO") { $0.sens.insert(.numerote) }
    for (value, words) in nombres.enumerated() { note(words) { $0.valeur = value + 1 } }
    for (short, full) in pairs(abreviationsDeType) {
      let isBuilding = batiments.split(whereSeparator: \.isWhitespace).contains(full)
      note(String(short)) { $0.type = (Array(full.utf8), isBuilding ? [.type, .batiment] : .type) }
    }
    for (short, full) in pairs(abreviationsDeTitre) { note(String(short)) { $0.titre = Array(full.utf8) } }
    return table
  }()

  private static func pairs(_ text: String) -> [(Substring, Substring)] {
    text.split(whereSeparator: \.isWhitespace).flatMap { group in
      let words = group.split(separator: ":")
      return words.dropLast().map { ($0, words[words.endIndex - 1]) }
    }
  }

  private static let types = """
    ALLEE AVENUE BOULEVARD CARREFOUR CHAUSSEE CHEMIN CLOS CORNICHE COUR COURS DREVE ESPLANADE FAUBOURG GALERIE GRAND
    GRANDE IMPASSE LEVEE MAIL MONTEE PARVIS PASSAGE PETIT PETITE PLACE PLACETTE PLATEAU PONT PORTE PROMENADE QUAI RAMPE
    ROCADE ROND ROUTE RUE RUELLE RUETTE SENTE SENTIER SQUARE TRAVERSE VENELLE VOIE VOYETTE
    """

  private static let batiments = "CITE DOMAINE HAMEAU LOTISSEMENT PARC QUARTIER RESIDENCE VILLA"

  private static let abreviationsDeType = """
    ALL:ALLEE AV:AVE:AVEN:AVENUE BD:BLD:BVD:BLVD:BOUL:BOULEV:BOULEVARD CAR:CARREFOUR CHS:CHAUSSEE CHE:CHEM:CH:CHEMIN
    CLS:CLOS CRS:COURS DOM:DOMAINE ESP:ESPLANADE FG:FBG:FAUB:FAUBOURG GD:GRAND GDE:GRANDE HAM:HAMEAU IMP:IMPASSE
    LOT:LOTISSEMENT MTE:MONTEE PAS:PASSAGE PL:PLACE PROM:PROMENADE QU:QUAI QUA:QUARTIER RES:RESIDENCE RTE:RT:ROUTE
    R:RUE RLE:RUELLE SEN:SENTE:SENTIER SQ:SQUARE TRA:TRAVERSE VLA:VILLA
    """

  private static let abreviationsDeTitre = """
    GAL:GEN:GENERAL MAL:MAR:MARECHAL DR:DOCT:DOCTEUR PDT:PRES:PRESIDENT CDT:COMMANDANT CNE:CAP:CAPITAINE COL:COLONEL
    LT:LIEUTENANT PR:PROF:PROFESSEUR AMI:AMIRAL ABB:ABBE CHAN:CHANOINE MGR:MONSEIGNEUR SGT:SERGENT FR:FRERES
    """

  /// From one on.
  private static let nombres = [
    "PREMIER PREMIERE", "DEUX DEUXIEME", "TROIS TROISIEME", "QUATRE QUATRIEME", "CINQ CINQUIEME", "SIX SIXIEME",
    "SEPT SEPTIEME", "HUIT HUITIEME", "NEUF NEUVIEME", "DIX DIXIEME", "ONZE", "DOUZE", "TREIZE", "QUATORZE", "QUINZE",
    "SEIZE",
  ]
}
