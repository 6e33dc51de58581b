package import Guichet
package import LinuxSystem

/// The folders that forms go through, and every way a file moves between them: `depot/`, where producers drop; `recus/`,
/// where originals are kept; `rejets/`, where what was refused is set aside with its motif.
///
/// Nobody who drops is trusted: names, kinds, sizes and moments are all theirs. What is judged is what was read once;
/// what leaves `depot/` is what was judged; nothing ever replaces anything; and a crash at any point leaves each file in
/// one of the three folders. Methods may be called from several threads, each file by one at a time.
///
/// Not seen: a producer that keeps a file open and goes on writing into it after it was read.
package final class Spool: Sendable {
  package let places: SpoolPlaces
  /// Bytes; a longer file is refused unread.
  package let sizeLimit: Int
  /// Whether originals stay in `recus/`.
  package let keepsOriginals: Bool

  let depot: Directory
  let transit: Transit
  let originals: Originals
  let rejets: Rejets

  /// Opens the folders, making those that are missing, and tries whether files can be moved between them.
  package init(places: SpoolPlaces, sizeLimit: Int, keepsOriginals: Bool) throws(SpoolError) {
    self.places = places
    self.sizeLimit = sizeLimit
    self.keepsOriginals = keepsOriginals
    do throws(SystemError) {
      depot = try Directory.making(places.depot, mode: 0o1770)
      let recus = try Directory.making(places.recus, mode: 0o700)
      let rejets = try Directory.making(places.rejets, mode: 0o750)
      originals = Originals(recus)
      transit = Transit(from: depot, through: try recus.makeDirectory(try FileName.named(".en-cours"), mode: 0o700))
      self.rejets = Rejets(rejets)
    } catch {
      throw .system(error)
    }
    try tryMoving(to: originals.folder)
    try tryMoving(to: rejets.folder)
  }

  /// A device number does not tell: two mounts of one file system refuse to rename between them.
  private func tryMoving(to other: Directory) throws(SpoolError) {
    do throws(SystemError) {
      let name = try FileName.named(".essai")
      try depot.write([], as: name, mode: 0o600, replacing: true)
      do throws(SystemError) {
        try depot.rename(name, to: other, as: name, replacing: true)
      } catch {
        try depot.unlink(name)
        throw error
      }
      try other.unlink(name)
    } catch {
      throw error.isAcrossFileSystems
        ? .differentFileSystems(depot: depot.path, other: other.path) : .system(error)
    }
  }
}

/// What a scan of `depot/` found.
package struct SpoolListing: Sendable {
  /// What the intake is to look at, sorted.
  package var names: [FileName]
  /// Entries that it never will, because their names do not end in `.json`. Those under way do not count.
  package var ignored: Int
  /// Refused entries that could not be moved away.
  package var blocked: Int
  /// Why something that is to go back to `depot/` could not yet.
  package var impediment: SystemError?
}

extension Spool {
  /// Scans `depot/`.
  package func names() throws(SystemError) -> SpoolListing {
    var impediment: SystemError?
    do throws(SystemError) {
      try transit.returnStranded()
    } catch {
      impediment = error
    }
    let entries = try depot.names()
    let blocked = try rejets.stillBlocked(in: depot)
    var listing = SpoolListing(names: [], ignored: 0, blocked: blocked.count, impediment: impediment)
    listing.names.reserveCapacity(entries.count)
    for entry in entries {
      if entry.isFormulaire {
        if blocked.isEmpty || !blocked.contains(entry) { listing.names.append(entry) }
      } else if !entry.isUnderWay {
        listing.ignored += 1
      }
    }
    listing.names.sort()
    return listing
  }

  /// What an entry of `depot/` looks like; nil when there is none of that name.
  package func sighting(_ name: FileName) throws(SystemError) -> Sighting? {
    try depot.entry(name)?.sighting
  }
}
