import Guichet
import GuichetDaemon
import GuichetRegister
import GuichetSpool
import GuichetTestSupport
import Logging

/// An office in this process, without a door: its register, its clock, and what routes demandes again.
struct TestOffice {
  let root: TemporaryRoot
  let office: Office
  let clock: ManualOfficeClock
  let rerouting: Rerouting

  /// - Parameter root: of an office whose daemon has ended; a new one without it.
  init(_ horloge: String, root: TemporaryRoot? = nil) throws {
    let root = try root ?? TemporaryRoot()
    let configuration = Configuration.racine(root.path)
    let chemins = configuration.chemins
    clock = ManualOfficeClock(try instant(horloge))
    self.root = root
    office = Office(
      configuration: configuration, clock: clock, fuseau: try Office.readZone("Europe/Paris"),
      register: try Register(path: chemins.registre),
      spool: try Spool(
        places: SpoolPlaces(depot: chemins.depot, recus: chemins.recus, rejets: chemins.rejets), sizeLimit: 1 << 20,
        keepsOriginals: true),
      desk: RoutingDesk(configuration.routage), intake: IntakeStatus(), lot: 512,
      logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() })
    rerouting = Rerouting(office)
  }

  var register: Register { office.register }

  /// Takes up what an earlier daemon had in force.
  func resume() async throws {
    let (version, fichiers) = try await register.currentReferentiel()
    office.desk.install(try Referentiel.charger(fichiers), number: version)
  }

  /// Puts a référentiel in force, as a client's loading does.
  func load(_ files: [String: String]) async throws {
    let fichiers = files.map { FichierReferentiel(nom: $0.key, contenu: Array($0.value.utf8)) }
    let referentiel = try Referentiel.charger(fichiers)
    let version = try await register.apply(
      referentiel, fichiers: fichiers, over: register.head.referentiel, by: Fait.regles, now: clock.now())
    office.desk.install(referentiel, number: version)
  }

  /// Formulaires of families of that commune, read now: routed by today.
  func read(_ count: Int, _ codePostal: String, _ commune: String) throws -> [PreparedReception] {
    let now = clock.now()
    return (0..<count).map { number in
      var demandeur = Demandeur()
      demandeur.telephone = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34")
      demandeur.adresse = Adresse(codePostal: codePostal, commune: commune)
      let formulaire = Formulaire(reference: "\(commune)-\(number)", origine: .monenfantFr, demandeur: demandeur)
      let recue = Recue(
        formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))
      return PreparedReception(
        Reception(
          recue: recue, routee: office.decide(formulaire, now: now, by: office.desk.version), recueLe: now,
          jour: office.today(now)))
    }
  }

  func record(_ receptions: [PreparedReception]) async throws {
    _ = try await register.record(receptions, routedBy: office.desk.version.number)
  }

  func linf(_ rang: Int) async throws -> String? {
    try await register.rows([Numero(annee: 2026, rang: rang)].compactMap(\.self)).first?.linf
  }

  /// What days of change came to, first to last.
  func changes() async throws -> [RattachementsChanges] {
    try await register.entries(after: 0, of: nil, limit: 100_000).compactMap { entry in
      if case .rattachementsChanges(let changes) = entry.fait.evenement { changes } else { nil }
    }
  }
}

/// An instant of a test, which must exist.
func instant(_ rfc3339: String) throws -> Instant {
  guard let instant = Instant(rfc3339: rfc3339) else { throw NoInstant(text: rfc3339) }
  return instant
}

struct NoInstant: Error {
  let text: String
}
