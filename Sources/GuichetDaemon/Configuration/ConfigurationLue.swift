package import Guichet
import LinuxSystem

/// A configuration with where each of its settings is written, for whoever has to speak of one.
package struct ConfigurationLue: Hashable, Sendable {
  package let configuration: Configuration
  package let fichier: String
  package let disposition: Disposition
  /// By the full key; what was left to its default is not among them.
  package let lieux: [String: ConfigurationRefusee.Faute.Lieu]

  package init(
    _ configuration: Configuration, fichier: String, disposition: Disposition,
    lieux: [String: ConfigurationRefusee.Faute.Lieu] = [:]
  ) {
    self.configuration = configuration
    self.fichier = fichier
    self.disposition = disposition
    self.lieux = lieux
  }

  /// What is wrong, or cannot have been meant, at a key.
  private func faute(_ cle: String, _ phrase: String) -> ConfigurationRefusee.Faute {
    ConfigurationRefusee.Faute(lieu: lieux[cle] ?? .fichier(fichier, ligne: nil), cle: cle, phrase: phrase)
  }
}

extension ConfigurationLue {
  /// What can never work with the folders that are there, as the start would find it.
  ///
  /// - Parameter device: of the file system of a folder; nil where there is none yet.
  package func fautesDesDossiers(device: (String) -> UInt64?) -> [ConfigurationRefusee.Faute] {
    let chemins = configuration.chemins
    guard let depot = device(chemins.depot) else { return [] }
    return [("recus", chemins.recus), ("rejets", chemins.rejets)].compactMap { cle, path in
      guard let other = device(path), other != depot else { return nil }
      return faute(
        "chemins.\(cle)",
        "« \(path) » n’est pas sur le même système de fichiers que « \(chemins.depot) » (depot) ; placez depot, recus et "
          + "rejets sur un seul.")
    }
  }

  /// What is valid and cannot have been meant, in the order of the file.
  ///
  /// - Parameters:
  ///   - groupExists: whether this machine has a Unix group; nil where that cannot be known.
  ///   - unite: the units that start the daemon; nil where there are none.
  ///   - linfExists: whether the référentiel in force has a LINF; nil where there is none, or none is at hand.
  package func avertissements(
    groupExists: (String) -> Bool?, unite: UniteSystemd?, linfExists: ((String) -> Bool)? = nil
  ) -> [String] {
    let found =
      groupesInconnus(groupExists) + (unite.map(horsDeLUnite) ?? []) + (linfExists.map(linfInconnus) ?? [])
    return configuration.avertissements + found.sorted { $0.rang < $1.rang }.map(\.description)
  }

  private func groupesInconnus(_ exists: (String) -> Bool?) -> [ConfigurationRefusee.Faute] {
    let acces = configuration.acces
    var named: [(cle: String, groupes: [String], effet: String)] = []
    // With --racine no group gives a role.
    if disposition == .systeme {
      named = [
        ("acces.administrateurs", acces.administrateurs, "n’a ce rôle par lui"),
        ("acces.superviseurs", acces.superviseurs, "n’a ce rôle par lui"),
        ("acces.dpo", acces.dpo, "n’a ce rôle par lui"),
        ("acces.controleurs", acces.controleurs, "n’a ce rôle par lui"),
      ]
      named += acces.conseillers.map { ("acces.conseillers.\($0.key)", $0.value, "n’est conseiller par lui") }
    }
    named += configuration.linf.compactMap { id, linf in
      linf.groupe.map { ("linf.\(id).groupe", [$0], "ne lira le dossier de ce LINF") }
    }
    return named.flatMap { cle, groupes, effet in
      groupes.filter { exists($0) == false }.map { groupe in
        faute(
          cle,
          "le groupe « \(groupe) » n’existe pas sur cette machine, et personne \(effet) ; corrigez son nom, ou créez-le par "
            + "« groupadd \(groupe) », puis « guichetctl recharger ».")
      }
    }
  }

  private func linfInconnus(_ exists: (String) -> Bool) -> [ConfigurationRefusee.Faute] {
    let ids =
      configuration.acces.conseillers.keys.map { ("acces.conseillers.\($0)", $0) }
      + configuration.linf.keys.map { ("linf.\($0)", $0) }
    return ids.filter { !exists($0.1) }.map { cle, id in
      faute(
        cle,
        "le référentiel en vigueur n’a pas de LINF « \(id) », et ce réglage est sans effet ; écrivez son identifiant de "
          + "linf.csv (« guichetctl linf lister » les donne), ou chargez le référentiel qui l’a.")
    }
  }

  private func horsDeLUnite(_ unite: UniteSystemd) -> [ConfigurationRefusee.Faute] {
    guard disposition == .systeme else { return [] }
    let chemins = configuration.chemins
    var found: [ConfigurationRefusee.Faute] = []
    for (cle, place) in Chemins.places where cle != "socket" {
      let path = chemins[keyPath: place]
      let folder = cle == "registre" ? path.folder : path
      guard !unite.ouvre(folder) else { continue }
      found.append(
        faute(
          "chemins.\(cle)",
          "sous systemd, guichetd ne peut rien écrire dans « \(folder) » ; par « systemctl edit guichetd », ajoutez sous "
            + "[Service] « ReadWritePaths=\(folder) », puis redémarrez-le."))
    }
    if let socket = unite.socket, socket != chemins.socket {
      found.append(
        faute(
          "chemins.socket",
          "sans effet : c’est systemd qui ouvre la prise de contrôle, à « \(socket) » ; changez-la par « systemctl edit "
            + "guichetd.socket » (ListenStream=), ou écrivez ici ce chemin."))
    }
    return found
  }
}

extension ConfigurationLue {
  /// The warnings as this machine gives them.
  ///
  /// - Parameter referentiel: the one in force; nil where there is none, or none is at hand.
  package func avertissements(referentiel: Referentiel? = nil) -> [String] {
    avertissements(
      groupExists: { group in
        do {
          return try UserDatabase.gid(ofGroup: group) != nil
        } catch {
          return nil
        }
      },
      unite: disposition == .systeme ? .installee() : nil,
      linfExists: referentiel.map { known in { known.linf($0) != nil } })
  }
}
