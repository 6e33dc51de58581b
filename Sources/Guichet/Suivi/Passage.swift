/// Something that took place between the office and a family after it was informed, by its day: what relances are
/// satisfied by.
package struct Passage: Hashable, Sendable {
  package let jour: DateCivile
  /// The family itself said something.
  package let estEntendu: Bool
  /// The office tried, and the family did not answer.
  package let estTentative: Bool

  package init(_ jour: DateCivile, estEntendu: Bool = false, estTentative: Bool = false) {
    self.jour = jour
    self.estEntendu = estEntendu
    self.estTentative = estTentative
  }
}

extension Contact {
  /// The family itself answered, or came by itself; a message that it left counts, what somebody else says does not.
  var faitEntendre: Bool { resultat.estUneReponse || sens == .entrant && resultat != .tiers }
}

extension Demande {
  /// From when its relances are counted: the last time that the family was informed, or the reopening after it; nil where
  /// it was not informed.
  var debutDuSuivi: Instant? { informeeLe.map { max($0, rouverteLe ?? $0) } }

  /// What took place since then, in order. A rendez-vous that came to nothing is one too: it is nobody's attempt.
  func passages(_ fuseau: Fuseau) -> [Passage] {
    guard let start = debutDuSuivi else { return [] }
    let contacts = contactsIci.filter { start < $0.survenuLe }.map { note in
      (note.survenuLe, note.contact.faitEntendre, note.contact.aEchoue)
    }
    let lost = rendezVousPerduLe.flatMap { start < $0 ? ($0, false, false) : nil }
    return (contacts + [lost].compactMap(\.self)).sorted { $0.0 < $1.0 }.map { moment, isHeard, isAttempt in
      Passage(fuseau.date(of: moment), estEntendu: isHeard, estTentative: isAttempt)
    }
  }

  /// When there was last anything between its LINF and the family.
  package var dernierContactLe: Instant? {
    (contactsIci.map(\.survenuLe) + [rendezVousHonoreLe].compactMap(\.self)).max()
  }
}
