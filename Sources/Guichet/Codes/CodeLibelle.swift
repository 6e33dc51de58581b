/// A list of codes of the field, each with the words that people read in its place; programs read the codes themselves.
package protocol CodeLibelle: RawRepresentable<String>, CaseIterable, Sendable {
  var libelle: String { get }
}

extension CodeLibelle {
  /// The words for a code that came from elsewhere; one that this program does not know is shown as it is.
  package static func libelle(_ code: String) -> String { Self(rawValue: code)?.libelle ?? code }
}
