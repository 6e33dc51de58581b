internal import Glibc

/// The address of a Unix socket as system calls want it.
struct UnixAddress {
  private var storage = sockaddr_un()
  private var length: socklen_t

  /// - Parameter path: a file, or `@name` in the abstract namespace where `abstract` allows.
  init(_ path: String, abstract: Bool = false) throws(SystemError) {
    var bytes = Array(path.utf8)
    let isAbstract = abstract && bytes.first == UInt8(ascii: "@")
    if isAbstract { bytes[0] = 0 }
    let room = MemoryLayout.size(ofValue: storage.sun_path)
    guard !bytes.isEmpty, isAbstract || !bytes.contains(0) else {
      throw SystemError(errno: EINVAL, operation: "emploi de l’adresse de socket", path: path)
    }
    // A file's path ends in a NUL; an abstract name is as long as it is.
    guard bytes.count + (isAbstract ? 0 : 1) <= room else {
      throw SystemError(errno: ENAMETOOLONG, operation: "emploi de l’adresse de socket", path: path)
    }
    storage.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: bytes) }
    let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    length = socklen_t(offset + bytes.count + (isAbstract ? 0 : 1))
  }

  /// Calls with what connect, bind and sendto take.
  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  /// A new close-on-exec socket.
  /// - Parameter flags: SOCK_NONBLOCK or 0.
  static func socket(_ type: __socket_type, flags: __socket_type = __socket_type(0)) throws(SystemError) -> Descriptor {
    let raw = Glibc.socket(AF_UNIX, Int32(type.rawValue | SOCK_CLOEXEC.rawValue | flags.rawValue), 0)
    guard raw >= 0 else { throw SystemError.last("création de la socket") }
    return Descriptor.adopt(raw)
  }
}
