import StrictJSON

/// The fact that a formulaire was received and taken.
package struct Recue: Hashable, Sendable {
  package let formulaire: Formulaire
  package let anomalies: [Anomalie]
  package let avertissements: [Constat]
  /// SHA-256 of the file's bytes, in hexadecimal: the same reference with the same content is a replay.
  package let empreinte: String

  package init(formulaire: Formulaire, anomalies: [Anomalie], avertissements: [Constat], empreinte: String) {
    self.formulaire = formulaire
    self.anomalies = anomalies
    self.avertissements = avertissements
    self.empreinte = empreinte
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("empreinte")
    writer.string(empreinte)
    writer.key("formulaire")
    formulaire.write(to: &writer)
    if !anomalies.isEmpty {
      writer.key("anomalies")
      writer.beginArray()
      for anomalie in anomalies {
        writer.beginObject()
        writer.key("chemin")
        writer.string(anomalie.chemin)
        writer.key("message")
        writer.string(anomalie.message)
        if let saisi = anomalie.saisi {
          writer.key("saisi")
          writer.string(saisi)
        }
        writer.endObject()
      }
      writer.endArray()
    }
    if !avertissements.isEmpty {
      writer.key("avertissements")
      avertissements.write(to: &writer)
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let formulaire = json["formulaire"] else { throw FaitIllisible(nature: .recue, champ: "formulaire") }
    do {
      self.formulaire = try Formulaire(recorded: formulaire)
    } catch {
      throw FaitIllisible(nature: .recue, champ: "formulaire")
    }
    empreinte = try json.recordedString("empreinte", in: .recue)
    var anomalies: [Anomalie] = []
    if let list = json["anomalies"] {
      for element in list.elements {
        anomalies.append(
          Anomalie(
            chemin: try element.recordedString("chemin", in: .recue),
            message: try element.recordedString("message", in: .recue), saisi: element["saisi"]?.string))
      }
    }
    self.anomalies = anomalies
    avertissements =
      try json["avertissements"].map { (list) throws(FaitIllisible) in
        try [Constat](recorded: list, in: .recue)
      } ?? []
  }
}

extension [Constat] {
  func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for constat in self {
      writer.beginObject()
      writer.key("chemin")
      writer.string(constat.chemin)
      writer.key("message")
      writer.string(constat.message)
      writer.endObject()
    }
    writer.endArray()
  }

  init(recorded json: JSON, in nature: NatureFait) throws(FaitIllisible) {
    self = []
    for element in json.elements {
      append(
        Constat(
          chemin: try element.recordedString("chemin", in: nature),
          message: try element.recordedString("message", in: nature)))
    }
  }
}
