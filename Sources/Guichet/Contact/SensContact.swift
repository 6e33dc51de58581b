/// Who turned to whom.
package enum SensContact: String, CodeLibelle {
  /// The office turned to the family.
  case sortant
  case entrant

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .sortant: "sortant"
    case .entrant: "entrant"
    }
  }
}
