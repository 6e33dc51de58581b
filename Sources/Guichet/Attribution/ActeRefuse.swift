/// Why an act on a demande is not done; nothing is changed then.
package struct ActeRefuse: Error, Hashable, Sendable {
  package enum Code: String, CaseIterable, Sendable {
    /// The life cycle does not allow it where the demande stands.
    case transition
    /// It would change nothing.
    case dejaLa
    case linfInconnu
    /// No LINF has it.
    case sansLinf
    /// The rules do not propose another place for it.
    case sansProposition
    /// Its facts cannot be read; the journal is to be verified.
    case illisible
    /// There is no demande of that numero, or none that the caller may see.
    case introuvable
    /// It left the caller's LINF less than 30 days ago.
    case transmise
    /// It is no longer what the caller was shown.
    case changee
    /// Another person has it in hand.
    case enMain
    /// What is told of it cannot have happened so.
    case incoherent
    /// A rule finds it, not a person, and does not find it now; or asks for more.
    case regle
    /// The LINF gives no rendez-vous then.
    case horsHoraires
    /// All who could receive are taken then.
    case complet
    /// A rendez-vous by phone, and no number that can be called.
    case sansTelephone
    /// It has no rendez-vous to act on.
    case sansRendezVous
    /// The moment is over.
    case rendezVousPasse
    /// What came of it is not known before it began.
    case rendezVousAVenir
  }

  package let code: Code
  /// One French sentence, with what is possible instead.
  package let message: String
  /// The lease that refuses it; nil for any other reason.
  package let prise: Prise?

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
    prise = nil
  }

  /// Refused because somebody else has it in hand: who reads it is told by name, see `Prise.phrase`; here agents have none.
  init(_ prise: Prise) {
    code = .enMain
    message = "Une autre personne l’a en main ; demandez-lui, ou reprenez-la sciemment."
    self.prise = prise
  }

  /// The same to the letter whether there is none or another LINF has it: nothing tells the two apart.
  package static let introuvable = ActeRefuse(.introuvable, "Aucune demande ne porte ce numéro ; vérifiez-le.")
}
