import Guichet

extension PetitReferentiel {
  /// With a history of communes.
  ///
  /// - Parameter mouvements: `31 1973-01-01 COM59900 COM59512 Vieux-Roubaix`, or `-` for no commune; the name is that of
  ///   before.
  init(mouvements: [String]) {
    self.init()
    fichiers["mouvements.csv"] =
      (["MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP"] + mouvements.map(Self.ligne))
      .joined(separator: "\n") + "\n"
  }

  private static func ligne(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 4).map(String.init)
    func state(_ word: String) -> [String] {
      word == "-" ? ["", ""] : [String(word.dropLast(5)), String(word.suffix(5))]
    }
    let before = state(words[2])
    let name = words.count > 4 ? words[4] : before[1].isEmpty ? "" : "Lieu \(before[1])"
    return ([words[0], words[1]] + before + [name] + state(words[3])).joined(separator: ",")
  }
}
