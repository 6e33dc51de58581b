extension ReferentielDifferences {
  /// What would change, one French sentence each; « nothing » is a sentence too. Long lists are cut and counted.
  package var phrases: [String] {
    guard !isEmpty else { return ["Rien ne change : mêmes LINF, mêmes communes, mêmes lacunes."] }
    var phrases: [String] = []
    if !linfAjoutes.isEmpty { phrases.append("LINF ajoutés (\(linfAjoutes.count)) : \(Self.cut(linfAjoutes)).") }
    if !linfRetires.isEmpty { phrases.append("LINF retirés (\(linfRetires.count)) : \(Self.cut(linfRetires)).") }
    let gained = communes.filter(\.avant.isEmpty)
    if gained.count > Self.shown {
      phrases.append("\(gained.count) communes que personne ne tenait ont désormais un LINF.")
    }
    let changed = gained.count > Self.shown ? communes.filter { !$0.avant.isEmpty } : communes
    for commune in changed.prefix(Self.shown) {
      let (before, after) = (Self.cut(commune.avant), Self.cut(commune.apres))
      phrases.append("\(commune.nom) (\(commune.codeInsee)) passe de « \(before) » à « \(after) ».")
    }
    if changed.count > Self.shown { phrases.append("\(changed.count - Self.shown) autres communes changent de LINF.") }
    if !lacunesOuvertes.isEmpty {
      phrases.append("Lacunes qui s’ouvrent (\(lacunesOuvertes.count)) : \(Self.cut(lacunesOuvertes.map(\.phrase))).")
    }
    if !lacunesComblees.isEmpty {
      phrases.append("Lacunes comblées (\(lacunesComblees.count)) : \(Self.cut(lacunesComblees.map(\.phrase))).")
    }
    return phrases
  }

  private static let shown = 20

  private static func cut(_ items: [String]) -> String {
    guard !items.isEmpty else { return "personne" }
    let more = items.count > shown ? " et \(items.count - shown) autres" : ""
    return items.prefix(shown).joined(separator: ", ") + more
  }
}
