/// Why a command did not do what it was asked: one French sentence, then what to do.
package struct CommandFailure: Error, Hashable, Sendable {
  package let status: CommandStatus
  package let message: String
  /// One line for each thing found, where there are several.
  package let details: [String]
  /// What to do, one French sentence; nil where the message says it.
  package let remede: String?

  package init(_ status: CommandStatus, _ message: String, details: [String] = [], remede: String? = nil) {
    self.status = status
    self.message = message
    self.details = details
    self.remede = remede
  }
}
