import StrictJSON

/// The fact that a demande was merged into another of the same family: it stands on the one that is absorbed.
package struct Fusionnee: Hashable, Sendable {
  /// The one that stays.
  package let dans: Numero
  /// Why, in words.
  package let motif: String?

  package init(dans: Numero, motif: String?) {
    self.dans = dans
    self.motif = motif
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("dans", dans.texte)
    if let motif { writer.member("motif", motif) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(dans: try json.recordedNumero("dans", in: .fusionnee), motif: json["motif"]?.string)
  }
}

/// The fact that a person took a demande out of the one into which it was merged.
package struct Defusionnee: Hashable, Sendable {
  /// The one into which it was merged.
  package let de: Numero

  package init(de: Numero) {
    self.de = de
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("de", de.texte)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    self.init(de: try json.recordedNumero("de", in: .defusionnee))
  }
}

extension JSON {
  fileprivate func recordedNumero(_ key: String, in nature: NatureFait) throws(FaitIllisible) -> Numero {
    guard let numero = Numero(texte: try recordedString(key, in: nature), anneeCourante: 1) else {
      throw FaitIllisible(nature: nature, champ: key)
    }
    return numero
  }
}
