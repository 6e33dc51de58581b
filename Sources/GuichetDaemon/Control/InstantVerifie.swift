import Guichet
import GuichetControl

extension Office {
  /// A moment as it was typed, in the Caf's zone; one that clocks skip or show twice is answered with the choice.
  func instant(_ text: String, _ parametre: String) throws -> Instant {
    switch InstantSaisi(text, in: fuseau) {
    case .instant(let instant):
      return instant
    case .inexistant:
      throw ControlError.parametreInvalide(
        parametre: parametre,
        message: "« \(text) » n’existe pas : les horloges avancent cette nuit-là ; écrivez une autre heure.")
    case .double(let first, let second):
      throw ControlError.parametreInvalide(
        parametre: parametre,
        message:
          "« \(text) » a lieu deux fois, les horloges reculant cette nuit-là ; écrivez \(fuseau.rfc3339(first)) ou "
          + "\(fuseau.rfc3339(second)).")
    case nil:
      throw ControlError.parametreInvalide(
        parametre: parametre,
        message: "« \(text) » n’est ni un jour ni un instant ; écrivez 2026-11-25, 25/11/2026 10:00 ou "
          + "2026-11-25T10:00:00+01:00.")
    }
  }
}
