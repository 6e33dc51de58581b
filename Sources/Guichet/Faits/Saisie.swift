import StrictJSON

/// The fact that a person of the office typed a demande in for a family; who, its author tells.
package struct Saisie: Hashable, Sendable {
  /// By which way the family came.
  package let origine: Origine

  package init(origine: Origine) {
    self.origine = origine
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("origine", origine.rawValue)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let origine = Origine(rawValue: try json.recordedString("origine", in: .saisie)) else {
      throw FaitIllisible(nature: .saisie, champ: "origine")
    }
    self.init(origine: origine)
  }

  /// One French sentence.
  var phrase: String {
    switch origine {
    case .guichet: "Saisie au guichet par une personne."
    case .telephone: "Saisie par une personne, la famille étant au téléphone."
    case .courrier: "Saisie par une personne d’après un courrier de la famille."
    case .partenaire, .monenfantFr: "Saisie par une personne d’après ce qu’un partenaire a transmis."
    }
  }
}
