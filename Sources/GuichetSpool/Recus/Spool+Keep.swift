package import Guichet
package import LinuxSystem

extension Spool {
  /// Takes a form's source out of `depot/`, once its registration is committed and not before.
  ///
  /// The file is renamed to `recus/<day>/<numero>.json`, or where something was masked, the masked form is written there
  /// and the file removed. Where originals are not kept the file is just removed. Whichever, it only goes if it is the one
  /// that was read: a producer that has put its next file under the same name finds that one put back.
  /// - Parameters:
  ///   - day: of the registration.
  ///   - masked: what is kept in the original's stead.
  /// - Throws: when the file could not be moved (and may still be in `depot/`), or the original not be written. Calling
  ///   again, or taking the file again as a replay, is safe.
  package func keep(
    _ file: FichierLu, numero: String, day: DateCivile, masked: [UInt8]?
  ) throws(SystemError) -> Keeping {
    guard keepsOriginals else { return try remove(file).keeping }
    if let masked {
      try originals.write(masked, numero: numero, day: day)
      return try remove(file).keeping
    }
    let outcome = try move(file, numero: numero, day: day)
    if outcome != .moved { try originals.write(file.bytes, numero: numero, day: day) }
    return outcome.keeping
  }

  /// Takes a replay's source out of `depot/`: the same form as one that is registered, dropped again, or left there by a
  /// crash after its registration. That one's original is put in `recus/` if it is missing.
  ///
  /// - Parameters:
  ///   - numero: of the registered demande.
  ///   - day: of its registration.
  package func discard(
    _ file: FichierLu, replayOf numero: String, day: DateCivile, masked: [UInt8]?
  ) throws(SystemError) -> Keeping {
    // It is keeping again: an original that is already there is left alone, and the source removed.
    try keep(file, numero: numero, day: day, masked: masked)
  }

  private func remove(_ file: FichierLu) throws(SystemError) -> Transit.Outcome {
    try transit.take(file.name, expecting: file.status) { folder, parked throws(SystemError) in
      try folder.unlink(parked)
    }
  }

  /// The short way, one rename and one look, since nearly every file goes this way. A crash between the two may leave
  /// another file than the one that was read: `recheck` sees to that.
  private func move(_ file: FichierLu, numero: String, day: DateCivile) throws(SystemError) -> Transit.Outcome {
    let name = try Originals.name(numero)
    var directory = try originals.day(day)
    do throws(SystemError) {
      try depot.rename(file.name, to: directory, as: name, replacing: false)
    } catch {
      if error.isAlreadyThere { return try remove(file) }
      guard error.isNotFound else { throw error }
      // Either the file is gone, or the day's folder is.
      originals.close(day)
      directory = try originals.day(day)
      do throws(SystemError) {
        try depot.rename(file.name, to: directory, as: name, replacing: false)
      } catch {
        guard error.isNotFound else { throw error }
        return .gone
      }
    }
    guard try directory.status(name).isSameEntry(as: file.status) else {
      return .putBack(try transit.putBack(name, from: directory, as: file.name))
    }
    return .moved
  }
}

extension Transit.Outcome {
  fileprivate var keeping: Keeping {
    switch self {
    case .moved: .moved
    case .putBack(let name): .putBack(name)
    case .gone: .gone
    }
  }
}
