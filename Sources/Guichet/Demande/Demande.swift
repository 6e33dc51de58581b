/// One family's request as its facts make it: the projection of the journal.
///
/// Nothing sets a field but `apply`, so that replaying the facts gives the same value again.
package struct Demande: Hashable, Sendable {
  package let numero: Numero
  /// When it was registered.
  package let recueLe: Instant
  /// When the family filed it: as the formulaire says, else when it was received.
  package let deposeeLe: Instant
  package let recue: Recue
  package private(set) var etat: Etat
  /// The decision in force; nil before the first.
  package private(set) var routage: Routee?

  /// The LINF that has it, nil when it waits for a person.
  package var linf: String? { routage?.decision.linf }

  /// Why it waits for a person, nil when a LINF has it.
  package var raison: RaisonAOrienter? { routage?.decision.raison }

  /// The INSEE code of the family's commune, once resolved.
  package var codeInsee: String? { routage?.decision.codeInsee }

  /// The family asked for care without delay.
  package var estUrgente: Bool { recue.formulaire.besoin.frequence == .urgence }

  /// What an adviser should know of it before reading it.
  package var marques: [Marque] {
    let routees = routage?.decision.marques ?? []
    return recue.anomalies.isEmpty || routees.contains(.aVerifier) ? routees : [.aVerifier] + routees
  }
}

extension Demande {
  /// What the demande is once that fact has happened.
  ///
  /// - Parameter demande: what it was before; nil for the fact that begins it.
  /// - Throws: `TransitionRefusee` when the life cycle's table does not allow it.
  package static func apply(_ fait: Fait, to demande: Demande?) throws(TransitionRefusee) -> Demande {
    guard let line = Transition.line(of: fait.nature), line.allows(from: demande?.etat) else {
      throw TransitionRefusee(nature: fait.nature, etat: demande?.etat)
    }
    switch (fait.evenement, demande) {
    case (.recue(let recue), nil):
      guard let numero = fait.numero else { throw TransitionRefusee(nature: fait.nature, etat: nil) }
      return Demande(
        numero: numero, recueLe: fait.enregistreLe, deposeeLe: fait.survenuLe, recue: recue, etat: .aOrienter,
        routage: nil)
    case (.routee(let routee), var demande?):
      demande.routage = routee
      demande.etat = routee.decision.linf == nil ? .aOrienter : .aContacter
      return demande
    default:
      throw TransitionRefusee(nature: fait.nature, etat: demande?.etat)
    }
  }
}

extension Transition {
  /// The nature may happen in that état (nil: the demande has not begun).
  package func allows(from etat: Etat?) -> Bool {
    if let etat { depuis.contains(etat) } else { depuis.isEmpty }
  }
}
