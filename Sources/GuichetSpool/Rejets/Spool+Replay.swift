import Guichet
package import LinuxSystem

/// What the start found in `rejets/` that the register does not know, or knows otherwise.
package struct Reconciliation: Sendable {
  /// Refused before a crash, and not recorded.
  package var unrecorded: [Rejection] = []
  /// Ids that the register has, and whose content is not there: it went back to `depot/`, or somebody took it away. To be
  /// recorded as replayed where they are not yet, then `forget`.
  package var replayed: [String] = []
  /// Ids of contents whose motif somebody has removed or damaged.
  package var withoutMotif: [String] = []
}

extension Spool {
  /// All refused files of which there is a motif, by id.
  package func rejections() throws(SystemError) -> [Rejection] {
    var rejections: [Rejection] = []
    for id in try rejets.inventory().keys.sorted() {
      if let rejection = try rejets.rejection(id) { rejections.append(rejection) }
    }
    return rejections
  }

  /// The refused content, wherever it lies; nil when it is no file, or longer than the limit in bytes.
  package func content(of id: String, limit: Int) throws(SpoolError) -> [UInt8]? {
    guard Rejets.isId(id) else { throw .rejetIntrouvable(id: id) }
    do throws(SystemError) {
      let blocked = rejets.blockedEntry(id)
      let directory = blocked == nil ? rejets.folder : depot
      let content = try Rejets.content(id)
      let name = blocked?.name ?? content
      let status = try directory.status(name)
      guard status.kind == .regular, status.size <= limit else { return nil }
      return try directory.open(name).readAll(expecting: status.size, limit: limit)
    } catch {
      throw error.isNotFound ? .rejetIntrouvable(id: id) : .system(error)
    }
  }

  /// Puts a refused file back into `depot/`, under the name it was dropped with where that can be told and is free.
  ///
  /// Record it, then `forget` it.
  /// - Parameter contenu: a mended content to put there instead; the refused one then stays in `rejets/`.
  /// - Returns: its name in `depot/`.
  package func replay(_ id: String, contenu: [UInt8]?) throws(SpoolError) -> FileName {
    guard Rejets.isId(id) else { throw .rejetIntrouvable(id: id) }
    do throws(SystemError) {
      let content = try Rejets.content(id)
      let name = try rejets.rejection(id)?.originalName ?? content
      if let contenu { return try transit.drop(contenu, as: name) }
      if let blocked = rejets.blockedEntry(id) {
        try rejets.unblock(blocked)
        return blocked.name
      }
      let dropped = try transit.rename(content, from: rejets.folder, to: depot, as: name)
      try depot.sync()
      return dropped
    } catch {
      throw error.isNotFound ? .rejetIntrouvable(id: id) : .system(error)
    }
  }

  /// Removes the motif of a file that was replayed, once that is recorded. Where the content is still there (a mended one
  /// was replayed), both stay until they expire.
  package func forget(_ id: String) throws(SystemError) {
    guard Rejets.isId(id), try rejets.folder.entry(try Rejets.content(id)) == nil else { return }
    try rejets.remove(try Rejets.motif(id))
  }

  /// At start, before the first scan: puts everything in order that a crash may have left halfway.
  /// - Parameter known: whether the register has a refused file of this id.
  package func reconcile(known: (String) -> Bool) throws(SystemError) -> Reconciliation {
    try transit.returnStranded()
    try originals.removeUnfinished()
    try rejets.removeUnfinished()
    let inventory = try rejets.inventory()
    try rejets.recallBlocked(inventory.filter { $0.value.contains([.motif, .blocked]) }.keys)
    _ = try rejets.stillBlocked(in: depot)

    var result = Reconciliation()
    for (id, parts) in inventory.sorted(by: { $0.key < $1.key }) {
      let isThere = parts.contains(.content) || rejets.blockedEntry(id) != nil
      switch (isThere, known(id)) {
      case (true, false):
        if let rejection = try rejets.rejection(id) {
          result.unrecorded.append(rejection)
        } else {
          result.withoutMotif.append(id)
        }
      case (true, true):
        break
      case (false, true):
        result.replayed.append(id)
      case (false, false):
        try rejets.remove(try Rejets.motif(id))
        try rejets.remove(try Rejets.mark(id))
      }
    }
    return result
  }
}

extension Rejection {
  /// The name the file was dropped with, where what is shown of it tells for certain.
  fileprivate var originalName: FileName? {
    let isExact = !rejet.fichier.contains("\u{FFFD}") && !rejet.fichier.contains("\\u{")
    guard isExact, let name = FileName(rejet.fichier), name.isFormulaire else { return nil }
    return name
  }
}
