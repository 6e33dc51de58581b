import StrictJSON

/// A normalised form for people: every field that has a value, with its name, whatever fields the form has; less those
/// that the demande's own row shows already, its instants in the Caf's offset.
struct FormulaireTexte {
  private let formulaire: JSONValue

  private static let shownElsewhere: Set<String> = ["version", "reference", "deposeeLe"]

  init(_ formulaire: JSONValue) {
    self.formulaire = formulaire
  }

  func write(to page: inout TextPage) {
    write(formulaire, name: "", to: &page)
  }

  private func write(_ value: JSONValue, name: String, to page: inout TextPage) {
    switch value {
    case .object(let members):
      if let line = Self.oneLine(value) { return page.champ(name, line) }
      for member in members where !Self.shownElsewhere.contains(member.key) {
        write(member.value, name: Self.words(member.key), to: &page)
      }
    case .array(let elements):
      let parts = elements.compactMap(Self.joined)
      page.champ(name, parts.joined(separator: parts.contains { $0.contains(" ") } ? " ; " : ", "))
    case .string(let text) where text.contains("\n"):
      page.champ(name, texte: text)
    default:
      page.champ(name, Self.scalar(value))
    }
  }

  /// An object that reads better as one line than as fields: an address, a phone.
  private static func oneLine(_ value: JSONValue) -> String? {
    guard case .object(let members) = value else { return scalar(value) }
    let keys = Set(members.map(\.key))
    guard keys.contains("codePostal") || keys.contains("e164") || keys.contains("jour") || keys.contains("saisi") else {
      return nil
    }
    return joined(value)
  }

  private static func joined(_ value: JSONValue) -> String? {
    guard case .object(let members) = value else { return scalar(value) }
    let parts = members.compactMap { member -> String? in
      guard let text = joined(member.value) else { return nil }
      switch member.key {
      case "saisi": return "(saisi : \(text))"
      case "naissance": return "né le \(text)"
      case "naissancePrevue": return "naissance prévue le \(text)"
      case "adoptionPrevue": return "adoption prévue le \(text)"
      case "de": return "de \(text)"
      case "a": return "à \(text)"
      default: return text
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Keys and codes of the form whose words have accents, or are not French as they stand.
  private static let accented = [
    "civilite": "civilité", "prenom": "prénom", "telephone": "téléphone", "creneaux": "créneaux", "debut": "début",
    "frequence": "fréquence", "besoinSpecifique": "besoin spécifique", "regulier": "régulier",
    "assistantMaternel": "assistant maternel", "mam": "MAM", "crecheCollective": "crèche collective",
    "crecheFamiliale": "crèche familiale", "microCreche": "micro-crèche", "halteGarderie": "halte-garderie",
    "jardinEnfants": "jardin d’enfants", "gardeADomicile": "garde à domicile", "gardePartagee": "garde partagée",
    "ecoleMaternelle": "école maternelle", "indifferent": "indifférent", "ecritSeulement": "écrit seulement",
    "apresMidi": "après-midi",
  ]

  /// The words for a code of the form.
  static func mot(_ code: String) -> String { accented[code] ?? code }

  private static func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .null, .bool(false): nil
    case .bool(true): "oui"
    case .int(let int): String(int)
    case .number(let text): text
    case .string(let text): accented[text] ?? Horodatage.jour(Horodatage.court(text))
    case .array(let elements): elements.isEmpty ? nil : elements.compactMap(joined).joined(separator: ", ")
    case .object: joined(value)
    }
  }

  /// `horairesAtypiques` becomes `horaires atypiques`: the form's own words, with the accents that keys lack.
  private static func words(_ key: String) -> String {
    accented[key]
      ?? key.reduce(into: "") { words, character in
        words += character.isUppercase ? " \(character.lowercased())" : String(character)
      }
  }
}
