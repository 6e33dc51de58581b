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
    /// What a check found wrong with it; nil where none did.
    package let fautive: SauvegardeFautive?

    package init(
      nom: NomDeSauvegarde, octets: Int, manifeste: ManifesteDeSauvegarde?, fautive: SauvegardeFautive?
    ) {
      self.nom = nom
      self.octets = octets
      self.manifeste = manifeste
      self.fautive = fautive
    }

    package var valeur: ValeurDeSauvegarde { ValeurDeSauvegarde(manifeste, fautive) }
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

  /// The newest that is worth its name, and the newest of those made since that are not.
  package func dernieres() throws(SystemError) -> (bonne: Trouvee?, douteuse: Trouvee?) {
    let folder: Directory
    do throws(SystemError) {
      folder = try Directory(path)
    } catch {
      guard error.isNotFound else { throw error }
      return (nil, nil)
    }
    let names = try folder.names().compactMap { NomDeSauvegarde(fichier: String(decoding: $0.bytes, as: UTF8.self)) }
    var doubtful: Trouvee?
    for nom in names.sorted(by: >) {
      guard let found = try trouver(nom, folder) else { continue }
      if found.valeur == .bonne { return (found, doubtful) }
      doubtful = doubtful ?? found
    }
    return (nil, doubtful)
  }

  private func lister(_ folder: Directory) throws(SystemError) -> [Trouvee] {
    var found: [Trouvee] = []
    for name in try folder.names() {
      guard let nom = NomDeSauvegarde(fichier: String(decoding: name.bytes, as: UTF8.self)) else { continue }
      if let one = try trouver(nom, folder) { found.append(one) }
    }
    return found.sorted { $0.nom < $1.nom }
  }

  /// Nil where it is no file.
  private func trouver(_ nom: NomDeSauvegarde, _ folder: Directory) throws(SystemError) -> Trouvee? {
    guard let status = try folder.entry(try FileName.named(nom.fichier)), status.kind == .regular else { return nil }
    let manifeste = try lire(nom.manifeste, folder).flatMap { ManifesteDeSauvegarde($0) }
    return Trouvee(
      nom: nom, octets: status.size, manifeste: manifeste?.nom == nom ? manifeste : nil,
      fautive: try lire(nom.fautive, folder).map { SauvegardeFautive($0) })
  }

  /// Nil where there is no such file, or none that could be one of ours.
  private func lire(_ fichier: String, _ folder: Directory) throws(SystemError) -> [UInt8]? {
    let name = try FileName.named(fichier)
    guard let status = try folder.entry(name), status.kind == .regular, status.size <= Self.manifestLimit else {
      return nil
    }
    do throws(SystemError) {
      return try folder.open(name).readAll(expecting: status.size, limit: Self.manifestLimit)
    } catch {
      // Removed meanwhile, as one past keeping is.
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  /// Keeps beside a backup what a check found wrong with it.
  package func marquer(_ nom: NomDeSauvegarde, _ fautive: SauvegardeFautive) throws(SystemError) {
    try Directory(path).write(fautive.bytes, as: try FileName.named(nom.fautive), mode: 0o600, replacing: true)
  }

  /// Forgets what an earlier check found: a later one found the backup as it was written.
  package func demarquer(_ nom: NomDeSauvegarde) throws(SystemError) {
    let folder = try Directory(path)
    try Self.remove(try FileName.named(nom.fautive), folder)
    try folder.sync()
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

  /// Removes a backup, then what is known of it.
  package func retirer(_ nom: NomDeSauvegarde) throws(SystemError) {
    let folder = try Directory(path)
    try Self.remove(try FileName.named(nom.fichier), folder)
    try Self.remove(try FileName.named(nom.manifeste), folder)
    try Self.remove(try FileName.named(nom.fautive), folder)
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
