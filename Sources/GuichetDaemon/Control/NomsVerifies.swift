import Guichet
import GuichetControl

// What a call names, looked up in the référentiel in force: a slip of the pen is told from what does not exist.

extension Referentiel {
  func verifie(linf id: String) throws {
    guard linf(id) != nil else { throw ControlError.linfInconnu(id) }
  }

  /// The name of the commune that a code stands for, today or formerly.
  func nomVerifie(commune code: String) throws -> String {
    if let name = nom(ofCommune: code) { return name }
    let message =
      "« \(code) » n’est le code INSEE d’aucune commune connue ; donnez le code (59350), pas le nom ni le code postal."
    throw CodeInsee(code) == nil
      ? ControlError.parametreInvalide(parametre: "commune", message: message)
      : ControlError.sansObjet(parametre: "commune", message: message)
  }
}

extension ControlError {
  static func linfInconnu(_ id: String) -> ControlError {
    .sansObjet(parametre: "linf", message: "Le référentiel n’a pas de LINF « \(id) » ; vérifiez son identifiant.")
  }
}
