import Guichet

/// The questions of an entry in their order, as far as the answers lead.
enum Questionnaire {
  private typealias Choix = QuestionDeSaisie.Choix

  static func questions(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    venue(reponses) + famille(reponses) + rappel + enfants(reponses) + besoin(reponses) + autreParent(reponses)
      + [.init("/message", "Message", aide: "Ce que la famille veut ajouter, en une ligne.")]
  }

  private static func venue(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    [
      .init(
        "/origine", "Origine",
        .unDe([
          Choix("guichet", "au guichet"), Choix("telephone", "au téléphone"), Choix("courrier", "par courrier"),
        ]), defaut: "guichet", aide: "Par où la famille est venue."),
      .init(
        "/deposeeLe", "Déposée le", .moment, defaut: reponses.maintenant,
        aide: "Quand la famille a fait sa demande : « hier 16:30 », « 24/11/2026 10:00 », « 24/11/2026 » ; jamais dans "
          + "l’avenir."),
    ]
  }

  private static func famille(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    [
      .init(
        "/demandeur/civilite", "Civilité", .unDe([Choix("MME", "madame"), Choix("M", "monsieur")]),
        aide: "Celle du parent qui demande."),
      .init("/demandeur/nom", "Nom", requise: true, aide: "Le nom de famille du parent qui demande."),
      .init("/demandeur/prenom", "Prénom", aide: "Le prénom du parent qui demande."),
      .init(
        "/demandeur/telephone", "Téléphone",
        aide: "Dix chiffres, ou « + » et l’indicatif du pays. Sans téléphone ni courriel, la demande est à vérifier."),
      .init("/demandeur/courriel", "Courriel", aide: "Une adresse comme elodie@exemple.fr."),
    ] + lieu("/demandeur/adresse", "Adresse", reponses)
  }

  private static func lieu(_ cle: String, _ nom: String, _ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    [
      .init("\(cle)/voie", "\(nom), voie", aide: "Numéro et rue, comme « 12 rue de la République »."),
      .init("\(cle)/codePostal", "\(nom), code postal", aide: "Cinq chiffres, comme 59160."),
      .init(
        "\(cle)/commune", "\(nom), commune", requise: reponses["\(cle)/codePostal"] == nil,
        aide: "La commune décide du lieu d’information qui reçoit la demande."),
    ]
  }

  private static let rappel: [QuestionDeSaisie] = [
    .init(
      "/demandeur/rappel/canal", "Rappeler par",
      .unDe(
        [Rappel.Canal.telephone, .sms, .courriel, .ecritSeulement].map {
          Choix($0.rawValue, $0 == .sms ? "SMS" : FormulaireTexte.mot($0.rawValue))
        }), aide: "Comment la famille veut être jointe."),
    .init(
      "/demandeur/rappel/creneaux", "Quand la rappeler", .creneaux,
      aide: "Des jours et des moments, comme « lundi matin, mercredi, soir ». Moments : matin, midi, après-midi, soir."),
  ]

  /// More than any family has; as many as a form may have.
  private static let enfantsAuPlus = 20

  private static func enfants(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    var questions: [QuestionDeSaisie] = []
    for rank in 0..<enfantsAuPlus {
      let titre = "Enfant \(rank + 1)"
      let etape = ReponsesSaisies.etape(rank)
      questions.append(.init("/enfants/\(rank)/prenom", "\(titre), prénom", aide: "S’il est connu."))
      questions.append(
        .init(
          etape, "\(titre), date connue",
          .unDe([
            Choix("naissance", "né le"), Choix("naissancePrevue", "naissance prévue le"),
            Choix("adoptionPrevue", "adoption prévue le"),
          ]), defaut: "naissance", aide: "Un enfant né, à naître, ou attendu par adoption."))
      let choisie = reponses[etape] ?? "naissance"
      let mots = questions.last?.montrer(choisie) ?? choisie
      questions.append(
        .init(
          "/enfants/\(rank)/\(choisie)", "\(titre), \(mots)", .jour, requise: true,
          aide: "Un jour, comme 01/03/2026."))
      guard rank + 1 < enfantsAuPlus else { break }
      let autre = ReponsesSaisies.autre(rank)
      questions.append(
        .init(autre, "Un autre enfant", .ouiNon, defaut: "non", aide: "Tous les enfants à garder, l’un après l’autre."))
      guard reponses[autre] == "oui" else { break }
    }
    return questions
  }

  private static func besoin(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    [
      .init(
        ReponsesSaisies.ailleurs, "Accueil cherché ailleurs qu’à l’adresse", .ouiNon, defaut: "non",
        aide: "Près du travail, par exemple : ce lieu décide alors du lieu d’information.")
    ] + (reponses[ReponsesSaisies.ailleurs] == "oui" ? lieu("/besoin/lieu", "Lieu cherché", reponses) : []) + [
      .init("/besoin/debut", "Début souhaité", .jour, requise: true, aide: "Un jour, comme 04/01/2027."),
      .init(
        "/besoin/frequence", "Fréquence", .unDe(Besoin.Frequence.allCases.map { choix($0.rawValue) }),
        aide: "Un accueil régulier, occasionnel, ou demandé d’urgence."),
    ] + fin(reponses) + [
      .init(
        "/besoin/modes", "Modes d’accueil", .plusieursDe(Mode.allCases.map { choix($0.rawValue) }),
        aide: "Un ou plusieurs, par numéros ou par noms séparés de virgules."),
      .init(
        "/besoin/semaine", "Semaine", .semaine,
        aide: "Les jours et les heures, comme « lundi 8h-18h, mercredi 8h30-12h » ou « lun-ven 8h-18h »."),
      .init(
        "/besoin/horairesAtypiques", "Horaires atypiques", .ouiNon, defaut: "non",
        aide: "Tôt, tard, la nuit, le week-end."),
      .init(
        "/besoin/besoinSpecifique", "Besoin spécifique", .ouiNon, defaut: "non",
        aide: "Seulement oui ou non : rien de la santé de l’enfant n’est gardé."),
      .init(
        "/besoin/insertionProfessionnelle", "Insertion professionnelle", .ouiNon, defaut: "non",
        aide: "Un parent a besoin de l’accueil pour un emploi, une formation ou un entretien."),
    ]
  }

  /// The language to speak with the family, and the other parent: a person of their own, whom the form may name.
  private static func autreParent(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    let questions: [QuestionDeSaisie] = [
      .init(
        "/demandeur/langue", "Langue", aide: "Celle dans laquelle parler à la famille, si ce n’est pas le français."),
      .init(
        ReponsesSaisies.autreParent, "L’autre parent", .ouiNon, defaut: "non",
        aide: "S’il est connu : la même famille est ainsi retrouvée, sans que l’autre parent soit appelé."),
    ]
    guard reponses[ReponsesSaisies.autreParent] == "oui" else { return questions }
    return questions + [
      .init(
        "/demandeur/autreParent/civilite", "Autre parent, civilité",
        .unDe([Choix("MME", "madame"), Choix("M", "monsieur")]), aide: "La sienne."),
      .init("/demandeur/autreParent/nom", "Autre parent, nom", aide: "Son nom de famille."),
      .init("/demandeur/autreParent/prenom", "Autre parent, prénom", aide: "Son prénom."),
      .init("/demandeur/autreParent/telephone", "Autre parent, téléphone", aide: "Le sien, s’il est connu."),
      .init("/demandeur/autreParent/courriel", "Autre parent, courriel", aide: "Le sien, s’il est connu."),
    ]
  }

  /// What is asked for now and then, or at once, is often for a time only.
  private static func fin(_ reponses: ReponsesSaisies) -> [QuestionDeSaisie] {
    guard ReponsesSaisies.aUneFin.contains(reponses["/besoin/frequence"]) else { return [] }
    return [.init("/besoin/fin", "Fin souhaitée", .jour, aide: "Le dernier jour, comme 27/08/2027, s’il est connu.")]
  }

  private static func choix(_ code: String) -> Choix { Choix(code, FormulaireTexte.mot(code)) }
}
