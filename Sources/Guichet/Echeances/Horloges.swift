import Synchronization

/// The clocks of all demandes: the open time of each LINF and of the Caf, and the delays that run in it.
///
/// One value for a référentiel and a configuration. What it computes follows from these alone; it remembers what it
/// computed last, since thousands of demandes of one LINF begin within the same open stretch.
package final class Horloges: Sendable {
  /// Tells apart what échéances, and reminders, depend on, and nothing else: of the référentiel, its hours and closures.
  package let empreinte: String
  /// The version of the référentiel; 0 without one.
  package let version: Int
  package let heures: HeuresDeLaCaf
  let referentiel: Referentiel?
  /// The ids of the LINF in whose name families are written to, and which are themselves.
  package let linfACourriel: Set<String>
  private let delais: DelaisDEtape
  private let delaisDeLinf: [String: DelaisDEtape]
  private let memoire = Mutex(Memoire())

  private struct Memoire {
    var calendriers: [String: CalendrierOuvert] = [:]
    var etapes: [String: EtapeRetenue] = [:]
  }

  /// A step that is due at the same time whenever it begins between two instants, both included.
  private struct EtapeRetenue {
    let depuis: Instant
    let jusqua: Instant
    let etape: EtapeDue
  }

  /// - Parameters:
  ///   - empreinte: of the configuration.
  ///   - delaisDeLinf: of the LINF that have their own, by id.
  ///   - linfACourriel: empty where no mails are sent at all.
  package init(
    referentiel: Referentiel?, version: Int, heures: HeuresDeLaCaf, delais: DelaisDEtape,
    delaisDeLinf: [String: DelaisDEtape], linfACourriel: Set<String> = [], empreinte: String
  ) {
    self.referentiel = referentiel
    self.version = version
    self.heures = heures
    self.delais = delais
    self.delaisDeLinf = delaisDeLinf
    self.linfACourriel = linfACourriel
    let mails = linfACourriel.isEmpty ? "" : " " + linfACourriel.sorted().joined(separator: " ")
    self.empreinte = "\(Self.regle) \(Self.empreinte(of: referentiel)) \(empreinte)\(mails)"
  }

  /// Rises whenever the rule itself changes, so that an office computes again what an older program computed.
  private static let regle = 2

  /// FNV-1a of all the hours and closures, which stays the same from one process to the next.
  private static func empreinte(of referentiel: Referentiel?) -> String {
    guard let referentiel else { return "0" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    for linf in referentiel.linf { mix("\(linf.id) \(referentiel.horaires(of: linf.id))") }
    mix("\(referentiel.fermetures)")
    return String(hash, radix: 16)
  }

  /// The open time of a LINF; that of the Caf for nil, and for one that the référentiel does not have.
  package func calendrier(of id: String?) -> CalendrierOuvert {
    guard let id, let linf = referentiel?.linf(id), let referentiel else { return heures.calendrier }
    return memoire.withLock { memoire in
      if let known = memoire.calendriers[id] { return known }
      let calendrier = referentiel.calendrier(of: linf, caf: heures)
      memoire.calendriers[id] = calendrier
      return calendrier
    }
  }

  func delais(of linf: String?) -> DelaisDEtape { linf.flatMap { delaisDeLinf[$0] } ?? delais }

  /// The step of a demande whose clock nobody touched, in open days: the same for all that begin until the next close.
  func etape(_ nature: NatureEcheance, linf: String?, from start: Instant, _ compute: () -> EtapeDue?) -> EtapeDue? {
    let key = nature == .orientation ? "" : linf ?? ""
    if let known = memoire.withLock({ $0.etapes[key] }), known.depuis <= start, start <= known.jusqua {
      return known.etape
    }
    guard let etape = compute() else { return nil }
    let closes = [heures.calendrier, calendrier(of: key.isEmpty ? nil : key)].map { $0.close(reaching: start) }
    if let first = closes[0], let second = closes[1] {
      memoire.withLock {
        $0.etapes[key] = EtapeRetenue(depuis: start, jusqua: min(first, second), etape: etape)
      }
    }
    return etape
  }
}

extension CalendrierOuvert {
  /// The last close of the first day that has one at or after an instant: open days count the same from all until then.
  func close(reaching instant: Instant) -> Instant? {
    let first = day(of: instant)
    for day in first...first + JamaisOuvert.limite {
      if let close = intervals(day: day).last?.fin, instant <= close { return close }
    }
    return nil
  }
}
