extension ReferentielDifferences {
  /// What would change, one French sentence each; « nothing » is a sentence too. Long lists are cut and counted: all of
  /// them are in the properties.
  package var phrases: [String] {
    guard !toutEstIdentique else { return ["Rien ne change : mêmes LINF, mêmes communes, mêmes lacunes."] }
    var phrases: [String] = []
    phrases += Self.liste("LINF ajoutés", linfAjoutes)
    phrases += Self.liste("LINF retirés", linfRetires)
    phrases += Self.liste("Communes nouvelles dans le fichier officiel", communesApparues.map(\.designation))
    phrases += Self.liste("Communes absentes du nouveau fichier officiel", communesDisparues.map(\.designation))
    phrases += lieux
    phrases += Self.liste("Lacunes qui s’ouvrent", lacunesOuvertes.map(\.phrase))
    phrases += Self.liste("Lacunes comblées", lacunesComblees.map(\.phrase))
    phrases += linfModifies.prefix(Self.shown).map { "\($0.id) change : \($0.champs.joined(separator: ", "))." }
    if linfModifies.count > Self.shown {
      phrases.append("\(linfModifies.count - Self.shown) autres LINF changent dans leur description.")
    }
    if fermeturesChangent { phrases.append("Les fermetures changent.") }
    return phrases
  }

  private var lieux: [String] {
    let gained = changements.filter { $0.avant == nil }
    let summed = gained.count > Self.shown
    let told = summed ? changements.filter { $0.avant != nil } : changements
    var phrases: [String] = []
    if summed { phrases.append("\(gained.count) lieux que personne ne tenait ont désormais un LINF.") }
    phrases += told.prefix(Self.shown).map(\.phrase)
    if told.count > Self.shown { phrases.append("\(told.count - Self.shown) autres lieux changent de LINF.") }
    return phrases
  }

  private static let shown = 20

  private static func liste(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let more = items.count > shown ? " et \(items.count - shown) autres" : ""
    return ["\(title) (\(items.count)) : \(items.prefix(shown).joined(separator: ", "))\(more)."]
  }
}

extension ReferentielDifferences.Changement {
  /// `Lille 59800 passe de « rpe-sud » à « rpe-centre » à partir du 01/01/2027.`
  package var phrase: String {
    let day = "à partir du \(aPartirDu.francaise)"
    return switch (avant, apres) {
    case (let avant?, let apres?): "\(lieu) passe de « \(avant) » à « \(apres) » \(day)."
    case (nil, let apres?): "\(lieu), que personne ne tenait, passe à « \(apres) » \(day)."
    case (let avant, nil): "\(lieu), que tenait « \(avant ?? "personne") », n’est plus tenu \(day)."
    }
  }
}

extension CommuneCandidate {
  /// `Lille (59350)`.
  fileprivate var designation: String { "\(nom) (\(codeInsee))" }
}
