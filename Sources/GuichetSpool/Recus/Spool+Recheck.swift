package import Guichet
package import LinuxSystem

/// What `recus/` should hold of a demande.
package struct OriginalAttendu: Hashable, Sendable {
  package let numero: String
  /// Of its registration.
  package let day: DateCivile
  /// SHA-256 of the file that was registered.
  package let sha256: [UInt8]

  package init(numero: String, day: DateCivile, sha256: [UInt8]) {
    self.numero = numero
    self.day = day
    self.sha256 = sha256
  }
}

extension Spool {
  /// At start, before the first scan: puts back what a crash caught between being renamed and being looked at, and turned
  /// out to be another file than the registered one.
  ///
  /// - Parameter expected: the demandes registered last, as many as can have been under way at a time.
  /// - Returns: the names, in `depot/`, of what was put back.
  package func recheck(_ expected: some Sequence<OriginalAttendu>) throws(SystemError) -> [FileName] {
    var returned: [FileName] = []
    for original in expected {
      guard try originals.folder.entry(try FileName.named(original.day.iso)) != nil else { continue }
      let directory = try originals.day(original.day)
      let name = try Originals.name(original.numero)
      guard let status = try directory.entry(name), status.mode != Originals.writtenMode else { continue }
      switch read(name, in: directory) {
      case .contenu(let file) where file.sha256 == original.sha256: continue
      case .disparu: continue
      // What cannot be read cannot be told from another file: it goes back to be seen, and is at worst a replay.
      case .contenu, .refus, .changeant, .empeche:
        returned.append(try transit.putBack(name, from: directory, as: name))
      }
    }
    return returned
  }
}
