internal import CLinux
internal import Glibc

extension Directory {
  /// Renames, within one file system.
  ///
  /// Without `replacing`, a name that is taken throws (`isAlreadyThere`) and nothing has changed. Where the file system
  /// has no such renaming (`EINVAL`: some network and FUSE ones), a second link is made and the first name removed: just
  /// as safe for files, with two names for a moment; not possible for directories.
  /// Durable only after `sync()` of both directories.
  public func rename(
    _ name: FileName, to other: Directory, as newName: FileName, replacing: Bool = false
  ) throws(SystemError) {
    let (from, to) = (descriptor.raw, other.descriptor.raw)
    let result = name.withCString { name in
      newName.withCString { newName in
        if replacing { return renameat(from, name, to, newName) }
        let result = clinux_rename_noreplace(from, name, to, newName)
        guard result != 0, errno == EINVAL || errno == ENOSYS else { return result }
        guard linkat(from, name, to, newName, 0) == 0 else { return -1 }
        return unlinkat(from, name, 0)
      }
    }
    guard result == 0 else { throw SystemError.last("renommage du fichier", path(of: name)) }
  }

  /// Removes a file's name; a directory throws.
  public func unlink(_ name: FileName) throws(SystemError) {
    guard name.withCString({ unlinkat(descriptor.raw, $0, 0) }) == 0 else {
      throw SystemError.last("suppression du fichier", path(of: name))
    }
  }

  /// Removes an empty directory.
  public func removeDirectory(_ name: FileName) throws(SystemError) {
    guard name.withCString({ unlinkat(descriptor.raw, $0, AT_REMOVEDIR) }) == 0 else {
      throw SystemError.last("suppression du dossier", path(of: name))
    }
  }

  /// Writes a whole file so that it is there complete or not at all, whenever the power goes.
  ///
  /// The bytes go to a temporary name (which begins with `.` and ends in `.tmp`), are synced, renamed, and the directory
  /// synced. On an error the temporary file is gone again; only an error of the last sync (`synchronisation du dossier`)
  /// leaves the file under its final name.
  /// - Parameters:
  ///   - mode: permission bits, whatever the umask.
  ///   - replacing: without it, a name that is taken throws (`isAlreadyThere`).
  ///   - durable: false for what may be lost with the power, such as a status: nothing is synced then, and readers find
  ///     it complete or not at all just the same.
  public func write(
    _ bytes: borrowing [UInt8], as name: FileName, mode: UInt32, replacing: Bool = false, durable: Bool = true
  ) throws(SystemError) {
    let temporary = try FileName.temporary()
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    guard let raw = temporary.withCString({ name in retrying { openat(descriptor.raw, name, flags, 0o600) } }), raw >= 0
    else { throw SystemError.last("création du fichier", path(of: name)) }
    let file = Descriptor.adopt(raw)
    do throws(SystemError) {
      try file.writeAll(bytes)
      guard fchmod(file.raw, mode) == 0 else { throw SystemError.last("réglage des droits du fichier") }
      if durable { try file.sync() }
      try rename(temporary, to: self, as: name, replacing: replacing)
    } catch {
      // Best effort: the error that matters is the one that led here.
      _ = temporary.withCString { unlinkat(descriptor.raw, $0, 0) }
      throw SystemError(errno: error.errno, operation: error.operation, path: path(of: name))
    }
    guard durable, fsync(descriptor.raw) != 0 else { return }
    // A directory that may not be read cannot be synced by itself: then all of its file system is.
    guard errno == EBADF, clinux_sync_file_system(file.raw) == 0 else {
      throw SystemError.last("synchronisation du dossier", path)
    }
  }

  /// Lets others in as the bits say, whatever the umask was when it was made.
  public func allow(_ mode: UInt32) throws(SystemError) {
    guard fchmod(descriptor.raw, mode) == 0 else { throw SystemError.last("réglage des droits du dossier", path) }
  }
}

extension FileName {
  /// A name that nobody else uses and that scans of a spool leave out.
  fileprivate static func temporary() throws(SystemError) -> FileName {
    let digits = Array("0123456789abcdef".utf8)
    var name = Array(".".utf8)
    for byte in try Random.bytes(12) {
      name.append(digits[Int(byte >> 4)])
      name.append(digits[Int(byte & 15)])
    }
    name.append(contentsOf: ".tmp".utf8)
    return name.withUnsafeBytes { FileName(ofEntry: $0) }
  }
}
