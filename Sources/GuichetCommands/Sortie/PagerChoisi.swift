/// Through which program long answers are shown, chosen as git does.
struct PagerChoisi {
  let commande: String
  /// All that the program gets.
  let environnement: [String: String]

  /// - Returns: nil where the person wants none, or the terminal is one that only prints.
  init?(_ environnement: [String: String]) {
    commande = environnement["GUICHET_PAGER"] ?? environnement["PAGER"] ?? "less"
    guard !commande.allSatisfy(\.isWhitespace), commande != "cat", environnement["TERM"] != "dumb" else { return nil }
    // Colours as they are, no more than a screen is simply shown, and the text stays when the pager is left; what is
    // shown is UTF-8 wherever the terminal stands.
    self.environnement = ["LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"].merging(environnement) { _, own in own }
  }

  /// Whether the text has more lines than the screen.
  static func estLong(_ bytes: [UInt8], hauteur: Int) -> Bool {
    bytes.count { $0 == UInt8(ascii: "\n") } >= hauteur
  }
}
