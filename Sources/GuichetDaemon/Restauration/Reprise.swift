import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem

/// Registers the originals again that a restored register does not know, each under its numero.
///
/// The numero is the file's name, and may have been told to the family: it is never given anew. What cannot be registered so
/// goes into `depot/` once more, where it is taken or refused with a motif that people see; its original stays.
struct Reprise: Sendable {
  let office: Office
  /// The registers that were set aside: what they say of a demande is not guessed.
  let asides: [String]

  private static let lot = 256

  func run(_ report: inout RapportDeRestauration) async throws {
    let all = try office.spool.originaux()
    let known = try await office.register.connus(all.map(\.numero))
    var rest = all.filter { !known.contains($0.numero) }[...]
    report.connus = all.count - rest.count
    let dates = dates(rest.map(\.numero))
    var last: Numero?
    while !rest.isEmpty {
      var lot: [(OriginalGarde, FichierLu, Numero, PreparedReception)] = []
      let version = office.desk.version
      while lot.count < Self.lot, let original = rest.popFirst() {
        // One numero on two days is nobody's doing; the first counts.
        guard original.numero != last else { continue }
        last = original.numero
        guard case .contenu(let file) = try office.spool.read(original) else {
          report.illisibles.append(original.numero)
          continue
        }
        if let prepared = prepare(file, original, dates[original.numero], version) {
          lot.append((original, file, original.numero, prepared))
        } else {
          try again(file, original, &report)
        }
      }
      let inscriptions = try await office.register.reprendre(
        lot.map { ($0.2, $0.3) }, routedBy: version.number)
      for (taken, inscription) in zip(lot, inscriptions) {
        switch inscription {
        case .inscrite: report.reprises += 1
        // The same form under another numero: nothing is missing.
        case .rejouee: report.connus += 1
        // Under another numero too, a family that was erased does not come back.
        case .effacee: try office.spool.remove(taken.0)
        case .conflit, .empechee: try again(taken.1, taken.0, &report)
        }
      }
    }
  }

  private func again(
    _ file: FichierLu, _ original: OriginalGarde, _ report: inout RapportDeRestauration
  ) throws {
    try office.spool.dropAgain(file.bytes, of: original)
    report.remises.append(original.numero)
  }

  /// Nil where the form cannot be taken as it is.
  private func prepare(
    _ file: FichierLu, _ original: OriginalGarde, _ connue: Instant?, _ version: RoutingDesk.Version
  ) -> PreparedReception? {
    let day = jour(of: original)
    let known = connue.flatMap { day.first <= $0 && $0 <= day.last ? $0 : nil }
    let seen = known ?? moment(file, day)
    guard case let jugement = Examen.juger(file.bytes, empreinte: file.empreinte, recueLe: seen),
      case .accepte(let formulaire) = jugement.verdict
    else { return nil }
    // Never before the family filed it.
    let recueLe = known ?? max(seen, min(formulaire.deposeeLe ?? seen, day.last))
    let recue = Recue(
      formulaire: formulaire, anomalies: jugement.anomalies, avertissements: jugement.avertissements,
      empreinte: file.empreinte)
    return PreparedReception(
      Reception(
        recue: recue, routee: office.decide(formulaire, now: recueLe, by: version), recueLe: recueLe,
        jour: original.day))
  }

  /// The first and the last microsecond of its folder's day.
  private func jour(of original: OriginalGarde) -> (first: Instant, last: Instant) {
    let end = office.fuseau.start(of: original.day.advanced(byDays: 1))
    return (office.fuseau.start(of: original.day), Instant(microseconds: end.microseconds - 1))
  }

  /// When the registers that were set aside received those, the first one first: a later one may have had it from a restore.
  private func dates(_ numeros: [Numero]) -> [Numero: Instant] {
    var dates: [Numero: Instant] = [:]
    for aside in asides {
      do throws(RegisterError) {
        dates.merge(try Register.recuesLe(aside, numeros)) { first, _ in first }
      } catch {
        // One that cannot be read is told of where its numeros are looked for.
        continue
      }
    }
    return dates
  }

  /// When it was received, as near as its file tells: a register that is lost with its log took the very instant with it,
  /// and the file was moved here, which is its only trace, a millisecond or a lot later. So: renamed here on that day, or
  /// else written on it; the day's beginning where a copy has lost both, so that nothing falls due later than it would have.
  private func moment(_ file: FichierLu, _ day: (first: Instant, last: Instant)) -> Instant {
    for date in [file.status.changed, file.status.modified].map({ Instant(microseconds: $0 / 1000) })
    where day.first <= date && date <= day.last {
      return date
    }
    return day.first
  }
}

/// The numeros that were given, wherever a trace of them is left.
struct NumerosVus: Sendable {
  let office: Office
  /// The registers that were set aside, those of a restore that was cut short too.
  let asides: [String]

  /// The last of each year.
  func derniers(_ report: inout RapportDeRestauration) throws -> [Numero] {
    var seen = try office.spool.originaux().map(\.numero)
    seen += try Outboxes.numeros(sorties: office.configuration.chemins.sorties)
    for aside in asides {
      do throws(RegisterError) {
        seen += try Register.derniersNumeros(aside)
      } catch {
        report.anciensIllisibles.append(aside)
      }
    }
    return Dictionary(grouping: seen, by: \.annee).values.compactMap { $0.max() }.sorted()
  }
}
