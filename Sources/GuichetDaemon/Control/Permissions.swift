import Guichet
import GuichetControl

/// Which roles may call which method: one table; what is not in it is refused to all.
package enum Permissions {
  package static let table: [String: Set<Role.Kind>] = [
    GetEtat.name: Set(Role.Kind.allCases),
    ListDemandes.name: staff.union([.dpo]),
    ShowDemande.name: staff.union([.dpo]),
    ExplainDemande.name: staff,
    AssignDemandes.name: leads,
    DeclineDemandes.name: staff,
    AcceptRoutages.name: staff,
    RefuseRoutages.name: staff,
    CorrectDemande.name: staff,
    ListTransmissions.name: staff,
    Route.name: staff,
    ComputeDelai.name: staff,
    OpenReferentiel.name: [.administrateur],
    SendReferentiel.name: [.administrateur],
    CompareReferentiel.name: [.administrateur],
    ApplyReferentiel.name: [.administrateur],
    TransferDemandes.name: leads,
    ExportReferentiel.name: leads,
    ListRejets.name: leads,
    ShowRejet.name: leads,
    ReplayRejet.name: leads,
    ListFaits.name: leads.union([.controleur, .dpo]),
    VerifyJournal.name: leads.union([.controleur]),
    ShowAcces.name: Set(Role.Kind.allCases),
    ShowSurveillance.name: Set(Role.Kind.allCases),
    InspectAcces.name: [.administrateur],
    ListAcces.name: [.administrateur],
    TakeDemandes.name: staff,
    ReleaseDemandes.name: staff,
    EnterDemande.name: staff,
    Subscribe.name: staff,
    CompleteNumeros.name: staff.union([.dpo]),
    ListLinf.name: staff,
    ListDossiers.name: [.administrateur],
    AddContact.name: staff,
    CancelContact.name: staff,
    ListRappels.name: staff,
    WriteLettre.name: staff,
    ShowJoignabilite.name: staff,
    SetEcheance.name: staff,
    SuspendDemandes.name: staff,
    ResumeDemandes.name: staff,
    CloseDemandes.name: staff,
    ReopenDemandes.name: staff,
    AddNote.name: staff,
    SilenceDemandes.name: staff,
    ListCreneaux.name: staff,
    BookRendezVous.name: staff,
    MoveRendezVous.name: staff,
    CancelRendezVous.name: staff,
    RecordRendezVous.name: staff,
    ListAgenda.name: staff,
    ExportAgenda.name: staff,
    ShowFeuille.name: staff,
    ShowBilan.name: staff.union([.controleur]),
    ShowPreuve.name: staff.union([.controleur]),
    SealPreuve.name: leads,
    VerifyPreuve.name: staff.union([.controleur]),
    AddPiece.name: staff,
    ListPieces.name: staff.union([.controleur]),
    AddSolution.name: staff,
    CancelSolution.name: staff,
    ConfirmEnfant.name: staff,
    AddEnfant.name: staff,
    RemoveEnfant.name: staff,
    TellDemande.name: staff.union([.dpo]),
    ListDoublons.name: staff,
    MergeDemandes.name: staff,
    UnmergeDemandes.name: staff,
    MakeBackup.name: [.administrateur],
    ListBackups.name: [.administrateur],
    VerifyBackup.name: [.administrateur],
    ReloadConfiguration.name: [.administrateur],
    RunMaintenance.name: [.administrateur],
    EraseDemandes.name: [.dpo, .administrateur],
    PurgeDemandes.name: [.dpo, .administrateur],
  ]

  private static let leads: Set<Role.Kind> = [.superviseur, .administrateur]
  private static let staff: Set<Role.Kind> = leads.union([.conseiller])

  package static func allows(_ method: String, to roles: Set<Role>) -> Bool {
    guard let allowed = table[method] else { return false }
    return roles.contains { allowed.contains($0.kind) }
  }
}

/// Which demandes a caller sees.
package enum Sight: Hashable, Sendable {
  case all
  /// Those of these LINF only.
  case linf(Set<String>)

  package init(_ roles: Set<Role>) {
    // Whoever stands up for the rights of families looks for theirs wherever they are.
    let leads = roles.contains { $0 == .superviseur || $0 == .administrateur || $0 == .dpo }
    self =
      leads
      ? .all
      : .linf(
        Set(
          roles.compactMap { role in
            if case .conseiller(let linf) = role { linf } else { nil }
          }))
  }

  package func includes(linf: String?) -> Bool {
    switch self {
    case .all: true
    case .linf(let own): linf.map(own.contains) ?? false
    }
  }
}
