import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON
import Varlink

/// The interface `fr.caf.guichet.essai`: the clock of an office that stands still by itself.
struct EssaiHandler: VarlinkInterface {
  let clock: ManualOfficeClock
  let desk: ControlDesk

  var name: String { EssaiInterface.name }
  var description: String { EssaiInterface.description }

  func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    guard call.method == Avancer.name else { throw call.methodNotFound }
    let roles = desk.roles.roles(of: call.peer)
    guard roles.contains(.administrateur) else { throw .permissionDenied }
    try await ControlRequest(call: call, desk: desk, propre: Sight(roles), sight: Sight(roles)).answer(Avancer.self) {
      _, parameters in
      guard let target = Instant(rfc3339: parameters.a) else {
        throw ControlError.parametreInvalide(
          parametre: "a", message: "« \(parameters.a) » n’est pas un instant ; écrivez 2026-11-25T10:00:00+01:00.")
      }
      guard target >= clock.now() else {
        throw ControlError.parametreInvalide(
          parametre: "a",
          message: "L’horloge est déjà à \(desk.office.fuseau.rfc3339(clock.now())) ; elle ne recule pas.")
      }
      let echeancier = Echeancier(office: desk.office)
      try await echeancier.avancer(clock, to: target, desk.rerouting, desk.courriels)
      // What was dropped before is taken by the day that it is now; then those that were there follow it too.
      await desk.gate.settle()
      _ = try await desk.rerouting.run()
      try await echeancier.executer()
      try await desk.courriels?.bringUpToDate()
      try await desk.agendas?.bringUpToDate()
      return Avancer.Reply(maintenant: desk.office.fuseau.rfc3339(clock.now()))
    }
  }
}
