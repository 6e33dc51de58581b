package import Guichet
package import LinuxSystem

extension Spool {
  /// Ids of files that were refused before that day, whose content lies in `rejets/`; not of those that could not be moved
  /// there.
  package func rejections(before day: DateCivile) throws(SystemError) -> [String] {
    try rejets.inventory().compactMap { id, parts in
      // AAAAMMJJ at the start, by the Caf's clocks.
      let digits = id.prefix(8)
      let written = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))"
      guard let refused = DateCivile(iso: written), refused < day, !parts.contains(.blocked)
      else { return nil }
      return id
    }.sorted()
  }

  /// Removes a refused file and its motif, once the register has let go of it.
  package func expire(_ id: String) throws(SystemError) {
    guard Rejets.isId(id), rejets.blockedEntry(id) == nil else { return }
    try rejets.remove(try Rejets.content(id))
    try rejets.remove(try Rejets.motif(id))
  }
}
