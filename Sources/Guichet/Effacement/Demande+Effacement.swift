// Erasing a family (RGPD, article 17): what was pending is called off first, then what was said of it goes.

extension Demande {
  /// What ends before it is erased: its rendez-vous to come, and its own course. The family gives up.
  ///
  /// - Throws: where it has been erased already.
  package func acheverAvantEffacement(at now: Instant) throws(ActeRefuse) -> [Evenement] {
    guard effaceeLe == nil else {
      throw ActeRefuse(.dejaLa, "Elle a déjà été effacée ; il n’en reste que ce que comptent les bilans.")
    }
    guard etat != .close else { return [] }
    let toCome = rendezVous.filter { $0.statut == .prevu && $0.debut > now }
    return toCome.map { .rendezVousAnnule(RendezVousVise(id: $0.id)) }
      + [.cloture(Cloture(motif: .sansSuite, note: nil))]
  }

  /// As it is shown to people: of one that was erased, without what stands for its phone numbers so that figures hold.
  package var montree: Demande {
    guard effaceeLe != nil else { return self }
    var montree = self
    montree.formulaire.demandeur.telephone = nil
    montree.contacts = contacts.map { note in
      ContactNote(
        contact: note.contact.avec(numeroAppele: nil), seq: note.seq, survenuLe: note.survenuLe,
        enregistreLe: note.enregistreLe, auteur: note.auteur, linf: note.linf)
    }
    return montree
  }

  mutating func efface(_ fait: Fait) {
    effaceeLe = fait.survenuLe
    prise = nil
  }

  /// Of one that was erased nothing is noted any more.
  func admettreNonEffacee() throws(ActeRefuse) {
    guard effaceeLe != nil else { return }
    throw ActeRefuse(.transition, Self.refusDEffacee)
  }

  private static let refusDEffacee =
    "Elle a été effacée : rien n’y est plus noté ; une nouvelle demande de la famille est une "
    + "autre demande."
}

extension Formulaire {
  /// Begins the reference of one that was erased: no producer can give such a one.
  private static let debutDEffacee = "[effacée "

  /// The reference that stands for that of an erased demande.
  static func referenceEffacee(_ numero: Numero) -> String { "\(debutDEffacee)\(numero.texte)]" }

  /// Its demande was erased: what it says compares with no other.
  package var estEfface: Bool { reference.hasPrefix(Self.debutDEffacee) }
}
