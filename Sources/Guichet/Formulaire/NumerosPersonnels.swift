/// Numbers that identify a person to the State and that no demande needs: the social security number (NIR) and the
/// number of an allocataire.
///
/// A NIR is told by its key alone, anywhere. An allocataire's number (seven digits, sometimes with a letter) has no key
/// that is published, so that it is told by the word before it: « allocataire », « matricule », « Caf ».
enum NumerosPersonnels {
  static let masqueNir = "[NIR masqué]"
  static let masqueAllocataire = "[no allocataire masqué]"

  struct Trouvaille: Equatable {
    enum Nature: Equatable {
      case nir
      case allocataire
    }
    let nature: Nature
    /// Byte offsets in the text.
    let range: Range<Int>
  }

  /// Whether it is worth looking: fewer digits than the shortest number has hide none.
  static func mayHide(in text: String, digits: Int = 6) -> Bool {
    guard text.utf8.count >= digits else { return false }
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      for byte in bytes where byte &- 0x30 < 10 { count += 1 }
      return count >= digits
    }
  }

  /// All such numbers of a text, from left to right.
  /// - Parameters:
  ///   - allocataire: whether to look for those of allocataires too.
  ///   - announced: the text stands where an allocataire's number is announced, as under a key of that name.
  static func chercher(in text: String, allocataire: Bool = true, announced: Bool = false) -> [Trouvaille] {
    let bytes = Array(text.utf8)
    var found: [Trouvaille] = []
    var announcedUntil = announced ? bytes.count : 0
    var index = 0
    while index < bytes.count {
      if allocataire, let end = endOfWord(bytes, at: index) {
        announcedUntil = min(end + porteeDuMot, bytes.count)
        index = end
        continue
      }
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      if let end = endOfNir(bytes, from: index) {
        found.append(Trouvaille(nature: .nir, range: index..<end))
        index = end
      } else if allocataire, index < announcedUntil, let end = endOfAllocataire(bytes, from: index) {
        found.append(Trouvaille(nature: .allocataire, range: index..<end))
        index = end
      } else {
        // On to the next group of digits of this number, if any.
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      }
    }
    return found
  }

  /// The text with each number replaced by what says that it was there.
  static func masquer(_ text: String, _ found: [Trouvaille]) -> String {
    let bytes = Array(text.utf8)
    var masked: [UInt8] = []
    var done = 0
    for trouvaille in found {
      masked += bytes[done..<trouvaille.range.lowerBound]
      masked += (trouvaille.nature == .nir ? masqueNir : masqueAllocataire).utf8
      done = trouvaille.range.upperBound
    }
    return String(decoding: masked + bytes[done...], as: UTF8.self)
  }

  /// Whether the key of a member announces an allocataire's number.
  static func announces(_ key: String) -> Bool {
    let bytes = Array(key.utf8).map(lower)
    // « caf » alone is too short to be looked for inside words.
    return bytes.starts(with: mots[2]) || bytes.suffix(3).elementsEqual(mots[2])
      || mots[..<2].contains { word in bytes.indices.contains { bytes[$0...].starts(with: word) } }
  }
}

extension NumerosPersonnels {
  private static let mots = ["allocataire", "matricule", "caf"].map { Array($0.utf8) }

  /// How many bytes after the word a number still is the one that it announces.
  private static let porteeDuMot = 32

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a letter begins here: of ASCII, or an accented Latin one.
  private static func isLetter(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes.indices.contains(index) && (lower(bytes[index]) &- 0x61 < 26 || (0xC3...0xC9).contains(bytes[index]))
  }

  private static func isLetter(_ bytes: [UInt8], before index: Int) -> Bool {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(bytes, at: start)
  }

  private static func isDigit(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes.indices.contains(index) && isDigit(bytes[index])
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The end of an announcing word that begins here, its plural included.
  private static func endOfWord(_ bytes: [UInt8], at index: Int) -> Int? {
    let first = lower(bytes[index])
    guard first == 0x61 || first == 0x6D || first == 0x63, !isLetter(bytes, before: index) else { return nil }
    for word in mots {
      var end = index + word.count
      guard end <= bytes.count, zip(bytes[index..<end], word).allSatisfy({ lower($0) == $1 }) else { continue }
      if end < bytes.count, lower(bytes[end]) == 0x73 { end += 1 }
      if !isLetter(bytes, at: end) { return end }
    }
    return nil
  }

  /// The end of a NIR that begins here: thirteen characters and the two of its key, spaced in any way.
  ///
  /// The key is 97 less the number modulo 97, Corsica's `2A` and `2B` counted as 19 and 18 (INSEE, and décret no 82-103
  /// of 22 January 1982). The first digit and the month leave out most numbers that are something else.
  private static func endOfNir(_ bytes: [UInt8], from start: Int) -> Int? {
    if start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2B { return nil }
    guard [1, 2, 3, 4, 7, 8].contains(bytes[start] &- 0x30) else { return nil }
    var number: UInt64 = 0
    var month: UInt64 = 0
    var place = 0
    var index = start
    while place < 15 {
      if place > 0 { index = afterSeparators(bytes, index, max: 3) }
      guard index < bytes.count else { return nil }
      let byte = lower(bytes[index])
      if isDigit(byte) {
        number = number * 10 + UInt64(byte - 0x30)
      } else if place == 6, number % 10 == 2, byte == 0x61 || byte == 0x62 {
        number = number / 10 * 100 + (byte == 0x61 ? 19 : 18)
      } else {
        return nil
      }
      if place == 4 { month = number % 100 }
      place += 1
      index += 1
    }
    guard index == bytes.count || !isDigit(bytes[index]), month >= 1 else { return nil }
    return 97 - (number / 100) % 97 == number % 100 ? index : nil
  }

  /// The end of an allocataire's number that begins here: six to eight digits in a row, or seven in groups, and its letter.
  private static func endOfAllocataire(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start == 0 || !isDigit(bytes[start - 1]) && bytes[start - 1] != 0x2B else { return nil }
    var end = start
    while isDigit(bytes, at: end) { end += 1 }
    if !(6...8).contains(end - start) {
      guard let endOfGroups = endOfSevenDigits(bytes, from: start) else { return nil }
      end = endOfGroups
    }
    // A date or a time goes on with a dash, a slash or a colon.
    if end < bytes.count, [0x2D, 0x2F, 0x3A].contains(bytes[end]), isDigit(bytes, at: end + 1) { return nil }
    return endOfKeyLetter(bytes, from: end) ?? end
  }

  /// The end of seven digits in groups, neither continuing a number nor continued by one.
  private static func endOfSevenDigits(_ bytes: [UInt8], from start: Int) -> Int? {
    if start > 1, isDigit(bytes[start - 2]), [0x20, 0x2E].contains(bytes[start - 1]) { return nil }
    var digits = 0
    var end = start
    var next = start
    while isDigit(bytes, at: next) {
      while isDigit(bytes, at: next) {
        next += 1
        digits += 1
      }
      end = next
      next = afterSeparators(bytes, end, max: 1)
    }
    return digits == 7 ? end : nil
  }

  /// A letter that follows at once, or a capital behind one space, and stands for itself.
  private static func endOfKeyLetter(_ bytes: [UInt8], from end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    let place = bytes[end] == 0x20 ? end + 1 : end
    guard place < bytes.count, (place == end ? lower(bytes[place]) &- 0x61 : bytes[place] &- 0x41) < 26,
      !isLetter(bytes, at: place + 1), !isDigit(bytes, at: place + 1)
    else { return nil }
    return place + 1
  }

  /// Past spaces, no-break spaces, points, dashes and slashes, of which there may be `max` in all.
  private static func afterSeparators(_ bytes: [UInt8], _ index: Int, max: Int) -> Int {
    var index = index
    for _ in 0..<max {
      if index < bytes.count, [0x20, 0x2E, 0x2D, 0x2F].contains(bytes[index]) {
        index += 1
      } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        index += 2
      } else if index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
        index += 3
      } else {
        break
      }
    }
    return index
  }
}
