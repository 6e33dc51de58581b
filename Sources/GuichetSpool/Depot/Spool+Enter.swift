package import LinuxSystem

extension Spool {
  /// Puts a form into `depot/` that a person of the office typed in, complete and durable or not at all: from there it goes
  /// the way of all others.
  ///
  /// - Parameter reference: the form's own, of which the file's name is made.
  package func enter(_ bytes: [UInt8], reference: String) throws(SystemError) {
    let stem = reference.map { $0 == "/" ? "_" : $0 }
    _ = try transit.drop(bytes, as: try FileName.named("saisie-\(String(stem)).json"))
  }

  /// The SHA-256 by which the register knows a form's content.
  package static func empreinte(of bytes: [UInt8]) -> [UInt8] { sha256(bytes) }
}
