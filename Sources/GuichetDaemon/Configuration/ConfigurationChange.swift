/// What becomes of a running daemon's settings when its configuration has been read again.
package struct ConfigurationChange: Hashable, Sendable {
  /// The new settings, but for those that hold until the next start.
  package private(set) var enVigueur: Configuration
  /// Keys that wait for it: the folders, the door and the département are opened or read once.
  package private(set) var auRedemarrage: [String] = []
  /// Sections that are others from now on.
  package private(set) var changees: [String] = []

  package init(from old: Configuration, to new: Configuration) {
    enVigueur = new
    for (cle, place) in Chemins.places {
      guard enVigueur.chemins[keyPath: place] != old.chemins[keyPath: place] else { continue }
      enVigueur.chemins[keyPath: place] = old.chemins[keyPath: place]
      auRedemarrage.append("chemins.\(cle)")
    }
    keep("caf.departement", \.caf.departement, old)
    keep("caf.fuseau", \.caf.fuseau, old)
    keep("depot.tailleMax", \.depot.tailleMax, old)
    keep("depot.lot", \.depot.lot, old)
    keep("prise", \.prise, old)
    // The intake either keeps originals or does not, from its first file on.
    if old.rgpd.keepsOriginals != new.rgpd.keepsOriginals { keep("rgpd.brut", \.rgpd.brut, old) }
    compare("caf", \.caf, old)
    compare("depot", \.depot, old)
    compare("routage", \.routage, old)
    compare("delais", \.delais, old)
    compare("acces", \.acces, old)
    compare("linf", \.linf, old)
    compare("doublons", \.doublons, old)
    compare("rgpd", \.rgpd, old)
    compare("surveillance", \.surveillance, old)
  }

  /// Adds the roles that other people have though the section is the same: a Unix group was made, or removed.
  package mutating func addRoles(from old: RoleTable, to new: RoleTable) {
    guard !changees.contains("acces") else { return }
    changees += Set(Set(old.grants).symmetricDifference(new.grants).map(\.role.cle)).sorted()
  }

  private mutating func keep<Value: Equatable>(
    _ cle: String, _ path: WritableKeyPath<Configuration, Value>, _ old: Configuration
  ) {
    guard enVigueur[keyPath: path] != old[keyPath: path] else { return }
    enVigueur[keyPath: path] = old[keyPath: path]
    auRedemarrage.append(cle)
  }

  private mutating func compare<Value: Equatable>(
    _ rubrique: String, _ path: KeyPath<Configuration, Value>, _ old: Configuration
  ) {
    if enVigueur[keyPath: path] != old[keyPath: path] { changees.append(rubrique) }
  }
}

extension Role {
  /// The key under which the configuration names its groups.
  fileprivate var cle: String {
    switch self {
    case .observateur: "acces"
    case .conseiller(let linf): "acces.conseillers.\(linf)"
    case .superviseur: "acces.superviseurs"
    case .dpo: "acces.dpo"
    case .controleur: "acces.controleurs"
    case .administrateur: "acces.administrateurs"
    }
  }
}
