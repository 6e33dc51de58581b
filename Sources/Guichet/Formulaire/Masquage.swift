import StrictJSON

/// Takes the numbers that must not be kept out of a whole document, wherever they stand in it.
///
/// A value that is such a number and nothing else becomes null, as if it had not been given; in a text or a key the number
/// is replaced by what says that there was one. All else stays as it was.
struct Masquage {
  private(set) var writer = JSONWriter()
  /// What was masked, each with its place in the masked document.
  private(set) var constats: [(rang: Int, constat: Constat)] = []
  private var clesMasquees = 0

  /// Nil when the document holds no such number.
  init?(_ json: JSON) {
    ecrire(json, at: JSONPointer(), sous: Contexte())
    guard !constats.isEmpty else { return nil }
  }

  /// What the keys above a value say about it.
  private struct Contexte {
    var allocataire = true
    var announced = false
  }

  private mutating func ecrire(_ json: JSON, at pointer: JSONPointer, sous contexte: Contexte) {
    switch json.kind {
    case .object:
      writer.beginObject()
      for (key, value) in json.members {
        ecrire(value, key: key, at: pointer, sous: contexte)
      }
      writer.endObject()
    case .array:
      writer.beginArray()
      for (index, value) in json.elements.enumerated() {
        ecrire(value, at: pointer.appending(index), sous: contexte)
      }
      writer.endArray()
    case .string: ecrire(json.string ?? "", else: json, at: pointer, sous: contexte)
    case .number: ecrire(json.numberText ?? "", else: json, at: pointer, sous: contexte)
    case .bool, .null: writer.value(json)
    }
  }

  private mutating func ecrire(
    _ value: JSON, key: String, at pointer: JSONPointer, sous contexte: Contexte
  ) {
    var contexte = contexte
    // A reference or an e-mail may well hold the letters « caf » before digits of its own.
    if pointer.description.isEmpty, key == "reference" { contexte.allocataire = false }
    if pointer.description == "/demandeur", key == "courriel" { contexte.allocataire = false }
    if NumerosPersonnels.announces(key) { contexte.announced = true }
    let found = NumerosPersonnels.mayHide(in: key) ? NumerosPersonnels.chercher(in: key) : []
    guard !found.isEmpty else {
      writer.key(key)
      return ecrire(value, at: pointer.appending(key), sous: contexte)
    }
    clesMasquees += 1
    // Two keys must not become one.
    let masked = NumerosPersonnels.masquer(key, found) + (clesMasquees > 1 ? " \(clesMasquees)" : "")
    signaler(found, at: pointer.appending(masked))
    writer.key(masked)
    ecrire(value, at: pointer.appending(masked), sous: contexte)
  }

  private mutating func ecrire(_ text: String, else json: JSON, at pointer: JSONPointer, sous contexte: Contexte) {
    let found =
      NumerosPersonnels.mayHide(in: text)
      ? NumerosPersonnels.chercher(in: text, allocataire: contexte.allocataire, announced: contexte.announced) : []
    guard let first = found.first else { return writer.value(json) }
    signaler(found, at: pointer)
    let isAlone =
      text.utf8.prefix(first.range.lowerBound).allSatisfy { $0 <= 0x20 }
      && text.utf8.dropFirst(first.range.upperBound).allSatisfy { $0 <= 0x20 }
    if isAlone || json.kind == .number {
      writer.null()
    } else {
      writer.string(NumerosPersonnels.masquer(text, found))
    }
  }

  private mutating func signaler(_ found: [NumerosPersonnels.Trouvaille], at pointer: JSONPointer) {
    for nature in [NumerosPersonnels.Trouvaille.Nature.nir, .allocataire]
    where found.contains(where: { $0.nature == nature }) {
      let message =
        switch nature {
        case .nir: "Un numéro de sécurité sociale a été masqué ; une demande n’en a pas besoin, ne l’envoyez pas."
        case .allocataire: "Un numéro d’allocataire a été masqué ; une demande n’en a pas besoin, ne l’envoyez pas."
        }
      // Only a comma may still come between: the place is near enough to order by.
      constats.append((writer.bytes.count, Constat(chemin: pointer.description, message: message)))
    }
  }
}
