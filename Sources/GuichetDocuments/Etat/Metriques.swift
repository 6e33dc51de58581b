package import Guichet

/// `guichet.prom`: what Prometheus is told. Names and units by its conventions; labels of closed lists.
package struct Metriques: Sendable {
  /// Since the start, by code.
  package struct Compteurs: Sendable {
    package typealias Comptes = [(String, Int)]
    let prises, refus, routages, appels, erreurs: Comptes

    package init(prises: Comptes, refus: Comptes, routages: Comptes, appels: Comptes, erreurs: Comptes) {
      self.prises = prises
      self.refus = refus
      self.routages = routages
      self.appels = appels
      self.erreurs = erreurs
    }
  }

  let version, sqlite: String
  let demarre, battement: Instant
  let constats: Constats
  let parEtat: [(Etat, Int)]
  let dernierDepot: Instant?
  let enAttente, courriels: Int
  let sequence: Int64
  let derniereSauvegarde: Instant?
  let places: [(chemin: String, espace: Double, inodes: Double)]
  let compteurs: Compteurs
  let transactions, commits: Histogramme

  /// - Parameters:
  ///   - sqlite: version of the library.
  ///   - transactions: times of whole write transactions.
  ///   - commits: times of their COMMIT, which is when the disk is waited for.
  package init(
    version: String, sqlite: String, demarre: Instant, battement: Instant, constats: Constats, parEtat: [(Etat, Int)],
    dernierDepot: Instant?, enAttente: Int, courriels: Int, sequence: Int64, derniereSauvegarde: Instant?,
    places: [(chemin: String, espace: Double, inodes: Double)], compteurs: Compteurs, transactions: Histogramme,
    commits: Histogramme
  ) {
    self.version = version
    self.sqlite = sqlite
    self.demarre = demarre
    self.battement = battement
    self.constats = constats
    self.parEtat = parEtat
    self.dernierDepot = dernierDepot
    self.enAttente = enAttente
    self.courriels = courriels
    self.sequence = sequence
    self.derniereSauvegarde = derniereSauvegarde
    self.places = places
    self.compteurs = compteurs
    self.transactions = transactions
    self.commits = commits
  }

  package var texte: String {
    var out = Exposition()
    programme(&out)
    travail(&out)
    prise(&out)
    registre(&out)
    let found = Set(constats.pannes.map(\.code))
    out.jauges(
      "guichet_faults", "Whether a fault is present, by code.",
      // While the loop hangs nothing is written: the age of the heartbeat tells, and a series that is never 1 would not.
      Panne.Code.allCases.filter { $0 != .boucleArretee }.map { (["code": $0.rawValue], found.contains($0) ? 1 : 0) })
    return out.texte
  }

  private func programme(_ out: inout Exposition) {
    out.jauges("guichet_build_info", "Version of guichetd.", [(["version": version], 1)])
    out.jauge("guichet_start_time_seconds", "When the daemon was started, in Unix time.", Self.unix(demarre))
    out.jauge(
      "guichet_heartbeat_timestamp_seconds", "When the work loop last showed progress, in Unix time.",
      Self.unix(battement))
    out.jauge("guichet_intake_paused", "Whether the intake is paused.", constats.pause == nil ? 0 : 1)
    out.jauges(
      "guichet_free_space_ratio", "Free share of the file system, 0 to 1.",
      places.map { (["chemin": $0.chemin], $0.espace) })
    out.jauges(
      "guichet_free_inodes_ratio", "Free share of the inodes, 0 to 1.",
      places.map { (["chemin": $0.chemin], $0.inodes) })
  }

  private func travail(_ out: inout Exposition) {
    out.jauges("guichet_demandes", "Demandes by état.", parEtat.map { (["etat": $0.0.rawValue], Double($0.1)) })
    out.jauge("guichet_demandes_en_retard", "Demandes past their échéance.", constats.retard.map(Double.init))
    out.jauge(
      "guichet_a_orienter_oldest_age_seconds", "Age of the oldest demande that waits for a LINF; 0 for none.",
      Double(constats.aOrienter ?? 0))
    out.jauge("guichet_courriels_pending", "Mails to be sent.", Double(courriels))
    out.jauge("guichet_sorties_pending", "LINF whose folder cannot be written.", Double(constats.dossiers))
  }

  private func prise(_ out: inout Exposition) {
    out.compteurs(
      "guichet_formulaires_total", "Files read from depot/, by what became of them.",
      compteurs.prises.map { (["resultat": $0.0], $0.1) })
    out.compteurs("guichet_refus_total", "Files refused, by code.", compteurs.refus.map { (["code": $0.0], $0.1) })
    out.compteurs(
      "guichet_routages_total", "Demandes routed on intake: to a LINF, or the reason why not.",
      compteurs.routages.map { (["issue": $0.0], $0.1) })
    out.jauge("guichet_rejets_ouverts", "Refused files that nobody has dealt with.", Double(constats.rejets))
    out.jauge("guichet_depot_files", "Files waiting in depot/.", Double(enAttente))
    out.jauge(
      "guichet_depot_oldest_age_seconds", "Age of the oldest file of depot/; 0 for none.", Double(constats.depot ?? 0))
    out.jauge(
      "guichet_dernier_formulaire_timestamp_seconds", "When a producer last dropped a formulaire, in Unix time.",
      dernierDepot.map(Self.unix))
    out.jauge(
      "guichet_silence_open_seconds",
      "Open time of the Caf since a producer last dropped a formulaire, or since the first référentiel where none did.",
      constats.silence.map(Double.init))
    out.jauge(
      "guichet_silence_limit_seconds", "Open time from which silence is a fault.",
      constats.silence.map { _ in Double(constats.silenceAuPlus) })
    out.compteurs(
      "guichet_control_calls_total", "Calls of the control socket, by method.",
      compteurs.appels.map { (["method": $0.0], $0.1) })
    out.compteurs(
      "guichet_control_errors_total", "Calls that were answered by an error.",
      compteurs.erreurs.map { (["error": $0.0], $0.1) })
  }

  private func registre(_ out: inout Exposition) {
    out.histogramme(
      "guichet_transaction_duration_seconds", "Write transactions of the register, from BEGIN to COMMIT.", transactions)
    out.histogramme(
      "guichet_fsync_duration_seconds", "COMMIT of write transactions, in which the disk is waited for.", commits)
    out.jauge("guichet_journal_sequence", "Rank of the last fact of the journal.", Double(sequence))
    out.jauges(
      "guichet_sqlite_info",
      "Version of SQLite, and whether it has the fix of 3.51.3 for a WAL reset by two connections.",
      [(["version": sqlite, "wal_reset": Self.aLeCorrectif(sqlite) ? "corrige" : "sans_effet_un_seul_ecrivain"], 1)])
    out.jauge(
      "guichet_backup_timestamp_seconds", "When the last good backup was made, in Unix time.",
      derniereSauvegarde.map(Self.unix))
  }

  private static func unix(_ instant: Instant) -> Double { Double(instant.microseconds / 1000) / 1000 }

  /// One connection does every write and checkpoint here, so that older versions are safe too.
  package static func aLeCorrectif(_ version: String) -> Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) } + [0, 0, 0]
    return (parts[0], parts[1], parts[2]) >= (3, 51, 3)
  }
}
