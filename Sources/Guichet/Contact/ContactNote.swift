/// A contact as it stands in the life of a demande.
package struct ContactNote: Hashable, Sendable {
  package let contact: Contact
  /// The fact that tells it.
  package let seq: Int64
  package let survenuLe: Instant
  package let enregistreLe: Instant
  /// Who entered it: the id of an agent.
  package let auteur: Int64
  /// Id of the LINF that had the demande then.
  package let linf: String?
}

extension Demande {
  /// Those since it is with the LINF that has it, in the order in which they were entered: with another LINF it is new
  /// again, and what was tried elsewhere is seen but does not count.
  package var contactsIci: [ContactNote] { contacts.filter { $0.seq > depuisSeq } }

  /// When its LINF last informed the family, by a contact or at a rendez-vous; nil where it has not.
  package var informeeLe: Instant? {
    (contactsIci.filter(\.contact.informe).map(\.survenuLe) + [rendezVousHonoreLe].compactMap(\.self)).max()
  }

  /// The attempts that came to nothing since the family last answered, or the demande was opened again, in the order in
  /// which they happened.
  package var tentatives: [ContactNote] {
    let ici = contactsIci.filter { note in rouverteLe.map { note.survenuLe >= $0 } ?? true }.sorted {
      ($0.survenuLe, $0.seq) < ($1.survenuLe, $1.seq)
    }
    let answered = ici.lastIndex { $0.contact.resultat.estUneReponse }
    return ici[(answered.map { $0 + 1 } ?? 0)...].filter(\.contact.aEchoue)
  }

  /// The time for which the family asked, while nobody has called since.
  package var aRappelerLe: Instant? {
    contactsIci.max { ($0.survenuLe, $0.seq) < ($1.survenuLe, $1.seq) }?.contact.aRappelerLe
  }
}
