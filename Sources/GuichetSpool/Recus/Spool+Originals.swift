package import Guichet
package import LinuxSystem

/// An original in `recus/`, by its name alone.
package struct OriginalGarde: Hashable, Sendable {
  package let numero: Numero
  /// Of its registration.
  package let day: DateCivile
}

extension Spool {
  /// All originals that are kept, in the order of their numeros. What bears another name is left alone.
  package func originaux() throws(SystemError) -> [OriginalGarde] {
    var found: [OriginalGarde] = []
    for name in try originals.folder.names() {
      guard let day = DateCivile(iso: String(decoding: name.bytes, as: UTF8.self)),
        try originals.folder.status(name).kind == .directory
      else { continue }
      for entry in try originals.folder.subdirectory(name).names() {
        guard let numero = Self.numero(ofOriginal: entry) else { continue }
        found.append(OriginalGarde(numero: numero, day: day))
      }
    }
    return found.sorted { $0.numero < $1.numero }
  }

  /// Reads one, as `read` does an entry of `depot/`.
  package func read(_ original: OriginalGarde) throws(SystemError) -> Lecture {
    read(try Originals.name(original.numero.texte), in: try originals.day(original.day))
  }

  /// Removes one.
  package func remove(_ original: OriginalGarde) throws(SystemError) {
    try originals.day(original.day).unlink(try Originals.name(original.numero.texte))
  }

  /// Removes the folders of days before that one in which nothing is left.
  package func removeEmptyDays(before day: DateCivile) throws(SystemError) {
    for name in try originals.folder.names() {
      guard let found = DateCivile(iso: String(decoding: name.bytes, as: UTF8.self)), found < day,
        try originals.folder.status(name).kind == .directory, try originals.folder.subdirectory(name).names().isEmpty
      else { continue }
      originals.close(found)
      try originals.folder.removeDirectory(name)
    }
  }

  /// Puts the bytes of an original into `depot/` once more, to be judged there.
  package func dropAgain(_ bytes: [UInt8], of original: OriginalGarde) throws(SystemError) {
    _ = try transit.drop(bytes, as: try Originals.name(original.numero.texte))
  }

  private static func numero(ofOriginal name: FileName) -> Numero? {
    let text = String(decoding: name.bytes, as: UTF8.self)
    guard text.hasSuffix(".json") else { return nil }
    let stem = text.dropLast(5)
    guard let numero = Numero(texte: String(stem), anneeCourante: 1), numero.texte == stem else { return nil }
    return numero
  }
}
