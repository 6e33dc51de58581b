import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct DemandeFusionner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "fusionner", abstract: "Fusionner une demande dans une autre de la même famille.",
    usage: "guichetctl demande fusionner NUMÉRO --dans NUMÉRO [--motif TEXTE] [OPTIONS]",
    discussion:
      "Les deux sont montrées côte à côte d’abord. Celle qui est fusionnée se clôt comme doublon, l’autre reste et "
      + "montre les deux histoires. Rien n’est effacé : « guichetctl demande defusionner » le défait.")
  static let exemples = [
    Exemple("guichetctl demande fusionner 124 --dans 123", "La 124 se clôt, la 123 reste pour les deux."),
    Exemple("guichetctl demande fusionner 124 --dans 123 --motif Fratrie --oui", "Sans question, avec le motif."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("Celle qui est fusionnée, AAAA-NNNNNN ou le nombre seul.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Celle qui reste.", valueName: "NUMÉRO"), completion: .numeros)
  var dans: String?

  @Option(help: ArgumentHelp("Pourquoi, en clair.", valueName: "TEXTE"))
  var motif: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  private static let manque = "Il manque la demande qui reste : --dans NUMÉRO."

  func validate() throws {
    guard let dans else { throw ValidationError(Self.manque) }
    try [numero, dans].verifierNumeros()
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard let dans = dans?.numeroSaisi else { throw CommandFailure(.usage, Self.manque) }
    let demon = try demon(contexte)
    if !globales.oui {
      let absorbee = try demon.call(ShowDemande.self, .init(numero: numero.numeroSaisi))
      let survivante = try demon.call(ShowDemande.self, .init(numero: dans))
      if globales.format == .texte {
        try sortie(contexte).montrer(CoteACote(absorbee: absorbee, survivante: survivante))
      }
      try contexte.confirmer(
        "Fusionner la demande \(absorbee.demande.numero) dans la demande \(survivante.demande.numero) ?", oui: false)
    }
    return try agir(sur: [numero], contexte) { demon, numeros throws(CommandFailure) in
      let text = motif.flatMap { $0.isBlank ? nil : $0 }
      return try demon.call(MergeDemandes.self, .init(numeros: numeros, dans: dans, motif: text)).resultats
    }
  }
}

/// Two demandes beside each other, for who decides whether they are one.
private struct CoteACote: Presentable {
  let absorbee: ShowDemande.Reply
  let survivante: ShowDemande.Reply

  func json(_ output: inout JSONOutput) {}

  func texte(_ page: inout TextPage) {
    var table = TextTable([
      .init(""), .init("\(absorbee.demande.numero) (se clôt)", minimum: 14, seReplie: true),
      .init("\(survivante.demande.numero) (reste)", minimum: 14, seReplie: true),
    ])
    for (name, value) in Self.lignes {
      let (one, other) = (value(absorbee), value(survivante))
      if one == nil, other == nil { continue }
      let ton = one == other ? TextStyle.Ton.bon : .normal
      table.append([.init(name), .init(one ?? "", ton), .init(other ?? "", ton)])
    }
    page.table(table)
    let match = absorbee.fiche.doublons?.first {
      $0.numero == survivante.demande.numero && $0.par == absorbee.demande.numero
    }
    page.paragraphe(
      match.map { "En commun : \($0.communs) (\(DegreDoublon.libelle($0.degre)))." }
        ?? "Rien de commun n’a été trouvé entre ces deux demandes.",
      ton: match == nil ? .attention : .normal)
  }

  private static let lignes: [(String, @Sendable (ShowDemande.Reply) -> String?)] = [
    ("Déposée le", { $0.demande.deposeeLe.map(Horodatage.court) }),
    ("État", { Libelles.etat($0.demande.etat) }),
    ("LINF", { $0.demande.linf }),
    ("Commune", { $0.fiche.commune }),
    ("Nom", { champ($0, "nom") }),
    ("Prénom", { champ($0, "prenom") }),
    ("Téléphone", { texte(membre(demandeur($0), "telephone").flatMap { membre($0, "e164") }) }),
    ("Courriel", { champ($0, "courriel") }),
    ("Voie", { texte(membre(demandeur($0), "adresse").flatMap { membre($0, "voie") }) }),
    ("Enfants", { enfants($0) }),
    ("Début", { texte(membre(membre($0.fiche.formulaire, "besoin"), "debut")).map { Horodatage.jour($0) } }),
  ]

  private static func demandeur(_ reply: ShowDemande.Reply) -> JSONValue? {
    membre(reply.fiche.formulaire, "demandeur")
  }

  private static func champ(_ reply: ShowDemande.Reply, _ key: String) -> String? {
    texte(membre(demandeur(reply), key))
  }

  /// Each child's name and date.
  private static func enfants(_ reply: ShowDemande.Reply) -> String? {
    guard case .array(let enfants) = membre(reply.fiche.formulaire, "enfants") else { return nil }
    return enfants.map { enfant in
      ["prenom", "naissance", "naissancePrevue", "adoptionPrevue"].compactMap { key in
        texte(membre(enfant, key)).map { Horodatage.jour($0) }
      }.joined(separator: " ")
    }.joined(separator: ", ")
  }

  private static func membre(_ value: JSONValue?, _ key: String) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  private static func texte(_ value: JSONValue?) -> String? {
    guard case .string(let text) = value else { return nil }
    return text
  }
}
