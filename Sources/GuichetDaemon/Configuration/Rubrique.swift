/// One section of the configuration while it is read: hands out each key once, and keeps the faults.
///
/// A key that nobody asked for is unknown. Each key outside the tables with free keys may also come from the
/// environment: `GUICHET_` and the words of the key in capitals, joined by `_` (`depot.tailleMax` is
/// `GUICHET_DEPOT_TAILLEMAX`); lists are separated by commas. An empty variable counts as none.
struct Rubrique {
  private let fichier: String
  private let chemin: [String]
  private let ligne: Int?
  private var entrees: [String: Noeud.Entree]
  /// Nil inside a table with free keys, which the environment does not reach.
  private var environnement: [String: String]?
  private var connues: [String] = []
  private var fautes: [ConfigurationRefusee.Faute] = []
  /// Where each key that was asked for is written, by its full name.
  private var lieux: [String: ConfigurationRefusee.Faute.Lieu] = [:]

  private init(_ noeud: Noeud?, chemin: [String], fichier: String, environnement: [String: String]?) {
    self.fichier = fichier
    self.chemin = chemin
    self.environnement = environnement
    ligne = noeud?.ligne
    entrees = [:]
    switch noeud?.contenu {
    case nil, .vide: break
    case .table(let table):
      for entree in table { entrees[entree.cle] = entree }
    case .texte, .liste:
      let what = chemin.isEmpty ? "le fichier doit être fait de rubriques" : "une rubrique est attendue ici"
      fault(at: noeud?.ligne, chemin, "\(what) ; écrivez ses clés dessous, en retrait.")
    }
  }

  /// Reads a whole document with `lire`, and throws every fault that was found.
  static func document<Valeur>(
    _ racine: Noeud, fichier: String, environnement: [String: String], lire: (inout Rubrique) -> Valeur
  ) throws(ConfigurationRefusee) -> (Valeur, lieux: [String: ConfigurationRefusee.Faute.Lieu]) {
    let variables = environnement.filter { $0.key.hasPrefix("GUICHET_") && !$0.value.isEmpty }
    var document = Rubrique(racine, chemin: [], fichier: fichier, environnement: variables)
    let valeur = lire(&document)
    document.reportUnknownKeys()
    document.reportUnknownVariables()
    guard document.fautes.isEmpty else { throw ConfigurationRefusee(document.fautes) }
    return (valeur, document.lieux)
  }

  /// The value at a key, or what it is without one.
  mutating func lire<Valeur>(_ cle: String, _ nature: Nature<Valeur>, _ defaut: Valeur) -> Valeur {
    lire(cle, nature) ?? defaut
  }

  /// The value at a key; nil where there is none, or a wrong one.
  mutating func lire<Valeur>(_ cle: String, _ nature: Nature<Valeur>) -> Valeur? {
    guard let (lieu, contenu) = find(cle, isList: nature.isList) else { return nil }
    do {
      return try nature.lire(contenu)
    } catch {
      report(lieu, chemin + [cle], "\(error.raison) ; écrivez \(nature.attendu).")
      return nil
    }
  }

  /// The value at a key that must be there; a fault where it is not.
  mutating func exiger<Valeur>(_ cle: String, _ nature: Nature<Valeur>) -> Valeur? {
    let (before, valeur) = (fautes.count, lire(cle, nature))
    if valeur == nil, fautes.count == before {
      fault(cle, "cette clé manque et n’a pas de valeur par défaut ; écrivez \(nature.attendu).")
    }
    return valeur
  }

  /// A section inside this one.
  mutating func rubrique<Valeur>(_ cle: String, lire: (inout Rubrique) -> Valeur) -> Valeur {
    let noeud = take(cle)?.noeud
    var inner = Rubrique(noeud, chemin: chemin + [cle], fichier: fichier, environnement: environnement)
    let valeur = lire(&inner)
    inner.reportUnknownKeys()
    fautes += inner.fautes
    lieux.merge(inner.lieux) { $1 }
    environnement = inner.environnement
    return valeur
  }

  /// A table whose keys are ids of LINF; `lire` reads the value at one.
  mutating func parLinf<Valeur>(_ cle: String, lire: (inout Rubrique, String) -> Valeur?) -> [String: Valeur] {
    let noeud = take(cle)?.noeud
    var table = Rubrique(noeud, chemin: chemin + [cle], fichier: fichier, environnement: nil)
    var valeurs: [String: Valeur] = [:]
    for (id, entree) in table.entrees {
      guard id != Self.fusion else {
        table.fault(at: entree.ligne, table.chemin + [id], Self.sansFusion)
        continue
      }
      guard Self.isLinf(id) else {
        table.fault(
          at: entree.ligne, table.chemin + [id],
          "« \(id) » ne peut pas désigner un LINF ; écrivez son identifiant de linf.csv, par exemple rpe-lomme.")
        continue
      }
      valeurs[id] = lire(&table, id)
    }
    fautes += table.fautes
    lieux.merge(table.lieux) { $1 }
    return valeurs
  }

  /// Notes a fault that concerns a key as a whole: where it is written, or else at the place of this section.
  mutating func fault(_ cle: String, _ phrase: String) {
    report(lieux[nom(cle)] ?? .fichier(fichier, ligne: ligne), chemin + [cle], phrase)
  }

  /// The first of these keys that is written, and not left to its default; nil where none is.
  func premiereEcrite(_ cles: String...) -> String? { cles.first { lieux[nom($0)] != nil } }

  private func nom(_ cle: String) -> String { (chemin + [cle]).joined(separator: ".") }

  /// What is written at a key, and where; the environment goes first.
  private mutating func find(
    _ cle: String, isList: Bool
  ) -> (ConfigurationRefusee.Faute.Lieu, Noeud.Contenu)? {
    let entree = take(cle)
    let variable = Self.variable(chemin + [cle])
    if let texte = environnement?.removeValue(forKey: variable) {
      lieux[nom(cle)] = .variable(variable)
      return (.variable(variable), isList ? Self.liste(texte) : .texte(texte))
    }
    guard let entree else { return nil }
    if case .vide = entree.noeud.contenu { return nil }
    return (.fichier(fichier, ligne: entree.ligne), entree.noeud.contenu)
  }

  private mutating func take(_ cle: String) -> Noeud.Entree? {
    connues.append(cle)
    guard let entree = entrees.removeValue(forKey: cle) else { return nil }
    lieux[nom(cle)] = .fichier(fichier, ligne: entree.ligne)
    return entree
  }

  private mutating func fault(at ligne: Int?, _ cle: [String], _ phrase: String) {
    report(.fichier(fichier, ligne: ligne), cle, phrase)
  }

  private mutating func report(_ lieu: ConfigurationRefusee.Faute.Lieu, _ cle: [String], _ phrase: String) {
    fautes.append(.init(lieu: lieu, cle: cle.joined(separator: "."), phrase: phrase))
  }

  private mutating func reportUnknownKeys() {
    for entree in entrees.values {
      let possible = connues.sorted().joined(separator: ", ")
      fault(
        at: entree.ligne, chemin + [entree.cle],
        entree.cle == Self.fusion
          ? Self.sansFusion : "clé inconnue ; celles de cette rubrique sont : \(possible).")
    }
  }

  /// Variables that begin like a section and name none of its keys; others are somebody else's.
  private mutating func reportUnknownVariables() {
    for variable in (environnement ?? [:]).keys {
      guard let section = connues.first(where: { variable.hasPrefix(Self.variable([$0]) + "_") }) else { continue }
      report(
        .variable(variable), [],
        "aucune clé de la rubrique « \(section) » ne se règle par cette variable ; corrigez son nom ou effacez-la.")
    }
  }

  /// The merge key of YAML 1.1.
  private static let fusion = "<<"
  private static let sansFusion =
    "la fusion de tables (« << ») n’est pas prise en charge ; recopiez ici les clés voulues."

  private static func variable(_ chemin: [String]) -> String {
    "GUICHET_" + chemin.joined(separator: "_").uppercased()
  }

  private static func liste(_ texte: String) -> Noeud.Contenu {
    .liste(
      texte.split(separator: ",").map { element in
        let trimmed = element.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return Noeud(contenu: .texte(String(trimmed)), ligne: nil)
      })
  }

  /// What can be the name of a LINF's folder.
  private static func isLinf(_ id: String) -> Bool {
    !id.isEmpty && !id.hasPrefix(".") && id.utf8.count <= 64 && !id.utf8.contains { $0 <= 0x20 || $0 == 0x2F }
  }
}
