import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// A lot that was committed: its files may now leave `depot/`.
struct Recorded: Sendable {
  let lot: Lot
  /// One for each file taken, in their order.
  let inscriptions: [Inscription]
  let refusals: [Lot.Refusal]
}

/// What became of the files of a lot.
struct Settled: Sendable {
  /// Names that left `depot/`, or that another file bears now.
  var done: [FileName] = []
  /// Names to be tried again later.
  var impeded: [(FileName, Sighting)] = []
  var rejections: [Rejection] = []
}

extension Recorded {
  /// Moves the files to where they belong, off the thread that records.
  @concurrent
  func settle(_ office: Office) async -> Settled {
    var settled = Settled()
    for (taken, inscription) in zip(lot.taken, inscriptions) { settled.settle(taken, inscription, lot.now, office) }
    for refusal in refusals { settled.settle(refusal, lot.now, office) }
    return settled
  }
}

extension Settled {
  fileprivate mutating func settle(
    _ taken: Lot.Taken, _ inscription: Inscription, _ now: Instant, _ office: Office
  ) {
    let file = taken.file
    do throws(SystemError) {
      switch inscription {
      case .inscrite(let numero):
        _ = try office.spool.keep(
          file, numero: numero.texte, day: taken.reception.jour, masked: taken.masked)
        done.append(file.name)
      case .rejouee(let numero, let recueLe):
        _ = try office.spool.discard(
          file, replayOf: numero.texte, day: office.today(recueLe), masked: taken.masked)
        done.append(file.name)
        office.logger.info("formulaire déjà enregistré", metadata: ["numero": "\(numero.texte)"])
      case .conflit(let numero):
        settle(.read(file, .conflit(avec: numero.texte)), now, office)
      case .effacee:
        settle(.read(file, .efface), now, office)
      case .empechee(let reason):
        office.logger.error(
          "formulaire non enregistrable", metadata: ["inode": "\(file.status.inode)", "cause": "\(reason)"])
        impeded.append((file.name, file.status.sighting))
      }
    } catch {
      impede(file.name, file.status.sighting, error, office)
    }
  }

  fileprivate mutating func settle(_ refusal: Lot.Refusal, _ now: Instant, _ office: Office) {
    let offset = office.fuseau.offset(at: now)
    do throws(SystemError) {
      switch refusal {
      case .read(let file, let motif):
        rejections.append(try office.spool.refuse(file, because: motif, recuLe: now, offsetSeconds: offset))
        done.append(file.name)
      case .found(let found, let motif):
        if let rejection = try office.spool.refuse(found, because: motif, recuLe: now, offsetSeconds: offset) {
          rejections.append(rejection)
        }
        done.append(found.name)
      }
      office.logger.notice("fichier refusé", metadata: ["code": "\(refusal.motif.code.rawValue)"])
    } catch {
      impede(refusal.name, refusal.sighting, error, office)
    }
  }

  private mutating func impede(_ name: FileName, _ sighting: Sighting, _ error: SystemError, _ office: Office) {
    office.logger.error(
      "fichier non déplaçable", metadata: ["inode": "\(sighting.inode)", "cause": "\(error.withoutPath)"])
    impeded.append((name, sighting))
  }
}

extension Lot.Refusal {
  var name: FileName {
    switch self {
    case .read(let file, _): file.name
    case .found(let found, _): found.name
    }
  }

  fileprivate var sighting: Sighting {
    switch self {
    case .read(let file, _): file.status.sighting
    case .found(let found, _): found.status.sighting
    }
  }
}
