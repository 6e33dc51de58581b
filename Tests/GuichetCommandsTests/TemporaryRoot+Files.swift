import Foundation
import GuichetTestSupport

extension TemporaryRoot {
  /// Makes a folder below.
  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
  }

  /// Writes a file below.
  func write(_ text: String, as name: String) throws {
    try write(Array(text.utf8), as: name)
  }

  func write(_ bytes: [UInt8], as name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }
}
