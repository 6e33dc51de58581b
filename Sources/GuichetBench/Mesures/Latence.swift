import ArgumentParser
import Glibc
import GuichetControl
import LinuxSystem
import StrictJSON
import Synchronization

/// How long a family's formulaire takes to be seen.
struct Latence: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latence", abstract: "Du renommage dans depot/ à la demande visible sur la socket.",
    discussion: """
      Un producteur dépose à débit constant ; une connexion demande l’état sans relâche. Le k-ième formulaire est visible \
      quand le total atteint k.
      """)

  @OptionGroup var source: FormulaireOptions
  @OptionGroup var sortie: SortieOptions

  @Option(help: ArgumentHelp("Formulaires déposés par seconde.", valueName: "N"))
  var debit = 100

  func validate() throws {
    guard (1...10_000).contains(debit) else { throw ValidationError("--debit va de 1 à 10000.") }
  }

  func run() async throws {
    let bench = try Bench(kept: sortie.garder)
    let waiting = try bench.folder("attente")
    try await source.producers().write(source.nombre, into: waiting)
    let (number, debit) = (source.nombre, debit)
    let mesure = try await DedicatedThread.run("mesure") { () throws(any Error) in
      if let referentiel = source.referentiel { try bench.load(referentiel) }
      return try bench.withDaemon { try Self.measure($0, number, from: waiting, bench, debit: debit) }.0
    }
    try sortie.print(mesure.texte, mesure.json)
    try bench.remove()
  }

  /// Drops the formulaires at a pace, and takes the time until each is seen.
  static func measure(
    _ daemon: BenchDaemon, _ number: Int, from waiting: String, _ bench: Bench, debit: Int
  ) throws -> MesureLatence {
    let before = try daemon.etat().demandes.total
    let names = try Ingest.files(in: waiting).sorted()
    let drops = Drops(names: names.map(\.description), from: waiting, to: "\(bench.racine)/depot", rate: debit)
    Task { await drops.run() }

    var seen: [ContinuousClock.Instant] = []
    while seen.count < names.count {
      let total = try daemon.etat().demandes.total - before
      let now = ContinuousClock.now
      while seen.count < min(total, names.count) { seen.append(now) }
      guard now - (seen.last ?? drops.start) < .seconds(60) else {
        throw BenchFailure("Le démon n’avance plus : \(seen.count) demandes visibles sur \(names.count).")
      }
    }
    let times = zip(drops.times, seen).map { dropped, seen in (seen - dropped) / .milliseconds(1) }
    return MesureLatence(milliseconds: times.sorted(), debit: debit)
  }
}

/// The producer of `latence`: renames one formulaire after the other, each at its time.
private final class Drops: Sendable {
  let start = ContinuousClock.now
  private let names: [String]
  private let from: String
  private let to: String
  private let rate: Int
  private let renamed = Mutex<[ContinuousClock.Instant]>([])

  init(names: [String], from: String, to: String, rate: Int) {
    self.names = names
    self.from = from
    self.to = to
    self.rate = rate
  }

  /// The moment before each renaming that was done.
  var times: [ContinuousClock.Instant] { renamed.withLock(\.self) }

  func run() async {
    await DedicatedThread.run("producteur") { [self] in
      for (rank, name) in names.enumerated() {
        let due = start + .seconds(1) * rank / rate
        let rest = (due - .now) / .microseconds(1)
        if rest > 0 { usleep(UInt32(rest)) }
        let now = ContinuousClock.now
        // One that fails is never seen: the measure then ends by its time limit, and says how far it came.
        guard rename("\(from)/\(name)", "\(to)/\(name)") == 0 else { continue }
        renamed.withLock { $0.append(now) }
      }
    }
  }
}

/// What `latence` found.
struct MesureLatence: Sendable {
  /// Sorted; never empty.
  let milliseconds: [Double]
  let debit: Int

  /// The time that this share of the formulaires does not exceed (nearest rank).
  func percentile(_ share: Double) -> Double {
    let rank = Int((share * Double(milliseconds.count)).rounded(.up)) - 1
    return milliseconds[max(0, min(rank, milliseconds.count - 1))]
  }

  var texte: String {
    """
    \(milliseconds.count) formulaires à \(debit)/s, du renommage à la demande visible :
    p50 \(Chiffres.decimal(percentile(0.5), 2)) ms, p99 \(Chiffres.decimal(percentile(0.99), 2)) ms, \
    au plus \(Chiffres.decimal(percentile(1), 2)) ms

    """
  }

  var json: JSONValue {
    [
      "formulaires": .int(Int64(milliseconds.count)), "debit": .int(Int64(debit)),
      "p50": .number(Chiffres.json(percentile(0.5))), "p99": .number(Chiffres.json(percentile(0.99))),
      "max": .number(Chiffres.json(percentile(1))),
    ]
  }
}
