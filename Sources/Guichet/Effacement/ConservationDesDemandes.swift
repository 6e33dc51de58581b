/// How long what families said is kept: so many months after the last contact with them.
package enum ConservationDesDemandes {
  /// What may be kept, in months.
  package static let bornes = 1...36

  /// The last day on which what was last heard of that day is kept. A day that its month has not is the month's last.
  package static func dernierJour(depuis jour: DateCivile, mois: Int) -> DateCivile {
    let months = jour.annee * 12 + jour.mois - 1 + mois
    let (annee, rang) = (months.flooredDivision(by: 12).quotient, months.flooredDivision(by: 12).remainder)
    for day in stride(from: jour.jour, to: 27, by: -1) {
      if let found = DateCivile(annee: annee, mois: rang + 1, jour: day) { return found }
    }
    return DateCivile(annee: annee, mois: rang + 1, jour: min(jour.jour, 28)) ?? jour
  }

  /// What was received on that day or later is all kept on the other.
  package static func premierJourGarde(le jour: DateCivile, mois: Int) -> DateCivile {
    dernierJour(depuis: jour, mois: -mois)
  }
}

extension Demande {
  /// When the office last had to do with the family: its demande, a contact, a rendez-vous to which it came, or the day on
  /// which its demande was opened again.
  package var entendueLe: Instant {
    let met = rendezVous.filter { $0.statut == .honore }.map(\.debut)
    return ([recueLe] + contacts.map(\.survenuLe) + met + [rouverteLe].compactMap(\.self)).max() ?? recueLe
  }

  /// What is known of it has been kept for as long as it may be.
  package func aPasseSonTemps(le jour: DateCivile, mois: Int, fuseau: Fuseau) -> Bool {
    ConservationDesDemandes.dernierJour(depuis: fuseau.date(of: entendueLe), mois: mois) < jour
  }
}
