import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

/// A whole year of an office, on its manual clock: reproducible, and checked at its end.
struct Annee: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annee", abstract: "Une année simulée de tout un département, par le vrai démon sur horloge manuelle.",
    discussion: """
      Les formulaires sont déposés jour après jour ; les conseillers appellent, donnent rendez-vous, notent ce que les \
      familles trouvent. Deux communes n’en font plus qu’une, une autre change de Rpe, un Rpe en reprend un autre, un troisième perd quatre semaines son \
      habilitation. À la fin, le journal dit si chaque alerte et chaque rappel est parti une fois, à son heure, et le temps \
      de tous les bilans est mesuré. Avec --garder, l’année reste pour être regardée : « guichetd --racine DIR ».
      """)

  @Option(
    name: [.customShort("n"), .customLong("nombre")], help: ArgumentHelp("Combien de formulaires.", valueName: "N"))
  var nombre = 30_000

  @Option(help: ArgumentHelp("Dossier du référentiel.", valueName: "DIR"))
  var referentiel: String

  @Option(help: ArgumentHelp("L’année simulée.", valueName: "A"))
  var annee = 2026

  @Option(help: ArgumentHelp("La même année pour la même graine.", valueName: "N"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Seulement ses premiers jours ; tous à défaut.", valueName: "N"))
  var jours = 366

  @OptionGroup var sortie: SortieOptions

  func validate() throws {
    guard (1...200_000).contains(nombre) else { throw ValidationError("-n va de 1 à 200000.") }
    guard (1...366).contains(jours) else { throw ValidationError("--jours va de 1 à 366.") }
    guard (2023...2099).contains(annee) else { throw ValidationError("--annee va de 2023 à 2099.") }
  }

  func run() async throws {
    let bench = try Bench(kept: sortie.garder)
    let table = try ReferentielDeLAnnee(referentiel, annee: annee)
    let (janvier, aout) = (try bench.folder("referentiel-janvier"), try bench.folder("referentiel-aout"))
    let fevrier = try bench.folder("referentiel-fevrier")
    try ReferentielDeLAnnee.ecrire(table.janvier, dans: janvier)
    try ReferentielDeLAnnee.ecrire(table.fevrier, dans: fevrier)
    try ReferentielDeLAnnee.ecrire(table.aout, dans: aout)
    let linf = (table.janvier["linf.csv"] ?? "").split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != ";" })
    }
    try Producers.write(Array(Self.configuration(linf).utf8), to: "\(bench.racine)/guichetd.yaml")
    let communes = try Communes(referentiel: referentiel).insistant(
      sur: [table.fusion.absorbee, table.fusion.siege], fois: 10)
    let fuseau = try Fuseau(
      tzif: WholeFile.read("/usr/share/zoneinfo/Europe/Paris", limit: 1 << 20), nom: "Europe/Paris")
    let calendrier = HeuresDeLaCaf(
      fuseau: fuseau, zone: .metropole, horaires: try HorairesSemaine("lun-ven 09:00-12:00 13:30-17:00")
    ).calendrier
    let bilan = try await DedicatedThread.run("annee") { () throws(any Error) in
      let start = try Simulation.moment(annee, 1, 1, heure: 0, fuseau)
      return try bench.withDaemon(horloge: fuseau.rfc3339(start)) { daemon in
        try bench.charger(janvier)
        var simulation = Simulation(
          daemon: daemon, depot: "\(bench.racine)/depot", courriel: "\(bench.racine)/courriel",
          calendrier: calendrier, communes: communes, annee: annee,
          nombre: nombre, graine: graine)
        try simulation.vivre(jours: jours) { day in
          if (day.mois, day.jour) == (2, 2) { try bench.charger(fevrier) }
          if (day.mois, day.jour) == (8, 25) { try bench.charger(aout) }
        }
        return try VerificationDeLAnnee(
          daemon: daemon, annee: annee, linf: linf, courriel: "\(bench.racine)/courriel", caf: calendrier,
          referentiel: try Referentiel.charger(
            table.janvier.map { FichierReferentiel(nom: $0.key, contenu: Array($0.value.utf8)) }),
          fusion: (table.fusion, table.linfDeLaFusion), actes: simulation.compte
        ).resultat()
      }.0
    }
    try sortie.print(table.histoire.joined(separator: "\n") + "\n" + bilan.texte, bilan.json)
    try bench.remove()
    guard bilan.fautes.isEmpty else { throw ExitCode(1) }
  }

  /// Every LINF writes mails, so that reminders and alerts go out.
  private static func configuration(_ linf: [String]) -> String {
    "caf: {courriel: caf@exemple.fr}\nlinf:\n" + linf.map { "  \($0): {courriel: true}\n" }.joined()
  }
}
