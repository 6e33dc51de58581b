import Guichet
import GuichetRegister

/// What reports are computed from: the lines of a year, kept from one report to the next and brought up to what was
/// recorded since.
///
/// Lines are read beside the writer, at most one year at a time; intake never waits for them.
actor BilanDesk {
  /// What was last computed; a report of another year, day or timetable takes its place.
  private struct Retenu {
    let annee: Int
    let seq: Int64
    let empreinte: String
    let lignes: LignesDeLAnnee
    let illisibles: [Numero]
  }

  private let office: Office
  private var retenu: Retenu?
  private var enCours: Task<CalculDeBilan, any Error>?

  init(_ office: Office) {
    self.office = office
  }

  /// The lines of a year with what adds them up.
  ///
  /// - Parameter jour: the last day that counts; nil for all that is known.
  func calcul(annee: Int, arreteAu jour: DateCivile?) async throws -> CalculDeBilan {
    // One after the other: who asks for the same meanwhile finds it made.
    while let running = enCours { _ = await running.result }
    let task = Task { try await self.compute(annee, jour) }
    enCours = task
    defer { enCours = nil }
    return try await task.value
  }

  /// The same lines as they were: by the facts up to one, and by a version of the référentiel.
  ///
  /// - Returns: nil where there is no such version.
  func calcul(
    annee: Int, arreteAu end: Instant, jusqua seq: Int64, referentiel version: Int
  ) async throws -> CalculDeBilan? {
    while let running = enCours { _ = await running.result }
    let fichiers = try await office.register.referentiel(version)
    guard !fichiers.isEmpty else { return nil }
    let referentiel = try Referentiel.charger(fichiers, departement: office.configuration.caf.departement)
    let horloges = office.horloges(referentiel, version: version)
    let tentatives = office.configuration.delais.tentatives
    let all = try await office.register.rejouer(annee: annee, jusqua: seq, sans: NatureFait.horsDesBilans) {
      LigneDeBilan($0, horloges, tentatives: tentatives)
    }
    return CalculDeBilan(
      annee: annee, arreteAu: end, seq: seq, lignes: LignesDeLAnnee(all.valeurs), illisibles: all.illisibles,
      referentiel: referentiel, horloges: horloges)
  }

  private func compute(_ annee: Int, _ jour: DateCivile?) async throws -> CalculDeBilan {
    let (register, now) = (office.register, office.clock.now())
    guard let horloges = register.horloges else {
      throw RegisterError.transient("Le guichet vient de démarrer et ne connaît pas encore ses horaires.")
    }
    let end = jour.map { office.fuseau.start(of: $0.advanced(byDays: 1)) }
    let head = register.head.seq
    let seq = if let end, end <= now { try await register.dernierFait(avant: end) } else { head }
    let lignes = try await lignes(annee, seq, horloges)
    retenu = lignes
    return CalculDeBilan(
      annee: annee, arreteAu: end.map { min($0, now) } ?? now, seq: seq, lignes: lignes.lignes,
      illisibles: lignes.illisibles, referentiel: office.desk.version.routeur.referentiel, horloges: horloges)
  }

  private func lignes(_ annee: Int, _ seq: Int64, _ horloges: Horloges) async throws -> Retenu {
    let tentatives = office.configuration.delais.tentatives
    let make: @Sendable (Demande) -> LigneDeBilan = { LigneDeBilan($0, horloges, tentatives: tentatives) }
    guard let known = retenu, known.annee == annee, known.empreinte == horloges.empreinte, known.seq <= seq else {
      let all = try await office.register.rejouer(annee: annee, jusqua: seq, sans: NatureFait.horsDesBilans, make)
      return Retenu(
        annee: annee, seq: seq, empreinte: horloges.empreinte, lignes: LignesDeLAnnee(all.valeurs),
        illisibles: all.illisibles)
    }
    let touched = try await office.register.touchees(annee: annee, apres: known.seq, jusqua: seq)
    guard !touched.isEmpty else {
      return Retenu(
        annee: annee, seq: seq, empreinte: known.empreinte, lignes: known.lignes, illisibles: known.illisibles)
    }
    let fresh = try await office.register.rejouer(touched, jusqua: seq, sans: NatureFait.horsDesBilans, make)
    var byNumero = Dictionary(uniqueKeysWithValues: known.lignes.toutes.map { ($0.numero, $0) })
    for numero in touched { byNumero[numero] = nil }
    for ligne in fresh.valeurs { byNumero[ligne.numero] = ligne }
    let unreadable = Set(known.illisibles).subtracting(touched).union(fresh.illisibles)
    return Retenu(
      annee: annee, seq: seq, empreinte: known.empreinte,
      lignes: LignesDeLAnnee(byNumero.values.sorted { $0.numero < $1.numero }), illisibles: unreadable.sorted())
  }
}
