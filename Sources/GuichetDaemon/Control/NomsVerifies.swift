import Guichet
import GuichetControl

// What a call names, looked up in the référentiel in force: a slip of the pen is told from what does not exist.

extension Referentiel {
  func verifie(linf id: String) throws {
    guard linf(id) != nil else { throw ControlError.linfInconnu(id, parmi: self) }
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
  /// With those that were perhaps meant.
  static func linfInconnu(_ id: String, parmi referentiel: Referentiel?) -> ControlError {
    let near = referentiel?.linfProches(de: id).map { "« \($0.id) »" + ($0.nom == $0.id ? "" : " (\($0.nom))") } ?? []
    let last = near.last ?? ""
    let meant = near.count > 1 ? near.dropLast().joined(separator: ", ") + " ou " + last : last
    let remedy = near.isEmpty ? "vérifiez son identifiant." : "peut-être vouliez-vous dire \(meant)."
    return .sansObjet(parametre: "linf", message: "Le référentiel n’a pas de LINF « \(id) » ; \(remedy)")
  }
}
