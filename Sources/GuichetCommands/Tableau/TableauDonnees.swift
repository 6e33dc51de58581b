import GuichetControl

/// What has been learnt of the office, and when.
struct TableauDonnees {
  typealias Moment = ContinuousClock.Instant

  private var etat: Wire.Etat
  private var apprisLe: Moment
  private var etatLe: Moment
  /// Newest first.
  private var faits: [Wire.Fait] = []
  /// How many demandes there were, over the last minute.
  private var totaux: [(le: Moment, total: Int)]

  private static let gardes = 100
  private static let minute = Duration.seconds(60)

  init(_ etat: Wire.Etat, _ now: Moment) {
    self.etat = etat
    apprisLe = now
    etatLe = now
    totaux = [(now, etat.demandes.total)]
  }

  /// - Returns: whether the demandes may be others than before.
  mutating func apprendre(_ reply: Subscribe.Reply, _ now: Moment) -> Bool {
    apprisLe = now
    faits = Array((reply.faits.reversed() + faits).prefix(Self.gardes))
    guard let new = reply.etat else { return !reply.faits.isEmpty }
    defer { (etat, etatLe) = (new, now) }
    compter(new.demandes.total, now)
    return !reply.faits.isEmpty || new.demandes != etat.demandes
  }

  /// Counts a second apart are enough; the last one that is older than a minute is what the minute began with.
  private mutating func compter(_ total: Int, _ now: Moment) {
    if let last = totaux.last, totaux.count > 1, last.le.duration(to: now) < .seconds(1) { totaux.removeLast() }
    totaux.append((now, total))
    while totaux.count > 1, totaux[1].le.duration(to: now) >= Self.minute { totaux.removeFirst() }
  }

  func moment(_ now: Moment, perdueDepuis: Moment?, maintenant: String) -> TableauMoment {
    // By the office's clock, whatever this machine's shows.
    let passees = Self.seconds(from: etatLe, to: now)
    var moment = TableauMoment(
      maintenant: etat.le.flatMap { Horodatage.apres($0, secondes: passees) } ?? maintenant, etat: etat)
    if let perdueDepuis { moment.liaison = .perdue(Self.seconds(from: perdueDepuis, to: now)) }
    moment.age = Self.seconds(from: apprisLe, to: now)
    moment.cadence = cadence(now)
    moment.faits = faits
    return moment
  }

  private func cadence(_ now: Moment) -> TableauMoment.Cadence? {
    guard let first = totaux.first, let last = totaux.last else { return nil }
    let seconds = Self.seconds(from: first.le, to: now)
    return TableauMoment.Cadence(recues: max(0, last.total - first.total), secondes: seconds)
  }

  private static func seconds(from start: Moment, to end: Moment) -> Int {
    Int(max(.zero, start.duration(to: end)).components.seconds)
  }
}
