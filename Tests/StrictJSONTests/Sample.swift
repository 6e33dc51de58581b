import Testing

/// A text to parse, with a name by which a failure is found again.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  /// For texts that are not UTF-8: the parts are put together.
  init(_ name: String, _ before: String, bytes: [UInt8], _ after: String = "") {
    self.name = name
    self.bytes = Array(before.utf8) + bytes + Array(after.utf8)
  }

  var testDescription: String { name }
}
