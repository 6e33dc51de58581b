/// One assignment of a demande: who had it, who got it, by what. Computed from its facts.
package struct Attribution: Hashable, Sendable {
  package enum Mode: Hashable, Sendable {
    /// By the rules: what made them decide, and the rule that gave a LINF.
    case automatique(CauseRoutage, Regle?)
    /// By a person, with the motive.
    case manuel(motif: String)
    /// The LINF declined, with what it noted.
    case decline(RaisonDeclin, note: String?)

    package var code: Code {
      switch self {
      case .automatique: .automatique
      case .manuel: .manuel
      case .decline: .decline
      }
    }
  }

  /// The modes, under which an assignment is shown and filtered.
  package enum Code: String, CodeLibelle {
    case automatique
    case manuel
    case decline

    /// As shown to people: what put a demande where it is.
    package var libelle: String {
      switch self {
      case .automatique: "les règles"
      case .manuel: "la décision d’une personne"
      case .decline: "un LINF qui l’a déclinée"
      }
    }
  }

  package let mode: Mode
  /// Id of the LINF that had it; nil where it waited for a person, or had not begun.
  package let de: String?
  /// Id of the LINF that got it; nil where it then waited for a person.
  package let vers: String?
  /// Why it then waited.
  package let raison: RaisonAOrienter?
  /// The version of the référentiel in force; 0 when there was none.
  package let version: Int
  package let le: Instant
  /// The fact that tells it.
  package let seq: Int64
  /// Who did it: the id of an agent, 0 for the rules themselves.
  package let auteur: Int64
}

/// A LINF that declined a demande: the rules spare it until another rattachement gives it the place.
struct Exclusion: Hashable, Sendable {
  let linf: String
  /// See `Decision.rattachement`.
  let rattachement: String
}
