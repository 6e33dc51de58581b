import Guichet
import GuichetControl
import Varlink

/// Demandes taken in hand to call their families, and let go.
enum PriseHandler {
  static func take(_ request: ControlRequest, _ parameters: TakeDemandes.Parameters) async throws -> Wire.ResultatsActe
  {
    try await request.resultats(parameters.numeros, quiQueLAit: true) { (demande, agent, now) throws(ActeRefuse) in
      try demande.prendre(par: agent, at: now, sciemment: parameters.reprendre == true)
    }
  }

  static func release(
    _ request: ControlRequest, _ parameters: ReleaseDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    // Who sees all demandes answers for all who work on them.
    let pourAutrui = request.sight == .all
    return try await request.resultats(parameters.numeros, quiQueLAit: true) {
      (demande, agent, now) throws(ActeRefuse) in
      try demande.laisser(par: agent, at: now, pourAutrui: pourAutrui)
    }
  }
}
