import ArgumentParser
import Glibc
import GuichetControl
import LinuxSystem
import StrictJSON

/// How fast a full spool becomes registered demandes.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Formulaires enregistrés par seconde, d’un dépôt plein à un dépôt vide.",
    discussion: """
      Le démon est arrêté (SIGSTOP) pendant que le dépôt se remplit ; le temps court de sa reprise jusqu’à ce qu’il dise \
      tout enregistré et que depot/ soit vide. Le temps de calcul est celui de ce même intervalle.
      """)

  @OptionGroup var source: FormulaireOptions
  @OptionGroup var sortie: SortieOptions

  @Option(help: ArgumentHelp("Prendre les formulaires de ce dossier au lieu d’en faire.", valueName: "DIR"))
  var formulaires: String?

  func run() async throws {
    let bench = try Bench(kept: sortie.garder)
    let waiting = try formulaires ?? bench.folder("attente")
    if formulaires == nil {
      try await source.producers().write(source.nombre, into: waiting)
    }
    let mesure = try await DedicatedThread.run("mesure") { () throws(any Error) in
      if let referentiel = source.referentiel { try bench.load(referentiel) }
      let (mesure, usage) = try bench.withDaemon { try Self.measure($0, from: waiting, bench) }
      return mesure.with(usage)
    }
    try sortie.print(mesure.texte, mesure.json)
    try bench.remove()
  }

  /// Fills the spool of a stopped daemon, and takes the time until it is empty.
  static func measure(_ daemon: BenchDaemon, from waiting: String, _ bench: Bench) throws -> MesureIngest {
    let before = try daemon.etat()
    daemon.process.signal(SIGSTOP)
    let names = try files(in: waiting).sorted()
    for name in names { try Producers.rename("\(waiting)/\(name)", to: "\(bench.racine)/depot/\(name)") }
    let cpu = daemon.process.cpuSeconds
    let start = ContinuousClock.now
    daemon.process.signal(SIGCONT)

    var progress = (count: -1, at: start)
    while true {
      let etat = try daemon.etat()
      let done = etat.demandes.total + etat.rejets.total - before.demandes.total - before.rejets.total
      if done >= names.count, etat.depot.enAttente == 0, try files(in: "\(bench.racine)/depot").isEmpty {
        return MesureIngest(
          formulaires: names.count, seconds: (.now - start) / .seconds(1),
          cpuSeconds: daemon.process.cpuSeconds - cpu, enregistrees: etat.demandes.total - before.demandes.total,
          rejets: etat.rejets.total - before.rejets.total, parEtat: etat.demandes.parEtat)
      }
      if done != progress.count { progress = (done, .now) }
      guard .now - progress.at < .seconds(60) else {
        throw BenchFailure("Le démon n’avance plus : \(done) formulaires traités sur \(names.count).")
      }
      usleep(5000)
    }
  }

  /// The names that a spool looks at.
  static func files(in folder: String) throws(SystemError) -> [FileName] {
    try Directory(folder).names().filter { !$0.hasPrefix(".") }
  }
}

/// What `ingest` found.
struct MesureIngest: Sendable {
  let formulaires: Int
  let seconds: Double
  let cpuSeconds: Double
  let enregistrees: Int
  let rejets: Int
  let parEtat: [String: Int]
  /// Largest resident size of the daemon, in bytes.
  var peakMemory = 0

  func with(_ usage: ChildProcess.Usage) -> MesureIngest {
    var mesure = self
    mesure.peakMemory = usage.peakMemory
    return mesure
  }

  var texte: String {
    let etats = parEtat.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return """
      \(formulaires) formulaires en \(Chiffres.decimal(seconds, 3)) s : \
      \(Chiffres.decimal(Double(formulaires) / seconds, 0)) formulaires/s
      enregistrés \(enregistrees), refusés \(rejets) ; \(etats.joined(separator: ", "))
      temps de calcul \(Chiffres.decimal(cpuSeconds, 2)) s, mémoire au plus \(peakMemory >> 20) Mio

      """
  }

  var json: JSONValue {
    [
      "formulaires": .int(Int64(formulaires)), "secondes": .number(Chiffres.json(seconds)),
      "parSeconde": .number(Chiffres.json(Double(formulaires) / seconds)),
      "cpuSecondes": .number(Chiffres.json(cpuSeconds)), "memoireMax": .int(Int64(peakMemory)),
      "enregistrees": .int(Int64(enregistrees)), "rejets": .int(Int64(rejets)),
      "parEtat": .object(parEtat.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int(Int64($0.value))) }),
    ]
  }
}
