import ArgumentParser
import Guichet
import LinuxSystem
import StrictJSON

/// What reports cost the intake: the same formulaires with and without a client that asks for bilans meanwhile.
struct Rapports: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapports", abstract: "L’enregistrement avec et sans un client qui demande des bilans sans cesse.",
    discussion: """
      Chaque paire mesure les mêmes formulaires, sur une racine neuve, sans puis avec le client (l’ordre alterne) : le \
      débit d’un dépôt plein, puis le temps du renommage à la demande visible.
      """)

  @OptionGroup var source: FormulaireOptions

  @Option(help: ArgumentHelp("Combien de paires.", valueName: "N"))
  var paires = 3

  @Option(help: ArgumentHelp("Formulaires déposés par seconde, pour le temps jusqu’à visible.", valueName: "N"))
  var debit = 50

  @Flag(help: "Répondre en JSON.")
  var json = false

  func validate() throws {
    guard (1...100).contains(paires) else { throw ValidationError("--paires va de 1 à 100.") }
    guard (1...10_000).contains(debit) else { throw ValidationError("--debit va de 1 à 10000.") }
  }

  func run() async throws {
    var sans: [MesureRapports] = []
    var avec: [MesureRapports] = []
    for paire in 0..<paires {
      for withBilans in paire % 2 == 0 ? [false, true] : [true, false] {
        let mesure = try await one(withBilans: withBilans)
        if withBilans { avec.append(mesure) } else { sans.append(mesure) }
      }
    }
    let paire = MesuresRapports(sans: sans, avec: avec)
    try StandardOutput.write(json ? paire.json.bytes() + [UInt8(ascii: "\n")] : Array(paire.texte.utf8))
  }

  private func one(withBilans: Bool) async throws -> MesureRapports {
    let bench = try Bench(kept: nil)
    let full = try bench.folder("attente")
    let paced = try bench.folder("attente-visible")
    let (number, debit) = (min(source.nombre, 1000), debit)
    // One run of references for both, so that none is taken twice.
    try await source.producers().write(source.nombre + number, into: full)
    for name in try Ingest.files(in: full).sorted().suffix(number) {
      try Producers.rename("\(full)/\(name)", to: "\(paced)/\(name)")
    }
    let referentiel = source.referentiel
    let annee = DateCivile(daysSince1970: Int(SystemClock.wallMicroseconds / 86_400_000_000)).annee
    let mesure = try await DedicatedThread.run("mesure") { () throws(any Error) in
      if let referentiel { try bench.load(referentiel) }
      return try bench.withDaemon { daemon in
        let client = withBilans ? Demandeur(socket: "\(bench.racine)/controle.sock", annee: annee) : nil
        if let client { Task { await client.run() } }
        do {
          let ingest = try Ingest.measure(daemon, from: full, bench)
          let latence = try Latence.measure(daemon, number, from: paced, bench, debit: debit)
          return MesureRapports(ingest: ingest, latence: latence, bilans: try client?.stop() ?? 0)
        } catch {
          _ = try client?.stop()
          throw error
        }
      }.0
    }
    try bench.remove()
    return mesure
  }
}

/// One half of a pair.
struct MesureRapports: Sendable {
  let ingest: MesureIngest
  let latence: MesureLatence
  /// How many bilans were given meanwhile.
  let bilans: Int

  var parSeconde: Double { Double(ingest.formulaires) / ingest.seconds }
}

/// What `rapports` found.
struct MesuresRapports: Sendable {
  let sans: [MesureRapports]
  let avec: [MesureRapports]

  /// The throughput with bilans over that without, over all pairs.
  var rapport: Double { Self.debit(avec) / Self.debit(sans) }

  var texte: String {
    """
    sans bilans : \(Self.phrase(sans))
    avec bilans : \(Self.phrase(avec)), \(Self.bilans(avec)) bilans donnés
    débit avec / sans : \(Chiffres.decimal(rapport, 2))

    """
  }

  var json: JSONValue {
    ["sans": Self.json(sans), "avec": Self.json(avec), "rapport": .number(Chiffres.json(rapport))]
  }

  private static func json(_ mesures: [MesureRapports]) -> JSONValue {
    [
      "parSeconde": .number(Chiffres.json(debit(mesures))), "visibleMax": .number(Chiffres.json(largest(mesures))),
      "bilans": .int(Int64(bilans(mesures))),
    ]
  }

  private static func phrase(_ mesures: [MesureRapports]) -> String {
    "\(Chiffres.decimal(debit(mesures), 0)) formulaires/s, visible en \(Chiffres.decimal(largest(mesures), 2)) ms au plus"
  }

  private static func debit(_ mesures: [MesureRapports]) -> Double {
    mesures.map(\.parSeconde).reduce(0, +) / Double(mesures.count)
  }

  private static func largest(_ mesures: [MesureRapports]) -> Double {
    mesures.map { $0.latence.percentile(1) }.max() ?? 0
  }

  private static func bilans(_ mesures: [MesureRapports]) -> Int {
    mesures.map(\.bilans).reduce(0, +)
  }
}
