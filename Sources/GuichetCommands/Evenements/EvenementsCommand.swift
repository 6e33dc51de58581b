import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import LinuxSystem

struct EvenementsCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "evenements", abstract: "Ce qui se passe au guichet, à mesure que cela se passe.",
    usage: "guichetctl evenements [--depuis RANG] [FILTRES] [OPTIONS]",
    discussion:
      "Une ligne par fait, jusqu’à Ctrl-C ; à partir de 100 colonnes, son rang d’abord. Un redémarrage du démon ne fait "
      + "ni manquer ni répéter de ligne. Avec --json, un objet par ligne.")
  static let exemples = [
    Exemple("guichetctl evenements", "Tout ce qui se passe, jusqu’à Ctrl-C."),
    Exemple("guichetctl evenements --linf rpe-lomme --nature recue", "Les formulaires qui arrivent pour un LINF."),
    Exemple(
      "guichetctl evenements --depuis 0 --json > faits.jsonl", "Tous les faits depuis le début, pour un programme."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Aussi les faits passés de rang supérieur ; 0 pour tous.", valueName: "RANG"))
  var depuis: Int?

  @Option(
    help: ArgumentHelp("Seulement ceux des demandes qu’a ce lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(
    help: ArgumentHelp(
      "Seulement ceux de cette nature, par exemple recue ou routee ; ou plusieurs, séparées de virgules.",
      valueName: "NATURE"),
    completion: .natures)
  var nature: [String] = []

  @Option(help: ArgumentHelp("Seulement ceux de cette demande.", valueName: "NUMÉRO"), completion: .numeros)
  var numero: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  /// Each by itself, however many were given at once.
  private var natures: [String] {
    nature.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map { Questions.trimmed(String($0)) } }
  }

  func validate() throws {
    if let depuis, depuis < 0 { throw ValidationError("Le rang d’un fait n’est pas négatif : donnez 0 pour tous.") }
    if let code = natures.first(where: { NatureFait(rawValue: $0) == nil }) {
      throw ValidationError(
        "La nature « \(TerminalSafety.line(code)) » n’existe pas : "
          + NatureFait.inconnu(code, tous: NatureFait.allCases.map(\.rawValue).enumeres))
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let filtres = Subscribe.Parameters(
      afterSequence: depuis, numero: numero?.numeroSaisi, linf: linf, natures: nature.isEmpty ? nil : natures)
    var ecoute = try Ecoute(filtres, contexte, socket: Places(globales, contexte.environnement).socket)
    var sortie = FilDEvenements(contexte, globales.format, depuis: depuis)
    do throws(CommandFailure) {
      return try suivre(&ecoute, &sortie)
    } catch {
      // Who comes back later must not have to look for the place.
      guard let rang = sortie.rang, sortie.aCommence else { throw error }
      throw CommandFailure(
        error.status, error.message, details: error.details,
        remede: "\(error.remede.map { "\($0) " } ?? "")Reprenez par « guichetctl evenements --depuis \(rang) ».")
    }
  }

  private func suivre(_ ecoute: inout Ecoute, _ sortie: inout FilDEvenements) throws(CommandFailure) -> CommandStatus {
    do {
      let signals = try SignalWatch([.interrupt])
      while try signals.next() == nil {
        while let nouvelle = try ecoute.avancer(.now) {
          guard try sortie.montrer(nouvelle) else { return .done }
          // Ctrl-C is not to wait for a long past to be shown.
          if try signals.next() != nil { return .done }
        }
        let come = try Standby.wait(
          connections: [ecoute.waitable].compactMap(\.self), signals: signals, until: ecoute.echeance)
        if come.contains(.outputLost) { return .done }
      }
      return .done
    } catch let error as CommandFailure {
      throw error
    } catch let error as SystemError {
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "Erreur imprévue : \(error).")
    }
  }
}
