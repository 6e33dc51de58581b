import StrictJSON

/// The fact that a LINF declined a demande that it had.
package struct Declinee: Hashable, Sendable {
  package let linf: String
  package let raison: RaisonDeclin
  /// More, in words.
  package let note: String?
  /// The rattachement by which the table gives it the place, see `Decision.rattachement`; nil where
  /// the table does not, a person having given it.
  package let rattachement: String?
  /// The version of the référentiel in force then; 0 when there was none.
  package let version: Int

  package init(linf: String, raison: RaisonDeclin, note: String?, rattachement: String?, version: Int) {
    self.linf = linf
    self.raison = raison
    self.note = note
    self.rattachement = rattachement
    self.version = version
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("linf", linf)
    writer.member("raison", raison.rawValue)
    if let note { writer.member("note", note) }
    if let rattachement { writer.member("rattachement", rattachement) }
    writer.member("version", version)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let raison = RaisonDeclin(rawValue: try json.recordedString("raison", in: .declinee)) else {
      throw FaitIllisible(nature: .declinee, champ: "raison")
    }
    self.init(
      linf: try json.recordedString("linf", in: .declinee), raison: raison, note: json["note"]?.string,
      rattachement: json["rattachement"]?.string, version: try json.recordedInt("version", in: .declinee))
  }
}
