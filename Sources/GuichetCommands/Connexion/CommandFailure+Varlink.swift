import GuichetControl
import LinuxSystem
import StrictJSON
import VarlinkClient

extension CommandFailure {
  /// Faults of a référentiel that are told one by one: a file that is wrong throughout has one a line.
  private static let shownFaults = 50

  static let droitManquant = CommandFailure(
    .denied, "Vous n’avez pas le droit de faire cela.",
    remede: "Demandez à l’administrateur du guichet le rôle qui le permet.")

  private static let checkVersion =
    "Vérifiez par « guichetctl version » que le démon et cette commande sont de la même version."

  /// What a call without an answer means to the person who made it.
  init(_ failure: VarlinkFailure, socket: String) {
    switch failure {
    case .refused(let error):
      self.init(error)
    case .unreachable(let error) where error.isPermission:
      self.init(
        .denied, TerminalSafety.line(error.message),
        remede: "Demandez à l’administrateur du guichet l’accès à cette socket.")
    case .unreachable(let error):
      self.init(
        .unreachable, TerminalSafety.line(error.message),
        remede: "Démarrez guichetd, ou indiquez où il est par --socket ou --racine.")
    case .lost(let error?) where error.isReaderGone:
      self.init(
        .unreachable, "guichetd a fermé la connexion sans lire la demande.",
        remede: "Relancez la commande ; si cela se répète, fermez d’autres guichetctl restés ouverts, comme evenements "
          + "ou tableau : chacun n’a droit qu’à un certain nombre de connexions.")
    case .lost, .timedOut:
      self.init(.unreachable, failure.message, remede: "Vérifiez par « guichetctl etat » ce qui a été fait.")
    case .malformed:
      self.init(
        .unreachable, "Ce qui répond à « \(TerminalSafety.line(socket)) » n’est pas guichetd. \(failure.message)",
        remede: "Vérifiez le chemin donné par --socket ou --racine.")
    }
  }

  private init(_ error: VarlinkError) {
    let known: ControlError?
    do {
      known = try ControlError(name: error.name, parameters: error.parameters)
    } catch {
      self.init(.unreachable, "L’erreur du démon n’est pas comprise. \(error.message)", remede: Self.checkVersion)
      return
    }
    if let known {
      self.init(known)
      return
    }
    switch error.name {
    case "org.varlink.service.PermissionDenied":
      self = .droitManquant
    case "org.varlink.service.InvalidParameter":
      let parameter = TerminalSafety.line(error.parameters["parameter"]?.string ?? "")
      self.init(
        .usage, "Le démon refuse la valeur donnée pour « \(parameter) ».",
        remede: "Voyez ce qui est attendu par l’option --help de la commande.")
    case "org.varlink.service.MethodNotFound", "org.varlink.service.MethodNotImplemented",
      "org.varlink.service.InterfaceNotFound":
      self.init(.refused, "Ce démon ne sait pas faire cela.", remede: Self.checkVersion)
    default:
      self.init(
        .refused, "Le démon répond par l’erreur inconnue « \(TerminalSafety.line(error.name)) ».",
        remede: Self.checkVersion)
    }
  }

  init(_ error: ControlError) {
    switch error {
    case .demandeIntrouvable(let numero, let proche, let dernier):
      let suite =
        proche.map { " : vouliez-vous dire « \(TerminalSafety.line($0)) » ?" }
        ?? dernier.map { " : la dernière que vous voyez de cette année-là est \(TerminalSafety.line($0))." } ?? "."
      self.init(
        .refused, "La demande « \(TerminalSafety.line(numero)) » est introuvable\(suite)",
        remede: "Cherchez son numéro par « guichetctl demande lister ».")
    case .rejetIntrouvable(let id):
      self.init(
        .refused, "Le refus « \(TerminalSafety.line(id)) » est introuvable.",
        remede: "Cherchez son identifiant par « guichetctl rejet lister ».")
    case .parametreInvalide("linf", let message):
      self.init(
        .usage, TerminalSafety.line(message),
        remede: "Donnez-le par --linf ; « guichetctl linf lister » donne l’identifiant de chacun.")
    case .parametreInvalide(_, let message):
      self.init(
        .usage, TerminalSafety.line(message), remede: "Voyez ce qui est attendu par l’option --help de la commande.")
    case .sansObjet("linf", let message):
      self.init(
        .refused, TerminalSafety.line(message), remede: "« guichetctl linf lister » donne l’identifiant de chacun.")
    case .sansObjet("configuration", let message):
      self.init(
        .refused, TerminalSafety.line(message),
        remede: "Rien n’a été fait ; arrêtez-le, puis lancez-le par « guichetd --racine DOSSIER », qui lit "
          + "DOSSIER/guichetd.yaml, ou par « guichetd --config FICHIER ».")
    case .sansObjet(_, let message):
      self.init(
        .refused, TerminalSafety.line(message), remede: "Rien n’a été fait ; corrigez la commande et relancez-la.")
    case .indisponible(let message):
      self.init(.unreachable, TerminalSafety.line(message), remede: "Réessayez dans un moment.")
    case .referentielInvalide(let fautes):
      self.init(
        .refused, "Le référentiel est refusé en entier : \(fautes.count.de("faute", "fautes")).",
        details: fautes.prefix(Self.shownFaults).map(\.phrase)
          + (fautes.count > Self.shownFaults ? ["et \(fautes.count - Self.shownFaults) autres"] : []),
        remede: "Corrigez les fichiers et chargez le dossier à nouveau ; "
          + "« guichetctl referentiel verifier DOSSIER » liste toutes les fautes, sans le démon.")
    case .versionDepassee(let version):
      self.init(
        .refused, "Un autre référentiel, la version \(version), est entré en vigueur entre-temps.",
        remede: "Relancez la commande pour comparer avec celui-là.")
    case .chargementInconnu:
      self.init(.refused, "Le démon a oublié cet envoi.", remede: "Relancez la commande.")
    case .demandeTransmise(let numero, let le, let telephone):
      let place = "La demande \(TerminalSafety.line(numero))"
      let jour = TerminalSafety.line(Horodatage.jour(ofInstant: le))
      self.init(
        .refused,
        telephone.map {
          "\(place) est allée à un autre lieu d’information le \(jour) ; renseignez la famille au "
            + "\(TerminalSafety.line($0))."
        } ?? "\(place) n’est plus chez ce lieu d’information depuis le \(jour) ; elle attend d’être orientée.",
        remede: "Celles qui sont parties sont listées par « guichetctl demande transmises ».")
    case .correctionInvalide(let erreurs):
      self.init(
        .refused, "La correction n’est pas recevable ; rien n’a été changé.",
        details: erreurs.map { TerminalSafety.line($0.chemin.isEmpty ? $0.message : "\($0.chemin) : \($0.message)") },
        remede: "Reprenez la correction en entier.")
    case .enMain(let numero, let login, let jusqua):
      self.init(
        .refused,
        TerminalSafety.line(
          "\(login) a la demande \(numero) en main jusqu’à \(Horodatage.heure(jusqua)) ; rien n’a été changé."),
        remede: "Demandez-lui, ou prenez-la sciemment par « guichetctl demande prendre "
          + "\(TerminalSafety.line(numero)) --reprendre ».")
    case .formulaireInvalide(_, let erreurs):
      self.init(
        .refused, "Le formulaire n’est pas recevable ; rien n’a été gardé.",
        details: erreurs.map { TerminalSafety.line($0.chemin.isEmpty ? $0.message : "\($0.chemin) : \($0.message)") },
        remede: "Corrigez-le et envoyez-le à nouveau.")
    case .referencePrise(let reference):
      self.init(
        .refused, "La référence \(TerminalSafety.line(reference)) est déjà celle d’une autre demande.",
        remede: "Si elle vient d’être saisie, elle est enregistrée telle qu’envoyée d’abord : trouvez-la par "
          + "« guichetctl demande lister --cherche » et corrigez-la ; sinon, donnez une autre référence, ou aucune.")
    case .saisieEnAttente(let reference):
      self.init(
        .unreachable,
        "La saisie est au dépôt sous la référence \(TerminalSafety.line(reference)), et n’a pas encore de numéro : la "
          + "réception est en pause.",
        remede: "Ne la saisissez pas à nouveau ; « guichetctl demande lister --cherche » la trouvera par cette "
          + "référence dès que la réception reprend.")
    case .curseurInconnu(let sequence, let tete):
      self.init(
        .refused,
        "Le journal n’a pas de fait \(sequence) : il va de 1 à \(tete) ; une sauvegarde a pu être restaurée entre-temps.",
        remede: "Reprenez par « --depuis \(tete) », ou par « --depuis 0 » pour tout revoir.")
    case .rendezVousRefuse(let numero, let code, let message, let proches):
      self.init(
        .refused, "Demande \(TerminalSafety.line(numero)) : \(TerminalSafety.line(message))",
        details: proches.map { "libre : \(TerminalSafety.line($0.phrase))" },
        remede: Self.remede(code, TerminalSafety.line(numero)))
    case .sauvegardeImpossible(let message):
      self.init(
        .refused, TerminalSafety.line(message),
        remede: "Rien n’a été ajouté ni ôté ; « guichetctl sauvegarde lister » donne les sauvegardes déjà faites.")
    case .configurationInvalide(let fautes):
      self.init(
        .refused, "La configuration est refusée en entier : \(fautes.count.de("faute", "fautes")).",
        details: fautes.map(\.phrase),
        remede: "Celle d’avant reste en vigueur ; corrigez le fichier et relancez « guichetctl recharger ».")
    case .demarrageRefuse:
      self.init(
        .unreachable,
        "guichetd ne répond pas : il a renoncé à démarrer, sa configuration, son registre ou son disque ne va pas.",
        remede:
          "« guichetd verifier-config » dit ce qui ne va pas dans la configuration, « journalctl -u guichetd » tout "
          + "le reste ; corrigez, puis relancez la commande.")
    case .lectureTropLente:
      self.init(
        .unreachable, "La réponse du démon n’a pas été lue assez vite ; il en manque.",
        remede: "Relancez la commande ; si elle écrit dans un tube, vérifiez que l’autre programme lit.")
    }
  }
}

extension Wire.FauteReferentiel {
  /// `rattachements.csv:12:codeInsee: …`, in the way of compilers, which editors know how to follow.
  var phrase: String {
    let place = [fichier, ligne.map(String.init), colonne].compactMap(\.self).joined(separator: ":")
    return TerminalSafety.line("\(place): \(message)")
  }
}

extension CommandFailure {
  /// What to do where a rendez-vous cannot be given so.
  fileprivate static func remede(_ code: String, _ numero: String) -> String {
    switch code {
    case "horsHoraires":
      "Choisissez un créneau libre (« guichetctl rendez-vous creneaux \(numero) »), ou passez outre par --hors-horaires."
    case "sansLinf": "Rien n’a été changé ; confiez-la à un LINF par « guichetctl demande router \(numero) »."
    case "complet", "rendezVousPasse":
      "Rien n’a été changé ; « guichetctl rendez-vous creneaux \(numero) » donne les créneaux libres."
    default: "Rien n’a été changé ; « guichetctl demande voir \(numero) » dit où elle en est."
    }
  }
}
