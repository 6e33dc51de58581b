import StrictJSON

/// The fact that a child was added that the form does not tell of.
package struct EnfantAjoute: Hashable, Sendable {
  /// The rank that it takes among the children of its demande.
  package let rang: Int
  package let enfant: Enfant

  package init(rang: Int, enfant: Enfant) {
    self.rang = rang
    self.enfant = enfant
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rang", rang)
    if let prenom = enfant.prenom { writer.member("prenom", prenom) }
    enfant.etape?.write(to: &writer)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    let enfant: Enfant
    do {
      enfant = try Enfant(FicheEnregistree(json, ""))
    } catch {
      throw FaitIllisible(nature: .enfantAjoute, champ: error.chemin)
    }
    self.init(rang: try json.recordedInt("rang", in: .enfantAjoute), enfant: enfant)
  }
}
