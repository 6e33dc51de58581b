import StrictJSON

/// The fact that a rendez-vous was fixed, or moved: where it stands from then on.
package struct RendezVousPose: Hashable, Sendable {
  /// See `RendezVous.id`.
  package let id: Int
  package let linf: String
  package let place: PlaceRendezVous

  package init(id: Int, linf: String, place: PlaceRendezVous) {
    self.id = id
    self.linf = linf
    self.place = place
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("linf", linf)
    writer.member("debut", place.debut.rfc3339(offsetSeconds: 0))
    writer.member("duree", place.duree)
    writer.member("mode", place.mode.rawValue)
    if let lieu = place.lieu { writer.member("lieu", lieu) }
    writer.member("poste", place.poste)
    if place.horsHoraires { writer.member("horsHoraires", true) }
    if place.malgreFermeture { writer.member("malgreFermeture", true) }
    writer.endObject()
  }

  init(recorded json: JSON, in nature: NatureFait) throws(FaitIllisible) {
    guard let debut = Instant(rfc3339: try json.recordedString("debut", in: nature)) else {
      throw FaitIllisible(nature: nature, champ: "debut")
    }
    guard let mode = RendezVous.Mode(rawValue: try json.recordedString("mode", in: nature)) else {
      throw FaitIllisible(nature: nature, champ: "mode")
    }
    self.init(
      id: try json.recordedInt("id", in: nature), linf: try json.recordedString("linf", in: nature),
      place: PlaceRendezVous(
        debut: debut, duree: try json.recordedInt("duree", in: nature), mode: mode, lieu: json["lieu"]?.string,
        poste: try json.recordedInt("poste", in: nature), horsHoraires: json["horsHoraires"]?.bool ?? false,
        malgreFermeture: json["malgreFermeture"]?.bool ?? false))
  }
}

/// The fact that a rendez-vous ended in some way, which the fact's nature tells.
package struct RendezVousVise: Hashable, Sendable {
  /// See `RendezVous.id`.
  package let id: Int

  package init(id: Int) {
    self.id = id
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.endObject()
  }

  init(recorded json: JSON, in nature: NatureFait) throws(FaitIllisible) {
    self.init(id: try json.recordedInt("id", in: nature))
  }
}
