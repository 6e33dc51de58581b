package import Guichet
package import LinuxSystem

extension Spool {
  /// Removes the original of a demande, wherever it lies; nothing where there is none.
  ///
  /// - Parameter day: of its registration.
  /// - Returns: whether there was one.
  package func removeOriginal(_ numero: Numero, day: DateCivile) throws(SystemError) -> Bool {
    guard try originals.folder.entry(try FileName.named(day.iso)) != nil else { return false }
    let directory = try originals.day(day)
    let name = try Originals.name(numero.texte)
    guard try directory.entry(name) != nil else { return false }
    try directory.unlink(name)
    try directory.sync()
    return true
  }

  /// Whether the original of a demande is kept.
  package func hasOriginal(_ numero: Numero, day: DateCivile) throws(SystemError) -> Bool {
    guard try originals.folder.entry(try FileName.named(day.iso)) != nil else { return false }
    return try originals.day(day).entry(try Originals.name(numero.texte)) != nil
  }

  /// Ids of refused files, in their order, whose content speaks of one of these families; not of those that could not be
  /// moved, and not of what is too big to be a form.
  package func rejections(of traces: TracesDeFamille) throws(SystemError) -> [String] {
    var found: [String] = []
    for (id, parts) in try rejets.inventory() where parts.contains(.content) && !parts.contains(.blocked) {
      let name = try Rejets.content(id)
      guard let status = try rejets.folder.entry(name), status.kind == .regular, status.size <= sizeLimit else {
        continue
      }
      let bytes = try rejets.folder.open(name).readAll(expecting: status.size, limit: sizeLimit)
      if traces.sont(dans: bytes) { found.append(id) }
    }
    return found.sorted()
  }
}
