import Glibc

/// Files of the checkout that tests hold to what they say.
enum ProjectFile {

  /// The bytes of a file, nil when there is none.
  ///
  /// - Parameter path: relative to the checkout.
  static func bytes(_ path: String) -> [UInt8]? {
    // This file is <checkout>/Tests/GuichetDaemonTests/Configuration/ProjectFile.swift, perhaps seen through a link.
    guard let source = realpath(#filePath, nil) else { return nil }
    defer { free(source) }
    let checkout = String(cString: source).split(separator: "/").dropLast(4).joined(separator: "/")
    guard let file = fopen("/\(checkout)/\(path)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }
}
