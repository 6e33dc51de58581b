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
      alerter ; les seuils s’y ajoutent, écrits comme partout : 10 (de 0 à 10), 10:, ~:10, 10:20, @10:20.
      M est une mesure, S un seuil : battement, silence (temps ouvert), orienter, depot, sauvegarde, en secondes ; retard, refus ; espace, en \
      pour cent.
      Sans --fichier, la sonde interroge le démon ; avec lui, elle lit etat.json : au-delà d’une minute sans signe de vie, \
      le démon est tenu pour arrêté.
      """)
  static let exemples = [
    Exemple("guichetctl sonde", "Les pannes que le guichet connaît, et ses mesures."),
    Exemple("guichetctl sonde --critique retard=50 --avertissement espace=20:", "Vos seuils en plus."),
    Exemple("guichetctl sonde --fichier /run/guichetd/etat.json", "Par le fichier, même démon arrêté."),
  ]

  @Option(
    help: ArgumentHelp("Seuil dont le dépassement est un avertissement ; répétable.", valueName: "M=S"))
  var avertissement: [String] = []

  @Option(help: ArgumentHelp("Seuil dont le dépassement est critique ; répétable.", valueName: "M=S"))
  var critique: [String] = []

  @Option(help: ArgumentHelp("Lire etat.json plutôt qu’interroger le démon.", valueName: "CHEMIN"), completion: .file())
  var fichier: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  mutating func validate() throws {
    do throws(SeuilDeSonde.Refus) {
      _ = try seuils(avertissement + critique)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func seuils(_ texts: [String]) throws(SeuilDeSonde.Refus) -> [SeuilDeSonde] {
    var seuils: [SeuilDeSonde] = []
    for text in texts { seuils.append(try SeuilDeSonde(text)) }
    return seuils
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
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
        surveillance, avertissements: try seuils(avertissement), critiques: try seuils(critique))
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    if globales.json {
      try sortie(contexte).montrer(EnJSON(surveillance: surveillance))
    } else {
      try repondre(resultat.ligne, contexte)
    }
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
      demon = Daemon(try contexte.connecterVite(socket), socket: socket)
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
      func age(_ instant: Instant) -> Int { max(0, Int(contexte.maintenant().seconds - instant.seconds)) }
      let stopped = json["arreteLe"]?.string.flatMap { Instant(rfc3339: $0) }
      return try Wire.Surveillance(surveillance).vieillie(de: age(alive), arreteeDepuis: stopped.map(age))
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as SystemError where error.isNotFound {
      throw CommandFailure(
        .refused, "« \(path) » n’existe pas : vérifiez le chemin, ou que guichetd ait été démarré.")
    } catch let error as SystemError {
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "« \(path) » n’est pas lisible.")
    }
  }

  private struct EnJSON: Presentable {
    let surveillance: Wire.Surveillance

    func json(_ output: inout JSONOutput) { output.document(surveillance.json) }
    func texte(_ page: inout TextPage) { page.paragraphe(surveillance.sante) }
  }
}

extension Wire.Surveillance {
  /// As it reads so long after the last sign of life: past a minute, whatever the file says, the daemon is silent.
  ///
  /// - Parameter stopped: seconds since the daemon was stopped in order, and said so; nil where it was not.
  fileprivate func vieillie(de age: Int, arreteeDepuis stopped: Int?) -> Wire.Surveillance {
    let fault: Panne? =
      if let stopped {
        .arrete("guichetd est arrêté depuis \(Constats.duree(stopped)).")
      } else if age > 60 {
        Panne(
          .boucleArretee, .critique, "guichetd ne donne plus signe de vie depuis \(Constats.duree(age)).",
          "Voyez « systemctl status guichetd » et « journalctl -u guichetd ».")
      } else {
        nil
      }
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
