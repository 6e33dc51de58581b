import Guichet
import GuichetControl
import LinuxSystem

/// Keeps the picture of the office on the terminal up to date, until somebody has seen enough; then the terminal is as
/// it was found.
struct TableauPilote {
  typealias Moment = ContinuousClock.Instant

  private let contexte: Contexte
  private let socket: String
  private var ecoute: Ecoute
  private var donnees: TableauDonnees
  private var enRetard = ListeCourte(ListDemandes.Parameters(enRetard: true))
  private var aOrienter = ListeCourte(ListDemandes.Parameters(etat: "aOrienter"))
  private var rendezVous = ListeCourte<ListAgenda, RendezVousDuJour>()
  private var ecran: PleinEcran
  /// The lists may have changed since they were asked for.
  private var listesPerimees = true
  private var listesDemandees: Moment?
  private var dessineLe: Moment?
  private var imageDue = false
  private var resteALire = false
  private var estFini = false

  /// Reading a list is noted each time: no more often than a person can look.
  private static let entreListes = Duration.seconds(2)
  private static let vieilles = Duration.seconds(60)
  /// Between two pictures while much happens.
  private static let entreImages = Duration.milliseconds(100)

  init(
    _ contexte: Contexte, socket: String, ecoute: Ecoute, etat: Wire.Etat
  ) throws(SystemError) {
    self.contexte = contexte
    self.socket = socket
    self.ecoute = ecoute
    donnees = TableauDonnees(etat, .now)
    ecran = try PleinEcran(contexte.console)
  }

  /// Returns when the person leaves, or the terminal has gone.
  mutating func conduire() throws(CommandFailure) {
    do {
      defer { ecran.quitter() }
      try ecran.entrer()
      while !estFini { try avancer() }
    } catch let error as CommandFailure {
      throw error
    } catch let error as SystemError {
      // A terminal that has gone is a person who has left.
      if error.isTerminalGone { return }
      throw CommandFailure(.refused, error.message)
    } catch {
      throw CommandFailure(.refused, "Erreur imprévue : \(error).")
    }
  }

  private mutating func avancer() throws {
    let now = Moment.now
    try ecouter(now)
    try listes(now)
    try dessiner(now)
    let connections = [
      ecoute.waitable, enRetard.waitable, aOrienter.waitable, rendezVous.waitable,
    ].compactMap(\.self)
    let come = try Standby.wait(connections: connections, input: true, signals: ecran.signals, until: prochain(now))
    if come.contains(.outputLost) { estFini = true }
    if come.contains(.signal), try ecran.entendre() { estFini = true }
    if come.contains(.input) {
      guard let keys = try ecran.touches() else {
        estFini = true
        return
      }
      if keys.contains(where: { "qQ".utf8.contains($0) }) { estFini = true }
    }
  }

  /// When to go on even if nothing comes: the clock on the screen moves every second.
  private func prochain(_ now: Moment) -> Moment {
    let second = 1_000_000 - contexte.maintenant().microseconds % 1_000_000
    var next = min(now.advanced(by: .microseconds(second + 1000)), ecoute.echeance)
    if let listesDemandees, listesPerimees, peutDemander {
      next = min(next, listesDemandees.advanced(by: Self.entreListes))
    }
    if let dessineLe, imageDue { next = min(next, dessineLe.advanced(by: Self.entreImages)) }
    // What has been received already wakes nobody.
    return resteALire ? now : next
  }

  /// Whether the lists can be asked for: the daemon is there, and no answer is under way.
  private var peutDemander: Bool {
    ecoute.perdueDepuis == nil && !enRetard.attend && !aOrienter.attend && !rendezVous.attend
  }

  private mutating func ecouter(_ now: Moment) throws {
    resteALire = false
    // Not for ever: a long past is not to keep the keyboard waiting.
    for _ in 0..<50 {
      guard let nouvelle = try ecoute.avancer(now) else { return }
      switch nouvelle {
      case .message(let reply):
        if donnees.apprendre(reply, now) { listesPerimees = true }
      case .revenue(let reply):
        _ = donnees.apprendre(reply, now)
        listesPerimees = true
      case .perdue, .reculee: continue
      }
    }
    resteALire = true
  }

  private mutating func listes(_ now: Moment) throws {
    // Échéances pass without anything being recorded.
    if let listesDemandees, listesDemandees.advanced(by: Self.vieilles) <= now { listesPerimees = true }
    let isDue = listesDemandees.map { $0.advanced(by: Self.entreListes) <= now } ?? true
    if listesPerimees, isDue, peutDemander {
      listesPerimees = false
      listesDemandees = now
      enRetard.demander(contexte.connecter, socket: socket)
      aOrienter.demander(contexte.connecter, socket: socket)
      rendezVous.demander(contexte.connecter, socket: socket)
    }
    try enRetard.avancer()
    try aOrienter.avancer()
    try rendezVous.avancer()
  }

  private mutating func dessiner(_ now: Moment) throws {
    imageDue = dessineLe.map { now < $0.advanced(by: Self.entreImages) } ?? false
    if imageDue { return }
    let size = Terminal.size ?? Terminal.Size(rows: 24, columns: 80)
    var moment = donnees.moment(now, perdueDepuis: ecoute.perdueDepuis, maintenant: contexte.horodatage)
    moment.enRetard = enRetard.contenu
    moment.aOrienter = aOrienter.contenu
    moment.rendezVous = rendezVous.contenu
    let style = TextStyle(contexte.console, contexte.environnement)
    let lines = TableauVue.lignes(moment, largeur: size.columns, hauteur: size.rows).map { $0.rendue(style) }
    dessineLe = now
    try ecran.montrer(lines, size)
  }
}
