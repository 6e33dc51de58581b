import Guichet
import GuichetControl
import GuichetRegister

/// The children of a demande as they cross the socket.
enum EnfantsWire {
  static func enfants(
    _ demande: Demande, _ request: ControlRequest, at now: Instant
  ) async throws -> [Wire.EnfantSuivi] {
    let office = request.office
    let logins = try await request.desk.agents.logins(of: Set(demande.issues.map(\.auteur)))
    let unconfirmed = demande.enfantsAConfirmer(le: office.today(now))
    return demande.enfants.map { rank in
      let enfant = demande.formulaire.enfants[rank - 1]
      let etat = demande.etat(enfant: rank)
      let current = Set(demande.issuesEnCours(enfant: rank).map(\.id))
      var (born, due, adopted): (String?, String?, String?) = (nil, nil, nil)
      switch enfant.etape {
      case .naissance(let date): born = date.iso
      case .naissancePrevue(let date): due = date.iso
      case .adoptionPrevue(let date): adopted = date.iso
      case nil: break
      }
      return Wire.EnfantSuivi(
        rang: rank, prenom: enfant.prenom, naissance: born, naissancePrevue: due, adoptionPrevue: adopted,
        etat: etat.rawValue, regle: etat.estRegle, aConfirmer: unconfirmed.contains(rank),
        issues: demande.issues.filter { $0.enfant == rank }.map {
          wire($0, logins[$0.auteur] ?? "", current.contains($0.id), demande, office)
        })
    }
  }

  private static func wire(
    _ note: IssueNotee, _ login: String, _ enCours: Bool, _ demande: Demande, _ office: Office
  ) -> Wire.IssueEnfant {
    var solution: Solution?
    var attente: Attente?
    var raison: BesoinNonCouvert?
    switch note.issue {
    case .solution(let found): solution = found
    case .attente(let wait): attente = wait
    case .sansSolution(let why): raison = why
    }
    let referentiel = office.desk.version.routeur.referentiel
    return Wire.IssueEnfant(
      id: note.id, issue: note.issue.genre.rawValue, mode: (solution?.mode ?? attente?.mode)?.rawValue,
      debut: solution?.debut?.iso, heuresParSemaine: solution?.heuresParSemaine, commune: solution?.commune,
      communeNom: solution?.commune.flatMap { referentiel?.nom(ofCommune: $0) },
      provisoire: solution?.estProvisoire ?? false,
      souhaitee: solution?.estSouhaitee(parmi: demande.formulaire.besoin.modes), attente: attente?.nature.rawValue,
      le: attente?.le?.iso, raison: raison?.rawValue, remplace: note.remplace, noteeLe: office.fuseau.rfc3339(note.le),
      auteur: login, enCours: enCours, annulee: note.estAnnulee)
  }
}
