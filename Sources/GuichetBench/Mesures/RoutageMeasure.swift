import ArgumentParser
import Glibc
import Guichet
import LinuxSystem
import StrictJSON

/// What routing costs, and what the table of the whole country costs.
struct RoutageMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routage", abstract: "Coût d’une orientation, et de la table du pays entier.",
    discussion: """
      Un annuaire inventé rattache toutes les communes de tous les départements ; il est chargé dans ce programme même, \
      sans démon. Chaque commune est d’abord orientée, et doit l’être vers le LINF qui la tient. Avec --garder, \
      l’annuaire reste dans DIR/annuaire, prêt pour « guichetctl referentiel charger ».
      """)

  @Option(help: ArgumentHelp("Dossier qui contient communes.csv et codes-postaux.csv.", valueName: "DIR"))
  var referentiel: String

  @Option(help: ArgumentHelp("Combien de LINF pour le pays.", valueName: "N"))
  var linf = 3000

  @Option(
    name: [.customShort("n"), .customLong("nombre")], help: ArgumentHelp("Lieux orientés par mesure.", valueName: "N"))
  var nombre = 20_000

  @Option(help: ArgumentHelp("Petit département auquel comparer le pays.", valueName: "CODE"))
  var departement = "90"

  @Option(help: ArgumentHelp("Le même annuaire et les mêmes lieux pour la même graine.", valueName: "N"))
  var graine: UInt64 = 1

  @OptionGroup var sortie: SortieOptions

  func validate() throws {
    guard (1...30_000).contains(linf) else { throw ValidationError("--linf va de 1 à 30000.") }
    guard (100...1_000_000).contains(nombre) else { throw ValidationError("-n va de 100 à 1000000.") }
  }

  func run() async throws {
    let bench = try Bench(kept: sortie.garder)
    let mesure = try await DedicatedThread.run("mesure") { () throws(any Error) in try measure(in: bench) }
    try sortie.print(mesure.texte, mesure.json)
    try bench.remove()
  }

  private func measure(in bench: Bench) throws -> MesureRoutage {
    let today = DateCivile(daysSince1970: Int(SystemClock.wallMicroseconds / 86_400_000_000))
    let annuaire = AnnuaireNational(carte: try Carte(dossier: referentiel), linf: linf, seed: graine, jour: today)
    let officiels = try ["communes.csv", "codes-postaux.csv"].map {
      FichierReferentiel(nom: $0, contenu: try PlainTable.bytes(of: "\(referentiel)/\($0)"))
    }
    let files = officiels + annuaire.files()
    var mesure = MesureRoutage(communes: annuaire.tenues.count, linf: annuaire.linfCount)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      _ = try load(files, "59")
      mesure.chargements.append((.now - start) / .seconds(1))
    }
    mesure.chargements.sort()
    mesure.memoire = try ReferentielMemory.measured(files, in: bench)

    let pays = Orientation(referentiel: try load(files, "59"), jour: today)
    mesure.lieuxJustes = try pays.check(annuaire.communes())
    let petits = officiels.map { Self.rows(of: departement, in: $0) } + annuaire.files(of: departement)
    let petit = Orientation(referentiel: try load(petits, departement), jour: today)
    for nature in CasDeRoutage.Nature.allCases.map(Optional.some) + [nil] {
      let (partout, ici) = (cas(nature, of: nil, annuaire), cas(nature, of: departement, annuaire))
      guard !partout.isEmpty, !ici.isEmpty else { continue }
      _ = try pays.check(partout)
      _ = try petit.check(ici)
      mesure.couts.append(Self.couts(nature, pays.travail(partout), petit.travail(ici)))
    }
    return mesure
  }

  /// The best of nine rounds of each, in turns, so that what else the machine does counts less and weighs on both alike.
  private static func couts(
    _ nature: CasDeRoutage.Nature?, _ pays: Orientation.Travail, _ petit: Orientation.Travail
  ) -> MesureRoutage.Couts {
    var best = (pays: pays.costs(), petit: petit.costs())
    for _ in 1..<9 {
      let (large, small) = (pays.costs(), petit.costs())
      if MesureRoutage.mean(large) < MesureRoutage.mean(best.pays) { best.pays = large }
      if MesureRoutage.mean(small) < MesureRoutage.mean(best.petit) { best.petit = small }
    }
    return MesureRoutage.Couts(nature: nature, pays: best.pays.sorted(), petit: best.petit.sorted())
  }

  /// - Parameter nature: nil for the mix of all.
  private func cas(
    _ nature: CasDeRoutage.Nature?, of departement: String?, _ annuaire: AnnuaireNational
  ) -> [CasDeRoutage] {
    nature.map { annuaire.cas($0, nombre, of: departement, seed: graine) }
      ?? annuaire.melange(nombre, of: departement, seed: graine)
  }

  private func load(_ files: [FichierReferentiel], _ departement: String) throws(BenchFailure) -> Referentiel {
    do throws(ReferentielRefuse) {
      return try Referentiel.charger(files, departement: departement)
    } catch {
      throw BenchFailure(
        "L’annuaire inventé est refusé (\(error.fautes.count) fautes) : \(error.fautes.first?.message ?? "").")
    }
  }

  /// The header and the lines that tell of a département's communes and what they are made of.
  private static func rows(of departement: String, in file: FichierReferentiel) -> FichierReferentiel {
    let lines = file.contenu.split(separator: UInt8(ascii: "\n"))
    let kept = lines.enumerated().filter { rank, line in
      let fields = line.split(whereSeparator: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") })
      return rank == 0 || fields.prefix(2).contains { $0.starts(with: departement.utf8) && $0.count == 5 }
    }
    return FichierReferentiel(
      nom: file.nom, contenu: Array(kept.map(\.element).joined(separator: [UInt8(ascii: "\n")])))
  }
}

/// Routes places, each by the table as the Caf of its own département sees it.
private final class Orientation {
  private let referentiel: Referentiel
  private let jour: DateCivile
  private var routeurs: [String: Routeur] = [:]

  init(referentiel: Referentiel, jour: DateCivile) {
    self.referentiel = referentiel
    self.jour = jour
  }

  private func routeur(of departement: String) -> Routeur {
    if let known = routeurs[departement] { return known }
    let routeur = Routeur(referentiel: referentiel.vu(de: departement))
    routeurs[departement] = routeur
    return routeur
  }

  private func decision(_ cas: CasDeRoutage, _ routeur: Routeur) -> Decision {
    routeur.decider(adresse: cas.adresse, lieu: nil, origine: .monenfantFr, jour: jour, jourDepot: jour)
  }

  /// How many go where they must, which is all of them.
  func check(_ cas: [CasDeRoutage]) throws(BenchFailure) -> Int {
    for place in cas {
      let decision = decision(place, routeur(of: place.departement))
      guard place.admet(decision) else {
        throw BenchFailure(
          "\(place.adresse) doit aller à \(place.attendu) et va à \(decision.linf ?? decision.raison?.rawValue ?? "") : "
            + decision.explication.joined(separator: " "))
      }
    }
    return cas.count
  }

  /// Places with the table by which each is routed.
  struct Travail {
    fileprivate let lieux: [CasDeRoutage]
    fileprivate let routeurs: [Routeur]
    fileprivate let jour: DateCivile

    /// Microseconds of each decision, in the order of the places.
    func costs() -> [Double] {
      var times: [Double] = []
      times.reserveCapacity(lieux.count)
      var last = nanoseconds
      for rank in lieux.indices {
        // Never the whole case: copying it would be measured too.
        _ = routeurs[rank].decider(
          adresse: lieux[rank].adresse, lieu: nil, origine: .monenfantFr, jour: jour, jourDepot: jour)
        let now = nanoseconds
        times.append(Double(now - last) / 1000)
        last = now
      }
      return times
    }

    private var nanoseconds: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
  }

  func travail(_ lieux: [CasDeRoutage]) -> Travail {
    Travail(lieux: lieux, routeurs: lieux.map { routeur(of: $0.departement) }, jour: jour)
  }
}
