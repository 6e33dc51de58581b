import GuichetControl
import GuichetDaemon
import StrictJSON
import Testing

@Suite("Every method, asked by every role")
struct RoleMatrixTests {
  /// The groups of `TestDoor` whose members may call it, written down a second time on purpose: whoever changes what a
  /// role may do says so twice.
  static let allowed: [String: String] = [
    "GetEtat": "obs lomme chefs dpo controle admin",
    "ShowAcces": "obs lomme chefs dpo controle admin",
    "ListDemandes": "lomme chefs dpo admin",
    "ShowDemande": "lomme chefs dpo admin",
    "ExplainDemande": "lomme chefs admin",
    "CorrectDemande": "lomme chefs admin",
    "DeclineDemandes": "lomme chefs admin",
    "AcceptRoutages": "lomme chefs admin",
    "RefuseRoutages": "lomme chefs admin",
    "ListTransmissions": "lomme chefs admin",
    "Route": "lomme chefs admin",
    "ComputeDelai": "lomme chefs admin",
    "CompleteNumeros": "lomme chefs dpo admin",
    "ShowSurveillance": "obs lomme chefs dpo controle admin",
    "ListLinf": "lomme chefs admin",
    "ListDossiers": "admin",
    "AddContact": "lomme chefs admin",
    "CancelContact": "lomme chefs admin",
    "ListRappels": "lomme chefs admin",
    "WriteLettre": "lomme chefs admin",
    "ShowJoignabilite": "lomme chefs admin",
    "Subscribe": "lomme chefs admin",
    "TakeDemandes": "lomme chefs admin",
    "ReleaseDemandes": "lomme chefs admin",
    "EnterDemande": "lomme chefs admin",
    "SetEcheance": "lomme chefs admin",
    "SuspendDemandes": "lomme chefs admin",
    "ResumeDemandes": "lomme chefs admin",
    "CloseDemandes": "lomme chefs admin",
    "ReopenDemandes": "lomme chefs admin",
    "AddNote": "lomme chefs admin",
    "SilenceDemandes": "lomme chefs admin",
    "ListCreneaux": "lomme chefs admin",
    "BookRendezVous": "lomme chefs admin",
    "MoveRendezVous": "lomme chefs admin",
    "CancelRendezVous": "lomme chefs admin",
    "RecordRendezVous": "lomme chefs admin",
    "ListAgenda": "lomme chefs admin",
    "ExportAgenda": "lomme chefs admin",
    "ShowFeuille": "lomme chefs admin",
    "ShowBilan": "lomme chefs admin controle",
    "ShowPreuve": "lomme chefs admin controle",
    "SealPreuve": "chefs admin",
    "VerifyPreuve": "lomme chefs admin controle",
    "AddPiece": "lomme chefs admin",
    "ListPieces": "lomme chefs admin controle",
    "AddSolution": "lomme chefs admin",
    "CancelSolution": "lomme chefs admin",
    "ConfirmEnfant": "lomme chefs admin",
    "AddEnfant": "lomme chefs admin",
    "RemoveEnfant": "lomme chefs admin",
    "TellDemande": "lomme chefs dpo admin",
    "ListDoublons": "lomme chefs admin",
    "MergeDemandes": "lomme chefs admin",
    "UnmergeDemandes": "lomme chefs admin",
    "AssignDemandes": "chefs admin",
    "TransferDemandes": "chefs admin",
    "ExportReferentiel": "chefs admin",
    "ListRejets": "chefs admin",
    "ShowRejet": "chefs admin",
    "ReplayRejet": "chefs admin",
    "ListFaits": "chefs dpo controle admin",
    "VerifyJournal": "chefs controle admin",
    "OpenReferentiel": "admin",
    "SendReferentiel": "admin",
    "CompareReferentiel": "admin",
    "ApplyReferentiel": "admin",
    "MakeBackup": "admin",
    "ListBackups": "admin",
    "VerifyBackup": "admin",
    "ReloadConfiguration": "admin",
    "RunMaintenance": "admin",
    "EraseDemandes": "dpo admin",
    "PurgeDemandes": "dpo admin",
    "InspectAcces": "admin",
    "ListAcces": "admin",
  ]

  private static let roles = ["obs", "lomme", "chefs", "dpo", "controle", "admin"]

  @Test(
    "is answered or refused as the matrix says, whatever its parameters", arguments: Permissions.table.keys.sorted())
  func matrix(method: String) async throws {
    let office = try TestOffice("2026-11-23T09:00:00+01:00")
    let door = TestDoor(office)
    let allowed = try #require(Self.allowed[method], "the matrix does not know this method").split(separator: " ")
    for role in Self.roles {
      for parameters: JSONValue in [[:], ["numero": "1", "numeros": ["1"], "linf": "rpe-lomme", "id": "x"]] {
        let answers = try await door.call(method, parameters, as: role, more: true)
        let isDenied = answers.contains { $0["error"]?.string == "org.varlink.service.PermissionDenied" }
        #expect(isDenied != allowed.contains(Substring(role)), "\(method) as \(role)")
        if isDenied { #expect(answers.count == 1, "\(method) as \(role)") }
        #expect(!answers.contains { $0["error"]?.string == "org.varlink.service.MethodNotFound" }, "\(method)")
      }
    }
  }

  @Test("a method that the table does not list is refused to everybody")
  func unknown() async throws {
    let door = TestDoor(try TestOffice("2026-11-23T09:00:00+01:00"))
    for role in Self.roles {
      #expect(
        try await door.call("OuvrirTout", as: role).map { $0["error"]?.string }
          == ["org.varlink.service.MethodNotFound"])
    }
    #expect(Set(Self.allowed.keys) == Set(Permissions.table.keys))
  }
}
