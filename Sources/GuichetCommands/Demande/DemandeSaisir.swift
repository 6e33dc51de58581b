import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

struct DemandeSaisir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "saisir", abstract: "Saisir une demande pour une famille.",
    usage: """
      guichetctl demande saisir [OPTIONS]
      guichetctl demande saisir < formulaire.json
      """,
    discussion:
      "Pour une famille au guichet, au téléphone ou par courrier. Au terminal, les questions se suivent : Entrée passe "
      + "ce qui peut l’être, « - » vide une réponse, « ? » explique, « < » revient, et tout se relit avant l’envoi. Sans "
      + "terminal, l’entrée standard porte le formulaire en JSON ; version, reference et deposeeLe y sont facultatives."
  )
  static let exemples = [
    Exemple("guichetctl demande saisir", "Une famille au guichet ou au téléphone, question par question."),
    Exemple("guichetctl demande saisir < formulaire.json", "Un formulaire déjà écrit, par un programme."),
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard contexte.console.inputIsTerminal else {
      let moments = MomentDeDepot(nil, maintenant: contexte.maintenant())
      let formulaire = try Self.lu(contexte.console, try Self.reference(moments.aujourdhui))
      return try montrer(try envoyer(try date(formulaire, contexte), contexte), contexte)
    }
    var entretien = try commencer(contexte)
    while true {
      try entretien.relire(oui: globales.oui)
      do throws(CommandFailure) {
        return try montrer(try envoyer(entretien.reponses.formulaire, contexte), contexte)
      } catch {
        // A person does not type everything again for a daemon that was away.
        guard !globales.oui, error.status != .denied else { throw error }
        entretien.echec(error)
      }
    }
  }

  /// Asks the daemon first whether the person may, and for the Caf's time: nobody answers thirty questions for one that
  /// refuses them, or is away.
  private func commencer(_ contexte: Contexte) throws(CommandFailure) -> Entretien {
    let demon = try demon(contexte)
    _ = try demon.exiger(EnterDemande.self)
    let reply = try demon.call(GetEtat.self, .init())
    let moments = MomentDeDepot(reply.etat.le, maintenant: contexte.maintenant())
    let dire = Questions(console: contexte.console).dire
    if reply.etat.intake.enPause {
      dire(
        "La réception est en pause, et rien ne pourra être envoyé avant qu’elle reprenne. \(reply.etat.intake.raison ?? "")"
      )
    }
    dire(
      "Entrée passe une question ou garde ce qui est proposé, « - » vide une réponse, « ? » explique la question, « < » "
        + "revient à la précédente.")
    return Entretien(contexte.console, moments, reference: try Self.reference(moments.aujourdhui))
  }

  /// Sends it, once more where the answer was lost: under one reference it is entered once.
  private func envoyer(_ formulaire: JSONValue, _ contexte: Contexte) throws(CommandFailure) -> EnterDemande.Reply {
    let parameters = EnterDemande.Parameters(formulaire: formulaire)
    do throws(CommandFailure) {
      return try demon(contexte).call(EnterDemande.self, parameters)
    } catch {
      guard error.status == .unreachable else { throw error }
    }
    do throws(CommandFailure) {
      return try demon(contexte).call(EnterDemande.self, parameters)
    } catch {
      guard error.status == .unreachable, case .string(let reference) = formulaire["reference"] else { throw error }
      throw CommandFailure(
        error.status, error.message, details: error.details,
        remede:
          "La même saisie peut être renvoyée sans risque de doublon ; pour savoir si elle est enregistrée, cherchez "
          + "\(TerminalSafety.line(reference)) par « guichetctl demande lister --cherche ».")
    }
  }

  private func montrer(_ reply: EnterDemande.Reply, _ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try sortie(contexte).montrer(SaisieFaite(reply: reply))
    return .done
  }

  private static func reference(_ jour: DateCivile) throws(CommandFailure) -> String {
    do {
      return ReferenceDeSaisie.texte(jour, alea: try Random.bytes(ReferenceDeSaisie.aleas))
    } catch {
      throw CommandFailure(.refused, error.message)
    }
  }

  /// The moment of filing read as the questions read it: « hier 16:30 » is by the Caf's clock, which only the daemon knows.
  /// What cannot be read is left for the daemon to refuse, with all else that is wrong.
  private func date(_ formulaire: JSONValue, _ contexte: Contexte) throws(CommandFailure) -> JSONValue {
    guard case .object(let members) = formulaire, case .string(let typed)? = formulaire["deposeeLe"],
      Instant(rfc3339: typed) == nil
    else { return formulaire }
    let present = try demon(contexte).call(GetEtat.self, .init()).etat.le
    guard case .valeur(let kept) = MomentDeDepot(present, maintenant: contexte.maintenant()).lire(typed) else {
      return formulaire
    }
    return .object(members.map { $0.key == "deposeeLe" ? JSONMember($0.key, .string(kept)) : $0 })
  }

  /// The form on the standard input, with what it need not say.
  private static func lu(_ console: any Console, _ reference: String) throws(CommandFailure) -> JSONValue {
    let lu = try ObjetLu(
      console, "le formulaire",
      remede: "Donnez-le comme dans un fichier déposé : origine, demandeur, enfants, besoin ; voir "
        + "« guichetctl formulaire verifier ».")
    guard case .object(let members) = lu.json else { return lu.json }
    // Not deposeeLe: only the daemon knows the Caf's clock, and its reception stands in for it.
    let defaults = [JSONMember("version", 1), JSONMember("reference", .string(reference))]
    let missing = defaults.filter { lu.json[$0.key] ?? .null == .null }
    return .object(missing + members.filter { member in !missing.contains { $0.key == member.key } })
  }
}
