import StrictJSON

/// Goes through one form, field by field, and gathers what it finds.
struct Examinateur {
  let recueLe: Instant
  var recueil: Recueil
  /// The day that dates are judged against: that of filing or, unknown, of reception (in UTC: the bounds are wide).
  var jour: DateCivile
  /// An address or `besoin.lieu` tells a commune.
  var isPlaceNamed = false
  /// One of them was given and had a fault, which says enough.
  var isPlaceFaulty = false

  init(recueLe: Instant, recueil: Recueil) {
    self.recueLe = recueLe
    self.recueil = recueil
    jour = Self.jour(of: recueLe)
  }

  /// The whole form; nil where there is none to give, the reasons being in `recueil`.
  mutating func formulaire(_ json: JSON, empreinte: String) -> Formulaire? {
    guard json.kind == .object else {
      recueil.erreur("", rang: 0, "Un formulaire est un objet { … } ; ce document n’en est pas un.")
      return nil
    }
    for duplicate in json.duplicateKeys {
      recueil.erreur(
        TexteMontre.of(duplicate.pointer.description), rang: duplicate.position.offset,
        "Cette clé est donnée deux fois dans le même objet ; n’en gardez qu’une.")
    }
    var objet = LecteurObjet(json, .racine)
    version(&objet)
    let reference = reference(&objet)
    let deposeeLe = deposeeLe(&objet)
    let origine = objet.code("origine", Origine.self, &recueil)
    let demandeur = demandeur(&objet)
    let enfants = enfants(&objet)
    let besoin = besoin(&objet)
    let message = message(&objet)
    objet.signalerInconnues(&recueil)
    guard let demandeur else { return nil }
    if !isPlaceNamed, !isPlaceFaulty {
      recueil.manque(
        Chemin(.adresse), rang: objet.rang,
        "Le lieu manque : donnez l’adresse, ou besoin.lieu, par son code INSEE, son code postal ou sa commune.")
    }
    return Formulaire(
      reference: reference ?? empreinte, deposeeLe: deposeeLe, origine: origine, demandeur: demandeur, enfants: enfants,
      besoin: besoin, message: message)
  }

  private mutating func version(_ objet: inout LecteurObjet) {
    guard let value = objet.valeur("version") else {
      return recueil.erreur("/version", rang: objet.rang, "La version manque ; écrivez \"version\": 1.")
    }
    guard value.int == 1 || value.double == 1 else {
      return recueil.erreur(
        "/version", rang: value.position.offset, "Cette version n’est pas connue ; écrivez \"version\": 1.")
    }
  }

  /// Nil when there is none that can serve.
  private mutating func reference(_ objet: inout LecteurObjet) -> String? {
    guard let value = objet.valeur("reference") else {
      recueil.manque(
        objet.chemin("reference"), rang: objet.rang,
        "La référence manque ; l’empreinte du contenu en tient lieu.")
      return nil
    }
    if let text = value.string, Self.isReference(text) {
      if NumerosPersonnels.mayHide(in: text, digits: 13) { recueil.texteSuspect() }
      return text
    }
    recueil.anomalie(
      objet.chemin("reference"), value,
      "Une référence a 1 à 64 caractères parmi A-Z a-z 0-9 . _ / - ; l’empreinte du contenu en tient lieu.")
    return nil
  }

  static func isReference(_ text: String) -> Bool {
    guard (1...64).contains(text.utf8.count) else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      // - . / 0-9
      case UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  private mutating func message(_ objet: inout LecteurObjet) -> String? {
    guard let value = objet.valeur("message") else { return nil }
    let chemin = objet.chemin("message")
    guard let text = value.string else {
      recueil.anomalie(chemin, value, Attendu.texte.message(pas: value))
      return nil
    }
    let libre = TexteLibre(text, max: LongueurSaisie.message)
    if libre.estCoupe {
      recueil.anomalie(
        chemin, value,
        "Ce message est trop long : seuls ses \(LongueurSaisie.message) premiers caractères sont retenus.")
    }
    if libre.estNettoye {
      recueil.avertissement(
        chemin, value, "Des caractères de contrôle ou invisibles ont été ôtés de ce message.")
    }
    if let kept = libre.texte, NumerosPersonnels.mayHide(in: kept) { recueil.texteSuspect() }
    return libre.texte
  }
}

/// The greatest lengths of what people type, in Unicode scalars.
enum LongueurSaisie {
  static let nom = 100
  static let voie = 200
  static let commune = 100
  static let code = 20
  static let langue = 40
  static let message = 10_000
}
