import StrictJSON

/// The fact that a planned transfer was dropped on its day: the rules then led elsewhere than a person had been shown.
package struct TransfertAbandonne: Hashable, Sendable {
  /// The day for which it was planned.
  package let le: DateCivile
  /// See `TransfertPrevu.vers`.
  package let vers: String?
  /// The référentiel that was in force.
  package let version: Int

  package init(le: DateCivile, vers: String?, version: Int) {
    self.le = le
    self.vers = vers
    self.version = version
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("le", le.iso)
    if let vers { writer.member("vers", vers) }
    writer.member("version", version)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let le = DateCivile(iso: try json.recordedString("le", in: .transfertAbandonne)) else {
      throw FaitIllisible(nature: .transfertAbandonne, champ: "le")
    }
    self.init(
      le: le, vers: json["vers"]?.string, version: try json.recordedInt("version", in: .transfertAbandonne))
  }

  /// One French sentence.
  var phrase: String {
    let why =
      vers.map { "le référentiel \(version) ne la mène plus à \($0)" } ?? "vers quel LINF il menait n’a pas été noté"
    return "Transfert prévu le \(le.francaise) abandonné : \(why)."
  }
}
