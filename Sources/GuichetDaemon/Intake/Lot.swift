import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// Some files of the spool on their way into the register: read and judged together, recorded in one transaction.
struct Lot: Sendable {
  /// A file that is a formulaire, judged, routed and ready to be recorded.
  struct Taken: Sendable {
    let file: FichierLu
    let recue: Recue
    /// What is kept in the original's stead where something had to be masked.
    let masked: [UInt8]?
    var reception: Reception
    var prepared: PreparedReception
  }

  /// What a file turned out to be when it was not a formulaire to be taken.
  struct Other: Sendable {
    let name: FileName
    let sighting: Sighting?
    let reading: FileIntake<Moment>.Reading
    /// What to set aside, if it comes to that.
    let refusal: Refusal?
  }

  enum Refusal: Sendable {
    case read(FichierLu, Motif)
    case found(Trouvaille, Motif)

    var motif: Motif {
      switch self {
      case .read(_, let motif), .found(_, let motif): motif
      }
    }
  }

  /// The référentiel version that routed it.
  var version: RoutingDesk.Version
  /// When it was read.
  let now: Instant
  var taken: [Taken] = []
  var others: [Other] = []
  /// Names that had gone when they were looked for.
  var gone: [FileName] = []
}

extension Lot {
  /// Reads and judges files, off the thread that records.
  @concurrent
  static func read(_ names: [FileName], _ office: Office) async -> Lot {
    let now = office.clock.now()
    var lot = Lot(version: office.desk.version, now: now)
    let jour = office.today(now)
    lot.taken.reserveCapacity(names.count)
    for name in names { lot.read(name, jour, office) }
    return lot
  }

  private mutating func read(_ name: FileName, _ jour: DateCivile, _ office: Office) {
    switch office.spool.read(name) {
    case .contenu(let file):
      judge(file, jour, office)
    case .refus(let found, let motif):
      others.append(
        Other(
          name: name, sighting: found.status.sighting, reading: .refused(because: motif), refusal: .found(found, motif))
      )
    case .empeche(let error, let status):
      office.logger.warning(
        "fichier illisible", metadata: ["inode": "\(status?.inode ?? 0)", "cause": "\(error.withoutPath)"])
      others.append(Other(name: name, sighting: status.map(\.sighting), reading: .impeded, refusal: nil))
    case .changeant:
      others.append(Other(name: name, sighting: nil, reading: .changing, refusal: nil))
    case .disparu:
      gone.append(name)
    }
  }

  private mutating func judge(_ file: FichierLu, _ jour: DateCivile, _ office: Office) {
    let jugement = Examen.juger(file.bytes, empreinte: file.empreinte, recueLe: now)
    switch jugement.verdict {
    case .refuse(let code, let erreurs):
      let motif = Motif(code, erreurs)
      others.append(
        Other(
          name: file.name, sighting: file.status.sighting, reading: .refused(because: motif),
          refusal: .read(file, motif)))
    case .accepte(let formulaire):
      let recue = Recue(
        formulaire: formulaire, anomalies: jugement.anomalies, avertissements: jugement.avertissements,
        empreinte: file.empreinte)
      let reception = Reception(
        recue: recue, routee: office.decide(formulaire, now: now, by: version), recueLe: now, jour: jour)
      taken.append(
        Taken(
          file: file, recue: recue, masked: jugement.masque, reception: reception,
          prepared: PreparedReception(reception)))
    }
  }

  /// Routes what was taken once more, by the référentiel that has come into force meanwhile.
  mutating func reroute(_ office: Office) {
    version = office.desk.version
    for index in taken.indices {
      let recue = taken[index].recue
      let reception = Reception(
        recue: recue, routee: office.decide(recue.formulaire, now: now, by: version), recueLe: now,
        jour: taken[index].reception.jour)
      taken[index].reception = reception
      taken[index].prepared = PreparedReception(reception)
    }
  }
}
