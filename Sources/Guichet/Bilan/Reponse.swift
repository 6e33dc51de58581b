/// What a family got in answer to its demande, and how long that took: « réponse » as a bilan and a preuve count it.
package struct Reponse: Hashable, Sendable {
  /// The degrees of an answer.
  package enum Degre: String, CodeLibelle {
    /// One outgoing contact was made, whatever came of it.
    case tentee
    /// The family was spoken or written to with information, or a rendez-vous was given.
    case repondue
    /// The rule on families that cannot be reached is met.
    case injoignable

    package var libelle: String {
      switch self {
      case .tentee: "tentée"
      case .repondue: "répondue"
      case .injoignable: "injoignable"
      }
    }
  }

  package let le: Instant
  /// Id of the LINF that gave it; nil where nobody had the demande.
  package let linf: String?
  package let depuisDepot: DelaiMesure
  /// Since that LINF had the demande.
  package let depuisAttribution: DelaiMesure
  /// By the échéance of the first contact, as the rule sets it from the assignment and pauses move it. What a person set
  /// in its place is not a measure of how fast offices answer, and is left out.
  package let estATemps: Bool
}

extension Demande {
  /// The first answers of each degree, by whoever had the demande.
  func reponses(_ horloges: Horloges, tentatives: Int) -> [Reponse.Degre: Reponse] {
    var first: [Reponse.Degre: Reponse] = [:]
    let (tried, told) = (premiereTentative, premiereInformation)
    if let tried { first[.tentee] = reponse(tried.le, tried.linf, horloges) }
    if let told {
      // Most families are told at the first call: it is measured once.
      let isSame = tried.map { $0 == told } ?? false
      first[.repondue] = isSame ? first[.tentee] : reponse(told.le, told.linf, horloges)
    }
    if let le = injoignableDepuis(tentatives: tentatives, fuseau: horloges.heures.fuseau) {
      first[.injoignable] = reponse(le, linf, horloges)
    }
    return first
  }

  private var premiereTentative: (le: Instant, linf: String?)? {
    contacts.lazy.filter { $0.contact.sens == .sortant }.map { ($0.survenuLe, $0.linf) }.min { $0.0 < $1.0 }
  }

  private var premiereInformation: (le: Instant, linf: String?)? {
    let told = contacts.filter(\.contact.informe).map { ($0.survenuLe, $0.linf) }
    let given = rendezVous.map { (rendezVousFixesLe[$0.id] ?? $0.modifieLe, Optional($0.linf)) }
    return (told + given).min { $0.0 < $1.0 }
  }

  private func reponse(_ le: Instant, _ linf: String?, _ horloges: Horloges) -> Reponse {
    let calendrier = horloges.calendrier(of: linf)
    let attribution = attributionAvant(le, a: linf)
    return Reponse(
      le: le, linf: linf, depuisDepot: DelaiMesure(from: min(deposeeLe, recueLe), to: le, in: calendrier),
      depuisAttribution: DelaiMesure(from: attribution, to: le, in: calendrier),
      estATemps: horloges.premierContactEstATemps(
        le, depuis: attribution, linf, estUrgente: estUrgente, pauses: pauses(avant: le)))
  }

  /// All times in which its clock stood still before that moment, those too that a closing ended.
  private func pauses(avant le: Instant) -> [Pause] {
    suspensionsPassees.isEmpty && suspensions.isEmpty
      ? [] : (suspensionsPassees + suspensions).filter { $0.debut < le }
  }

  /// By when the LINF that has it should reach the family for the first time, as pauses move it; nil while its clock
  /// stands still, and where nobody has it.
  func premierContactDu(_ horloges: Horloges) -> Instant? {
    guard let linf else { return nil }
    return horloges.premierContactDu(
      depuis: debutDHorloge, linf, estUrgente: estUrgente, pauses: suspensionsPassees + suspensions)
  }

  /// Since when that LINF had it at that moment; since it was received where an answer was entered for a moment before.
  private func attributionAvant(_ le: Instant, a linf: String?) -> Instant {
    let since = attributions.last { $0.vers == linf && $0.de != linf && $0.le <= le }?.le
    return since ?? attributions.first { $0.vers == linf }?.le ?? recueLe
  }

  /// Since when the rule on families that cannot be reached is met, while it is.
  private func injoignableDepuis(tentatives needed: Int, fuseau: Fuseau) -> Instant? {
    guard premiereInformation == nil, peutEtreInjoignable(tentatives: needed, fuseau: fuseau) == .oui else {
      return nil
    }
    let attempts = self.tentatives
    if tousNumerosFaux { return attempts.last(where: \.contact.estUnAvis)?.survenuLe }
    var halves: Set<DemiJournee> = []
    return attempts.first { halves.insert(DemiJournee($0.survenuLe, fuseau)).inserted && halves.count == needed }?
      .survenuLe
  }
}

extension Horloges {
  /// Whether a first contact at that moment came by its échéance.
  func premierContactEstATemps(
    _ le: Instant, depuis start: Instant, _ linf: String?, estUrgente: Bool, pauses: [Pause]
  ) -> Bool {
    premierContactDu(depuis: start, linf, estUrgente: estUrgente, pauses: pauses).map { le <= $0 } ?? true
  }

  /// The échéance of a first contact; nil while it is paused, and where nobody ever opens: there is none to be late by.
  func premierContactDu(
    depuis start: Instant, _ linf: String?, estUrgente: Bool, pauses: [Pause]
  ) -> Instant? {
    let delais = delais(of: linf)
    let contact = PremierContact(
      linf: calendrier(of: linf), caf: heures.calendrier, delai: estUrgente ? delais.urgence : delais.premierContact,
      plafond: delais.plafond)
    do throws(JamaisOuvert) {
      return try contact.echeance(from: start, pauses: pauses).echeance.instant
    } catch {
      return nil
    }
  }
}
