import StrictJSON

/// The fact that a person listed a demande to follow its commune to another LINF on a day, although it is further on.
package struct TransfertPrevu: Hashable, Sendable {
  package let le: DateCivile

  package init(le: DateCivile) {
    self.le = le
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("le", le.iso)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let le = DateCivile(iso: try json.recordedString("le", in: .transfertPrevu)) else {
      throw FaitIllisible(nature: .transfertPrevu, champ: "le")
    }
    self.init(le: le)
  }
}
