/// A place as a family wrote it: its own address, or where it looks for care.
///
/// Nothing is resolved here. `commune` and `codePostal` may still stand in each other's place: the routing rules know
/// the official names and put them right.
package struct Adresse: Hashable, Sendable {
  /// Number and street, such as « 12 rue de la République ».
  package var voie: String?
  /// Five digits, or a name where the family swapped it with `commune`.
  package var codePostal: String?
  package var commune: String?
  /// The commune's official code (`59350`, `2A004`), in upper case.
  package var codeInsee: String?

  package init(voie: String? = nil, codePostal: String? = nil, commune: String? = nil, codeInsee: String? = nil) {
    self.voie = voie
    self.codePostal = codePostal
    self.commune = commune
    self.codeInsee = codeInsee
  }

  package var isEmpty: Bool { voie == nil && !namesPlace }

  /// Whether it tells a commune at all: by code, postal code or name.
  package var namesPlace: Bool { codeInsee != nil || codePostal != nil || commune != nil }
}
