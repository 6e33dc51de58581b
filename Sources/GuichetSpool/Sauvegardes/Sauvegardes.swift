import Crypto
package import Guichet
package import LinuxSystem

/// The folder of backups: `guichet-….sqlite`, each with its manifest beside it. What bears another name is somebody
/// else's, and left alone; what begins with a dot was left half-written by a crash.
package struct Sauvegardes: Sendable {
  /// One that is there.
  package struct Trouvee: Hashable, Sendable {
    package let nom: NomDeSauvegarde
    package let octets: Int
    /// Nil where there is none, or it cannot be read: the backup can be used all the same.
    package let manifeste: ManifesteDeSauvegarde?
  }

  package let path: String
  private static let manifestLimit = 1 << 20

  package init(path: String) {
    self.path = path
  }

  /// All that are there, oldest first; none where there is no folder.
  package func lister() throws(SystemError) -> [Trouvee] {
    do throws(SystemError) {
      return try lister(Directory(path))
    } catch {
      guard error.isNotFound else { throw error }
      return []
    }
  }

  /// The newest, by the names alone; nil where there is none.
  package var derniere: NomDeSauvegarde? {
    get throws(SystemError) {
      do throws(SystemError) {
        return try Directory(path).names().compactMap { name in
          NomDeSauvegarde(fichier: String(decoding: name.bytes, as: UTF8.self))
        }.max()
      } catch {
        guard error.isNotFound else { throw error }
        return nil
      }
    }
  }

  private func lister(_ folder: Directory) throws(SystemError) -> [Trouvee] {
    var found: [Trouvee] = []
    for name in try folder.names() {
      guard let nom = NomDeSauvegarde(fichier: String(decoding: name.bytes, as: UTF8.self)),
        let status = try folder.entry(name), status.kind == .regular
      else { continue }
      found.append(Trouvee(nom: nom, octets: status.size, manifeste: try manifeste(nom, folder)))
    }
    return found.sorted { $0.nom < $1.nom }
  }

  private func manifeste(_ nom: NomDeSauvegarde, _ folder: Directory) throws(SystemError) -> ManifesteDeSauvegarde? {
    let name = try FileName.named(nom.manifeste)
    guard let status = try folder.entry(name), status.kind == .regular, status.size <= Self.manifestLimit else {
      return nil
    }
    let found = ManifesteDeSauvegarde(
      try folder.open(name).readAll(expecting: status.size, limit: Self.manifestLimit))
    return found?.nom == nom ? found : nil
  }

  /// Where the copy is to be written first; the folder is made where it is missing, and cleared of what a crash left.
  package func commencer(_ nom: NomDeSauvegarde) throws(SystemError) -> String {
    let folder = try Directory.making(path, mode: 0o700)
    for name in try folder.names() where name.hasPrefix(".guichet-") { try folder.unlink(name) }
    return folder.path(of: try Self.temporary(nom))
  }

  /// Gives a copy that was written and checked its name, durably, its manifest first.
  package func finir(_ manifeste: ManifesteDeSauvegarde) throws(SystemError) {
    let folder = try Directory(path)
    let nom = manifeste.nom
    try folder.write(manifeste.bytes, as: try FileName.named(nom.manifeste), mode: 0o600, replacing: true)
    try folder.open(try Self.temporary(nom)).sync()
    try folder.rename(try Self.temporary(nom), to: folder, as: try FileName.named(nom.fichier))
    try folder.sync()
  }

  /// Removes a copy that came to nothing.
  package func abandonner(_ nom: NomDeSauvegarde) throws(SystemError) {
    let folder = try Directory(path)
    for ending in ["", "-journal"] { try Self.remove(try FileName.named(".\(nom.fichier)\(ending)"), folder) }
  }

  /// Removes a backup, then its manifest.
  package func retirer(_ nom: NomDeSauvegarde) throws(SystemError) {
    let folder = try Directory(path)
    try Self.remove(try FileName.named(nom.fichier), folder)
    try Self.remove(try FileName.named(nom.manifeste), folder)
    try folder.sync()
  }

  package func chemin(_ nom: NomDeSauvegarde) -> String { "\(path)/\(nom.fichier)" }

  /// SHA-256, in hexadecimal, and length in bytes of a file of any size.
  package static func empreinte(_ path: String) throws(SystemError) -> (sha256: String, octets: Int) {
    let file = try Descriptor.open(path: path)
    var hasher = SHA256()
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      var failure: SystemError?
      let count = buffer.withUnsafeMutableBytes { bytes in
        do throws(SystemError) {
          return try file.read(into: bytes)
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { break }
      buffer.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      total += count
    }
    return (Array(hasher.finalize()).hexadecimal, total)
  }

  private static func temporary(_ nom: NomDeSauvegarde) throws(SystemError) -> FileName {
    try FileName.named(".\(nom.fichier)")
  }

  private static func remove(_ name: FileName, _ folder: Directory) throws(SystemError) {
    do throws(SystemError) {
      try folder.unlink(name)
    } catch {
      guard error.isNotFound else { throw error }
    }
  }
}
