/// A kind of childcare that a child came to have; the last two are outcomes without formal care.
///
/// What a family wishes is `Mode`, under the same codes.
package enum ModeDAccueil: String, CodeLibelle {
  case assistantMaternel
  case mam
  case crecheCollective
  case crecheFamiliale
  case microCreche
  case halteGarderie
  case jardinEnfants
  case gardeADomicile
  case gardePartagee
  case ecoleMaternelle
  case autre
  /// A parent stays with the child.
  case congeParental
  case familleProches

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .assistantMaternel: "assistant maternel"
    case .mam: "MAM"
    case .crecheCollective: "crèche collective"
    case .crecheFamiliale: "crèche familiale"
    case .microCreche: "micro-crèche"
    case .halteGarderie: "halte-garderie"
    case .jardinEnfants: "jardin d’enfants"
    case .gardeADomicile: "garde à domicile"
    case .gardePartagee: "garde partagée"
    case .ecoleMaternelle: "école maternelle"
    case .autre: "autre mode d’accueil"
    case .congeParental: "congé parental"
    case .familleProches: "famille ou proches"
    }
  }

  /// Care by somebody whose work it is.
  package var estFormel: Bool { self != .congeParental && self != .familleProches }

  /// Whether it is what the family wished for; nil where the family wished for nothing in particular.
  func estSouhaite(_ modes: [Mode]) -> Bool? {
    if modes.isEmpty || modes.contains(.indifferent) { return estFormel ? nil : false }
    return modes.contains { $0.rawValue == rawValue }
  }
}
