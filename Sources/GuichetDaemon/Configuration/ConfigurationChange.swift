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
    keep("chemins", \.chemins, old)
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
