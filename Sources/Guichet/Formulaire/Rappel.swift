/// How and when the family would like to be called back.
package struct Rappel: Hashable, Sendable {
  package var canal: Canal?
  package var creneaux: [Creneau]

  package init(canal: Canal? = nil, creneaux: [Creneau] = []) {
    self.canal = canal
    self.creneaux = creneaux
  }

  package var isEmpty: Bool { canal == nil && creneaux.isEmpty }

  package enum Canal: String, CodeLibelle {
    case telephone
    case sms
    case courriel
    /// Never call: write, by e-mail, message or post.
    case ecritSeulement

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .telephone: "téléphone"
      case .sms: "SMS"
      case .courriel: "courriel"
      case .ecritSeulement: "par écrit seulement"
      }
    }
  }

  /// A part of the week that suits the family: no `jour` means any day, no `moment` the whole day; never neither.
  package struct Creneau: Hashable, Sendable {
    package var jour: JourDeSemaine?
    package var moment: Moment?

    package init(jour: JourDeSemaine? = nil, moment: Moment? = nil) {
      self.jour = jour
      self.moment = moment
    }
  }

  package enum Moment: String, CaseIterable, Sendable {
    case matin
    case midi
    case apresMidi
    case soir
  }
}

package enum JourDeSemaine: String, CaseIterable, Sendable {
  case lundi
  case mardi
  case mercredi
  case jeudi
  case vendredi
  case samedi
  case dimanche
}
