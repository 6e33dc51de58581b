import StrictJSON

/// The objects and lists that a formulaire is made of, and the keys that each of them has.
enum Emplacement {
  case racine
  case demandeur
  case adresse
  case rappel
  case creneaux
  case autreParent
  case enfants
  case besoin
  case lieu
  case modes
  case semaine

  /// JSON Pointer to it.
  var pointeur: String {
    switch self {
    case .racine: ""
    case .demandeur: "/demandeur"
    case .adresse: "/demandeur/adresse"
    case .rappel: "/demandeur/rappel"
    case .creneaux: "/demandeur/rappel/creneaux"
    case .autreParent: "/demandeur/autreParent"
    case .enfants: "/enfants"
    case .besoin: "/besoin"
    case .lieu: "/besoin/lieu"
    case .modes: "/besoin/modes"
    case .semaine: "/besoin/semaine"
    }
  }

  /// Its key in the object above it.
  var cle: String {
    switch self {
    case .racine: ""
    case .demandeur: "demandeur"
    case .adresse: "adresse"
    case .rappel: "rappel"
    case .creneaux: "creneaux"
    case .autreParent: "autreParent"
    case .enfants: "enfants"
    case .besoin: "besoin"
    case .lieu: "lieu"
    case .modes: "modes"
    case .semaine: "semaine"
    }
  }

  /// The keys of the object, or of each object of the list.
  var cles: [String] {
    switch self {
    case .racine: ["version", "reference", "deposeeLe", "origine", "demandeur", "enfants", "besoin", "message"]
    case .demandeur:
      ["civilite", "nom", "prenom", "telephone", "courriel", "adresse", "rappel", "langue", "autreParent"]
    case .adresse, .lieu: ["voie", "codePostal", "commune", "codeInsee"]
    case .rappel: ["canal", "creneaux"]
    case .creneaux: ["jour", "moment"]
    case .autreParent: ["civilite", "nom", "prenom", "telephone", "courriel"]
    case .enfants: ["prenom", "naissance", "naissancePrevue", "adoptionPrevue"]
    case .besoin:
      [
        "lieu", "debut", "fin", "frequence", "modes", "semaine", "horairesAtypiques", "besoinSpecifique",
        "insertionProfessionnelle",
      ]
    case .modes: []
    case .semaine: ["jour", "de", "a"]
    }
  }
}

/// Where a field stands, made into a JSON Pointer only when there is something to say about it.
struct Chemin {
  let emplacement: Emplacement
  /// Of the element, where `emplacement` is a list.
  var index: Int?
  var cle: String?

  init(_ emplacement: Emplacement, index: Int? = nil, cle: String? = nil) {
    self.emplacement = emplacement
    self.index = index
    self.cle = cle
  }

  /// RFC 6901; a key that nobody should have to read in full is cut.
  var pointeur: String {
    var text = emplacement.pointeur
    if let index { text += "/\(index)" }
    if let cle { text += JSONPointer().appending(TexteMontre.of(cle)).description }
    return text
  }
}
