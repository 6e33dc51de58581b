import StrictJSON

/// The fact that an échéance was told of: it comes, it has come, it passed long ago.
package struct Escalade: Hashable, Sendable {
  /// In the order of time.
  package enum Niveau: String, CaseIterable, Sendable {
    case avant
    case echeance
    case apres

    package var rang: Int {
      switch self {
      case .avant: 0
      case .echeance: 1
      case .apres: 2
      }
    }
  }

  package let niveau: Niveau
  /// The one that it tells of.
  package let echeance: Instant
  /// It came too late to be told: this only says that it was left out.
  package let estOmise: Bool

  package init(niveau: Niveau, echeance: Instant, estOmise: Bool = false) {
    self.niveau = niveau
    self.echeance = echeance
    self.estOmise = estOmise
  }

  /// One French sentence.
  var phrase: String {
    guard !estOmise else {
      return switch niveau {
      case .avant: "L’annonce de l’échéance n’a pas été faite à temps ; elle est laissée de côté."
      case .echeance, .apres: "L’échéance atteinte n’a pas été dite à temps ; elle est dite avec la suivante."
      }
    }
    return switch niveau {
    case .avant: "L’échéance approche."
    case .echeance: "L’échéance est passée sans suite."
    case .apres: "L’échéance est passée depuis longtemps sans suite."
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("niveau", niveau.rawValue)
    writer.member("echeance", echeance.rfc3339(offsetSeconds: 0))
    if estOmise { writer.member("omise", true) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let niveau = Niveau(rawValue: try json.recordedString("niveau", in: .escalade)) else {
      throw FaitIllisible(nature: .escalade, champ: "niveau")
    }
    guard let echeance = Instant(rfc3339: try json.recordedString("echeance", in: .escalade)) else {
      throw FaitIllisible(nature: .escalade, champ: "echeance")
    }
    self.init(niveau: niveau, echeance: echeance, estOmise: json["omise"]?.bool ?? false)
  }
}
