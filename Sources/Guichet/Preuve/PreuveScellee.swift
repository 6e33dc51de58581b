import StrictJSON

/// The fact that the preuve of a LINF was sealed: whoever has the document can tell by its digest that it is the one.
package struct PreuveScellee: Hashable, Sendable {
  package let linf: String
  package let annee: Int
  /// The moment up to which what was recorded counts.
  package let arreteAu: Instant
  /// The last fact that counts.
  package let seq: Int64
  /// SHA-256 of the document, in hexadecimal.
  package let empreinte: String

  package init(linf: String, annee: Int, arreteAu: Instant, seq: Int64, empreinte: String) {
    self.linf = linf
    self.annee = annee
    self.arreteAu = arreteAu
    self.seq = seq
    self.empreinte = empreinte
  }

  var phrase: String { "Preuve \(annee) de \(linf) scellée, arrêtée au fait \(seq)." }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("linf", linf)
    writer.member("annee", annee)
    writer.member("arreteAu", arreteAu.rfc3339(offsetSeconds: 0))
    writer.member("seq", seq)
    writer.member("sha256", empreinte)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let arreteAu = Instant(rfc3339: try json.recordedString("arreteAu", in: .preuveScellee)) else {
      throw FaitIllisible(nature: .preuveScellee, champ: "arreteAu")
    }
    self.init(
      linf: try json.recordedString("linf", in: .preuveScellee),
      annee: try json.recordedInt("annee", in: .preuveScellee), arreteAu: arreteAu,
      seq: Int64(try json.recordedInt("seq", in: .preuveScellee)),
      empreinte: try json.recordedString("sha256", in: .preuveScellee))
  }
}
