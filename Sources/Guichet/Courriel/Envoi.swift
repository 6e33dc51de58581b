/// A mail that is decided: about what, in whose name or to whom, and until when it is of use.
package struct Envoi: Hashable, Sendable {
  /// What it is about, which is never mailed twice.
  package enum Objet: Hashable, Sendable {
    /// To the family, of its rendez-vous as it stood.
    case rappel(rendezVous: Int, sequence: Int)
    /// To a LINF, of an échéance that has passed.
    case alerte(Escalade.Niveau, echeance: Instant)
  }

  package let objet: Objet
  /// Id of the LINF in whose name a family is written to, or to which an alert goes.
  package let linf: String
  /// Nothing is written, and what nobody has taken yet is withdrawn, from then on.
  package let expire: Instant

  package init(objet: Objet, linf: String, expire: Instant) {
    self.objet = objet
    self.linf = linf
    self.expire = expire
  }
}

extension Envoi.Objet {
  package enum Nature: String, CaseIterable, Sendable {
    case rappel
    case alerte
  }

  package var nature: Nature {
    switch self {
    case .rappel: .rappel
    case .alerte: .alerte
    }
  }

  /// `1.0`, `echeance 2026-11-25T16:00:00Z`: what tells it from the others of its nature and demande.
  package var texte: String {
    switch self {
    case .rappel(let id, let sequence): "\(id).\(sequence)"
    case .alerte(let niveau, let echeance): "\(niveau.rawValue) \(echeance.rfc3339(offsetSeconds: 0))"
    }
  }

  /// Reads back `texte`.
  package init?(_ nature: Nature, texte: String) {
    switch nature {
    case .rappel:
      let parts = texte.split(separator: ".").map { Int($0) }
      guard parts.count == 2, let id = parts[0], let sequence = parts[1] else { return nil }
      self = .rappel(rendezVous: id, sequence: sequence)
    case .alerte:
      let parts = texte.split(separator: " ")
      guard parts.count == 2, let niveau = Escalade.Niveau(rawValue: String(parts[0])),
        let echeance = Instant(rfc3339: parts[1])
      else { return nil }
      self = .alerte(niveau, echeance: echeance)
    }
  }
}
