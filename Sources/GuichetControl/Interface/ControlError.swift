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
    case .lectureTropLente: [:]
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
    case "VersionDepassee": self = .versionDepassee(version: try reader.int("version"))
    case "ChargementInconnu": self = .chargementInconnu(chargement: try reader.string("chargement"))
    case "DemandeTransmise":
      self = .demandeTransmise(
        numero: try reader.string("numero"), le: try reader.string("le"),
        telephone: try reader.optionalString("telephone"))
    case "CorrectionInvalide": self = .correctionInvalide(erreurs: try reader.objects("erreurs"))
    case "LectureTropLente": self = .lectureTropLente
    default: return nil
    }
  }
}
