import Foundation

/// A program that a test ran to its end.
package struct ProgramRun: Sendable {
  package let status: Int32
  package let output: String
  package let errors: String

  /// - Parameters:
  ///   - path: of the program.
  ///   - input: what it reads from standard input; nothing by default.
  package init(_ path: String, _ arguments: [String], input: String = "") throws {
    let process = Process()
    let (outputs, errors, inputs) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = outputs
    process.standardError = errors
    process.standardInput = inputs
    try process.run()
    inputs.fileHandleForWriting.write(Data(input.utf8))
    try inputs.fileHandleForWriting.close()
    // Errors are few: they fit their pipe while the output is read to its end.
    output = String(decoding: try outputs.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    self.errors = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Runs the `guichetctl` that was built with the tests, on a root folder.
  package static func guichetctl(_ root: TemporaryRoot, _ arguments: String..., input: String = "") throws -> ProgramRun
  {
    try ProgramRun(BuiltProgram.path("guichetctl"), arguments + ["--racine", root.path], input: input)
  }
}
