import Glibc

/// The official and made-up data that lie beside the checkout, in `../shared/data`.
///
/// A checkout may stand alone: then `folder` is nil, and a test that needs the data says so and is skipped.
package enum SharedData {

  /// Path of the data folder, without a slash at its end; nil where there is none.
  package static let folder: String? = {
    // This file is <checkout>/Tests/GuichetTestSupport/SharedData.swift, perhaps seen through a symbolic link.
    guard let source = resolved(#filePath) else { return nil }
    let checkout = source.split(separator: "/").dropLast(3)
    return resolved("/" + checkout.joined(separator: "/") + "/../shared/data")
  }()

  /// The bytes of one file.
  ///
  /// - Parameter path: relative to the folder, such as `referentiel-nord/communes.csv`.
  /// - Returns: nil when there is no such file, or no data at all.
  package static func file(_ path: String) -> [UInt8]? {
    guard let folder else { return nil }
    let descriptor = open("\(folder)/\(path)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let taken = read(descriptor, buffer.baseAddress! + count, size - count)
        if taken <= 0 { break }
        count += taken
      }
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let absolute = realpath(path, nil) else { return nil }
    defer { free(absolute) }
    return String(cString: absolute)
  }
}
