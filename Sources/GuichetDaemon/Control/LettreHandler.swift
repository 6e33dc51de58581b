import Guichet
import GuichetControl
import GuichetDocuments

/// The letter to a family that was not reached.
enum LettreHandler {
  static func write(_ request: ControlRequest, _ parameters: WriteLettre.Parameters) async throws -> WriteLettre.Reply {
    let office = request.office
    let (_, demande) = try await DemandeHandler.find(parameters.numero, request)
    guard let id = demande.linf else {
      throw ControlError.sansObjet(
        parametre: "numero", message: "Aucun lieu d’information ne l’a encore : personne ne peut signer cette lettre.")
    }
    guard demande.effaceeLe == nil else {
      throw ControlError.sansObjet(
        parametre: "numero",
        message: "Elle a été effacée : il n’y a plus personne à qui écrire.")
    }
    guard demande.etat != .close else {
      throw ControlError.sansObjet(parametre: "numero", message: "Cette demande est close ; rouvrez-la d’abord.")
    }
    guard demande.formulaire.demandeur.adresse?.namesPlace == true else {
      throw ControlError.sansObjet(
        parametre: "numero",
        message: "La famille n’a laissé aucune adresse ; complétez-la par « guichetctl demande corriger ».")
    }
    try await request.noteRead(count: 1)
    let lettre = LettreDAppel(
      demande, linf: office.desk.version.routeur.referentiel?.linf(id), id: id, caf: office.configuration.caf.nom,
      jour: office.today(office.clock.now()), fuseau: office.fuseau)
    return WriteLettre.Reply(
      texte: lettre.texte, avertissements: lettre.avertissements, html: parameters.html == true ? lettre.html : nil)
  }
}
