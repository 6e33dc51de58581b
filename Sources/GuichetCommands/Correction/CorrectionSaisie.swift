import Guichet
import StrictJSON

/// The correction of a form, as a person answers for its fields one by one.
struct CorrectionSaisie {
  private var demandeur: [JSONMember] = []
  private var enfants: [JSONValue] = []
  private var besoin: [JSONMember] = []
  /// What changes, one line a field: `téléphone : 06 39 98 12 34 → 06 39 98 12 35`.
  private(set) var resume: [String] = []
  private let questions: Questions

  var isEmpty: Bool { resume.isEmpty }

  /// In the shape of a form, with what changes alone.
  var json: JSONValue {
    var members: [JSONMember] = []
    if !demandeur.isEmpty { members.append(JSONMember("demandeur", .object(demandeur))) }
    if !enfants.isEmpty { members.append(JSONMember("enfants", .array(enfants))) }
    if !besoin.isEmpty { members.append(JSONMember("besoin", .object(besoin))) }
    return .object(members)
  }

  /// Asks for each field.
  ///
  /// - Parameter formulaire: in its normalised form.
  init(of formulaire: JSONValue, _ questions: Questions) throws(CommandFailure) {
    self.questions = questions
    let family = formulaire["demandeur"]
    let need = formulaire["besoin"]
    let phone = family?["telephone"]
    if let value = try champ("téléphone", (phone?["saisi"] ?? phone?["e164"])?.text, Questions.Lecture.telephone) {
      demandeur.append(JSONMember("telephone", value))
    }
    if let value = try champ("courriel", family?["courriel"]?.text, Questions.Lecture.courriel) {
      demandeur.append(JSONMember("courriel", value))
    }
    if let value = try lieu("adresse", family?["adresse"]) { demandeur.append(JSONMember("adresse", value)) }
    if let value = try lieu("lieu de recherche", need?["lieu"]) { besoin.append(JSONMember("lieu", value)) }
    if case .array(let children) = formulaire["enfants"] {
      for (index, child) in children.enumerated() { try enfant(child, rang: index + 1) }
    }
    if let value = try champ("début souhaité", need?["debut"]?.jour, Questions.Lecture.jour) {
      besoin.append(JSONMember("debut", value.iso))
    }
  }

  /// A field's new value, null where it is emptied; nil where it stays.
  private mutating func champ(
    _ nom: String, _ actuel: String?, _ lire: (String) -> Questions.Lecture
  ) throws(CommandFailure) -> JSONValue? {
    switch try questions.demander(nom, actuel, lire: lire) {
    case .garde: return nil
    case .vide:
      noter(nom, actuel, nil)
      return .null
    case .devient(let text):
      noter(nom, actuel, text)
      return .string(text)
    }
  }

  private mutating func noter(_ nom: String, _ ancien: String?, _ nouveau: String?) {
    resume.append("\(nom) : \(ancien ?? "vide") → \(nouveau ?? "vide")")
  }

  private enum ChampDeLieu: String, CaseIterable {
    case voie, codePostal, commune, codeInsee

    var nom: String {
      switch self {
      case .voie: "voie"
      case .codePostal: "code postal"
      case .commune: "commune"
      case .codeInsee: "code INSEE"
      }
    }

    func lire(_ text: String) -> Questions.Lecture {
      switch self {
      case .voie, .commune: .valeur(text)
      case .codePostal: .codePostal(text)
      case .codeInsee: .codeInsee(text)
      }
    }
  }

  /// A whole place, since one is replaced whole: null where nothing is left of it, nil where it stays.
  private mutating func lieu(_ titre: String, _ actuel: JSONValue?) throws(CommandFailure) -> JSONValue? {
    var members: [JSONMember] = []
    var changed: Set<ChampDeLieu> = []
    for field in ChampDeLieu.allCases {
      let nom = "\(titre), \(field.nom)"
      let old = actuel?[field.rawValue]?.text
      // The code of the place that was would win over the name of the one that is.
      let isStale = field == .codeInsee && old != nil && !changed.isDisjoint(with: [.codePostal, .commune])
      let reponse = try questions.demander(
        nom, isStale ? nil : old, rappel: isStale ? "vide, c’était \(old ?? "")" : "vide", lire: field.lire)
      var new = isStale ? nil : old
      switch reponse {
      case .garde: break
      case .vide: new = nil
      case .devient(let text): new = text
      }
      members.append(JSONMember(field.rawValue, new.map(JSONValue.string) ?? .null))
      guard new != old else { continue }
      changed.insert(field)
      noter(nom, old, new)
    }
    guard !changed.isEmpty else { return nil }
    return members.allSatisfy { $0.value == .null } ? .null : .object(members)
  }

  private enum Etape: String, CaseIterable {
    case naissance, naissancePrevue, adoptionPrevue

    var nom: String {
      switch self {
      case .naissance: "né le"
      case .naissancePrevue: "naissance prévue le"
      case .adoptionPrevue: "adoption prévue le"
      }
    }
  }

  /// A child's one date: that of its birth when it has come since, or the one that was given.
  private mutating func enfant(_ child: JSONValue, rang: Int) throws(CommandFailure) {
    let titre = "enfant \(rang)" + (child["prenom"]?.text.map { " (\($0))" } ?? "")
    let known = Etape.allCases.first { child[$0.rawValue]?.jour != nil }
    let asked: [Etape] = known.map { $0 == .naissance ? [.naissance] : [.naissance, $0] } ?? Etape.allCases
    for step in asked {
      let reponse = try questions.demander(
        "\(titre), \(step.nom)", step == known ? child[step.rawValue]?.jour : nil,
        rappel: known == nil ? "vide" : "pas encore", seVide: false, lire: Questions.Lecture.jour)
      guard case .devient(let text) = reponse else { continue }
      let old = known.flatMap { step in child[step.rawValue]?.jour.map { "\(step.nom) \($0)" } }
      noter(titre, old, "\(step.nom) \(text)")
      enfants.append(
        .object([JSONMember("rang", .int(Int64(rang))), JSONMember(step.rawValue, JSONValue.string(text).iso)]))
      return
    }
  }
}

extension JSONValue {
  /// A text that says something.
  fileprivate var text: String? {
    guard case .string(let text) = self, !text.isBlank else { return nil }
    return text
  }

  /// An ISO day as a person reads it.
  fileprivate var jour: String? { text.map { Horodatage.jour($0) } }

  /// A day as a person reads it, back in ISO.
  fileprivate var iso: JSONValue {
    guard let text, let day = Horodatage.saisi(text) else { return self }
    return .string(day.iso)
  }
}
