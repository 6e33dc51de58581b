import Guichet
import GuichetControl

/// The directory of the LINF, which is public.
enum LinfHandler {
  static func list(
    _ request: ControlRequest, _ parameters: ListLinf.Parameters, _ send: (ListLinf.Reply) async throws -> Void
  ) async throws -> ListLinf.Reply {
    let office = request.office
    let today = office.today(office.clock.now())
    var rest = (office.desk.version.routeur.referentiel?.linf ?? [])[...]
    while rest.count > ControlRequest.page {
      try await send(.init(linf: rest.prefix(ControlRequest.page).map { wire($0, today) }))
      rest = rest.dropFirst(ControlRequest.page)
    }
    return .init(linf: rest.map { wire($0, today) })
  }

  private static func wire(_ linf: Linf, _ today: DateCivile) -> Wire.LinfResume {
    Wire.LinfResume(
      id: linf.id, nom: linf.nom, type: linf.type, telephone: linf.telephone, habilite: linf.estHabilite(le: today))
  }
}
