import Guichet
import LinuxSystem

/// What the examination of one file came to, before it is dropped.
struct Verification {
  let fichier: String
  let jugement: Jugement

  /// The largest form that a daemon takes where nothing else is configured, in bytes.
  static let tailleMax = 1_048_576

  /// Reads and examines a file as the daemon would.
  ///
  /// - Throws: when it cannot be read: that says nothing about the form.
  init(fichier: String, maintenant: Instant) throws(SystemError) {
    self.fichier = fichier
    let file = try Descriptor.open(path: fichier)
    let status = try file.status()
    guard status.kind == .regular else {
      let faute = Constat(chemin: "", message: "Ce n’est pas un fichier ordinaire : déposez le fichier lui-même.")
      jugement = Jugement(verdict: .refuse(.pasUnFichier, [faute]))
      return
    }
    guard status.size <= Self.tailleMax else {
      let faute = Constat(
        chemin: "",
        message: "Le fichier a \(status.size.francais) octets : il en faut au plus \(Self.tailleMax.francais).")
      jugement = Jugement(verdict: .refuse(.tropGros, [faute]))
      return
    }
    let bytes = try file.readAll(expecting: status.size, limit: Self.tailleMax)
    jugement = Examen.juger(bytes, empreinte: SHA256.hexadecimal(of: bytes), recueLe: maintenant)
  }

  /// The form's code of refusal with its faults; nil when it would be taken.
  var refus: (code: Motif.Code, erreurs: [Constat])? {
    guard case .refuse(let code, let erreurs) = jugement.verdict else { return nil }
    return (code, erreurs)
  }

  var formulaire: Formulaire? {
    guard case .accepte(let formulaire) = jugement.verdict else { return nil }
    return formulaire
  }
}

extension Constat {
  /// The place and the sentence; the whole document has no place.
  var phrase: String { chemin.isEmpty ? message : "\(chemin) : \(message)" }
}
