import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import VarlinkClient

struct TableauCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "tableau", abstract: "Le bureau sur tout l’écran, tenu à jour.",
    usage: "guichetctl tableau [--une-fois] [OPTIONS]",
    discussion:
      "Le travail par état, ce qui est en retard ou à orienter, les rendez-vous du jour, ce qui arrive, ce qui ne va pas. q pour quitter."
  )
  static let exemples = [
    Exemple("guichetctl tableau", "Le bureau tenu à jour ; q pour quitter."),
    Exemple("guichetctl tableau --une-fois", "Le bureau maintenant, en texte."),
  ]
  static let formats = Set<Format>.lignes

  @Flag(name: .customLong("une-fois"), help: "Montrer une seule fois, en texte, et finir.")
  var uneFois = false

  @OptionGroup(title: "Options générales") var globales: Globales

  /// Facts of before to begin with.
  private static let passe = 100
  private static let montres = 10

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard globales.format == .texte else {
      throw CommandFailure(
        .usage, "Le tableau se regarde ; il n’a pas de forme pour les programmes.",
        remede: "Demandez « guichetctl etat --json » ou « guichetctl evenements --json ».")
    }
    let socket = Places(globales, contexte.environnement).socket
    if uneFois { return try montrer(contexte, socket) }
    guard contexte.console.outputIsTerminal, contexte.console.inputIsTerminal, contexte.environnement["TERM"] != "dumb"
    else {
      throw CommandFailure(
        .usage, "Le tableau a besoin d’un terminal qui s’efface.",
        remede: "Pour un fichier, un autre programme ou un terminal simple, ajoutez --une-fois.")
    }
    let etat = try demon(contexte).call(GetEtat.self, .init()).etat
    let filtres = Subscribe.Parameters(afterSequence: max(0, etat.journal.entrees - Self.passe), etat: true)
    let ecoute = try Ecoute(filtres, contexte, socket: socket, insiste: true)
    var pilote: TableauPilote
    do {
      pilote = try TableauPilote(contexte, socket: socket, ecoute: ecoute, etat: etat)
    } catch {
      throw CommandFailure(.refused, error.message)
    }
    try pilote.conduire()
    return .done
  }

  private func montrer(_ contexte: Contexte, _ socket: String) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let etat = try demon.call(GetEtat.self, .init()).etat
    var moment = TableauMoment(maintenant: etat.le ?? contexte.horodatage, etat: etat)
    moment.enRetard = try premiers(ListeCourte(ListDemandes.Parameters(enRetard: true)), contexte, socket)
    moment.aOrienter = try premiers(
      ListeCourte(ListDemandes.Parameters(etat: Etat.aOrienter.rawValue)), contexte, socket)
    moment.rendezVous = try premiers(ListeCourte<ListAgenda, RendezVousDuJour>(), contexte, socket)
    moment.faits = try derniers(demon, moment.etat)
    moment.estVivant = false
    let style = TextStyle(contexte.console, contexte.environnement)
    let lines = TableauVue.lignes(moment, largeur: style.width ?? 80, hauteur: nil)
    do {
      try contexte.console.write(lines.flatMap { "\($0.rendue(style))\n".utf8 })
    } catch {
      throw CommandFailure(.refused, error.message)
    }
    return .done
  }

  /// The first rows of a list; nil for who may not read it.
  private func premiers<Method, Contenu>(
    _ liste: ListeCourte<Method, Contenu>, _ contexte: Contexte, _ socket: String
  ) throws(CommandFailure) -> Contenu? {
    var liste = liste
    liste.demander(contexte.connecter, socket: socket)
    do {
      let limite = ContinuousClock.now.advanced(by: .seconds(10))
      while liste.attend, ContinuousClock.now < limite {
        try liste.avancer()
        guard liste.attend, let waitable = liste.waitable else { break }
        if try Standby.wait(connections: [waitable], until: limite).contains(.outputLost) { break }
      }
    } catch let error as CommandFailure {
      throw error
    } catch let error as SystemError {
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "Erreur imprévue : \(error).")
    }
    return liste.contenu
  }

  /// The last facts, newest first; nil for who may not read the journal.
  private func derniers(_ demon: Daemon, _ etat: Wire.Etat) throws(CommandFailure) -> [Wire.Fait]? {
    var faits: [Wire.Fait] = []
    do {
      try demon.stream(ListFaits.self, .init(apres: max(0, etat.journal.entrees - Self.montres))) { faits += $0.faits }
    } catch {
      guard error.status == .denied else { throw error }
      return nil
    }
    return faits.reversed()
  }
}
