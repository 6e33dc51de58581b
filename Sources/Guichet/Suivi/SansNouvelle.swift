/// Whether a family may be given up as one that does not answer any more: a rule, not a choice.
package enum SansNouvelle: Hashable, Sendable {
  case oui
  /// What is missing, one French sentence.
  case non(String)
}

extension Demande {
  /// Attempts that the rule asks for.
  private static let relancesTentees = 2

  /// Two relances that were due, each attempted on a day of its own, the family not heard since the first, and a week
  /// gone by since the last attempt. A family that asked to be left alone cannot be relanced: nothing is counted of it.
  ///
  /// Counted are those of the LINF that has it, since it last informed the family or the demande was opened again.
  package func peutEtreSansNouvelle(_ horloges: Horloges, at now: Instant) -> SansNouvelle {
    guard let relances = horloges.relances(of: self) else {
      return .non(
        "La famille n’a pas été informée : aucune relance n’est due ; si elle ne répond pas, elle peut être injoignable."
      )
    }
    if estSilencieuse { return .oui }
    let fuseau = horloges.heures.fuseau
    let passages = passages(fuseau)
    let attempts = relances.tentees(passages)
    let missing = Self.relancesTentees - attempts.count
    guard missing <= 0 else {
      let words = missing == 1 ? "une relance tentée" : "\(missing) relances tentées"
      let done =
        attempts.isEmpty
        ? "aucune ne l’est depuis qu’elle a été entendue"
        : "est tentée celle du " + attempts.map(\.jour.jourEtMois).joined(separator: ", ")
      let next = relances.prochaine(apres: passages)
      return .non(
        "Il manque \(words) sur \(Self.relancesTentees) avant de la dire sans nouvelle ; \(done). La prochaine est du "
          + "\(next.jour.avecJour) (\(next.phrase)).")
    }
    guard let last = passages.last(where: \.estTentative)?.jour else { return .oui }
    let from = last.advanced(byDays: CalendrierDesRelances.semaine)
    guard fuseau.date(of: now) < from else { return .oui }
    return .non(
      "La famille a été relancée le \(last.avecJour) : elle peut être dite sans nouvelle à partir du \(from.avecJour).")
  }
}

extension Demande {
  /// A contact that is made to follow up an informed family is of one that is in suivi.
  package func admettreUneRelance() throws(ActeRefuse) {
    guard etat != .enSuivi else { return }
    throw ActeRefuse(
      .transition,
      "Elle est « \(etat.libelle) », pas en suivi : il n’y a pas de relance à noter ; « guichetctl contact ajouter » note "
        + "tout autre contact.")
  }
}
