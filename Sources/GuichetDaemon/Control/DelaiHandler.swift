import Guichet
import GuichetControl

/// « By when? », explained.
enum DelaiHandler {
  static func compute(_ request: ControlRequest, _ parameters: ComputeDelai.Parameters) async throws
    -> ComputeDelai.Reply
  {
    let office = request.office
    let delai = try delai(parameters)
    let start = try office.instant(parameters.depuis, "depuis")
    let calendar = try office.calendrier(linf: parameters.linf)
    do throws(JamaisOuvert) {
      return ComputeDelai.Reply(
        echeance: office.fuseau.rfc3339(try calendar.echeance(delai, from: start)),
        explication: try calendar.explanation(delai, from: start).phrases)
    } catch {
      throw ControlError.sansObjet(parametre: "linf", message: error.message)
    }
  }

  private static func delai(_ parameters: ComputeDelai.Parameters) throws -> Delai {
    let (parametre, count, delai): (String, Int, Delai)
    switch (parameters.heures, parameters.jours) {
    case (let hours?, nil): (parametre, count, delai) = ("heures", hours, .heuresOuvertes(hours))
    case (nil, let days?): (parametre, count, delai) = ("jours", days, .joursOuverts(days))
    default:
      throw ControlError.parametreInvalide(
        parametre: "heures", message: "Le délai est en heures ou en jours ; donnez l’un des deux.")
    }
    guard (1...ComputeDelai.maximum).contains(count) else {
      throw ControlError.parametreInvalide(
        parametre: parametre, message: "\(count) n’est pas un délai ; donnez un nombre de 1 à \(ComputeDelai.maximum).")
    }
    return delai
  }
}

extension Office {
  /// The open time of a LINF of the référentiel in force; that of the Caf for nil.
  func calendrier(linf id: String?) throws -> CalendrierOuvert {
    guard let id else { return heures.calendrier }
    guard let referentiel = desk.version.routeur.referentiel, let linf = referentiel.linf(id) else {
      throw ControlError.linfInconnu(id, parmi: desk.version.routeur.referentiel)
    }
    return referentiel.calendrier(of: linf, caf: heures)
  }
}
