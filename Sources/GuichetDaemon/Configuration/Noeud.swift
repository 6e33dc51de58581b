import Yams

/// A piece of the configuration as it was written, with its line; knows nothing of what it means.
struct Noeud {
  enum Contenu {
    /// A key without a value: its default stays.
    case vide
    case texte(String)
    case liste([Noeud])
    case table([Entree])
  }

  struct Entree {
    let cle: String
    /// Of the key.
    let ligne: Int?
    let noeud: Noeud
  }

  let contenu: Contenu
  let ligne: Int?
}

extension Noeud {
  /// Reads one YAML document.
  ///
  /// - Parameter fichier: as it is to be named in faults.
  init(yaml octets: [UInt8], fichier: String) throws(ConfigurationRefusee) {
    guard let texte = String(validating: octets, as: UTF8.self) else {
      let faulty = String(decoding: octets, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw .syntaxe(
        fichier, faulty.count { $0.isNewline } + 1, "le texte n’est pas en UTF-8 ; enregistrez le fichier en UTF-8.")
    }
    do {
      let racine = try Parser(yaml: texte).singleRoot()
      self = racine.map(Noeud.init) ?? Noeud(contenu: .vide, ligne: nil)
    } catch {
      throw .yaml(error, fichier, texte)
    }
  }

  private init(_ node: Node) {
    let ligne = node.mark?.line
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isEmpty = isPlain && ["", "~", "null"].contains(scalar.string)
      self.init(contenu: isEmpty ? .vide : .texte(scalar.string), ligne: ligne)
    case .sequence(let sequence):
      self.init(contenu: .liste(sequence.map(Noeud.init)), ligne: ligne)
    case .mapping(let mapping):
      let entrees = mapping.map { cle, valeur in
        Entree(cle: cle.scalar?.string ?? "", ligne: cle.mark?.line, noeud: Noeud(valeur))
      }
      self.init(contenu: .table(entrees), ligne: ligne)
    case .alias:
      self.init(contenu: .vide, ligne: ligne)
    }
  }
}

extension ConfigurationRefusee {
  fileprivate static func syntaxe(_ fichier: String, _ ligne: Int?, _ phrase: String) -> ConfigurationRefusee {
    ConfigurationRefusee([Faute(lieu: .fichier(fichier, ligne: ligne), cle: "", phrase: phrase)])
  }

  fileprivate static func yaml(_ error: any Error, _ fichier: String, _ texte: String) -> ConfigurationRefusee {
    let general = "le YAML est mal formé ici ; vérifiez les retraits, les deux-points, les crochets et les guillemets."
    switch error as? YamlError {
    case .duplicatedKeysInMapping(let cles, let context):
      return syntaxe(
        fichier, context.mark.line,
        "la clé \(cles.map { "« \($0) »" }.joined(separator: ", ")) est écrite deux fois ; n’en gardez qu’une.")
    case .scanner(_, let problem, let mark, _) where problem.contains("cannot start any token"):
      return syntaxe(
        fichier, mark.line,
        "un caractère ne peut pas commencer une valeur ; mettez des espaces et non des tabulations, et des guillemets "
          + "autour du texte.")
    case .scanner(let context, _, let mark, _), .parser(let context, _, let mark, _):
      // What was opened and never closed is told by where it began, not by where the text ended.
      let isOpen = context.map { $0.text.contains("flow") || $0.text.contains("quoted") } ?? false
      return syntaxe(fichier, isOpen ? context?.mark.line : mark.line, general)
    case .composer(_, _, let mark, _):
      return syntaxe(fichier, mark.line, general)
    case .reader(_, let offset?, _, _):
      return syntaxe(
        fichier, texte.prefix(offset).count { $0.isNewline } + 1,
        "un caractère de contrôle est interdit ici ; effacez-le.")
    default:
      return syntaxe(fichier, nil, general)
    }
  }
}
