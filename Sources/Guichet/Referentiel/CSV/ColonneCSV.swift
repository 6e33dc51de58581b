/// The columns that a CSV file may have.
package protocol ColonneCSV: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
  /// The names under which the column is found, the usual one first.
  var noms: [String] { get }
  /// Without it the file says nothing.
  var isRequired: Bool { get }
  /// Whether the Caf writes the file itself: then a column that is not known deserves a word, for it may be a precision
  /// that goes unread. Official files have many columns that are of no use here.
  static var isOurs: Bool { get }
  /// Columns of which the file must have one at least.
  static var oneOf: [Self] { get }
  /// Columns without which a row says more than it should: none may be missing beside one that is not known.
  static var precisions: [Self] { get }
}

extension ColonneCSV {
  package static var isOurs: Bool { false }
  package static var oneOf: [Self] { [] }
  package static var precisions: [Self] { [] }
}
