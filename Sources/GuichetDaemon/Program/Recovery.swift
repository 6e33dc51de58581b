import Guichet
import GuichetRegister
import GuichetSpool
import Logging

/// Puts the folders in order after whatever ended the daemon before, ahead of the first scan.
enum Recovery {
  static func run(_ office: Office) async throws {
    let known = try await office.register.rejetIds()
    let found = try office.spool.reconcile { known[$0] != nil }
    try await office.register.recordRejets(found.unrecorded.map { ($0.rejet, recuLe: $0.recuLe) })
    for id in found.replayed {
      if known[id] == false {
        try await office.register.recordReplay(
          RejetRejoue(id: id, corrige: false), by: Fait.regles, now: office.clock.now())
      }
      try office.spool.forget(id)
    }
    for id in found.withoutMotif {
      office.logger.warning("rejet sans motif lisible", metadata: ["rejet": "\(id)"])
    }
    // Two lots can have been under way: one being moved while the next was committed.
    let latest = try await office.register.latest(2 * office.lot)
    let returned = try office.spool.recheck(
      latest.filter { !$0.empreinte.isEmpty }.map {
        OriginalAttendu(numero: $0.numero.texte, day: office.today($0.recueLe), sha256: $0.empreinte)
      })
    if !returned.isEmpty {
      office.logger.notice("fichiers remis au dépôt après un arrêt brutal", metadata: ["nombre": "\(returned.count)"])
    }
  }
}
