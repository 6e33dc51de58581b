import StrictJSON

/// Why what was said of a family goes.
package enum CauseDEffacement: String, CodeLibelle {
  /// The family asked for it (RGPD, article 17).
  case demande
  /// It was kept for as long as it may be (RGPD, article 5, 1, e).
  case conservation

  /// As shown to people, after « effacée ».
  package var libelle: String {
    switch self {
    case .demande: "à la demande de la famille"
    case .conservation: "au bout de son temps de conservation"
    }
  }
}

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

  package let cause: CauseDEffacement
  /// In the order of the journal. A fact that says nothing for figures has none.
  package let restes: [Reste]

  package init(cause: CauseDEffacement = .demande, restes: [Reste]) {
    self.cause = cause
    self.restes = restes
  }

  /// What remains of a demande.
  ///
  /// - Parameters:
  ///   - demande: as all its facts make it.
  ///   - faits: all of them, from the first.
  ///   - fuseau: of the Caf, by whose days ages are told.
  package init(_ demande: Demande, _ faits: [Fait], _ fuseau: Fuseau, cause: CauseDEffacement = .demande) {
    self.cause = cause
    var depouillement = Depouillement(demande, faits, fuseau)
    restes = depouillement.restes(faits)
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("cause", cause.rawValue)
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
    guard let cause = CauseDEffacement(rawValue: try json.recordedString("cause", in: .effacee)) else {
      throw unreadable("cause")
    }
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
    self.cause = cause
    self.restes = restes
  }
}
