import StrictJSON

/// The fact that a person listed a demande to follow its commune to another LINF on a day, although it is further on.
package struct TransfertPrevu: Hashable, Sendable {
  package let le: DateCivile
  /// Id of the LINF to which it was shown to go; nil in a fact of an older program, which did not note it.
  package let vers: String?

  package init(le: DateCivile, vers: String?) {
    self.le = le
    self.vers = vers
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("le", le.iso)
    if let vers { writer.member("vers", vers) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let le = DateCivile(iso: try json.recordedString("le", in: .transfertPrevu)) else {
      throw FaitIllisible(nature: .transfertPrevu, champ: "le")
    }
    self.init(le: le, vers: json["vers"]?.string)
  }
}
