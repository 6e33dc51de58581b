import Guichet
import GuichetControl

extension Office {
  /// In which these LINF stand in for others today.
  func suppleances(par linf: Set<String>) -> [Suppleance] {
    desk.version.routeur.referentiel?.suppleances(par: linf, le: today(clock.now())) ?? []
  }
}

extension Sight {
  /// With the demandes of the LINF that are closed today and whose suppleant is one of these.
  func avecSuppleances(_ office: Office) -> Sight {
    guard case .linf(let own) = self else { return self }
    return .linf(own.union(office.suppleances(par: own).map(\.linf)))
  }

  /// For whom the caller stands in today, as it crosses the socket.
  func suppleances(_ office: Office) -> [Wire.Suppleance] {
    guard case .linf(let own) = self else { return [] }
    return office.suppleances(par: own).map { Wire.Suppleance(linf: $0.linf, jusqua: $0.jusqua.iso) }
  }
}
