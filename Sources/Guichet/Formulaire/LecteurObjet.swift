import StrictJSON

/// Reads the members of one object of a form, and tells afterwards which of them nobody asked for.
struct LecteurObjet {
  let json: JSON
  private let emplacement: Emplacement
  private let index: Int?
  private var lus = 0

  /// - Parameter index: of the element, where `emplacement` is a list.
  init(_ json: JSON, _ emplacement: Emplacement, index: Int? = nil) {
    self.json = json
    self.emplacement = emplacement
    self.index = index
  }

  /// Where in the document the object begins; what is missing in it is reported there.
  var rang: Int { json.position.offset }

  func chemin(_ cle: String) -> Chemin { Chemin(emplacement, index: index, cle: cle) }

  /// The value of a member; nil when it is absent or null, which are the same in a form.
  mutating func valeur(_ cle: String) -> JSON? {
    guard let value = json[cle] else { return nil }
    lus += 1
    return value.isNull ? nil : value
  }

  /// To be called when all known members have been read.
  func signalerInconnues(_ recueil: inout Recueil) {
    guard lus < json.count else { return }
    let known = emplacement.cles
    for (key, value) in json.members where !known.contains(key) {
      recueil.cleInconnue(chemin(key), value)
    }
  }
}

extension LecteurObjet {
  /// A line of text; nil and an anomaly when it cannot be kept, nil alone when there is none.
  mutating func ligne(_ cle: String, max: Int, _ recueil: inout Recueil) -> String? {
    guard let value = valeur(cle) else { return nil }
    guard let text = value.string else {
      recueil.anomalie(chemin(cle), value, Attendu.texte.message(pas: value))
      return nil
    }
    switch LigneSaisie.lire(text, max: max) {
    case .texte(let line, let isCleaned):
      if isCleaned {
        recueil.avertissement(chemin(cle), value, "Des caractères invisibles ont été ôtés de ce texte.")
      }
      if NumerosPersonnels.mayHide(in: line) { recueil.texteSuspect() }
      return line
    case .vide: return nil
    case .tropLong:
      recueil.anomalie(chemin(cle), value, "Ce texte est trop long : \(max) caractères au plus.")
    case .interdit(let scalar):
      recueil.anomalie(
        chemin(cle), value,
        "Ce texte contient le caractère \(TexteMontre.of(String(scalar))), qui n’y a pas sa place ; ôtez-le.")
    }
    return nil
  }

  /// One of the codes of a closed list.
  mutating func code<Code: RawRepresentable & CaseIterable>(
    _ cle: String, _ type: Code.Type, _ recueil: inout Recueil
  ) -> Code? where Code.RawValue == String {
    guard let value = valeur(cle) else { return nil }
    return Self.code(value, at: chemin(cle), type, &recueil)
  }

  static func code<Code: RawRepresentable & CaseIterable>(
    _ value: JSON, at chemin: Chemin, _ type: Code.Type, _ recueil: inout Recueil
  ) -> Code? where Code.RawValue == String {
    guard let text = value.string else {
      recueil.anomalie(chemin, value, Attendu.texte.message(pas: value))
      return nil
    }
    if let code = Code(rawValue: text) { return code }
    guard !text.isEmpty else { return nil }
    let codes = Code.allCases.map { "« \($0.rawValue) »" }.joined(separator: ", ")
    recueil.anomalie(chemin, value, "Cette valeur n’est pas connue ; les valeurs possibles sont \(codes).")
    return nil
  }

  /// Yes or no; absent is no.
  mutating func ouiNon(_ cle: String, _ recueil: inout Recueil) -> Bool {
    guard let value = valeur(cle) else { return false }
    if let bool = value.bool { return bool }
    recueil.anomalie(chemin(cle), value, "Écrivez true ou false, sans guillemets.")
    return false
  }

  /// A day, `AAAA-MM-JJ`.
  mutating func date(_ cle: String, _ recueil: inout Recueil) -> (date: DateCivile, json: JSON)? {
    guard let value = valeur(cle) else { return nil }
    guard let text = value.string else {
      recueil.anomalie(chemin(cle), value, Attendu.texte.message(pas: value))
      return nil
    }
    if let date = DateCivile(iso: text) { return (date, value) }
    guard !Self.isBlank(text) else { return nil }
    recueil.anomalie(
      chemin(cle), value, "Ce n’est pas une date qui existe ; écrivez l’année, le mois et le jour, comme 2027-01-04.")
    return nil
  }

  /// An object in a member.
  mutating func objet(_ emplacement: Emplacement, _ recueil: inout Recueil) -> LecteurObjet? {
    guard let value = valeur(emplacement.cle) else { return nil }
    guard value.kind == .object else {
      recueil.anomalie(Chemin(emplacement), value, Attendu.objet.message(pas: value))
      return nil
    }
    return LecteurObjet(value, emplacement)
  }

  /// The elements of a list in a member, the first `max` of them; nil when it is absent.
  mutating func liste(_ emplacement: Emplacement, max: Int, _ recueil: inout Recueil) -> Liste? {
    guard let value = valeur(emplacement.cle) else { return nil }
    guard value.kind == .array else {
      recueil.anomalie(Chemin(emplacement), value, Attendu.liste.message(pas: value))
      return nil
    }
    if value.count > max {
      recueil.anomalie(
        Chemin(emplacement), value, "Cette liste a \(value.count) éléments ; seuls les \(max) premiers sont retenus.")
    }
    return Liste(json: value, emplacement: emplacement, max: max)
  }

  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      switch ClasseDeCaractere($0) {
      case .espace, .bord, .ignore, .jointure: true
      case .ordinaire, .interdit: false
      }
    }
  }
}

/// Goes through a list, each element with its place.
struct Liste {
  private let emplacement: Emplacement
  private var elements: JSON.Elements.Iterator
  private var index = 0
  /// How many are to be read.
  let nombre: Int

  init(json: JSON, emplacement: Emplacement, max: Int) {
    self.emplacement = emplacement
    elements = json.elements.makeIterator()
    nombre = Swift.min(json.count, max)
  }

  mutating func next() -> (element: JSON, chemin: Chemin)? {
    guard index < nombre, let element = elements.next() else { return nil }
    defer { index += 1 }
    return (element, Chemin(emplacement, index: index))
  }
}

/// What kind of value a field takes, for the sentence that says so.
enum Attendu: String {
  case texte = "un texte entre guillemets"
  case objet = "un objet { … }"
  case liste = "une liste [ … ]"

  func message(pas json: JSON) -> String { "Il faut ici \(rawValue), pas \(Self.nom(json))." }

  private static func nom(_ json: JSON) -> String {
    switch json.kind {
    case .null: "null"
    case .bool: "true ou false"
    case .number: "un nombre"
    case .string: "un texte"
    case .array: "une liste"
    case .object: "un objet"
    }
  }
}
