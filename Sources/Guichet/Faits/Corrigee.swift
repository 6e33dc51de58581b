import StrictJSON

/// The fact that a person corrected what a form says.
package struct Corrigee: Hashable, Sendable {
  package let correction: Correction
  /// What the rules said of the corrected form, where a LINF had it and that was only proposed, or where a person's lock
  /// kept it there; nil where the rules had nothing to read again, or where the fact of their decision follows.
  package let propose: Routee?

  package init(correction: Correction, propose: Routee? = nil) {
    self.correction = correction
    self.propose = propose
  }

  /// The correction, with `propose` beside its fields.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    correction.writeMembers(to: &writer)
    if let propose {
      writer.key("propose")
      propose.write(to: &writer)
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    do {
      correction = try Correction(recorded: json)
    } catch {
      throw FaitIllisible(nature: .corrigee, champ: error.chemin)
    }
    do {
      propose = try json["propose"].map { (json) throws(FaitIllisible) in try Routee(recorded: json) }
    } catch {
      throw FaitIllisible(nature: .corrigee, champ: "propose")
    }
  }
}
