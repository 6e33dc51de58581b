import GuichetControl

/// Which commands of the office each method of the daemon serves: rights are decided by method, people know commands.
enum CommandesParMethode {
  static let table: [String: [String]] = [
    GetEtat.name: ["etat"],
    ListDemandes.name: ["demande lister", "suivi lister", "tableau"],
    ShowDemande.name: ["demande voir"],
    ExplainDemande.name: ["demande expliquer"],
    CorrectDemande.name: ["demande corriger"],
    AssignDemandes.name: ["demande router --linf", "demande router --selon-table"],
    AcceptRoutages.name: ["demande router --accepter"],
    RefuseRoutages.name: ["demande router --garder"],
    DeclineDemandes.name: ["demande decliner"],
    TakeDemandes.name: ["demande prendre"],
    ReleaseDemandes.name: ["demande laisser"],
    SetEcheance.name: ["demande echeance"],
    SuspendDemandes.name: ["demande suspendre"],
    ResumeDemandes.name: ["demande reprendre"],
    CloseDemandes.name: ["demande clore"],
    ReopenDemandes.name: ["demande rouvrir"],
    AddNote.name: ["demande noter"],
    SilenceDemandes.name: ["demande silence"],
    EnterDemande.name: ["demande saisir"],
    ListTransmissions.name: ["demande transmises"],
    Route.name: ["routage"],
    OpenReferentiel.name: ["referentiel charger"],
    SendReferentiel.name: ["referentiel charger"],
    CompareReferentiel.name: ["referentiel comparer"],
    ApplyReferentiel.name: ["referentiel charger"],
    TransferDemandes.name: ["referentiel transferer"],
    ExportReferentiel.name: ["referentiel exporter"],
    ListRejets.name: ["rejet lister"],
    ShowRejet.name: ["rejet voir"],
    ReplayRejet.name: ["rejet rejouer"],
    ListFaits.name: ["journal lister"],
    VerifyJournal.name: ["journal verifier"],
    Subscribe.name: ["evenements", "tableau"],
    ShowSurveillance.name: ["sonde"],
    ListLinf.name: ["linf lister"],
    ListDossiers.name: ["linf preparer"],
    // Nobody types it: the shell asks for it.
    CompleteNumeros.name: [],
    ComputeDelai.name: ["delai"],
    AddContact.name: ["contact ajouter", "suivi relancer"],
    CancelContact.name: ["contact annuler"],
    ListRappels.name: ["rappels"],
    WriteLettre.name: ["demande lettre"],
    ShowJoignabilite.name: ["contact creneaux"],
    ListCreneaux.name: ["rendez-vous creneaux"],
    BookRendezVous.name: ["rendez-vous fixer"],
    MoveRendezVous.name: ["rendez-vous deplacer"],
    CancelRendezVous.name: ["rendez-vous annuler"],
    RecordRendezVous.name: ["rendez-vous renseigner"],
    ListAgenda.name: ["agenda", "tableau"],
    ExportAgenda.name: ["agenda --ics"],
    ShowFeuille.name: ["feuille"],
    ShowBilan.name: ["bilan"],
    ShowPreuve.name: ["preuve etablir", "preuve echantillon"],
    SealPreuve.name: ["preuve sceller"],
    VerifyPreuve.name: ["preuve verifier"],
    AddPiece.name: ["preuve piece ajouter"],
    ListPieces.name: ["preuve piece lister"],
    AddSolution.name: ["solution ajouter"],
    CancelSolution.name: ["solution annuler"],
    ConfirmEnfant.name: ["enfant confirmer"],
    AddEnfant.name: ["enfant ajouter"],
    RemoveEnfant.name: ["enfant retirer"],
    TellDemande.name: ["demande raconter"],
    ListDoublons.name: ["demande doublons"],
    MergeDemandes.name: ["demande fusionner"],
    UnmergeDemandes.name: ["demande defusionner"],
    MakeBackup.name: ["sauvegarde faire"],
    ListBackups.name: ["sauvegarde lister"],
    VerifyBackup.name: ["sauvegarde verifier"],
    ReloadConfiguration.name: ["recharger"],
    RunMaintenance.name: ["entretien"],
    EraseDemandes.name: ["rgpd effacer"],
    PurgeDemandes.name: ["rgpd purger"],
    ShowAcces.name: ["acces"],
    InspectAcces.name: ["acces --agent"],
    ListAcces.name: ["acces --tous"],
  ]

  /// The permissions by command, in the order of their names; one that a newer daemon has is shown by its own name.
  static func lignes(_ permissions: [Wire.PermissionAcces]) -> [(commande: String, permission: Wire.PermissionAcces)] {
    var found: [String: Wire.PermissionAcces] = [:]
    for permission in permissions {
      for commande in table[permission.methode] ?? [permission.methode] {
        // A command that needs several methods is for whom all of them are.
        let known = found[commande]
        found[commande] = Wire.PermissionAcces(
          methode: permission.methode,
          roles: known.map { $0.roles.filter(permission.roles.contains) } ?? permission.roles,
          permise: known?.permise == false ? false : permission.permise)
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
