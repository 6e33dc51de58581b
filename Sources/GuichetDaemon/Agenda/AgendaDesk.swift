import Guichet
import GuichetDocuments
import GuichetRegister

/// What the agenda and the morning sheet of a LINF are made from.
struct AgendaDesk: Sendable {
  let office: Office

  /// Days back that a calendar keeps.
  private static let joursPasses = 180
  /// Days ahead, and back for those that nobody filled in, that are looked at.
  private static let joursAVenir = 1830
  private static let joursARenseigner = 90
  /// Families to call that are read for a sheet of one page.
  private static let appels = 45

  /// The time in which a LINF gives rendez-vous; nil where the référentiel in force does not have it.
  func ouverts(_ linf: String) -> PostesOuverts? {
    let referentiel = office.desk.version.routeur.referentiel
    return referentiel?.linf(linf).flatMap { referentiel?.postesOuverts(of: $0, caf: office.heures) }
  }

  /// From the first moment of a day until the first of the day after another.
  func jours(_ jours: ClosedRange<DateCivile>) -> Range<Instant> {
    office.fuseau.start(of: jours.lowerBound)..<office.fuseau.start(of: jours.upperBound.advanced(byDays: 1))
  }

  /// A document for a LINF, and how many families it tells of.
  struct Document: Sendable {
    let bytes: [UInt8]
    let familles: Int
  }

  /// The calendar of a LINF, with what its setting lets out of a family.
  func calendrier(_ linf: String, now: Instant) async throws(RegisterError) -> Document {
    let today = office.today(now)
    let rows = try await office.register.agenda(
      of: [linf], jours(today.advanced(byDays: -Self.joursPasses)...today.advanced(byDays: Self.joursAVenir)))
    let showsFamilies = office.configuration.linf(linf).agenda == .detail
    let entrees = try await entrees(rows, pour: linf, avecFamilles: showsFamilies, now: now)
    let calendar = AgendaICalendar(
      nom: "Rendez-vous, \(nom(linf))",
      departement: office.configuration.caf.departement ?? office.desk.version.routeur.referentiel?.departement
        ?? "caf",
      fuseau: office.fuseau, entrees: entrees, jour: today)
    return Document(
      bytes: calendar.bytes,
      familles: Set(entrees.filter { $0.famille != nil || $0.telephone != nil }.map(\.numero)).count)
  }

  /// The morning sheet of a LINF, with the families of those for which it stands in that day.
  func feuille(_ linf: String, now: Instant) async throws(RegisterError) -> (feuille: FeuilleDuMatin, familles: Int) {
    let today = office.today(now)
    let rows = try await office.register.agenda(
      of: [linf], jours(today.advanced(byDays: -Self.joursARenseigner)...today))
    let start = office.fuseau.start(of: today)
    let expected = rows.filter { $0.rendezVous.statut == .prevu && $0.rendezVous.debut >= start }
    let unfilled = rows.filter { $0.rendezVous.debut < start && $0.rendezVous.estARenseigner(at: now) }
    let (calls, others) = try await appels(linf, now: now)
    var supplees: [FeuilleDuMatin.Supplee] = []
    var familles = calls.count + expected.count + unfilled.count
    for suppleance in office.suppleances(par: [linf]) {
      let (calls, others) = try await appels(suppleance.linf, now: now)
      let rows = try await office.register.agenda(of: [suppleance.linf], jours(today...today))
      let expected = rows.filter { $0.rendezVous.statut == .prevu }
      supplees.append(
        FeuilleDuMatin.Supplee(
          nom: nom(suppleance.linf), jusqua: suppleance.jusqua,
          rendezVous: try await attendus(expected, suppleance.linf, now: now), appels: calls, autres: others))
      familles += calls.count + expected.count
    }
    let sheet = FeuilleDuMatin(
      nom: nom(linf), fuseau: office.fuseau, le: now, rendezVous: try await attendus(expected, linf, now: now),
      aRenseigner: try await attendus(unfilled, linf, now: now), appels: calls, autres: others, supplees: supplees)
    return (sheet, familles)
  }

  private func attendus(
    _ rows: [LigneDAgenda], _ linf: String, now: Instant
  ) async throws(RegisterError) -> [FeuilleDuMatin.Attendu] {
    try await entrees(rows, pour: linf, avecFamilles: true, now: now).map(FeuilleDuMatin.Attendu.init)
  }

  /// The first families that a LINF has to call, and how many more there are.
  private func appels(
    _ linf: String, now: Instant
  ) async throws(RegisterError) -> (appels: [FeuilleDuMatin.Appel], autres: Int) {
    var filter = DemandeFilter()
    filter.linf = [linf]
    filter.etats = [.aContacter]
    let numeros = try await office.register.numeros(filter)
    let shown = Array(numeros.prefix(Self.appels))
    let families = Dictionary(
      try await office.register.demandes(shown).map { ($0.numero, $0) }, uniquingKeysWith: { first, _ in first })
    let calls = try await office.register.rows(shown).map { row in
      FeuilleDuMatin.Appel(
        numero: row.numero, famille: families[row.numero]?.nomDeFamille ?? "",
        telephone: families[row.numero]?.telephoneMontre, echeance: row.echeance, estUrgent: row.urgente,
        estEnRetard: row.echeance.map { $0 < now } ?? false)
    }
    return (calls, numeros.count - shown.count)
  }

  /// - Parameter linf: families whose demande has gone elsewhere are not shown to it.
  private func entrees(
    _ rows: [LigneDAgenda], pour linf: String, avecFamilles: Bool, now: Instant
  ) async throws(RegisterError) -> [AgendaICalendar.Entree] {
    var families: [Numero: Demande] = [:]
    if avecFamilles {
      let own = Set(rows.filter { $0.chez == linf }.map(\.numero))
      for demande in try await office.register.demandes(Array(own)) { families[demande.numero] = demande }
    }
    let ouverts = ouverts(linf)
    return rows.map { row in
      AgendaICalendar.Entree(
        numero: row.numero, rendezVous: row.rendezVous, famille: families[row.numero]?.nomDeFamille,
        telephone: families[row.numero]?.telephoneMontre,
        aDeplacer: row.rendezVous.aDeplacer(chez: row.chez, ouverts, at: now))
    }
  }

  private func nom(_ linf: String) -> String { office.desk.version.routeur.referentiel?.linf(linf)?.nom ?? linf }
}

extension Demande {
  /// `Martin Élodie`; nil where the form has no name.
  var nomDeFamille: String? {
    let parts = [formulaire.demandeur.nom, formulaire.demandeur.prenom].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// As it is dialled; as it was typed where it cannot be.
  var telephoneMontre: String? { formulaire.demandeur.telephone.map { $0.e164 ?? $0.saisi } }
}
