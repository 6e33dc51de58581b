import Guichet
import GuichetControl

/// « Where would this go, and why? »
enum RoutageHandler {
  /// Places in one call.
  static let maximum = 1000

  static func route(_ request: ControlRequest, _ parameters: Route.Parameters) async throws -> Route.Reply {
    guard parameters.lieux.count <= maximum else {
      throw ControlError.parametreInvalide(
        parametre: "lieux",
        message: "\(parameters.lieux.count) lieux en un appel ; envoyez-en au plus \(maximum) à la fois.")
    }
    let version = request.office.desk.version
    let today = request.office.today(request.office.clock.now())
    var routages: [Wire.Routage] = []
    for (index, lieu) in parameters.lieux.enumerated() {
      let jour = try lieu.le.map { text in
        guard let jour = DateCivile(iso: text) ?? DateCivile(francaise: text) else {
          throw ControlError.parametreInvalide(
            parametre: "lieux[\(index)].le",
            message: "« \(text) » n’est pas un jour du calendrier ; écrivez 2026-11-25 ou 25/11/2026.")
        }
        return jour
      }
      let adresse = Adresse(
        voie: lieu.voie, codePostal: lieu.codePostal, commune: lieu.commune, codeInsee: lieu.codeInsee)
      let decision = version.routeur.decider(
        adresse: adresse, lieu: nil, origine: .monenfantFr, jour: jour ?? today, jourDepot: jour ?? today)
      routages.append(wire(decision, version.number))
    }
    return Route.Reply(routages: routages)
  }

  static func wire(_ decision: Decision, _ version: Int) -> Wire.Routage {
    Wire.Routage(
      linf: decision.linf, codeInsee: decision.codeInsee, raison: decision.raison?.rawValue,
      marques: decision.marques.map(\.rawValue), candidats: decision.candidats.map(\.wire),
      explication: decision.explication, version: version, jour: decision.jour.iso,
      departement: decision.departement)
  }
}

extension CommuneCandidate {
  var wire: Wire.Candidat { Wire.Candidat(codeInsee: codeInsee, nom: nom, linf: linf) }
}
