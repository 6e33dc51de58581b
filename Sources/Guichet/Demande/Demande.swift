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
  /// What the family asks, corrections applied.
  package internal(set) var formulaire: Formulaire
  package internal(set) var etat: Etat {
    didSet { if etat == .close { prise = nil } }
  }
  /// Who last took it in hand and until when, whether that has lapsed or not; nil once it is let go, closed, or with
  /// another LINF.
  package internal(set) var prise: Prise?
  /// The last decision of the rules; nil before the first.
  package internal(set) var routage: Routee?
  /// The LINF that has it, nil when it waits for a person.
  package internal(set) var linf: String?
  /// Why it waits for a person, nil when a LINF has it.
  package internal(set) var raison: RaisonAOrienter?
  /// A person put it where it is: no rule moves it.
  package internal(set) var estVerrouillee = false
  /// Since when it has been with its LINF, or waiting.
  package internal(set) var depuis: Instant
  /// To whom it went in turn, first to last.
  package internal(set) var attributions: [Attribution] = []
  /// When it last left each LINF that had it and has it no more.
  package internal(set) var departs: [String: Instant] = [:]
  /// The day on which it follows its commune although it is further on, as a person listed it.
  package internal(set) var transfertLe: DateCivile? {
    didSet { if transfertLe == nil { transfertVers = nil } }
  }
  /// Id of the LINF to which it was shown to go then; nil too where an older program did not note it.
  package internal(set) var transfertVers: String?
  /// The INSEE code of the family's commune, once resolved: as it was on the day when the rules last read its place, which
  /// past figures keep.
  package internal(set) var codeInsee: String?
  /// What the rules say of its corrected place, where that is not the LINF that has it: a person has not answered yet.
  package internal(set) var proposition: Routee?
  /// A person of the office typed it in for the family.
  package internal(set) var estSaisie = false
  /// All that it was given, in the order in which they were fixed.
  package internal(set) var rendezVous: [RendezVous] = []
  /// When the family was last informed; nil before.
  package internal(set) var informeeLe: Instant?
  var marquesDAttribution: [Marque] = []
  var exclusions: [Exclusion] = []

  init(numero: Numero, recueLe: Instant, deposeeLe: Instant, recue: Recue) {
    self.numero = numero
    self.recueLe = recueLe
    self.deposeeLe = deposeeLe
    self.recue = recue
    formulaire = recue.formulaire
    etat = .aOrienter
    depuis = recueLe
  }

  /// The communes that its place could mean, where a person must choose between them.
  package var candidats: [CommuneCandidate] { attente?.candidats ?? [] }

  /// The code of the département to whose Caf the family is to be sent, where it waits for that.
  package var departement: String? { attente?.departement }

  /// The decision of the rules for which it waits; nil where a LINF has it, or where it waits for another reason.
  private var attente: Decision? {
    guard linf == nil, let decision = routage?.decision, decision.raison == raison else { return nil }
    return decision
  }

  /// The family asked for care without delay.
  package var estUrgente: Bool { formulaire.besoin.frequence == .urgence }

  /// What an adviser should know of it before reading it.
  package var marques: [Marque] {
    var marques = marquesDAttribution
    if !recue.anomalies.isEmpty, !marques.contains(.aVerifier) { marques.insert(.aVerifier, at: 0) }
    if etat == .aContacter, !departs.isEmpty { marques.append(.transmise) }
    if proposition != nil { marques.append(.routagePropose) }
    return marques
  }
}
