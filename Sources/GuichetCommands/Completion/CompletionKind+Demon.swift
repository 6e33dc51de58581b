import ArgumentParser
import Guichet
import GuichetControl

/// Words that the daemon knows, offered while a command line is typed: silent where it is away, slow or refuses.
///
/// Numeros are asked for by a method that gives nothing of the families, so that no press of a key counts as a read.
extension CompletionKind {
  static let numeros = CompletionKind.custom { words, _, prefix in
    proposees(words) { demon throws(CommandFailure) in
      try demon.call(CompleteNumeros.self, .init(debut: prefix.isEmpty ? nil : prefix)).numeros.compactMap { numero in
        Mot(sous(numero.numero, prefix), Libelles.etat(numero.etat))
      }
    }
  }

  static let linf = CompletionKind.custom { words, _, prefix in
    proposees(words) { demon throws(CommandFailure) in
      var linf: [Wire.LinfResume] = []
      try demon.stream(ListLinf.self, .init()) { linf += $0.linf }
      return linf.filter { $0.id.hasPrefix(prefix) }.compactMap { Mot($0.id, $0.nom) }
    }
  }

  static let etats = CompletionKind.list(Etat.allCases.map(\.rawValue))
  static let natures = CompletionKind.list(NatureFait.allCases.map(\.rawValue))
  static let zonesDeFeries = CompletionKind.list(ZoneFeries.allCases.map(\.rawValue))
  static let raisonsDeDecliner = CompletionKind.list(RaisonDeclin.allCases.map(\.rawValue))
  static let resultats = CompletionKind.list(ResultatContact.allCases.map(\.rawValue))
  static let canaux = CompletionKind.list(CanalContact.allCases.map(\.rawValue))
  static let themes = CompletionKind.list(ThemeContact.allCases.map(\.rawValue))
  static let motifsDeCloture = CompletionKind.list(MotifCloture.allCases.map(\.rawValue))
  static let modesDeRendezVous = CompletionKind.list(RendezVous.Mode.allCases.map(\.rawValue))
  static let modesDAccueil = CompletionKind.list(ModeDAccueil.allCases.map(\.rawValue))
  static let attentes = CompletionKind.list(["liste", "commission"])
  static let besoinsNonCouverts = CompletionKind.list(BesoinNonCouvert.allCases.map(\.rawValue))
  static let genresDePiece = CompletionKind.list(PieceAjoutee.Genre.allCases.map(\.rawValue))
  static let ouiNon = CompletionKind.list(["oui", "non"])
  static let formulaires = CompletionKind.file(extensions: ["json"])

  /// The form in which a numero goes on from what is typed: whole, or its rank alone.
  private static func sous(_ numero: String, _ prefix: String) -> String {
    if numero.hasPrefix(prefix) { return numero }
    let rank = String(numero.drop { $0 != "-" }.dropFirst())
    return prefix.hasPrefix("0") ? rank : String(rank.drop { $0 == "0" })
  }

  /// One word with what it stands for.
  private struct Mot {
    let mot: String
    let sens: String

    /// Nil for a word in which a shell could see anything but letters: bash expands the list that it is given.
    init?(_ mot: String, _ sens: String) {
      guard mot.utf8.allSatisfy({ Self.plain.contains($0) }) else { return nil }
      self.mot = mot
      self.sens = TerminalSafety.line(sens)
    }

    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".utf8)

    /// As the shell that asks shows descriptions, where it does.
    func ecrit(pour shell: String?) -> String {
      switch shell {
      case "fish": "\(mot)\t\(sens)"
      case "zsh": "\(mot):\(sens)"
      default: mot
      }
    }
  }

  private static func proposees(
    _ words: [String], _ ask: (Daemon) throws(CommandFailure) -> [Mot]
  ) -> [String] {
    guard let contexte = CompletionEnCours.contexte else { return [] }
    let line = LigneACompleter(words, maison: contexte.environnement["HOME"])
    let socket = Places(socket: line.globales.socket, racine: line.globales.racine, contexte.environnement).socket
    do {
      let demon = Daemon(try contexte.connecterVite(socket), socket: socket)
      return try ask(demon).map { $0.ecrit(pour: contexte.environnement["SAP_SHELL"]) }
    } catch {
      // A shell has no place for a message while a line is typed.
      return []
    }
  }
}
