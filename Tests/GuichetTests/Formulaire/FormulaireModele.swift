import Guichet
import StrictJSON

/// Forms to start from, and ways to spoil them.
enum Modele {
  /// When the forms of these tests come in: the day they were filed.
  static let recueLe = Instant(microseconds: 1_795_420_800_000_000)  // 2026-11-23T08:00:00Z

  static let complet: JSONValue = [
    "version": 1,
    "reference": "MEF-2026-00012345",
    "deposeeLe": "2026-11-23T08:15:00+01:00",
    "origine": "monenfant.fr",
    "demandeur": [
      "civilite": "MME", "nom": "Martin", "prenom": "Élodie",
      "telephone": "06 39 98 12 34", "courriel": "elodie@exemple.fr",
      "adresse": ["voie": "12 rue de la République", "codePostal": "59160", "commune": "Lomme", "codeInsee": nil],
      "rappel": ["canal": "telephone", "creneaux": [["jour": "lundi", "moment": "matin"]]],
      "langue": nil,
      "autreParent": nil,
    ],
    "enfants": [["prenom": "Léo", "naissance": "2026-03-01"], ["naissancePrevue": "2027-02-10"]],
    "besoin": [
      "lieu": nil, "debut": "2027-01-04", "fin": nil, "frequence": "regulier",
      "modes": ["assistantMaternel", "crecheCollective"],
      "semaine": [["jour": "lundi", "de": "08:00", "a": "18:00"]],
      "horairesAtypiques": false, "besoinSpecifique": false, "insertionProfessionnelle": false,
    ],
    "message": "Merci de rappeler en fin de journée.",
  ]

  /// The least that a right form has.
  static let minimal: JSONValue = [
    "version": 1, "reference": "g/1", "deposeeLe": "2026-11-23T07:15:00Z",
    "demandeur": ["nom": "N’Diaye", "courriel": "n.diaye@exemple.fr"],
    "enfants": [["adoptionPrevue": "2027-06-01"]],
    "besoin": ["lieu": ["codeInsee": "2a004"], "debut": "2027-09-01"],
  ]

  static func juger(_ form: JSONValue) -> Jugement {
    Examen.juger(form.bytes(), empreinte: empreinte, recueLe: recueLe)
  }

  static func juger(_ text: String) -> Jugement {
    Examen.juger(Array(text.utf8), empreinte: empreinte, recueLe: recueLe)
  }

  static let empreinte = String(repeating: "ab", count: 32)
}

extension JSONValue {
  /// The same tree with one value replaced, added at the end, or (nil) taken out.
  func avec(_ pointer: String, _ value: JSONValue?) -> JSONValue {
    changed(ArraySlice(pointer.split(separator: "/").map(String.init)), value) ?? .null
  }

  private func changed(_ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue? {
    guard let first = path.first else { return value }
    let rest = path.dropFirst()
    switch self {
    case .object(var members):
      if let index = members.firstIndex(where: { $0.key == first }) {
        if let changed = members[index].value.changed(rest, value) {
          members[index].value = changed
        } else {
          members.remove(at: index)
        }
      } else if let added = (rest.isEmpty ? value : JSONValue.object([JSONMember]()).changed(rest, value)) {
        members.append(JSONMember(first, added))
      }
      return .object(members)
    case .array(var elements):
      if let index = Int(first), elements.indices.contains(index) {
        if let changed = elements[index].changed(rest, value) {
          elements[index] = changed
        } else {
          elements.remove(at: index)
        }
      } else if rest.isEmpty, let value {
        elements.append(value)
      }
      return .array(elements)
    default:
      return JSONValue.object([JSONMember]()).changed(path, value)
    }
  }

  /// Pointers to every value inside.
  var pointers: [String] {
    switch self {
    case .object(let members):
      members.flatMap { member in ["/" + member.key] + member.value.pointers.map { "/\(member.key)\($0)" } }
    case .array(let elements):
      elements.enumerated().flatMap { index, value in ["/\(index)"] + value.pointers.map { "/\(index)\($0)" } }
    default: []
    }
  }
}

extension Jugement {
  var formulaire: Formulaire? {
    guard case .accepte(let formulaire) = verdict else { return nil }
    return formulaire
  }

  var erreurs: [Constat] {
    guard case .refuse(_, let erreurs) = verdict else { return [] }
    return erreurs
  }

  var code: Motif.Code? {
    guard case .refuse(let code, _) = verdict else { return nil }
    return code
  }

  /// Taken, with nothing to say but perhaps warnings.
  var isRight: Bool { formulaire != nil && anomalies.isEmpty }
}
