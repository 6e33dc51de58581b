import Glibc
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON
import VarlinkClient

/// Lives a year of the office, hour by hour: families file, advisers work while the Caf is open.
struct Simulation {
  let daemon: BenchDaemon
  let depot: String
  let courriel: String
  let calendrier: CalendrierOuvert
  let communes: Communes
  let annee: Int
  let nombre: Int
  let graine: UInt64
  private(set) var compte = CompteDActes()
  private var familles: [FamilleSimulee] = []
  /// By hour since 1970: what is to be done then, by the rank of its family.
  private var agenda: [Int: [(famille: Int, acte: ActeSimule)]] = [:]
  private var faite = 0
  private var deposes = 0

  init(
    daemon: BenchDaemon, depot: String, courriel: String, calendrier: CalendrierOuvert, communes: Communes, annee: Int,
    nombre: Int,
    graine: UInt64
  ) {
    self.daemon = daemon
    self.depot = depot
    self.courriel = courriel
    self.calendrier = calendrier
    self.communes = communes
    self.annee = annee
    self.nombre = nombre
    self.graine = graine
  }

  static func moment(_ annee: Int, _ mois: Int, _ jour: Int, heure: Int, _ fuseau: Fuseau) throws -> Instant {
    guard let day = DateCivile(annee: annee, mois: mois, jour: jour) else { throw BenchFailure("Jour impossible.") }
    return fuseau.firstInstant(day, heure)
  }

  private static let heuresDeTravail = [9, 10, 11, 14, 15, 16]

  /// - Parameters:
  ///   - jours: of the year, at most.
  ///   - eachDay: told of each day before it begins.
  mutating func vivre(jours: Int, _ eachDay: (DateCivile) throws -> Void) throws {
    guard var day = DateCivile(annee: annee, mois: 1, jour: 1) else { return }
    faite = heure(of: calendrier.fuseau.firstInstant(day, 0))
    let last = day.advanced(byDays: jours - 1)
    while day.annee == annee, day <= last {
      try eachDay(day)
      for hour in 9...16 {
        let now = calendrier.fuseau.firstInstant(day, hour).advanced(bySeconds: 300)
        if hour == 13 { try recevoir(day, at: calendrier.fuseau.firstInstant(day, 13).advanced(bySeconds: 2400)) }
        guard Self.heuresDeTravail.contains(hour), calendrier.isOpen(at: now) else { continue }
        try avancer(now)
        try emporter()
        try travailler(now)
      }
      day = day.advanced(byDays: 1)
    }
    // What falls due at the very end still does, and what was promised for the first days is seen to go out.
    try avancer(calendrier.fuseau.firstInstant(day, 0).advanced(bySeconds: -1))
    try emporter()
  }

  private func avancer(_ instant: Instant) throws {
    _ = try daemon.connection.call(
      Avancer.qualifiedName, Avancer.Parameters(a: calendrier.fuseau.rfc3339(instant)).json)
  }

  private func heure(of instant: Instant) -> Int { Int(instant.seconds / 3600) }

  // MARK: Families file

  /// The formulaires of a day are dropped, and routed, before the afternoon.
  private mutating func recevoir(_ day: DateCivile, at now: Instant) throws {
    let rank = day.daysSince1970 - (DateCivile(annee: annee, mois: 1, jour: 1)?.daysSince1970 ?? 0)
    let until = nombre * (rank + 1) / 365
    let count = min(until, nombre) - deposes
    guard count > 0 else { return }
    try avancer(now)
    let maker = FormulaireMaker(communes: communes, seed: graine, today: day, etalement: 0)
    var dropped: [String: (enfants: Int, debut: DateCivile)] = [:]
    for number in deposes..<deposes + count {
      let (name, bytes) = maker.make(number)
      try Producers.write(bytes, to: "\(depot)/.\(name).tmp")
      try Producers.rename("\(depot)/.\(name).tmp", to: "\(depot)/\(name)")
      let json = try JSON.parse(bytes)
      let wished = json["besoin"]?["debut"]?.string.flatMap { DateCivile(iso: $0) }
      dropped[String(name.dropLast(5))] = (json["enfants"].map { Array($0.elements).count } ?? 1, wished ?? day)
    }
    deposes += count
    try attendre(deposes)
    for demande in try received(since: now) {
      guard let form = dropped[demande.reference] else { continue }
      let seed = graine &* 31 &+ UInt64(familles.count)
      var famille = FamilleSimulee(numero: demande.numero, enfants: form.enfants, debut: form.debut, seed: seed)
      let wait = famille.patience()
      familles.append(famille)
      prevoir(familles.count - 1, demande.linf == nil ? .orienter : .appeler, etapes: wait, after: now)
    }
  }

  /// Until all that were dropped are registered; the daemon takes them as they come, whatever its clock shows.
  private func attendre(_ total: Int) throws {
    let limit = ContinuousClock.now + .seconds(60)
    while try daemon.etat().demandes.total < total {
      guard .now < limit else { throw BenchFailure("Le démon n’enregistre plus ce qui est déposé.") }
      usleep(2000)
    }
  }

  private func received(since now: Instant) throws -> [Wire.Demande] {
    var stream = try daemon.connection.stream(
      ListDemandes.qualifiedName, ListDemandes.Parameters(depuis: calendrier.fuseau.rfc3339(now)).json)
    var found: [Wire.Demande] = []
    while let message = try stream.next() { found += try ListDemandes.Reply(message).demandes }
    return found.sorted { $0.numero < $1.numero }
  }

  // MARK: Advisers work

  /// After so many hours in which somebody works.
  private mutating func prevoir(_ famille: Int, _ acte: ActeSimule, etapes: Int, after now: Instant) {
    let days = etapes / Self.heuresDeTravail.count
    prevoir(famille, acte, heure: heure(of: now) + max(1, days * 24 + etapes % Self.heuresDeTravail.count))
  }

  private mutating func prevoir(_ famille: Int, _ acte: ActeSimule, heure: Int) {
    agenda[max(heure, faite + 1), default: []].append((famille, acte))
  }

  private mutating func prevoir(_ famille: Int, _ acte: ActeSimule, le day: DateCivile) {
    let hour = familles[famille].hasard.pick(Self.heuresDeTravail)
    prevoir(famille, acte, heure: heure(of: calendrier.fuseau.firstInstant(day, hour)))
  }

  /// Takes the mails that were written, as their sender does.
  private func emporter() throws {
    // There is no folder before there is a mail.
    guard access("\(courriel)/new", F_OK) == 0 else { return }
    for name in try Directory("\(courriel)/new").names() where !name.hasPrefix(".") {
      try Producers.rename("\(courriel)/new/\(name)", to: "\(courriel)/cur/\(name)")
    }
  }

  private mutating func travailler(_ now: Instant) throws {
    let last = heure(of: now)
    var due: [(famille: Int, acte: ActeSimule)] = []
    for hour in (faite + 1)...max(faite + 1, last) {
      if let acts = agenda.removeValue(forKey: hour) { due += acts }
    }
    faite = last
    guard !due.isEmpty else { return }
    var asked: [(famille: Int, acte: ActeSimule, request: VarlinkRequest, suite: Suite)] = []
    for (famille, acte) in due {
      for (request, suite) in demandes(famille, acte, now) { asked.append((famille, acte, request, suite)) }
    }
    let answers = try daemon.connection.call(all: asked.map(\.request))
    for (ask, answer) in zip(asked, answers) {
      switch answer {
      case .success(let reply): suivre(ask.famille, ask.suite, reply, now)
      case .failure(let error): compte.refus[error.name, default: 0] += 1
      }
    }
  }

  /// What follows an act that was done.
  private enum Suite {
    case contact(ResultatContact, relance: Bool)
    case fixe
    case tenu
    case issue(attente: Bool)
    case close
    case oriente
  }

  private mutating func demandes(
    _ rang: Int, _ acte: ActeSimule, _ now: Instant
  ) -> [(VarlinkRequest, Suite)] {
    let numero = familles[rang].numero
    switch acte {
    case .appeler, .relancer:
      let resultat = familles[rang].repond()
      let themes = resultat == .joint ? familles[rang].themes().map(\.rawValue) : nil
      let parameters = AddContact.Parameters(numero: numero, resultat: resultat.rawValue, themes: themes)
      var isReminder = false
      if case .relancer = acte { isReminder = true }
      return [(VarlinkRequest(AddContact.qualifiedName, parameters.json), .contact(resultat, relance: isReminder))]
    case .fixer:
      let day = calendrier.fuseau.date(of: now).advanced(byDays: Int.random(in: 1...12, using: &familles[rang].hasard))
      let hour = familles[rang].hasard.pick([9, 10, 11, 14, 15])
      let minute = familles[rang].hasard.pick([0, 30])
      let parameters = BookRendezVous.Parameters(
        numero: numero, debut: "\(day.iso)T\(hour < 10 ? "0" : "")\(hour):\(minute == 0 ? "00" : "30")",
        mode: familles[rang].hasard.pick([RendezVous.Mode.surSite, .surSite, .telephone, .visio]).rawValue)
      return [(VarlinkRequest(BookRendezVous.qualifiedName, parameters.json), .fixe)]
    case .tenir:
      let resultat = familles[rang].hasard.pick(
        [RendezVous.Statut.honore, .honore, .honore, .honore, .honore, .honore, .nonHonore, .excuse])
      let parameters = RecordRendezVous.Parameters(numero: numero, resultat: resultat.rawValue)
      return [(VarlinkRequest(RecordRendezVous.qualifiedName, parameters.json), .tenu)]
    case .conclure:
      return (1...max(1, familles[rang].enfants)).map { enfant in issue(rang, enfant, now) }
    case .orienter:
      if familles[rang].hasard.once(in: 2) {
        return [fermeture(numero, .transmiseAutreCaf)]
      }
      let parameters = AssignDemandes.Parameters(
        numeros: [numero], linf: "rpe-aniche", motif: "Au plus près du travail")
      return [(VarlinkRequest(AssignDemandes.qualifiedName, parameters.json), .oriente)]
    case .fermer(let motif): return [fermeture(numero, motif)]
    }
  }

  private func fermeture(_ numero: String, _ motif: MotifCloture) -> (VarlinkRequest, Suite) {
    let parameters = CloseDemandes.Parameters(numeros: [numero], motif: motif.rawValue)
    return (VarlinkRequest(CloseDemandes.qualifiedName, parameters.json), .close)
  }

  private mutating func issue(_ rang: Int, _ enfant: Int, _ now: Instant) -> (VarlinkRequest, Suite) {
    let numero = familles[rang].numero
    let parameters: AddSolution.Parameters
    var waits = false
    switch familles[rang].issue() {
    case .solution(let mode):
      parameters = .init(
        numero: numero, enfant: enfant, mode: mode.rawValue, debut: familles[rang].debut.iso, heuresParSemaine: 35)
    case .attente where familles[rang].attentes.insert(enfant).inserted:
      let day = calendrier.fuseau.date(of: now).advanced(byDays: 30)
      parameters = .init(numero: numero, enfant: enfant, attente: Attente.Nature.commission.rawValue, le: day.iso)
      waits = true
    case .attente:
      parameters = .init(numero: numero, enfant: enfant, sansSolution: BesoinNonCouvert.aucunePlace.rawValue)
    case .sansSolution(let raison):
      parameters = .init(numero: numero, enfant: enfant, sansSolution: raison.rawValue)
    }
    return (VarlinkRequest(AddSolution.qualifiedName, parameters.json), .issue(attente: waits))
  }

  private mutating func suivre(_ rang: Int, _ suite: Suite, _ reply: JSON, _ now: Instant) {
    compte.faits += 1
    let today = calendrier.fuseau.date(of: now)
    switch suite {
    case .contact(.joint, let isReminder):
      if !isReminder, familles[rang].hasard.once(in: 3) { prevoir(rang, .fixer, etapes: 1, after: now) }
      if isReminder || familles[rang].hasard.once(in: 5) {
        prevoir(rang, .conclure, le: max(today.advanced(byDays: 3), familles[rang].debut.advanced(byDays: -10)))
      } else {
        prevoir(rang, .relancer, le: today.advanced(byDays: 15))
      }
    case .contact(_, relance: true):
      familles[rang].essais += 1
      if familles[rang].essais > 6 {
        prevoir(rang, .fermer(.sansNouvelle), le: today.advanced(byDays: 10))
      } else {
        prevoir(rang, .relancer, le: today.advanced(byDays: 30))
      }
    case .contact:
      familles[rang].demiJournees.insert(heure(of: now) / 4)
      if familles[rang].demiJournees.count >= 4 {
        prevoir(rang, .fermer(.injoignable), etapes: 6, after: now)
      } else {
        prevoir(rang, .appeler, etapes: Int.random(in: 3...9, using: &familles[rang].hasard), after: now)
      }
    case .fixe:
      let end = reply["rendezVous"]?["fin"]?.string.flatMap { Instant(rfc3339: $0) } ?? now
      prevoir(rang, .tenir, heure: heure(of: end) + 1)
    case .tenu, .close: break
    case .issue(let waits):
      if waits {
        prevoir(rang, .conclure, le: today.advanced(byDays: 32))
      } else if let motif = reply["cloture"]?.string.flatMap(MotifCloture.init(rawValue:)) {
        prevoir(rang, .fermer(motif), etapes: 1, after: now)
      }
    case .oriente: prevoir(rang, .appeler, etapes: familles[rang].patience(), after: now)
    }
  }
}

/// What came of the acts of a year.
struct CompteDActes: Sendable {
  var faits = 0
  /// By the name of the error.
  var refus: [String: Int] = [:]
}

extension Fuseau {
  /// The first instant of that day at which clocks show that hour or more.
  func firstInstant(_ day: DateCivile, _ heure: Int) -> Instant {
    Instant(microseconds: firstSecond(reaching: Int64(day.daysSince1970) * 86_400 + Int64(heure) * 3600) * 1_000_000)
  }
}
