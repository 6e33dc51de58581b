package import StrictJSON

/// The errors of `fr.caf.guichet`: a code with parameters on the wire, never recognised by their text.
package enum ControlError: Error, Hashable, Sendable {
  /// `proche` is one that was perhaps meant; `dernier` the last one of that year, where the one sought lies beyond it. Both
  /// are among those that the caller sees, nil where there is none.
  case demandeIntrouvable(numero: String, proche: String? = nil, dernier: String? = nil)
  case rejetIntrouvable(id: String)
  /// The message is one French sentence.
  case parametreInvalide(parametre: String, message: String)
  /// A parameter is well-formed, but what it names is not there, or not such that the call can be done. The message is
  /// one French sentence.
  case sansObjet(parametre: String, message: String)
  /// The message is one French sentence.
  case indisponible(message: String)
  case referentielInvalide(fautes: [Wire.FauteReferentiel])
  /// The version is the one in force.
  case versionDepassee(version: Int)
  case chargementInconnu(chargement: String)
  /// The demande went to another LINF less than 30 days ago; that one's phone, nil while it waits for a person.
  case demandeTransmise(numero: String, le: String, telephone: String?)
  case correctionInvalide(erreurs: [Wire.Constat])
  /// The caller does not read what it asked for in time: some of it was dropped, and the connection ends.
  case lectureTropLente
  /// The login is that of who has the demande in hand, the instant until when.
  case enMain(numero: String, login: String, jusqua: String)
  /// A form that was typed in is refused; the code is that of the motif.
  case formulaireInvalide(code: String, erreurs: [Wire.Constat])
  case referencePrise(reference: String)
  /// The form that was typed in is safe, and gets its numero later.
  case saisieEnAttente(reference: String)
  /// The journal has no fact of that rank; the rank of its last one.
  case curseurInconnu(sequence: Int, tete: Int)
  /// The code is that of `ActeRefuse`, the message one French sentence; the free slots that are nearest.
  case rendezVousRefuse(numero: String, code: String, message: String, proches: [Wire.Creneau])
  /// The message is one French sentence, with what to do.
  case sauvegardeImpossible(message: String)
  case configurationInvalide(fautes: [Wire.FauteConfiguration])
  /// The daemon was started by this call, and ends: only a person can mend what it found.
  case demarrageRefuse

  /// A parameter that does not fit, as an error to answer.
  package init(_ fault: WireFault) {
    self = .parametreInvalide(parametre: fault.parametre, message: fault.message)
  }

  /// The error's name, with its interface.
  package var name: String { "\(GuichetInterface.name).\(code)" }

  package var parameters: JSONValue {
    switch self {
    case .demandeIntrouvable(let numero, let proche, let dernier):
      ["numero": .string(numero), "proche": .text(proche), "dernier": .text(dernier)]
    case .rejetIntrouvable(let id): ["id": .string(id)]
    case .parametreInvalide(let parametre, let message):
      ["parametre": .string(parametre), "message": .string(message)]
    case .sansObjet(let parametre, let message): ["parametre": .string(parametre), "message": .string(message)]
    case .indisponible(let message): ["message": .string(message)]
    case .referentielInvalide(let fautes): ["fautes": .list(fautes)]
    case .versionDepassee(let version): ["version": .count(version)]
    case .chargementInconnu(let chargement): ["chargement": .string(chargement)]
    case .demandeTransmise(let numero, let le, let telephone):
      ["numero": .string(numero), "le": .string(le), "telephone": .text(telephone)]
    case .correctionInvalide(let erreurs): ["erreurs": .list(erreurs)]
    case .lectureTropLente, .demarrageRefuse: [:]
    case .enMain(let numero, let login, let jusqua):
      ["numero": .string(numero), "login": .string(login), "jusqua": .string(jusqua)]
    case .formulaireInvalide(let code, let erreurs): ["code": .string(code), "erreurs": .list(erreurs)]
    case .referencePrise(let reference), .saisieEnAttente(let reference): ["reference": .string(reference)]
    case .rendezVousRefuse(let numero, let code, let message, let proches):
      [
        "numero": .string(numero), "code": .string(code), "message": .string(message), "proches": .list(proches),
      ]
    case .curseurInconnu(let sequence, let tete): ["sequence": .count(sequence), "tete": .count(tete)]
    case .sauvegardeImpossible(let message): ["message": .string(message)]
    case .configurationInvalide(let fautes): ["fautes": .list(fautes)]
    }
  }

  private var code: String {
    switch self {
    case .demandeIntrouvable: "DemandeIntrouvable"
    case .rejetIntrouvable: "RejetIntrouvable"
    case .parametreInvalide: "ParametreInvalide"
    case .sansObjet: "SansObjet"
    case .indisponible: "Indisponible"
    case .referentielInvalide: "ReferentielInvalide"
    case .versionDepassee: "VersionDepassee"
    case .chargementInconnu: "ChargementInconnu"
    case .demandeTransmise: "DemandeTransmise"
    case .correctionInvalide: "CorrectionInvalide"
    case .lectureTropLente: "LectureTropLente"
    case .enMain: "EnMain"
    case .formulaireInvalide: "FormulaireInvalide"
    case .referencePrise: "ReferencePrise"
    case .saisieEnAttente: "SaisieEnAttente"
    case .curseurInconnu: "CurseurInconnu"
    case .rendezVousRefuse: "RendezVousRefuse"
    case .sauvegardeImpossible: "SauvegardeImpossible"
    case .configurationInvalide: "ConfigurationInvalide"
    case .demarrageRefuse: "DemarrageRefuse"
    }
  }
}

extension ControlError {
  /// Reads an error that was answered.
  ///
  /// - Parameter name: the error's name, with its interface.
  /// - Returns: nil when the error is not one of this interface, or of a newer one.
  /// - Throws: when it is one of this interface with parameters that do not fit.
  package init?(name: String, parameters: JSON) throws(WireFault) {
    let prefix = "\(GuichetInterface.name)."
    guard name.hasPrefix(prefix) else { return nil }
    let reader = try WireReader(parameters)
    switch name.dropFirst(prefix.count) {
    case "DemandeIntrouvable":
      self = .demandeIntrouvable(
        numero: try reader.string("numero"), proche: try reader.optionalString("proche"),
        dernier: try reader.optionalString("dernier"))
    case "RejetIntrouvable": self = .rejetIntrouvable(id: try reader.string("id"))
    case "ParametreInvalide":
      self = .parametreInvalide(parametre: try reader.string("parametre"), message: try reader.string("message"))
    case "SansObjet":
      self = .sansObjet(parametre: try reader.string("parametre"), message: try reader.string("message"))
    case "Indisponible": self = .indisponible(message: try reader.string("message"))
    case "ReferentielInvalide": self = .referentielInvalide(fautes: try reader.objects("fautes"))
    case "SauvegardeImpossible": self = .sauvegardeImpossible(message: try reader.string("message"))
    case "ConfigurationInvalide": self = .configurationInvalide(fautes: try reader.objects("fautes"))
    case "VersionDepassee": self = .versionDepassee(version: try reader.int("version"))
    case "ChargementInconnu": self = .chargementInconnu(chargement: try reader.string("chargement"))
    case "DemandeTransmise":
      self = .demandeTransmise(
        numero: try reader.string("numero"), le: try reader.string("le"),
        telephone: try reader.optionalString("telephone"))
    case "CorrectionInvalide": self = .correctionInvalide(erreurs: try reader.objects("erreurs"))
    case "LectureTropLente": self = .lectureTropLente
    case "DemarrageRefuse": self = .demarrageRefuse
    case "EnMain":
      self = .enMain(
        numero: try reader.string("numero"), login: try reader.string("login"), jusqua: try reader.string("jusqua"))
    case "FormulaireInvalide":
      self = .formulaireInvalide(code: try reader.string("code"), erreurs: try reader.objects("erreurs"))
    case "ReferencePrise": self = .referencePrise(reference: try reader.string("reference"))
    case "SaisieEnAttente": self = .saisieEnAttente(reference: try reader.string("reference"))
    case "CurseurInconnu":
      self = .curseurInconnu(sequence: try reader.int("sequence"), tete: try reader.int("tete"))
    case "RendezVousRefuse":
      self = .rendezVousRefuse(
        numero: try reader.string("numero"), code: try reader.string("code"), message: try reader.string("message"),
        proches: try reader.objects("proches"))
    default: return nil
    }
  }
}
