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
    /// Its facts cannot be read; the journal is to be verified.
    case illisible
    /// There is no demande of that numero, or none that the caller may see.
    case introuvable
    /// It is no longer what the caller was shown.
    case changee
  }

  package let code: Code
  /// One French sentence, with what is possible instead.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
