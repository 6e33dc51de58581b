import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON
import VarlinkClient

/// A monitoring plugin, for Nagios, Icinga, Naemon, Centreon and whatever else reads an exit code and a line.
struct SondeCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "sonde", abstract: "Sonde de supervision : un code et une ligne.",
    usage: "guichetctl sonde [--avertissement M=S] [--critique M=S] [OPTIONS]",
    discussion: """
      Codes de sortie : 0 OK ; 1 WARNING ; 2 CRITICAL ; 3 UNKNOWN. Ce que le guichet tient pour une panne suffit à \
      alerter ; les seuils s’y ajoutent, un par mesure, écrits comme partout : 10 (de 0 à 10), 10:, ~:10, 10:20, @10:20.
      M est une mesure, S un seuil : battement, silence (temps ouvert), orienter, depot, sauvegarde, en secondes ; retard, \
      refus ; espace, en pour cent. Un seuil sur une mesure inconnue donne UNKNOWN.
      Sans --fichier, la sonde interroge le démon, et un démon muet est CRITICAL ; avec lui, elle lit etat.json : un \
      arrêt demandé y est écrit ; au-delà d’une minute sans signe de vie, ou sans etat.json dans son dossier, le démon est \
      tenu pour arrêté.
      La réponse est une ligne, sans --json ni --csv.
      """)
  static let exemples = [
    Exemple("guichetctl sonde", "Les pannes que le guichet connaît, et ses mesures."),
    Exemple("guichetctl sonde --critique retard=50 --avertissement espace=20:", "Vos seuils en plus."),
    Exemple("guichetctl sonde --fichier /run/guichetd/etat.json", "Par le fichier, même démon arrêté."),
  ]

  @Option(
    name: [.customShort("w"), .customLong("avertissement"), .customLong("warning")],
    help: ArgumentHelp("Seuil dont le dépassement est un avertissement ; répétable.", valueName: "M=S"))
  var avertissement: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("critique"), .customLong("critical")],
    help: ArgumentHelp("Seuil dont le dépassement est critique ; répétable.", valueName: "M=S"))
  var critique: [String] = []

  @Option(help: ArgumentHelp("Lire etat.json plutôt qu’interroger le démon.", valueName: "CHEMIN"), completion: .file())
  var fichier: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Attendre le démon tant de secondes au plus ; 10 à défaut.", valueName: "SECONDES"))
  var timeout: Int?

  @Flag(name: .shortAndLong, help: "Dire aussi d’où vient la réponse ; -vv, chaque panne et chaque mesure.")
  var verbose: Int

  @Flag(name: .customShort("V"), help: "Comme --version.")
  var estVersion = false

  @OptionGroup(title: "Options générales") var globales: Globales

  mutating func validate() throws {
    if globales.format != .texte {
      throw ValidationError(
        "La sonde répond par une ligne : retirez \(globales.format.option), et lisez etat.json pour le reste.")
    }
    if let timeout, !(1...3600).contains(timeout) {
      throw ValidationError("--timeout attend un nombre de secondes de 1 à 3600.")
    }
    do throws(SeuilDeSonde.Refus) {
      _ = try seuils(avertissement)
      _ = try seuils(critique)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func seuils(_ texts: [String]) throws(SeuilDeSonde.Refus) -> [SeuilDeSonde] {
    var seuils: [SeuilDeSonde] = []
    for text in texts {
      let next = try SeuilDeSonde(text)
      if let other = seuils.first(where: { $0.mesure == next.mesure }) {
        throw SeuilDeSonde.Refus(repete: next.mesure, other.texte, next.texte)
      }
      seuils.append(next)
    }
    return seuils
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    if estVersion {
      try repondre("\(GuichetVersion.texte)\n", contexte)
      return .inconnu
    }
    let surveillance: Wire.Surveillance
    do throws(CommandFailure) {
      surveillance = try observee(contexte)
    } catch {
      // A daemon that does not answer is the very alarm; what is refused or cannot be read leaves the question open.
      let status: CommandStatus = error.status == .unreachable ? .critique : .inconnu
      try repondre(ResultatDeSonde.ligne(status, error.message), contexte)
      return status
    }
    let resultat: ResultatDeSonde
    do throws(SeuilDeSonde.Refus) {
      resultat = ResultatDeSonde(
        surveillance, avertissements: try seuils(avertissement), critiques: try seuils(critique),
        source: fichier ?? Places(globales, contexte.environnement).socket, verbosite: verbose)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    try repondre(resultat.lignes, contexte)
    return resultat.statut
  }

  private func repondre(_ line: String, _ contexte: Contexte) throws(CommandFailure) {
    do {
      try contexte.console.write(Array(line.utf8))
    } catch {
      throw CommandFailure(.refused, error.message)
    }
  }

  private func observee(_ contexte: Contexte) throws(CommandFailure) -> Wire.Surveillance {
    if let fichier { return try lue(dans: fichier, contexte) }
    return try demandee(contexte)
  }

  private func demandee(_ contexte: Contexte) throws(CommandFailure) -> Wire.Surveillance {
    let socket = Places(globales, contexte.environnement).socket
    let demon: Daemon
    do {
      demon = Daemon(try contexte.connecterEn(socket, .seconds(timeout ?? 10)), socket: socket)
    } catch {
      throw CommandFailure(error, socket: socket)
    }
    return try demon.call(ShowSurveillance.self, .init())
  }

  private func lue(dans path: String, _ contexte: Contexte) throws(CommandFailure) -> Wire.Surveillance {
    do {
      let json = try JSON.parse(try WholeFile.read(path, limit: 1 << 20))
      guard json["schema"]?.int == 1, let surveillance = json["surveillance"],
        let alive = json["battementLe"]?.string.flatMap({ Instant(rfc3339: $0) })
      else { throw CommandFailure(.refused, "« \(path) » n’est pas un etat.json que cette sonde sache lire.") }
      func age(_ instant: Instant) -> Int { Int(contexte.maintenant().seconds - instant.seconds) }
      let stopped = json["arreteLe"]?.string.flatMap { Instant(rfc3339: $0) }
      return try Wire.Surveillance(surveillance).vieillie(de: age(alive), arreteeDepuis: stopped.map(age))
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as SystemError where error.isNotFound {
      throw absent(path)
    } catch let error as SystemError {
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "« \(path) » n’est pas lisible.")
    }
  }

  /// A daemon that runs has its file in that folder: where there is none, it never started since the machine did.
  private func absent(_ path: String) -> CommandFailure {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    do throws(SystemError) {
      if try FileStatus.of(path: "\(folder)/.").kind == .directory {
        return CommandFailure(
          .unreachable,
          "guichetd n’a pas démarré : « \(path) » n’est pas dans son dossier. Voyez « systemctl status guichetd ».")
      }
    } catch {
      // No folder either: the path tells nothing of any daemon.
    }
    return CommandFailure(.refused, "« \(path) » n’existe pas, ni son dossier : vérifiez le chemin.")
  }
}

extension Wire.Surveillance {
  /// As it reads so long after the last sign of life: past a minute, whatever the file says, the daemon is silent. So it is
  /// where that sign is more than a minute ahead: one that runs would have given another since the clock was set back.
  ///
  /// - Parameter stopped: seconds since the daemon was stopped in order, and said so; nil where it was not.
  fileprivate func vieillie(de age: Int, arreteeDepuis stopped: Int?) -> Wire.Surveillance {
    let fault: Panne? =
      if let stopped {
        .arrete("guichetd est arrêté depuis \(Constats.duree(max(0, stopped))).")
      } else if age > 60 {
        Panne(
          .boucleArretee, .critique, "guichetd ne donne plus signe de vie depuis \(Constats.duree(age)).",
          "Voyez « systemctl status guichetd » et « journalctl -u guichetd ».")
      } else if age < -60 {
        Panne(
          .boucleArretee, .critique,
          "Le dernier signe de vie de guichetd est daté de \(Constats.duree(-age)) dans l’avenir, et aucun n’est venu depuis.",
          "Vérifiez l’heure du serveur par « timedatectl », puis « systemctl status guichetd ».")
      } else {
        nil
      }
    let age = max(0, age)
    let first = fault.map {
      Wire.Panne(code: $0.code.rawValue, gravite: $0.gravite.rawValue, message: $0.message, remede: $0.remede)
    }
    return Wire.Surveillance(
      sante: first?.gravite ?? sante, battement: age, silence: silence, silenceAuPlus: silenceAuPlus,
      aOrienter: aOrienter.map { $0 + age }, depot: depot.map { $0 + age }, rejets: rejets, retard: retard,
      espace: espace, sauvegarde: sauvegarde.map { $0 + age },
      pannes: (first.map { [$0] } ?? []) + pannes.filter { $0.code != first?.code }, aRecu: aRecu)
  }
}
