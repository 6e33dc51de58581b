import GuichetDocuments
import StrictJSON

/// An answer that can be shown to a person and read by a program.
protocol Presentable {
  func texte(_ page: inout TextPage)
  func json(_ output: inout JSONOutput)
  /// Nil where the answer has no rows; the command then does not offer the format.
  var csv: CSVDocument? { get }
}

extension Presentable {
  var csv: CSVDocument? { nil }
}

/// The JSON of an answer.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []
  private let pretty: Bool

  /// - Parameter pretty: spread over indented lines, for a person who reads along.
  init(pretty: Bool) {
    self.pretty = pretty
  }

  /// Writes the whole answer as one value.
  mutating func document(_ value: JSONValue) {
    append(value.bytes(pretty: pretty))
  }

  /// Writes the whole answer, which the body spells out.
  mutating func document(_ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(pretty: pretty)
    body(&writer)
    append(writer.bytes)
  }

  /// Writes one of many values, each on a line of its own.
  mutating func ligne(_ value: JSONValue) {
    append(value.bytes())
  }

  private mutating func append(_ document: [UInt8]) {
    bytes.append(contentsOf: document)
    bytes.append(UInt8(ascii: "\n"))
  }
}
