import GuichetControl

extension Samples {
  static let surveillance = Wire.Surveillance(
    sante: "critique", battement: 3, silence: 7200, silenceAuPlus: 50_400, aOrienter: 90, depot: 12, rejets: 1,
    retard: 2, espace: 41, sauvegarde: 7000,
    pannes: [
      .init(code: "silence", gravite: "critique", message: "Aucun formulaire.", remede: "Demandez au producteur.")
    ], aRecu: true)
}
