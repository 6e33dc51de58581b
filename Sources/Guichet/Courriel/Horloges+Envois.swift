// Which facts are mailed, to whom, and how long a mail is of use.

extension Horloges {
  /// Seconds after which an alert that could not be written tells nothing new any more.
  private static let dureeDUneAlerte: Int64 = 3 * 86_400

  /// The mails that these facts come to; none for what is left out.
  ///
  /// - Parameter demande: of which they tell.
  package func envois(for evenements: [Evenement], of demande: Demande, at now: Instant) -> [Envoi] {
    evenements.compactMap { evenement in
      switch evenement {
      case .rappelRendezVous(let rappel):
        guard !rappel.estOmis, let rendezVous = demande.rendezVous.first(where: { $0.id == rappel.id }) else {
          return nil
        }
        return Envoi(
          objet: .rappel(rendezVous: rappel.id, sequence: rappel.sequence), linf: rendezVous.linf,
          expire: rendezVous.debut)
      case .escalade(let escalade):
        // What approaches is seen in the list of work; what has passed is not, or it would not have.
        guard !escalade.estOmise, escalade.niveau != .avant, let linf = destinataire(of: demande, at: now) else {
          return nil
        }
        return Envoi(
          objet: .alerte(escalade.niveau, echeance: escalade.echeance), linf: linf,
          expire: now.advanced(bySeconds: Self.dureeDUneAlerte))
      default: return nil
      }
    }
  }

  /// The LINF to which an alert about a demande is mailed: its own, or the one that stands in for it while it is closed;
  /// nil where nobody is to be written to.
  private func destinataire(of demande: Demande, at now: Instant) -> String? {
    guard let linf = demande.linf, let referentiel else { return nil }
    let target = referentiel.suppleant(of: linf, le: heures.fuseau.date(of: now)) ?? linf
    guard linfACourriel.contains(target), referentiel.linf(target)?.courriel != nil else { return nil }
    return target
  }
}

extension Demande {
  /// Whether a mail that was decided is still to be sent after what has happened since.
  ///
  /// - Parameters:
  ///   - before: what the demande was before that.
  ///   - horloges: nil where none are known, when an alert stands until it is closed.
  package func attend(_ objet: Envoi.Objet, before: Demande, _ horloges: Horloges?) -> Bool {
    switch objet {
    case .rappel(let id, let sequence):
      guard let prevu = rendezVousPrevu, prevu.id == id, prevu.sequence == sequence else { return false }
      // A mail that was written already would go to the address that was wrong.
      return seRappelle(prevu) && courrielDeLaFamille == before.courrielDeLaFamille
    case .alerte(_, let echeance):
      guard linf == before.linf, etat != .close else { return false }
      return horloges.map { $0.etape(of: self)?.echeance.instant == echeance } ?? true
    }
  }
}
