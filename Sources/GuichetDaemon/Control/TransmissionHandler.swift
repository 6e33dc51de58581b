import Guichet
import GuichetControl
import GuichetRegister

/// What a LINF still sees of a demande that went elsewhere: its numero, the day, and where to send the family.
enum TransmissionHandler {
  /// For so many seconds after it left.
  private static let duration: Int64 = 30 * 86_400

  static func list(
    _ request: ControlRequest, _ parameters: ListTransmissions.Parameters,
    _ send: (ListTransmissions.Reply) async throws -> Void
  ) async throws -> ListTransmissions.Reply {
    let office = request.office
    let since = office.clock.now().advanced(bySeconds: -duration)
    let departs = try await office.register.departs(of: try linf(request, parameters.linf), since: since)
    if departs.isEmpty, let linf = parameters.linf {
      try office.desk.version.routeur.referentiel?.verifie(linf: linf)
    }
    var rest = departs[...]
    while rest.count > ControlRequest.page {
      try await send(.init(transmissions: rest.prefix(ControlRequest.page).map { wire($0, office) }))
      rest = rest.dropFirst(ControlRequest.page)
    }
    return .init(transmissions: rest.map { wire($0, office) })
  }

  /// The LINF that the caller may ask for; without a name those that it works for.
  private static func linf(_ request: ControlRequest, _ named: String?) throws -> [String] {
    switch (request.sight, named) {
    case (.linf(let own), nil): return own.sorted()
    case (.linf(let own), let linf?): return own.contains(linf) ? [linf] : []
    case (.all, let linf?): return [linf]
    case (.all, nil):
      throw ControlError.parametreInvalide(
        parametre: "linf", message: "Le LINF manque : dites duquel montrer les demandes parties ailleurs.")
    }
  }

  /// When it last left a LINF of the caller, less than 30 days ago; nil otherwise.
  static func depart(of numero: Numero, _ request: ControlRequest) async throws(RegisterError) -> Depart? {
    guard case .linf(let own) = request.sight else { return nil }
    let since = request.office.clock.now().advanced(bySeconds: -duration)
    return try await request.office.register.departs(of: own.sorted(), since: since, numero: numero).first
  }

  /// What an act on such a one is answered.
  static func refus(_ depart: Depart, _ office: Office) -> ActeRefuse {
    let stub = wire(depart, office)
    let le = office.fuseau.date(of: depart.le).francaise
    return ActeRefuse(
      .transmise,
      stub.telephone.map {
        "Elle est allée à un autre lieu d’information le \(le) ; renseignez la famille au \($0)."
      } ?? "Elle n’est plus chez votre lieu d’information depuis le \(le) ; elle attend d’être orientée.")
  }

  static func wire(_ depart: Depart, _ office: Office) -> Wire.Transmission {
    let linf = depart.linf.flatMap { office.desk.version.routeur.referentiel?.linf($0) }
    return Wire.Transmission(
      numero: depart.numero.texte, le: office.fuseau.rfc3339(depart.le), telephone: linf?.telephone)
  }
}
