import ArgumentParser
import Guichet
import LinuxSystem
import StrictJSON

/// `guichet-bench`: made-up formulaires, and measures of the real daemon, which is the one beside this program.
package enum BenchProgram {
  package static func main() async {
    await BenchCommand.main()
  }
}

struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guichet-bench", abstract: "Fabrique des formulaires et mesure le vrai démon.",
    subcommands: [
      Ingest.self, Latence.self, Rapports.self, Annee.self, RoutageMeasure.self, ReferentielMemory.self,
      FormulairesWrite.self,
    ])
}

/// Which formulaires are made.
struct FormulaireOptions: ParsableArguments {
  @Option(
    name: [.customShort("n"), .customLong("nombre")], help: ArgumentHelp("Combien de formulaires.", valueName: "N"))
  var nombre = 10_000

  @Option(help: ArgumentHelp("Combien de producteurs les écrivent à la fois.", valueName: "P"))
  var producteurs = 1

  @Option(
    help: ArgumentHelp(
      "Dossier du référentiel : les adresses en viennent, et le démon le charge. Sans lui, quelques communes, et tout "
        + "est à orienter.", valueName: "DIR"))
  var referentiel: String?

  @Option(help: ArgumentHelp("Les mêmes formulaires pour la même graine.", valueName: "N"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Jour des derniers dépôts (aujourd’hui sans elle).", valueName: "AAAA-MM-JJ"))
  var jour: String?

  func validate() throws {
    guard (1...1_000_000).contains(nombre) else { throw ValidationError("-n va de 1 à 1000000.") }
    guard (1...64).contains(producteurs) else { throw ValidationError("--producteurs va de 1 à 64.") }
    guard jour.map({ DateCivile(iso: $0) != nil }) ?? true else {
      throw ValidationError("--jour doit être une date comme 2026-11-23.")
    }
  }

  func producers() throws -> Producers {
    let days = Int(SystemClock.wallMicroseconds / 86_400_000_000)
    let today = jour.flatMap { DateCivile(iso: $0) } ?? DateCivile(daysSince1970: days)
    let communes = try referentiel.map(Communes.init(referentiel:)) ?? .quelques
    return Producers(maker: FormulaireMaker(communes: communes, seed: graine, today: today), count: producteurs)
  }
}

/// Where it works, and how it answers.
struct SortieOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Travailler dans ce dossier, et l’y laisser.", valueName: "DIR"))
  var garder: String?

  @Flag(help: "Répondre en JSON.")
  var json = false

  func print(_ text: String, _ value: JSONValue) throws {
    try StandardOutput.write(json ? value.bytes() + [UInt8(ascii: "\n")] : Array(text.utf8))
  }
}

/// Only makes formulaires.
struct FormulairesWrite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formulaires", abstract: "Écrit des formulaires dans un dossier.")

  @OptionGroup var source: FormulaireOptions

  @Argument(help: ArgumentHelp("Dossier existant.", valueName: "DIR"))
  var dossier: String

  func run() async throws {
    try await source.producers().write(source.nombre, into: dossier)
  }
}
