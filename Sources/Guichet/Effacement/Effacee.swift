import StrictJSON

/// The fact that a family was erased: what its earlier facts said is gone, and this is what remains of them for figures.
package struct Effacee: Hashable, Sendable {
  /// What remains of one earlier fact: nothing that tells who the family is.
  package struct Reste: Hashable, Sendable {
    /// The fact of which it remains.
    package let seq: Int64
    package let evenement: Evenement

    package init(seq: Int64, evenement: Evenement) {
      self.seq = seq
      self.evenement = evenement
    }
  }

  /// In the order of the journal. A fact that says nothing for figures has none.
  package let restes: [Reste]

  package init(restes: [Reste]) {
    self.restes = restes
  }

  /// What remains of a demande.
  ///
  /// - Parameters:
  ///   - demande: as all its facts make it.
  ///   - faits: all of them, from the first.
  ///   - fuseau: of the Caf, by whose days ages are told.
  package init(_ demande: Demande, _ faits: [Fait], _ fuseau: Fuseau) {
    var depouillement = Depouillement(demande, faits, fuseau)
    restes = depouillement.restes(faits)
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("restes")
    writer.beginArray()
    for reste in restes {
      writer.beginObject()
      writer.member("seq", reste.seq)
      writer.member("nature", reste.evenement.nature.rawValue)
      writer.key("donnees")
      reste.evenement.write(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    func unreadable(_ champ: String) -> FaitIllisible { FaitIllisible(nature: .effacee, champ: champ) }
    guard let list = json["restes"] else { throw unreadable("restes") }
    var restes: [Reste] = []
    for element in list.elements {
      guard let nature = NatureFait(rawValue: try element.recordedString("nature", in: .effacee)), nature != .effacee
      else { throw unreadable("nature") }
      guard let donnees = element["donnees"] else { throw unreadable("donnees") }
      restes.append(
        Reste(
          seq: Int64(try element.recordedInt("seq", in: .effacee)),
          evenement: try Evenement(nature: nature, recorded: donnees)))
    }
    self.restes = restes
  }
}
