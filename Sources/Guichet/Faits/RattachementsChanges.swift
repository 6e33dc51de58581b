import StrictJSON

/// The fact that rattachements changed on a day, with what became of the demandes of their places.
package struct RattachementsChanges: Hashable, Sendable {
  package let jour: DateCivile
  /// The version of the référentiel in force then.
  package let version: Int
  /// INSEE codes of the communes in which a rattachement changed.
  package let communes: [String]
  /// Those that followed their place.
  package let deplacees: [Numero]
  /// Those that stayed because a person put them where they are.
  package let verrouillees: [Numero]
  /// Those that stayed with who knows the family.
  package let avancees: [Numero]

  package init(
    jour: DateCivile, version: Int, communes: [String], deplacees: [Numero], verrouillees: [Numero],
    avancees: [Numero]
  ) {
    self.jour = jour
    self.version = version
    self.communes = communes
    self.deplacees = deplacees
    self.verrouillees = verrouillees
    self.avancees = avancees
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("jour", jour.iso)
    writer.member("version", version)
    writer.key("communes")
    writer.beginArray()
    for commune in communes { writer.string(commune) }
    writer.endArray()
    for (name, numeros) in [("deplacees", deplacees), ("verrouillees", verrouillees), ("avancees", avancees)] {
      writer.key(name)
      writer.beginArray()
      for numero in numeros { writer.string(numero.texte) }
      writer.endArray()
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let jour = DateCivile(iso: try json.recordedString("jour", in: .rattachementsChanges)) else {
      throw FaitIllisible(nature: .rattachementsChanges, champ: "jour")
    }
    self.init(
      jour: jour, version: try json.recordedInt("version", in: .rattachementsChanges),
      communes: try Self.texts("communes", json), deplacees: try Self.numeros("deplacees", json),
      verrouillees: try Self.numeros("verrouillees", json), avancees: try Self.numeros("avancees", json))
  }

  private static func numeros(_ key: String, _ json: JSON) throws(FaitIllisible) -> [Numero] {
    var numeros: [Numero] = []
    for text in try texts(key, json) {
      guard let numero = Numero(texte: text, anneeCourante: 1) else {
        throw FaitIllisible(nature: .rattachementsChanges, champ: key)
      }
      numeros.append(numero)
    }
    return numeros
  }

  private static func texts(_ key: String, _ json: JSON) throws(FaitIllisible) -> [String] {
    guard let list = json[key] else { throw FaitIllisible(nature: .rattachementsChanges, champ: key) }
    var texts: [String] = []
    for element in list.elements {
      guard let text = element.string else { throw FaitIllisible(nature: .rattachementsChanges, champ: key) }
      texts.append(text)
    }
    return texts
  }
}

extension RattachementsChanges {
  /// What happened, one French sentence, with the first of each list.
  package var phrase: String {
    let places = communes.count == 1 ? "une commune" : "\(communes.count) communes"
    let parts = [
      Self.part(deplacees, "une demande a suivi", "demandes ont suivi"),
      Self.part(
        verrouillees, "une est restée par la décision d’une personne", "sont restées par la décision d’une personne"),
      Self.part(avancees, "une est restée avec qui connaît la famille", "sont restées avec qui connaît la famille"),
    ].compactMap(\.self)
    let outcome = parts.isEmpty ? "aucune demande n’était concernée" : parts.joined(separator: " ; ")
    return "Rattachements changés le \(jour.francaise) dans \(places) (\(Self.first(communes))) par le référentiel "
      + "\(version) : \(outcome)."
  }

  private static func part(_ numeros: [Numero], _ one: String, _ many: String) -> String? {
    guard !numeros.isEmpty else { return nil }
    return "\(numeros.count == 1 ? one : "\(numeros.count) \(many)") (\(first(numeros.map(\.texte))))"
  }

  /// At most ten; the rest is in the fact.
  private static func first(_ texts: [String]) -> String {
    texts.prefix(10).joined(separator: ", ") + (texts.count > 10 ? ", …" : "")
  }
}
