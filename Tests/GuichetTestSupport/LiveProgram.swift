import Foundation
import Glibc

/// A program that a test talks with while it runs; killed when the test lets go of it.
package final class LiveProgram {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private let input = Pipe()
  private var written: [ObjectIdentifier: String] = [:]

  /// What did not come in a minute.
  package struct Silence: Error {
    package let soFar: String
  }

  package init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = input
    try process.run()
  }

  /// The `guichetctl` that was built with the tests, on a root folder.
  package static func guichetctl(_ root: TemporaryRoot, _ arguments: String...) throws -> LiveProgram {
    try LiveProgram(BuiltProgram.path("guichetctl"), arguments + ["--racine", root.path])
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Reads its answers until all of them so far are such, or it has ended.
  @discardableResult
  package func output(until isEnough: (String) -> Bool) throws -> String { try read(output, isEnough) }

  /// Reads what it says beside its answers.
  @discardableResult
  package func errors(until isEnough: (String) -> Bool) throws -> String { try read(errors, isEnough) }

  /// Writes a line to its standard input.
  package func tell(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
  }

  package func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Nobody reads its answers any more.
  package func closeOutput() throws { try output.fileHandleForReading.close() }

  /// Its exit status, once it has ended; nil where a signal ended it.
  package func status() -> Int32? {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  private func read(_ pipe: Pipe, _ isEnough: (String) -> Bool) throws -> String {
    var text = written[ObjectIdentifier(pipe)] ?? ""
    while !isEnough(text) {
      var wait = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 60_000) > 0 else { throw Silence(soFar: text) }
      let piece = pipe.fileHandleForReading.availableData
      if piece.isEmpty { break }
      // Lines come whole, and so do their characters.
      text += String(decoding: piece, as: UTF8.self)
      written[ObjectIdentifier(pipe)] = text
    }
    return text
  }
}

extension String {
  /// How many lines have come with their ends.
  package var wholeLines: Int { reduce(0) { $1.isNewline ? $0 + 1 : $0 } }
}
