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
  /// With the family, in the order in which they were entered; those that were taken back are left out.
  package internal(set) var contacts: [ContactNote] = []
  /// The fact by which it came to where it is, see `depuis`.
  var depuisSeq: Int64 = 0
  /// Why it is closed; nil while it is open.
  package internal(set) var cloture: Cloture?
  package internal(set) var closeLe: Instant?
  /// When it was last opened again: its clocks run from there.
  package internal(set) var rouverteLe: Instant?
  /// The demande into which it was merged, which stays for both; nil where it is not, or no more.
  package internal(set) var fusionneeDans: Numero?
  /// When it was last taken out of one: its clocks run from there.
  var defusionneeLe: Instant?
  /// What persons wrote down about it, first to last.
  package internal(set) var notes: [Note] = []
  /// The family is no longer to be reminded of anything.
  package internal(set) var estSilencieuse = false
  /// The échéance that a person set for the step that it is at; nil where the rule decides.
  package internal(set) var echeanceFixee: EcheanceFixee?
  /// The times in which its clock stands still; the last may be running.
  package internal(set) var suspensions: [Pause] = []
  /// Those that a closing ended, which figures of its clock still count out.
  var suspensionsPassees: [Pause] = []
  /// Why its clock stands still now.
  package internal(set) var motifSuspension: String?
  /// What was told of its échéances since it is with its LINF.
  package internal(set) var escalades: [Escalade] = []
  /// All that it was given, in the order in which they were fixed.
  package internal(set) var rendezVous: [RendezVous] = []
  /// When each was first given, by its id, wherever it went since.
  var rendezVousFixesLe: [Int: Instant] = [:]
  /// What was entered of its children, in that order; those that were taken back among them.
  package internal(set) var issues: [IssueNotee] = []
  /// The ranks of the children that are no longer expected.
  package internal(set) var enfantsPlusAttendus: Set<Int> = []
  /// The ranks of those that were entered by mistake.
  package internal(set) var enfantsRetires: Set<Int> = []
  /// The reminders of them that have fallen due.
  package internal(set) var rappelsDeRendezVous: [RappelRendezVous] = []
  /// When the family last came to a rendez-vous of the LINF that has it.
  var rendezVousHonoreLe: Instant?
  /// When its last rendez-vous came to nothing since it is with its LINF: missed, excused or called off.
  var rendezVousPerduLe: Instant?
  /// When its family was erased: nothing happens to it any more. Nil where it was not.
  package internal(set) var effaceeLe: Instant?
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

  /// Something that a person wrote down.
  package struct Note: Hashable, Sendable {
    /// The fact that tells it.
    package let seq: Int64
    package let le: Instant
    package let texte: String
  }

  /// The family asked for care without delay.
  package var estUrgente: Bool { formulaire.besoin.frequence == .urgence }

  /// What an adviser should know of it before reading it.
  package var marques: [Marque] {
    var marques = marquesDAttribution
    if !recue.anomalies.isEmpty, !marques.contains(.aVerifier) { marques.insert(.aVerifier, at: 0) }
    if etat == .aContacter, !departs.isEmpty { marques.append(.transmise) }
    if proposition != nil { marques.append(.routagePropose) }
    if aUnNumeroFaux { marques.append(.numeroFaux) }
    if estSuspendue { marques.append(.suspendue) }
    if echeanceFixee != nil { marques.append(.echeanceFixee) }
    if estSilencieuse { marques.append(.silence) }
    if effaceeLe != nil { marques.append(.effacee) }
    return marques
  }
}
