import Guichet
import GuichetControl
import GuichetRegister

/// How persons end demandes, open them again, and write about them.
enum ClotureHandler {
  static func close(
    _ request: ControlRequest, _ parameters: CloseDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    guard let motif = MotifCloture(rawValue: parameters.motif) else {
      throw ControlError.parametreInvalide(
        parametre: "motif",
        message: "« \(parameters.motif) » n’est pas un motif de clôture ; les motifs sont "
          + MotifCloture.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let note = try ActeHandler.text(parameters.note, "note")
    let (tentatives, fuseau) = (request.office.configuration.delais.tentatives, request.office.fuseau)
    let horloges = request.office.register.horloges
    return try await request.resultats(parameters.numeros) { (demande, _, now) throws(ActeRefuse) in
      try demande.clore(
        motif, note: note, injoignable: demande.peutEtreInjoignable(tentatives: tentatives, fuseau: fuseau),
        sansNouvelle: horloges.map { demande.peutEtreSansNouvelle($0, at: now) })
    }
  }

  static func reopen(
    _ request: ControlRequest, _ parameters: ReopenDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    let motif = try ActeHandler.texteNecessaire(
      parameters.motif, "motif", "Le motif manque : dites pourquoi ces demandes sont rouvertes.")
    let office = request.office
    let version = office.desk.version
    let today = office.today(office.clock.now())
    return try await request.resultats(parameters.numeros, over: version.number) { (demande) throws(ActeRefuse) in
      let jours = office.jours(depose: demande.deposeeLe, le: today)
      return try demande.rouvrir(motif: motif, version.routeur, jours, version: version.number)
    }
  }

  static func note(_ request: ControlRequest, _ parameters: AddNote.Parameters) async throws -> Wire.ResultatsActe {
    let texte = try ActeHandler.texteNecessaire(
      parameters.texte, "texte", "La note est vide : écrivez ce qui est à retenir.")
    return try await request.resultats(parameters.numeros) { (demande, _, _) throws(ActeRefuse) in
      try demande.noter(texte)
    }
  }

  static func silence(
    _ request: ControlRequest, _ parameters: SilenceDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    try await request.resultats(parameters.numeros) { (demande, _, _) throws(ActeRefuse) in try demande.taire() }
  }
}
