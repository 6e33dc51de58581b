package import LinuxSystem

/// The folder of mails to send: `courriel/{tmp,new,cur}/`. The sender takes them out of `new/` and never deletes one: what
/// was once given to it is found in `new/` or `cur/`.
package struct CourrielSpool: Sendable {
  /// What withdrawing a mail came to.
  package enum Retrait: Hashable, Sendable {
    case retire
    /// It had been taken: nothing calls it back.
    case parti
  }

  private let path: String
  /// Whether missing folders are made, as under `--racine`; elsewhere the administrator makes them, with their group.
  private let makesFolders: Bool

  package init(path: String, makesFolders: Bool) {
    self.path = path
    self.makesFolders = makesFolders
  }

  /// Removes what a crash left half written, which bears what a mail bears. For a start, before anything is written.
  package func sweep() throws(SystemError) {
    let tmp = try folder("tmp")
    // The sender has files of its own there, under another ending.
    for name in try tmp.names() where name.hasPrefix(".") && name.hasSuffix(".tmp") {
      _ = try remove(name, from: tmp)
    }
  }

  /// Gives a mail to be sent: whole, durable, and once, however often it is asked for.
  ///
  /// - Parameters:
  ///   - id: names the file, and tells nothing.
  ///   - make: its bytes; not asked for where it is there already.
  package func put(id: String, _ make: () -> [UInt8]) throws(SystemError) {
    guard let name = FileName("\(id).eml") else { return }
    let new = try folder("new")
    if try wasGiven(id, new) { return try new.sync() }
    let tmp = try folder("tmp")
    // What a crash left under that name was never given.
    try tmp.write(make(), as: name, mode: 0o640, replacing: true)
    do throws(SystemError) {
      try tmp.rename(name, to: new, as: name)
    } catch {
      guard error.isAlreadyThere else { throw error }
      try tmp.unlink(name)
    }
    try new.sync()
  }

  /// Takes a mail back that has not been taken yet.
  package func withdraw(id: String) throws(SystemError) -> Retrait {
    guard let name = FileName("\(id).eml") else { return .retire }
    // Half of one may be left there by a crash.
    _ = try remove(name, from: folder("tmp"))
    if try remove(name, from: folder("new")) { return .retire }
    return try wasTaken(id) ? .parti : .retire
  }

  /// Removes a mail wherever it lies: taken or not, refused or not, with what its refusal says.
  package func erase(id: String) throws(SystemError) {
    // In the order in which a mail goes through them.
    for (place, ending) in [
      ("tmp", ".eml"), ("new", ".eml"), ("cur", ".eml"), ("cur", ".eml.refuse"), ("cur", ".eml.refuse.motif"),
    ] {
      guard let name = FileName("\(id)\(ending)") else { continue }
      _ = try remove(name, from: folder(place))
    }
  }

  /// - Returns: whether it was there.
  private func remove(_ name: FileName, from folder: Directory) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try folder.unlink(name)
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
    try folder.sync()
    return true
  }

  private func wasGiven(_ id: String, _ new: Directory) throws(SystemError) -> Bool {
    // In the order in which a mail goes through them.
    if try isThere("\(id).eml", new) { return true }
    return try wasTaken(id)
  }

  private func wasTaken(_ id: String) throws(SystemError) -> Bool {
    let cur = try folder("cur")
    if try isThere("\(id).eml", cur) { return true }
    return try isThere("\(id).eml.refuse", cur)
  }

  private func isThere(_ name: String, _ folder: Directory) throws(SystemError) -> Bool {
    guard let name = FileName(name) else { return false }
    do throws(SystemError) {
      _ = try folder.status(name)
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }

  private func folder(_ name: String) throws(SystemError) -> Directory {
    makesFolders ? try Directory.making("\(path)/\(name)", mode: 0o770) : try Directory("\(path)/\(name)")
  }
}
