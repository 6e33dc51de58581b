// What the facts about rendez-vous make of a demande.

extension Demande {
  mutating func pose(_ pose: RendezVousPose, _ fait: Fait) {
    if let index = rendezVous.firstIndex(where: { $0.id == pose.id }) {
      rendezVous[index].place = pose.place
      rendezVous[index].sequence += 1
      rendezVous[index].modifieLe = fait.enregistreLe
    } else {
      rendezVous.append(RendezVous(id: pose.id, linf: pose.linf, place: pose.place, modifieLe: fait.enregistreLe))
      rendezVousFixesLe[pose.id] = fait.survenuLe
    }
  }

  mutating func acheve(_ vise: RendezVousVise, _ statut: RendezVous.Statut, _ fait: Fait) {
    guard let index = rendezVous.firstIndex(where: { $0.id == vise.id }) else { return }
    rendezVous[index].statut = statut
    rendezVous[index].modifieLe = fait.enregistreLe
    if statut.estLibere { rendezVous[index].sequence += 1 }
    if statut == .honore {
      rendezVousHonoreLe = max(rendezVousHonoreLe ?? fait.survenuLe, fait.survenuLe)
    } else {
      rendezVousPerduLe = max(rendezVousPerduLe ?? fait.survenuLe, fait.survenuLe)
    }
  }

  /// A demande that ends takes what was still ahead with it.
  mutating func libereLeRendezVous(_ fait: Fait) {
    guard etat == .close, let prevu = rendezVousPrevu, fait.enregistreLe < prevu.debut else { return }
    acheve(RendezVousVise(id: prevu.id), .annule, fait)
  }
}
