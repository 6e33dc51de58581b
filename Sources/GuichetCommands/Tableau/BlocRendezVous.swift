import Guichet
package import GuichetControl

/// Today's rendez-vous, those that are not over first: when, which demande, how, and where each stands.
struct BlocRendezVous: BlocTableau {
  let minimum = 1

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    // Whoever may not read agendas is not told that there are any.
    guard let agenda = moment.rendezVous else { return [] }
    let more = agenda.estEntier ? "" : " ou plus"
    let aRenseigner = agenda.rendezVous.count { $0.aRenseigner }
    let rest = aRenseigner > 0 ? ", dont \(aRenseigner.francais) à renseigner" : ""
    return [
      LigneEcran("Rendez-vous du jour : \(agenda.rendezVous.count.francais)\(more)\(rest)", .titre).coupee(a: largeur)
    ] + agenda.dAbordOuverts.map { ligne($0, moment).coupee(a: largeur) }
  }

  private func ligne(_ rendezVous: Wire.RendezVous, _ moment: TableauMoment) -> LigneEcran {
    let (situation, ton) = rendezVous.situation
    var line = LigneEcran()
    line.ajouter(rendezVous.heures, ton == .discret ? .discret : .normal)
    line.ajouter("  ")
    line.colonne(rendezVous.numero, 11)
    line.ajouter("  ")
    line.ajouter(rendezVous.comment)
    line.ajouter(", ")
    line.ajouter(situation, ton)
    if let phrase = moment.suppleances.phrase(rendezVous.linf) { line.ajouter(", \(phrase)", .attention) }
    return line
  }
}

/// The rendez-vous of a day, without those that were called off.
package struct RendezVousDuJour: Hashable, Sendable {
  package let rendezVous: [Wire.RendezVous]
  /// Whether these are all.
  package let estEntier: Bool

  /// What one message of a list holds at most.
  private static let page = 200

  /// - Parameter rendezVous: of the first message, first to last.
  package init(_ rendezVous: [Wire.RendezVous]) {
    self.rendezVous = rendezVous.filter { row in
      RendezVous.Statut(rawValue: row.statut).map { !$0.estLibere } ?? true
    }
    estEntier = rendezVous.count < Self.page
  }

  fileprivate var dAbordOuverts: [Wire.RendezVous] {
    let prevu = RendezVous.Statut.prevu.rawValue
    return rendezVous.filter { $0.statut == prevu } + rendezVous.filter { $0.statut != prevu }
  }
}
