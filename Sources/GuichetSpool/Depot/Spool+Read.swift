import Crypto
import Guichet
package import LinuxSystem

extension Spool {
  /// Reads an entry of `depot/`, once. Whatever it is, this neither waits nor reads more than the limit.
  package func read(_ name: FileName) -> Lecture {
    read(name, in: depot)
  }

  func read(_ name: FileName, in directory: Directory) -> Lecture {
    do throws(SystemError) {
      return try read(try directory.open(name), name: name)
    } catch {
      return unread(name, in: directory, because: error)
    }
  }

  private func read(_ descriptor: Descriptor, name: FileName) throws(SystemError) -> Lecture {
    let before = try descriptor.status()
    // No name at all is well: its producer has just renamed the next one over it.
    guard before.kind == .regular, before.links <= 1 else {
      return .refus(Trouvaille(name: name, status: before, descriptor: descriptor), .pasUnFichier(before))
    }
    guard before.size <= sizeLimit else {
      return .refus(
        Trouvaille(name: name, status: before, descriptor: descriptor),
        .tropGros(octets: before.size, limite: sizeLimit))
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try descriptor.readAll(expecting: before.size, limit: sizeLimit)
    } catch {
      guard try descriptor.status().isSameEntry(as: before) else { return .changeant }
      throw error
    }
    let after = try descriptor.status()
    guard after.isSameEntry(as: before), bytes.count == after.size else { return .changeant }
    return .contenu(
      FichierLu(name: name, status: after, bytes: bytes, sha256: Self.sha256(bytes), descriptor: descriptor))
  }

  private func unread(_ name: FileName, in directory: Directory, because error: SystemError) -> Lecture {
    guard !error.isNotFound else { return .disparu }
    do throws(SystemError) {
      guard let status = try directory.entry(name) else { return .disparu }
      guard status.kind != .regular else { return .empeche(error, status) }
      return .refus(Trouvaille(name: name, status: status, descriptor: nil), .pasUnFichier(status))
    } catch {
      return .empeche(error, nil)
    }
  }

  static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hasher = SHA256()
    let hashed: Void? = bytes.withContiguousStorageIfAvailable {
      hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { Array(bytes).withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    return Array(hasher.finalize())
  }
}
