import Guichet
import GuichetControl
import GuichetRegister

/// The whole office at a glance; asks neither the database nor the disk.
enum EtatHandler {
  static func etat(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> GetEtat.Reply {
    let office = request.office
    let head = office.register.head
    let intake = office.intake.snapshot
    let referentiel = office.desk.version
    var parEtat: [String: Int] = [:]
    for etat in Etat.allCases { parEtat[etat.rawValue] = head.parEtat[etat] ?? 0 }
    return GetEtat.Reply(
      etat: Wire.Etat(
        demandes: Wire.EtatDemandes(total: parEtat.values.reduce(0, +), parEtat: parEtat),
        depot: Wire.EtatDepot(
          enAttente: intake.waiting, plusAncien: intake.oldest.map(office.fuseau.rfc3339), ignores: intake.ignored,
          empeches: intake.impeded),
        rejets: Wire.EtatRejets(total: head.rejetsOuverts, bloques: head.rejetsAuDepot),
        sorties: Wire.EtatSorties(enAttente: 0),
        journal: Wire.EtatJournal(entrees: Int(head.seq), tete: head.chaine.hexadecimal),
        intake: Wire.EtatIntake(enPause: intake.pause != nil, raison: intake.pause),
        referentiel: Wire.EtatReferentiel(
          version: referentiel.number, communes: referentiel.communes, linf: referentiel.linf)),
      maintenant: office.fuseau.rfc3339(office.clock.now()))
  }
}
