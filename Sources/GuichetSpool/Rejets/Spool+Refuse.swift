package import Guichet
package import LinuxSystem

extension Spool {
  /// Sets a file aside that was read and cannot be taken: `rejets/<id>.motif.json` first, then the file.
  ///
  /// Where another file has taken its place, or nothing is there any more, the bytes that were read are written instead,
  /// and the other file stays in `depot/`.
  /// - Parameters:
  ///   - recuLe: when it was refused; gives the id, with the content.
  ///   - offsetSeconds: the Caf's offset from UTC at that moment.
  package func refuse(
    _ file: FichierLu, because motif: Motif, recuLe: Instant, offsetSeconds: Int
  ) throws(SystemError) -> Rejection {
    let (rejection, outcome) = try refuse(
      file.name, file.status, digest: file.sha256, empreinte: file.empreinte, motif, recuLe, offsetSeconds)
    if outcome == .gone || outcome.isPutBack {
      try rejets.folder.write(file.bytes, as: try Rejets.content(rejection.id), mode: 0o640, replacing: false)
    }
    return rejection
  }

  /// Sets an entry aside that was not read: a directory, a link, a pipe, a file too long.
  /// - Returns: nil when it is gone, or something else is there in its place; that stays in `depot/`.
  package func refuse(
    _ found: Trouvaille, because motif: Motif, recuLe: Instant, offsetSeconds: Int
  ) throws(SystemError) -> Rejection? {
    let (rejection, outcome) = try refuse(
      found.name, found.status, digest: Self.sha256(found.name.bytes), empreinte: nil, motif, recuLe, offsetSeconds)
    guard outcome == .gone || outcome.isPutBack else { return rejection }
    try rejets.remove(try Rejets.motif(rejection.id))
    return nil
  }

  private func refuse(
    _ name: FileName, _ status: FileStatus, digest: [UInt8], empreinte: String?, _ motif: Motif, _ recuLe: Instant,
    _ offsetSeconds: Int
  ) throws(SystemError) -> (Rejection, Transit.Outcome) {
    let id = try rejets.freeId(recuLe: recuLe, offsetSeconds: offsetSeconds, digest: digest)
    func rejection(auDepot: Bool) -> Rejection {
      Rejection(
        rejet: Rejet(id: id, fichier: name.description, empreinte: empreinte, motif: motif, auDepot: auDepot),
        recuLe: recuLe)
    }
    try rejets.write(rejection(auDepot: false), offsetSeconds: offsetSeconds)
    do throws(SystemError) {
      let outcome = try transit.take(name, expecting: status) { folder, parked throws(SystemError) in
        try folder.rename(parked, to: rejets.folder, as: try Rejets.content(id), replacing: false)
      }
      // A refusal that is recorded must not come undone by a power cut.
      if outcome == .moved { try rejets.folder.sync() }
      return (rejection(auDepot: false), outcome)
    } catch  where error.isImmovable {
      try rejets.block(Blocked(id: id, name: name, status: status))
      return (rejection(auDepot: true), .moved)
    } catch {
      // Where the file has already come here, its motif belongs to it.
      if try rejets.folder.entry(try Rejets.content(id)) == nil { try rejets.remove(try Rejets.motif(id)) }
      throw error
    }
  }
}

extension SystemError {
  /// Whether the entry can never be moved by this process: rights, or a mount of its own.
  fileprivate var isImmovable: Bool { isPermission || isAcrossFileSystems }
}

extension Transit.Outcome {
  fileprivate var isPutBack: Bool {
    guard case .putBack = self else { return false }
    return true
  }
}
