package import GuichetControl

/// The beginning of a work list.
package struct PremieresDemandes: Hashable, Sendable {
  /// In work order.
  package let demandes: [Wire.Demande]
  /// How many were looked at.
  package let total: Int
  /// Whether these are all.
  package let estEntier: Bool
  /// Closed LINF of which some of them may be.
  package let suppleances: [Wire.Suppleance]

  /// What one message of a list holds at most.
  private static let page = 200
  private static let gardees = 60

  /// - Parameter demandes: of the first message.
  package init(_ demandes: [Wire.Demande], suppleances: [Wire.Suppleance] = []) {
    self.suppleances = suppleances
    self.demandes = Array(demandes.prefix(Self.gardees))
    total = demandes.count
    estEntier = demandes.count < Self.page
  }
}
