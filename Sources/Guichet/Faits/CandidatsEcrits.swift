package import StrictJSON

/// The written form of candidates, the same in the journal and in the register's rows: an object each, to which members may
/// be added.
extension [CommuneCandidate] {
  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for candidat in self {
      writer.beginObject()
      writer.member("codeInsee", candidat.codeInsee)
      writer.member("nom", candidat.nom)
      if let linf = candidat.linf { writer.member("linf", linf) }
      writer.endObject()
    }
    writer.endArray()
  }

  /// Reads back what `write` wrote.
  package init(recorded json: JSON) throws(FaitIllisible) {
    self = []
    for element in json.elements {
      append(
        CommuneCandidate(
          codeInsee: try element.recordedString("codeInsee", in: .routee),
          nom: try element.recordedString("nom", in: .routee), linf: element["linf"]?.string))
    }
  }
}
