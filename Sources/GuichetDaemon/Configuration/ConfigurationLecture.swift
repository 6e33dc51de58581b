import Guichet

extension Configuration {
  /// Reads the configuration file and the environment.
  ///
  /// What is not set has its default; a key without a value too. `GUICHET_…` variables go before the file (see
  /// `deploy/guichetd.yaml` for their names).
  ///
  /// - Parameters:
  ///   - yaml: the bytes of the file; empty where there is none.
  ///   - fichier: the file's name as it is to stand in faults.
  ///   - environnement: all variables; those of others are left alone.
  ///   - disposition: which places are the defaults. With `.systeme` the département must be given.
  ///   - zoneExists: whether the system has a time zone of this name.
  /// - Throws: every fault found, not only the first.
  package static func lire(
    _ yaml: [UInt8], fichier: String, environnement: [String: String], disposition: Disposition = .systeme,
    zoneExists: @escaping (String) -> Bool = { _ in true }
  ) throws(ConfigurationRefusee) -> Configuration {
    try lue(
      yaml, fichier: fichier, environnement: environnement, disposition: disposition, zoneExists: zoneExists
    ).configuration
  }

  /// The same, with where each setting is written.
  package static func lue(
    _ yaml: [UInt8], fichier: String, environnement: [String: String], disposition: Disposition = .systeme,
    zoneExists: @escaping (String) -> Bool = { _ in true }
  ) throws(ConfigurationRefusee) -> ConfigurationLue {
    let racine = try Noeud(yaml: yaml, fichier: fichier)
    let (configuration, lieux) = try Rubrique.document(racine, fichier: fichier, environnement: environnement) {
      document in
      var lue = Configuration(disposition)
      document.rubrique("caf") { lue.caf.lire(&$0, disposition, zoneExists) }
      document.rubrique("chemins") { lue.chemins.lire(&$0) }
      document.rubrique("depot") { lue.depot.lire(&$0) }
      document.rubrique("routage") { rubrique in
        lue.routage.lieu = rubrique.lire("lieu", .choix([.recherche, .adresse]), lue.routage.lieu)
        lue.routage.sansHabilitation = rubrique.lire(
          "sansHabilitation", .choix([.signaler, .orienter]), lue.routage.sansHabilitation)
      }
      document.rubrique("delais") { lue.delais.lire(&$0) }
      document.rubrique("acces") { lue.acces.lire(&$0) }
      document.rubrique("prise") { lue.prise.lire(&$0) }
      let common = lue.delais
      lue.linf = document.parLinf("linf") { table, id in
        var linf = Linf(delais: common)
        table.rubrique(id) { linf.lire(&$0) }
        return linf
      }
      document.rubrique("doublons") { lue.doublons.fenetre = $0.lire("fenetre", .joursCalendaires(1...730), 90) }
      document.rubrique("rgpd") { lue.rgpd.lire(&$0) }
      document.rubrique("surveillance") { rubrique in
        lue.surveillance.silence = rubrique.lire("silence", .delai, lue.surveillance.silence)
        lue.surveillance.battement = rubrique.lire("battement", .battement, lue.surveillance.battement)
      }
      return lue
    }
    return ConfigurationLue(configuration, fichier: fichier, disposition: disposition, lieux: lieux)
  }
}

extension Configuration.Caf {
  fileprivate mutating func lire(
    _ rubrique: inout Rubrique, _ disposition: Disposition, _ zoneExists: @escaping (String) -> Bool
  ) {
    nom = rubrique.lire("nom", .texte, nom)
    courriel = rubrique.lire("courriel", .courriel)
    departement =
      switch disposition {
      case .systeme: rubrique.exiger("departement", .departement)
      case .racine: rubrique.lire("departement", .departement)
      }
    fuseau = rubrique.lire("fuseau", .fuseau(exists: zoneExists), fuseau)
    feries = rubrique.lire("feries", .choix(ZoneFeries.allCases), feries)
    horaires = rubrique.lire("horaires", .horaires, horaires)
  }
}

extension Chemins {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    var seen: [String: String] = [:]
    for (cle, place) in Self.places {
      self[keyPath: place] = rubrique.lire(cle, cle == "socket" ? .cheminSocket : .chemin, self[keyPath: place])
      if let other = seen.updateValue(cle, forKey: self[keyPath: place]) {
        rubrique.fault(cle, "c’est aussi le chemin de « \(other) » ; donnez à chacun le sien.")
      }
    }
    for (cle, place) in Self.places where self[keyPath: place].hasPrefix(depot + "/") {
      rubrique.fault(cle, "ce chemin est dans « depot », où tout est pris pour un formulaire ; placez-le ailleurs.")
    }
  }
}

extension Configuration.Depot {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    tailleMax = rubrique.lire("tailleMax", .taille(1 << 10...16 << 20), tailleMax)
    calme = rubrique.lire("calme", .duree, calme)
    lot = rubrique.lire("lot", .entier(1...10_000), lot)
    espaceMin = rubrique.lire("espaceMin", .pourcentage, espaceMin)
  }
}

extension Configuration.Delais {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    premierContact = rubrique.lire("premierContact", .delai, premierContact)
    plafond = rubrique.lire("plafond", .delai, plafond)
    urgence = rubrique.lire("urgence", .delai, urgence)
    rendezVous = rubrique.lire("rendezVous", .delai, rendezVous)
    orientation = rubrique.lire("orientation", .delai, orientation)
    relances = rubrique.lire("relances", .liste(.delai), relances)
    avantDebut = rubrique.lire("avantDebut", .delai, avantDebut)
    tentatives = rubrique.lire("tentatives", .entier(1...20), tentatives)
    if zip(relances, relances.dropFirst()).contains(where: { $1.isShorter(than: $0) == true || $0 == $1 }),
      rubrique.premiereEcrite("relances") != nil
    {
      rubrique.fault(
        "relances", "chaque relance vient après celle d’avant ; écrivez-les de la plus proche à la plus lointaine.")
    }
    if plafond.isShorter(than: premierContact) == true, let cle = rubrique.premiereEcrite("plafond", "premierContact") {
      rubrique.fault(
        cle,
        "plafond (\(plafond.ecrit)) est plus court que premierContact (\(premierContact.ecrit)), qui ne vaudrait "
          + "jamais ; allongez plafond, ou raccourcissez premierContact.")
    }
  }
}

extension Configuration.Acces {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    administrateurs = rubrique.lire("administrateurs", .liste(.groupe), administrateurs)
    superviseurs = rubrique.lire("superviseurs", .liste(.groupe), superviseurs)
    conseillers = rubrique.parLinf("conseillers") { table, id in table.lire(id, .liste(.groupe)) }
    dpo = rubrique.lire("dpo", .liste(.groupe), dpo)
    controleurs = rubrique.lire("controleurs", .liste(.groupe), controleurs)
  }
}

extension Configuration.Prise {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    messageMax = rubrique.lire("messageMax", .taille(1 << 20...16 << 20), messageMax)
    connexions = rubrique.lire("connexions", .entier(1...4096), connexions)
    connexionsParUid = rubrique.lire("connexionsParUid", .entier(1...4096), connexionsParUid)
    inactivite = rubrique.lire("inactivite", .duree, inactivite)
  }
}

extension Configuration.Linf {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    groupe = rubrique.lire("groupe", .groupe)
    rubrique.rubrique("delais") { delais.lire(&$0) }
    rubrique.rubrique("rendezVous") { rendezVous.duree = $0.lire("duree", .duree, rendezVous.duree) }
    courriel = rubrique.lire("courriel", .ouiNon, courriel)
    agenda = rubrique.lire("agenda", .choix(Agenda.allCases), agenda)
  }
}

extension Configuration.Rgpd {
  fileprivate mutating func lire(_ rubrique: inout Rubrique) {
    conservation = rubrique.lire("conservation", .entier(1...36), conservation)
    brut = rubrique.lire("brut", .joursCalendaires(0...365), brut)
    rejets = rubrique.lire("rejets", .joursCalendaires(1...365), rejets)
  }
}
