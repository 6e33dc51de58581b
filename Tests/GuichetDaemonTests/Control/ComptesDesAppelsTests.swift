import GuichetControl
import GuichetDaemon
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import Varlink

@Suite("Calls of the door, counted")
struct ComptesDesAppelsTests {
  @Test("what is refused to a person is an error by its name, and who has gone is none")
  func errors() async throws {
    let office = try TestOffice("2026-11-23T09:00:00+01:00")
    let door = TestDoor(office)
    _ = try await door.call("MakeBackup", as: "obs")
    let gone = VarlinkCall(
      interface: GuichetInterface.name, method: "GetEtat", parameters: try JSON.parse(Array("{}".utf8)),
      peer: PeerCredentials(uid: 1000, gid: 10), wantsMore: false
    ) { _ throws(VarlinkError) in throw VarlinkError.disconnected }
    await #expect(throws: VarlinkError.disconnected) { try await door.handler.handle(gone) }
    let counts = office.office.compteurs.valeurs
    #expect(counts.erreurs == ["PermissionDenied": 1])
    #expect(counts.appels == ["MakeBackup": 1, "GetEtat": 1])
  }
}
