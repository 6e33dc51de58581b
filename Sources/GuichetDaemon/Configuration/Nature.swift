import Guichet

/// What may stand at a key: how it is read, and how a person is told what would be right.
struct Nature<Valeur> {
  /// Completes « écrivez … ».
  let attendu: String
  /// Throws the clause that says why not.
  let lire: (Noeud.Contenu) throws(Incomprise) -> Valeur
  /// Whether a variable of the environment holds several, separated by commas.
  var isList = false

  struct Incomprise: Error {
    /// What is wrong, without what to do about it.
    let raison: String

    static var pasSimple: Incomprise { Incomprise(raison: "une valeur simple est attendue ici") }
  }

  /// A scalar that `lire` turns into a value, or nil when it is not one.
  static func scalaire(_ quoi: String, _ attendu: String, _ lire: @escaping (String) -> Valeur?) -> Nature {
    Nature(attendu: attendu) { contenu throws(Incomprise) in
      guard case .texte(let texte) = contenu else { throw .pasSimple }
      guard let valeur = lire(texte) else { throw Incomprise(raison: "« \(texte) » n’est pas \(quoi)") }
      return valeur
    }
  }
}

extension Nature where Valeur == String {
  /// Text of one line.
  static var texte: Nature {
    scalaire("un texte d’une ligne", "un texte sans saut de ligne") { texte in
      texte.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : texte
    }
  }

  /// An e-mail address that every mail program sends from.
  static var courriel: Nature {
    scalaire("une adresse de courriel", "une adresse sans accent, comme guichet@exemple.fr") { texte in
      guard texte.utf8.allSatisfy({ $0 < 0x80 }), case .success(let adresse) = Courriel.lire(texte) else { return nil }
      return adresse
    }
  }

  /// The code of a French département or territory.
  static var departement: Nature {
    scalaire("un code de département", "un code comme \"59\", \"2A\" ou \"974\"") { texte in
      let code = texte.uppercased()
      let metropole = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
      let autres = ["2A", "2B"] + (971...978).map(String.init) + (986...988).map(String.init)
      return metropole.contains(code) || autres.contains(code) ? code : nil
    }
  }

  /// A name of the time zone database; `exists` tells whether the system has it.
  static func fuseau(exists: @escaping (String) -> Bool) -> Nature {
    scalaire("un fuseau horaire de ce système", "un nom comme Europe/Paris ou Indian/Reunion") { texte in
      let parties = texte.split(separator: "/", omittingEmptySubsequences: false)
      let isName = parties.allSatisfy { partie in
        !partie.isEmpty && partie.utf8.allSatisfy { $0.isASCIILetterOrDigit || "_+-".utf8.contains($0) }
      }
      return isName && exists(texte) ? texte : nil
    }
  }

  /// An absolute path, given back without a slash at its end.
  static var chemin: Nature {
    scalaire("un chemin absolu", "un chemin qui commence par /, sans « .. »", absolu)
  }

  /// A path that fits into a socket address (`sockaddr_un` has 108 bytes with the closing NUL).
  static var cheminSocket: Nature {
    scalaire("un chemin de socket", "un chemin absolu d’au plus 107 octets") { texte in
      absolu(texte).flatMap { $0.utf8.count <= 107 ? $0 : nil }
    }
  }

  private static func absolu(_ texte: String) -> String? {
    let parties = texte.split(separator: "/")
    guard texte.hasPrefix("/"), !parties.isEmpty, !parties.contains(".."), !parties.contains("."),
      !texte.utf8.contains(0)
    else { return nil }
    return "/" + parties.joined(separator: "/")
  }

  static var groupe: Nature {
    scalaire("un groupe Unix", "le nom d’un groupe, sans espace ni « : »") { texte in
      let forbidden = " \t\n:,/".utf8
      return !texte.isEmpty && !texte.utf8.contains { forbidden.contains($0) || $0 < 0x20 } ? texte : nil
    }
  }
}

extension Nature where Valeur == Int {
  static func entier(_ bornes: ClosedRange<Int>) -> Nature {
    let attendu = "un nombre entier de \(bornes.lowerBound) à \(bornes.upperBound)"
    return scalaire(attendu, attendu) { texte in
      guard let (nombre, unite) = Quantite.read(texte), unite.isEmpty, bornes.contains(nombre) else { return nil }
      return nombre
    }
  }

  /// A size in bytes, or in Kio or Mio; the bounds are whole kibibytes.
  static func taille(_ bornes: ClosedRange<Int>) -> Nature {
    func ecrite(_ octets: Int) -> String {
      octets.isMultiple(of: 1 << 20) ? "\(octets >> 20)Mio" : "\(octets >> 10)Kio"
    }
    let attendu =
      "un nombre suivi de Kio ou Mio (ou d’octets), de \(ecrite(bornes.lowerBound)) à \(ecrite(bornes.upperBound))"
    return scalaire("une taille possible", attendu) { texte in
      guard let (nombre, unite) = Quantite.read(texte), let facteur = ["": 1, "Kio": 1 << 10, "Mio": 1 << 20][unite]
      else { return nil }
      let (octets, isTooMuch) = nombre.multipliedReportingOverflow(by: facteur)
      return !isTooMuch && bornes.contains(octets) ? octets : nil
    }
  }

  /// Calendar days; 0 may go without its unit.
  static func joursCalendaires(_ bornes: ClosedRange<Int>) -> Nature {
    let attendu = "de \(bornes.lowerBound)jc à \(bornes.upperBound)jc (jours calendaires)"
    return scalaire("un nombre de jours calendaires possible", attendu) { texte in
      guard let (nombre, unite) = Quantite.read(texte), bornes.contains(nombre) else { return nil }
      return unite == "jc" || (nombre == 0 && unite.isEmpty) ? nombre : nil
    }
  }
}

extension Nature where Valeur == Double {
  /// A part of a whole, as a fraction.
  static var pourcentage: Nature {
    scalaire("un pourcentage", "un nombre de 0% à 90%, par exemple 5%") { texte in
      guard let (nombre, unite) = Quantite.read(texte), unite == "%", nombre <= 90 else { return nil }
      return Double(nombre) / 100
    }
  }
}

extension Nature where Valeur == Bool {
  static var ouiNon: Nature {
    scalaire("un oui ou un non", "true ou false") { texte in
      switch texte {
      case "true", "oui": true
      case "false", "non": false
      default: nil
      }
    }
  }
}

extension Nature where Valeur == Duration {
  /// Time of the clock, whatever is open or closed.
  static var duree: Nature {
    scalaire("une durée", "un nombre suivi de s, m ou h, par exemple 10s (au plus 24h)") { texte in
      guard let (nombre, unite) = Quantite.read(texte), nombre > 0,
        let seconds = ["s": 1, "m": 60, "h": 3600][unite].map(nombre.multipliedReportingOverflow(by:)),
        !seconds.overflow, seconds.partialValue <= 86_400
      else { return nil }
      return .seconds(seconds.partialValue)
    }
  }
}

extension Nature where Valeur == Duration {
  /// Whoever reads the status files takes a daemon for dead that was silent for a minute: it has to be heard twice in that.
  static var battement: Nature {
    scalaire(
      "un battement possible",
      "de 1s à 30s : la sonde et les alertes tiennent pour arrêté un démon qui se tait plus longtemps"
    ) { texte in
      guard let (nombre, unite) = Quantite.read(texte), unite == "s", (1...30).contains(nombre) else { return nil }
      return .seconds(nombre)
    }
  }
}

extension Nature where Valeur == Delai {
  static var delai: Nature {
    scalaire(
      "un délai", "un nombre suivi de j (jours ouverts), h (heures ouvertes) ou jc (jours calendaires), par exemple 2j",
      Delai.init)
  }
}

extension Nature where Valeur == HorairesSemaine {
  static var horaires: Nature {
    Nature(attendu: "par exemple \"lun-ven 09:00-12:00 13:30-17:00, sam 09:00-12:00\"") { contenu throws(Incomprise) in
      guard case .texte(let texte) = contenu else { throw .pasSimple }
      do throws(HorairesSemaine.Incomprise) {
        return try HorairesSemaine(texte)
      } catch {
        throw Incomprise(raison: error.raison)
      }
    }
  }
}

extension Nature where Valeur: RawRepresentable<String> {
  /// One of these words.
  static func choix(_ cases: [Valeur]) -> Nature {
    let mots = cases.map(\.rawValue).joined(separator: ", ")
    return scalaire("un choix possible", "un de ces mots : \(mots)") { texte in
      cases.first { $0.rawValue == texte }
    }
  }
}

extension Nature {
  /// A list, each of whose elements is of one nature. In the environment: separated by commas.
  static func liste<Element>(_ nature: Nature<Element>) -> Nature where Valeur == [Element] {
    let attendu = "une liste entre crochets, dont chaque élément est \(nature.attendu)"
    var liste = Nature(attendu: attendu) { contenu throws(Incomprise) in
      guard case .liste(let elements) = contenu else { throw Incomprise(raison: "une liste est attendue ici") }
      return try elements.map { element throws(Incomprise) in
        do throws(Nature<Element>.Incomprise) {
          return try nature.lire(element.contenu)
        } catch {
          throw Incomprise(raison: error.raison)
        }
      }
    }
    liste.isList = true
    return liste
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
