/// Whether a family may be given up as one that cannot be reached: a rule, not a choice.
package enum Injoignable: Hashable, Sendable {
  case oui
  /// What is missing, one French sentence.
  case non(String)
}

extension Demande {
  /// So many attempts on so many different half-days; or one attempt and one written notice, where every number is wrong.
  ///
  /// Counted are those of the LINF that has it, since the family last answered.
  ///
  /// - Parameter fuseau: of the Caf, by whose days half-days are told apart.
  package func peutEtreInjoignable(tentatives needed: Int, fuseau: Fuseau) -> Injoignable {
    let attempts = tentatives
    if tousNumerosFaux {
      if attempts.contains(where: \.contact.estUnAvis) { return .oui }
      return .non(
        "Tous ses numéros sont faux : il manque un avis écrit, par courriel ou par courrier, avant de la dire injoignable."
      )
    }
    let halves = Set(attempts.map { DemiJournee($0.survenuLe, fuseau) }).sorted()
    guard halves.count < needed else { return .oui }
    let missing = needed - halves.count
    let words = missing == 1 ? "une tentative" : "\(missing) tentatives"
    let done = halves.isEmpty ? "aucune n’est notée" : "sont notées : " + halves.map(\.phrase).joined(separator: ", ")
    return .non(
      "Il manque \(words) sur \(needed), chacune une autre demi-journée, avant de la dire injoignable ; \(done).")
  }
}
