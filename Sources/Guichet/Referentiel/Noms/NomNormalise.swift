/// A place name in the form in which names are compared, after La Poste's way of writing them: capitals without accents,
/// one blank between words, `ST` for Saint, and so on.
///
/// `Marcq-en-Barœul`, `MARCQ EN BAROEUL` and `marcq en baroeul` are one name.
struct NomNormalise: Hashable, Sendable {
  let octets: [UInt8]

  var isEmpty: Bool { octets.isEmpty }
  var texte: String { String(decoding: octets, as: UTF8.self) }

  /// The words, as slices of `octets`.
  var mots: [ArraySlice<UInt8>] { octets.split(separator: UInt8(ascii: " ")) }

  init(_ text: String) {
    self.init(octets: text.utf8)
  }

  init(octets: some Sequence<UInt8>) {
    self.octets = Self.avecAbreviations(Self.plie(octets))
  }

  /// Octets that another `NomNormalise` held.
  init(dejaNormalise octets: some Sequence<UInt8>) {
    self.octets = Array(octets)
  }

  init(mots: some Sequence<some Sequence<UInt8>>) {
    octets = Array(mots.joined(separator: [UInt8(ascii: " ")]))
  }

  /// The name without an article before it, or after it as in « Quesnoy (Le) ».
  var sansArticle: ArraySlice<UInt8> { Self.sansArticle(octets[...]) }

  static func sansArticle(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // Nearly every name neither begins nor ends like one.
    guard name.first == UInt8(ascii: "L") || name.last.map(finsDArticle.contains) == true else { return name }
    for article in articles where name.count > article.count + 1 {
      if name.starts(with: article), name[name.startIndex + article.count] == UInt8(ascii: " ") {
        return name.dropFirst(article.count + 1)
      }
      if name.suffix(article.count).elementsEqual(article),
        name[name.endIndex - article.count - 1] == UInt8(ascii: " ")
      {
        return name.dropLast(article.count + 1)
      }
    }
    return name
  }

  private static let articles = ["L", "LE", "LA", "LES"].map { Array($0.utf8) }
  private static let finsDArticle = "LEAS".utf8

  // MARK: Letters

  /// Capitals, digits and single blanks only: accents go, œ is OE, everything that is neither letter nor digit parts
  /// words.
  static func plie(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(32)
    var pendingBlank = false
    var lead: UInt32 = 0
    var missing = 0
    func put(_ letter: UInt8, _ second: UInt8? = nil) {
      if pendingBlank, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
      pendingBlank = false
      folded.append(letter)
      if let second { folded.append(second) }
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        put(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        put(byte - 0x20)
      case ..<0x80:
        pendingBlank = true
      case 0xC0..<0xE0:
        (lead, missing) = (UInt32(byte & 0x1F), 1)
      case 0xE0..<0xF0:
        (lead, missing) = (UInt32(byte & 0x0F), 2)
      case 0xF0...:
        (lead, missing) = (UInt32(byte & 0x07), 3)
      default:
        lead = lead << 6 | UInt32(byte & 0x3F)
        missing -= 1
        guard missing == 0 else { continue }
        switch lead {
        case 0xC6, 0xE6: put(UInt8(ascii: "A"), UInt8(ascii: "E"))
        case 0x152, 0x153: put(UInt8(ascii: "O"), UInt8(ascii: "E"))
        case 0xDF: put(UInt8(ascii: "S"), UInt8(ascii: "S"))
        case 0xC0..<0x180:
          let letter = latin[Int(lead) - 0xC0]
          if letter == UInt8(ascii: " ") { pendingBlank = true } else { put(letter) }
        case 0x300..<0x370: break  // Combining accents, of names in decomposed form.
        default: pendingBlank = true
        }
      }
    }
    return folded
  }

  /// The plain capital of U+00C0 to U+017F.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOO OUUUUYTS" + "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTY"
      + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIIIIIJJKKKLLLLLLLLLLNNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTT"
      + "UUUUUUUUUUUUWWYYYZZZZZZS").utf8)

  // MARK: Words

  /// One spelling for each word that is written in several: Saint, Sainte, sur, lès.
  private static func avecAbreviations(_ folded: [UInt8]) -> [UInt8] {
    guard peutSAbreger(folded) else { return folded }
    var name: [UInt8] = []
    name.reserveCapacity(folded.count)
    var start = 0
    while start < folded.count {
      var end = start
      while end < folded.count, folded[end] != UInt8(ascii: " ") { end += 1 }
      let word = folded[start..<end]
      if start > 0 { name.append(UInt8(ascii: " ")) }
      name.append(contentsOf: abreviation(of: word, isFirst: start == 0))
      start = end + 1
    }
    return name
  }

  /// Whether a word begins like one of those: most names have none, and stay as they are.
  private static func peutSAbreger(_ folded: [UInt8]) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in folded {
      if last == UInt8(ascii: " "), byte == UInt8(ascii: "S") || byte == UInt8(ascii: "L") { return true }
      last = byte
    }
    return false
  }

  private static func abreviation(of word: ArraySlice<UInt8>, isFirst: Bool) -> ArraySlice<UInt8> {
    switch word.count {
    case 1 where !isFirst && word.elementsEqual("S".utf8): sur
    case 3 where !isFirst && word.elementsEqual("LEZ".utf8): les
    case 5 where word.elementsEqual("SAINT".utf8): saint
    case 6 where word.elementsEqual("SAINTE".utf8): sainte
    case 6 where word.elementsEqual("SAINTS".utf8): saints
    case 7 where word.elementsEqual("SAINTES".utf8): saintes
    default: word
    }
  }

  private static let sur = Array("SUR".utf8)[...]
  private static let les = Array("LES".utf8)[...]
  private static let saint = Array("ST".utf8)[...]
  private static let sainte = Array("STE".utf8)[...]
  private static let saints = Array("STS".utf8)[...]
  private static let saintes = Array("STES".utf8)[...]
}
