/// What is looked at to tell whether the office works; times in seconds.
package struct Constats: Hashable, Sendable {
  /// Since the intake last showed that it goes on.
  package var battement = 0
  /// How long that may be at most.
  package var battementAuPlus = 15
  /// Whether the daemon was stopped, as it was asked to.
  package var estArrete = false
  /// Why nothing is taken; nil while it is.
  package var pause: String?
  /// Open time since a producer last dropped a formulaire, or since the first référentiel was loaded where none ever did;
  /// nil before that.
  package var silence: Int?
  /// Whether a producer ever dropped one.
  package var aRecu = true
  /// The open time from which silence is a fault.
  package var silenceAuPlus = 0
  /// Age of the oldest demande that waits for a LINF.
  package var aOrienter: Int?
  /// Age of the oldest file of `depot/`.
  package var depot: Int?
  package var rejets = 0
  /// Demandes past their échéance; nil where they could not be counted.
  package var retard: Int?
  /// The least free share of space or inodes where the spool and the register are, 0 to 1.
  package var espace = 1.0
  /// Age of the last good backup; nil where there is none.
  package var sauvegarde: Int?
  /// Why their folder cannot be looked into; nil where it can.
  package var sauvegardesIllisibles: String?
  /// Age of the register's first fact, however often the daemon was restarted since; nil where it has none.
  package var registreDepuis: Int?
  /// The newest of those made since that is none; nil where all are good.
  package var sauvegardeDouteuse: SauvegardeDouteuse?
  /// How many LINF find nothing new in their folder, and why the first does not.
  package var dossiers = 0
  package var dossierEmpeche: String?
  package var courriels: String?
  package var referentielEstCharge = true
  /// Why the status files could not be written.
  package var fichiersDEtat: String?

  package init() {}
}

extension Constats {
  /// A backup is made every night; one that is missed shows before the next.
  static let sauvegardeAuPlus = 36 * 3600
  /// The échéance of an à orienter is one open day; a long weekend makes it four.
  static let aOrienterAuPlus = 4 * 86_400
  /// An unreadable file waits for its quiet time, any other only for its turn.
  static let depotAuPlus = 600
  /// Twice what pauses the intake by default.
  static let espaceAuMoins = 0.10

  /// What is wrong, the gravest first, in the order of the codes.
  package var pannes: [Panne] {
    let found: [Panne?] = [
      estArrete ? Panne.arrete("guichetd est arrêté.") : nil,
      pause.map {
        Panne(
          .accueilSuspendu, .critique, "La réception est en pause : \($0)",
          "Les fichiers restent dans depot/ ; ôtez la cause, la réception reprend d’elle-même.")
      },
      battement > 4 * max(1, battementAuPlus)
        ? Panne(
          .boucleArretee, .critique, "La réception ne donne plus signe de vie depuis \(Self.duree(battement)).",
          "Voyez « journalctl -u guichetd » ; systemd relance un démon figé, sinon « systemctl restart guichetd ».")
        : nil,
      silence.flatMap { open in
        open > silenceAuPlus
          ? Panne(
            .silence, .critique,
            aRecu
              ? "Aucun formulaire reçu depuis \(Self.duree(open)) d’ouverture."
              : "Aucun formulaire jamais reçu, \(Self.duree(open)) d’ouverture après le premier référentiel.",
            "Demandez au producteur si ses dépôts partent, et regardez les droits de depot/.") : nil
      },
      espace < Self.espaceAuMoins
        ? Panne(
          .espace, .avertissement, "Il reste \(Int(espace * 100)) % de place ou d’inodes.",
          "Faites de la place : sous depot.espaceMin, la réception se met en pause.") : nil,
      sauvegardePanne,
      sauvegardeDouteuse?.panne(sansBonne: sauvegarde == nil),
      referentielEstCharge
        ? nil
        : Panne(
          .referentielAbsent, .critique, "Aucun référentiel n’est chargé : toute demande reste à orienter.",
          "Chargez-en un par « guichetctl referentiel charger »."),
      depot.flatMap { age in
        age > Self.depotAuPlus
          ? Panne(
            .depotEnRetard, .avertissement, "Un fichier attend dans depot/ depuis \(Self.duree(age)).",
            "Voyez « guichetctl etat » : un fichier illisible pour guichetd y reste.") : nil
      },
      aOrienter.flatMap { age in
        age > Self.aOrienterAuPlus
          ? Panne(
            .aOrienterAncienne, .avertissement, "Une famille attend d’être orientée depuis \(Self.duree(age)).",
            "Voyez « guichetctl demande lister --etat aOrienter ».") : nil
      },
      dossiers > 0
        ? Panne(
          .dossiersDeSortie, .avertissement,
          dossiers == 1
            ? "Un LINF ne trouve rien dans son dossier : \(dossierEmpeche ?? "raison inconnue")"
            : "\(dossiers) LINF ne trouvent rien dans leurs dossiers : \(dossierEmpeche ?? "raison inconnue")",
          "« guichetctl linf preparer » donne de quoi les créer.") : nil,
      courriels.map {
        Panne(.courriels, .avertissement, "Les courriels ne partent pas : \($0)", "Voyez guichet-courriel.service.")
      },
      fichiersDEtat.map {
        Panne(
          .fichiersDEtat, .avertissement, "Les fichiers d’état ne peuvent pas être écrits : \($0)",
          "Vérifiez le dossier chemins.etat.")
      },
    ]
    return found.compactMap(\.self).sorted { $0.gravite > $1.gravite }
  }

  private var sauvegardePanne: Panne? {
    let remedy = "Voyez guichet-sauvegarde.timer, ou faites « guichetctl sauvegarde faire »."
    if let sauvegardesIllisibles {
      return Panne(
        .sauvegarde, .critique, "Le dossier des sauvegardes ne peut pas être lu : \(sauvegardesIllisibles)",
        "Rendez chemins.sauvegardes à l’utilisateur de guichetd.")
    }
    guard let age = sauvegarde else {
      // A new office has a night to make its first.
      return registreDepuis.map { $0 > Self.sauvegardeAuPlus } == true
        ? Panne(
          .sauvegarde, .critique, "Le registre n’a aucune \(sauvegardeDouteuse == nil ? "" : "bonne ")sauvegarde.",
          remedy) : nil
    }
    return age > Self.sauvegardeAuPlus
      ? Panne(
        .sauvegarde, .critique,
        "La dernière \(sauvegardeDouteuse == nil ? "" : "bonne ")sauvegarde a \(Self.duree(age)).", remedy) : nil
  }

  /// `45 s`, `12 min`, `5 h`, `3 j`.
  package static func duree(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) j"
    }
  }
}
