import Guichet
import GuichetRegister

extension Office {
  /// Gives the register the clocks of the référentiel in force, and of every one that comes after it, by the settings in
  /// force then.
  func keepClocks() {
    let (register, reglages) = (register, reglages)
    let install: @Sendable (RoutingDesk.Version) -> Void = { version in
      register.install(
        Horloges(version.routeur.referentiel, version.number, reglages.heures, reglages.configuration))
    }
    install(desk.version)
    desk.onInstall { [weak desk] in
      if let desk { install(desk.version) }
    }
  }
}

extension Office {
  /// The clocks of a version of the référentiel that may be in force no more.
  func horloges(_ referentiel: Referentiel, version: Int) -> Horloges {
    Horloges(referentiel, version, heures, configuration)
  }
}

extension Horloges {
  fileprivate convenience init(
    _ referentiel: Referentiel?, _ version: Int, _ heures: HeuresDeLaCaf, _ configuration: Configuration
  ) {
    let own = configuration.linf.mapValues { DelaisDEtape($0.delais) }
    let caf = configuration.caf
    let delais = DelaisDEtape(configuration.delais)
    // What échéances depend on besides the référentiel, in any form that changes when it does.
    let empreinte =
      "\(caf.fuseau) \(caf.feries.rawValue) \(caf.horaires) \(delais) "
      + own.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    self.init(
      referentiel: referentiel, version: version, heures: heures, delais: delais,
      delaisDeLinf: own, linfACourriel: configuration.linfACourriel, empreinte: empreinte)
  }
}

extension DelaisDEtape {
  fileprivate init(_ delais: Configuration.Delais) {
    self.init(
      premierContact: delais.premierContact, plafond: delais.plafond, urgence: delais.urgence,
      orientation: delais.orientation, rendezVous: delais.rendezVous, relances: delais.relances,
      avantDebut: delais.avantDebut)
  }
}
