/// By which way a demande came.
package enum Origine: String, CaseIterable, Sendable {
  case monenfantFr = "monenfant.fr"
  case telephone
  case guichet
  case courrier
  case partenaire
}
