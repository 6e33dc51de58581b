internal import Glibc

/// Reading of files that a person named.
public enum WholeFile {
  /// The bytes of a regular file (links are followed). More than `limit` bytes throw `EFBIG`; a directory, `EISDIR`;
  /// what is no file (FIFO, device), `EINVAL`.
  public static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let file = try Descriptor.open(path: path)
    do throws(SystemError) {
      let status = try file.status()
      switch status.kind {
      case .regular: break
      case .directory: throw SystemError(errno: EISDIR, operation: "lecture du fichier")
      default: throw SystemError(errno: EINVAL, operation: "lecture du fichier")
      }
      return try file.readAll(expecting: status.size, limit: limit)
    } catch {
      throw SystemError(errno: error.errno, operation: error.operation, path: path)
    }
  }
}
