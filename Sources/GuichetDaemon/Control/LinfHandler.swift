import Guichet
import GuichetControl
import LinuxSystem

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

  /// Their folders, with the groups that the configuration gives their staff.
  static func folders(
    _ request: ControlRequest, _ parameters: ListDossiers.Parameters,
    _ send: (ListDossiers.Reply) async throws -> Void
  ) async throws -> ListDossiers.Reply {
    let office = request.office
    let owner = try UserDatabase.login(ofUser: UserDatabase.ownUid) ?? "\(UserDatabase.ownUid)"
    let faults = office.sorties.fautes
    var rest = try (office.desk.version.routeur.referentiel?.linf ?? []).map { linf in
      let group = office.configuration.groupe(ofLinf: linf.id)
      return Wire.DossierDeSortie(
        linf: linf.id, chemin: "\(office.configuration.chemins.sorties)/\(linf.id)", proprietaire: owner, groupe: group,
        groupeExiste: try group.map { try UserDatabase.gid(ofGroup: $0) != nil } ?? false, faute: faults[linf.id])
    }[...]
    while rest.count > ControlRequest.page {
      try await send(.init(dossiers: Array(rest.prefix(ControlRequest.page))))
      rest = rest.dropFirst(ControlRequest.page)
    }
    return .init(dossiers: Array(rest))
  }

  private static func wire(_ linf: Linf, _ today: DateCivile) -> Wire.LinfResume {
    Wire.LinfResume(
      id: linf.id, nom: linf.nom, type: linf.type, telephone: linf.telephone, habilite: linf.estHabilite(le: today))
  }
}
