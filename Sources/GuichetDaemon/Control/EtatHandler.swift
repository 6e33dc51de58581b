import Guichet
import GuichetControl
import GuichetRegister
import Logging

/// The whole office at a glance.
enum EtatHandler {
  static func etat(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> GetEtat.Reply {
    GetEtat.Reply(etat: wire(request.office, await request.office.retards()))
  }

  /// Asks neither the database nor the disk.
  static func wire(_ office: Office, _ retards: Retards?) -> Wire.Etat {
    let head = office.register.head
    let intake = office.intake.snapshot
    let referentiel = office.desk.version
    let nom = office.configuration.caf.nom
    var parEtat: [String: Int] = [:]
    for etat in Etat.allCases { parEtat[etat.rawValue] = head.parEtat[etat] ?? 0 }
    return Wire.Etat(
      demandes: Wire.EtatDemandes(
        total: parEtat.values.reduce(0, +), parEtat: parEtat, enRetard: retards?.enRetard,
        aRenseigner: retards?.aRenseigner),
      depot: Wire.EtatDepot(
        enAttente: intake.waiting, plusAncien: intake.oldest.map(office.fuseau.rfc3339), ignores: intake.ignored,
        empeches: intake.impeded),
      rejets: Wire.EtatRejets(total: head.rejetsOuverts, bloques: head.rejetsAuDepot),
      sorties: sorties(office.sorties.fautes),
      journal: Wire.EtatJournal(entrees: Int(head.seq), tete: head.chaine.hexadecimal),
      intake: Wire.EtatIntake(enPause: intake.pause != nil, raison: intake.pause),
      referentiel: Wire.EtatReferentiel(
        version: referentiel.number, communes: referentiel.communes, linf: referentiel.linf),
      nom: nom.isEmpty ? nil : nom, recues: recues(head.recues, office),
      le: office.fuseau.rfc3339(office.clock.now()),
      courriels: Wire.EtatCourriels(enAttente: head.envoisAFaire, faute: office.courriels.faute))
  }

  private static func sorties(_ fautes: [String: String]) -> Wire.EtatSorties {
    let first = fautes.min { $0.key < $1.key }
    return Wire.EtatSorties(enAttente: 0, empechees: fautes.count, raison: first?.value)
  }

  private static func recues(_ counts: ReceptionCounts, _ office: Office) -> Wire.EtatRecues {
    let now = office.clock.now()
    let hour = Instant(microseconds: now.microseconds - 3_600_000_000)
    return Wire.EtatRecues(
      aujourdhui: counts.count(from: office.fuseau.start(of: office.today(now)), to: now),
      heure: counts.count(from: hour, to: now), derniere: counts.derniere.map(office.fuseau.rfc3339))
  }
}

extension Office {
  /// What is late now; nil where the register cannot tell: the rest of the état is worth an answer all the same.
  func retards() async -> Retards? {
    do {
      return try await register.retards(at: clock.now())
    } catch {
      logger.warning("retards non comptés", metadata: ["cause": "\(error.message)"])
      return nil
    }
  }
}
