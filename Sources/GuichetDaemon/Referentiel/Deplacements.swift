import Guichet
import GuichetRegister

/// A demande that a référentiel takes elsewhere, now or on a later day.
struct Deplacement: Sendable {
  enum Reste: String, Sendable {
    /// A person put it where it is.
    case verrou
    /// It is further on than « à contacter »: it stays with who knows the family.
    case avancee
    /// Its corrected place would go elsewhere, and a person has not answered yet.
    case proposition
    /// Its transfer was planned, and the référentiel does not lead there any more.
    case transfertAbandonne
  }

  enum Motif: String, Sendable {
    /// Its LINF is not in the référentiel any more.
    case linfRetire
    /// A person listed it to follow its commune.
    case transfertPrevu
    /// The same, of one that a person had put where it is: its lock is lifted.
    case verrouLeve
  }

  let numero: Numero
  let etat: Etat
  let le: DateCivile
  /// Id of the LINF that has it, or that would have it on the eve.
  let de: String?
  /// Id of the LINF that would have it, or would have had it by a transfer that is dropped; else why a person must decide.
  let vers: String?
  let raison: RaisonAOrienter?
  /// Why it stays where it is all the same.
  let reste: Reste?
  /// Why it goes although it would otherwise stay.
  let motif: Motif?

  init(
    _ demande: Demande, le: DateCivile, de: String?, vers: Decision, reste: Reste? = nil, motif: Motif? = nil
  ) {
    numero = demande.numero
    etat = demande.etat
    self.le = le
    self.de = de
    self.vers = vers.linf
    raison = vers.raison
    self.reste = reste
    self.motif = motif
  }

  /// A planned transfer that would be dropped on its day.
  init(abandonne demande: Demande, le: DateCivile) {
    numero = demande.numero
    etat = demande.etat
    self.le = le
    de = demande.linf
    vers = demande.transfertVers
    raison = nil
    reste = .transfertAbandonne
    motif = nil
  }
}

/// The first of many, and how many there are.
struct Deplacements: Sendable {
  /// How many are kept; the rest is counted.
  static let limit = 1000

  private(set) var total = 0
  private var kept: [Deplacement] = []

  /// Adds one, to be kept if it is among the first by day and numero.
  mutating func insert(_ deplacement: Deplacement) {
    total += 1
    kept.append(deplacement)
    if kept.count >= 2 * Self.limit { kept = premiers }
  }

  /// Adds one, to be kept if it is among the first that came.
  mutating func append(_ deplacement: Deplacement) {
    total += 1
    if kept.count < Self.limit { kept.append(deplacement) }
  }

  /// In the order in which they came.
  var venus: [Deplacement] { kept }

  /// By day, then by numero.
  var premiers: [Deplacement] {
    Array(kept.sorted { ($0.le, $0.numero) < ($1.le, $1.numero) }.prefix(Self.limit))
  }
}
