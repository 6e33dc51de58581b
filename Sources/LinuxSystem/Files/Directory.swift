internal import CLinux
internal import Glibc

/// An open directory: everything done through it happens in that very directory, wherever its path may point later.
///
/// Links are never followed below it, and opening never waits: whoever fills the directory is not trusted.
public final class Directory: Sendable {
  /// The path it was opened by, for messages.
  public let path: String
  /// The file system it is on; renaming works only within one.
  public let device: UInt64
  let descriptor: Descriptor

  /// Opens an existing directory; the path itself may be a link, since whoever configured it chose it.
  public convenience init(_ path: String) throws(SystemError) {
    let raw = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard raw >= 0 else { throw SystemError.last("ouverture du dossier", path) }
    try self.init(adopting: raw, path: path)
  }

  /// Opens a directory to write into, also one that may not be read (rights `-wx`): then `names()` and `sync()` fail.
  public static func dropBox(_ path: String) throws(SystemError) -> Directory {
    do throws(SystemError) {
      return try Directory(path)
    } catch {
      guard error.isPermission else { throw error }
      let raw = retrying { Glibc.open(path, clinux_path_only | O_DIRECTORY | O_CLOEXEC) }
      guard raw >= 0 else { throw error }
      return try Directory(adopting: raw, path: path)
    }
  }

  private init(adopting raw: Int32, path: String) throws(SystemError) {
    descriptor = Descriptor.adopt(raw)
    self.path = path
    device = try descriptor.status().device
  }

  /// Opens a directory, made first with its missing parents.
  /// - Parameter mode: of every directory that is made, less the umask.
  public static func making(_ path: String, mode: UInt32) throws(SystemError) -> Directory {
    var end = path.startIndex
    var refusal: SystemError?
    while end < path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      // A parent that may not be written may all the same be there: opening tells.
      if mkdir(String(path[..<end]), mode) != 0, errno != EEXIST, errno != EISDIR {
        refusal = refusal ?? SystemError.last("création du dossier", String(path[..<end]))
      }
    }
    do throws(SystemError) {
      return try Directory(path)
    } catch {
      throw error.isNotFound ? refusal ?? error : error
    }
  }

  /// The names of all entries but `.` and `..`, in no order. Calls may run at the same time.
  public func names() throws(SystemError) -> [FileName] {
    // A descriptor of its own, because the position in the directory belongs to the open file.
    let raw = retrying { openat(descriptor.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard raw >= 0 else { throw SystemError.last("lecture du dossier", path) }
    defer { _ = close(raw) }
    var names: [FileName] = []
    let failure = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer -> Int32 in
      while true {
        let count = clinux_directory_entries(raw, buffer.baseAddress, buffer.count)
        if count == 0 { return 0 }
        guard count > 0 else { return errno }
        Self.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &names)
      }
    }
    guard failure == 0 else { throw SystemError(errno: failure, operation: "lecture du dossier", path: path) }
    return names
  }

  /// Reads records of struct linux_dirent64: inode (8 bytes), offset (8), length of record (2), kind (1), name, NUL.
  private static func append(_ records: UnsafeRawBufferPointer, to names: inout [FileName]) {
    var start = 0
    while start + 19 < records.count {
      let length = Int(records.load(fromByteOffset: start + 16, as: UInt16.self))
      let field = UnsafeRawBufferPointer(rebasing: records[start + 19..<start + length])
      let name = UnsafeRawBufferPointer(rebasing: field[..<(field.firstIndex(of: 0) ?? field.count)])
      let dot = UInt8(ascii: ".")
      let isSelfOrParent = name.count <= 2 && name[0] == dot && (name.count == 1 || name[1] == dot)
      if !isSelfOrParent { names.append(FileName(ofEntry: name)) }
      start += length
    }
  }

  /// fstatat: of the entry itself, not of what a link points to.
  public func status(_ name: FileName) throws(SystemError) -> FileStatus {
    var status = stat()
    guard name.withCString({ fstatat(descriptor.raw, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      throw SystemError.last("lecture de l’état du fichier", path(of: name))
    }
    return FileStatus(status)
  }

  /// Opens for reading, whatever the entry is: look at status() before reading. A link throws (`isLink`), a FIFO opens
  /// at once, a socket throws `ENXIO`.
  public func open(_ name: FileName) throws(SystemError) -> Descriptor {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    guard let raw = name.withCString({ name in retrying { openat(descriptor.raw, name, flags) } }), raw >= 0 else {
      throw SystemError.last("ouverture du fichier", path(of: name))
    }
    return Descriptor.adopt(raw)
  }

  /// The path of an entry, for messages.
  public func path(of name: FileName) -> String {
    path.hasSuffix("/") ? "\(path)\(name)" : "\(path)/\(name)"
  }

  /// fsync of the directory: what was made, renamed or removed in it survives a power cut from here on.
  public func sync() throws(SystemError) {
    guard fsync(descriptor.raw) == 0 else { throw SystemError.last("synchronisation du dossier", path) }
  }

  /// Opens a directory below this one; a link throws.
  public func subdirectory(_ name: FileName) throws(SystemError) -> Directory {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    guard let raw = name.withCString({ name in retrying { openat(descriptor.raw, name, flags) } }), raw >= 0 else {
      throw SystemError.last("ouverture du dossier", path(of: name))
    }
    return try Directory(adopting: raw, path: path(of: name))
  }

  /// Makes a directory below this one, or opens the one that is there.
  /// - Parameter mode: of one that is made, less the umask.
  public func makeDirectory(_ name: FileName, mode: UInt32) throws(SystemError) -> Directory {
    if name.withCString({ mkdirat(descriptor.raw, $0, mode) }) != 0, errno != EEXIST {
      throw SystemError.last("création du dossier", path(of: name))
    }
    return try subdirectory(name)
  }
}
