import Guichet
import StrictJSON

/// The answers to the questions of an entry, and the form that they make.
struct ReponsesSaisies {
  let reference: String
  private let moments: MomentDeDepot
  /// By question; empty where it was passed over.
  private(set) var valeurs: [String: String] = [:]

  init(reference: String, _ moments: MomentDeDepot) {
    self.reference = reference
    self.moments = moments
  }

  /// When it was begun, RFC 3339.
  var maintenant: String { moments.present }

  /// The answer to a question; nil where there is none, or it was passed over.
  subscript(cle: String) -> String? {
    guard let valeur = valeurs[cle], !valeur.isEmpty else { return nil }
    return valeur
  }

  func estPosee(_ question: QuestionDeSaisie) -> Bool { valeurs[question.cle] != nil }

  mutating func repondre(_ question: QuestionDeSaisie, _ valeur: String) { valeurs[question.cle] = valeur }

  /// Forgets the answer, to ask again.
  ///
  /// - Returns: what it was; nil where it was passed over.
  mutating func reprendre(_ question: QuestionDeSaisie) -> String? {
    let valeur = self[question.cle]
    valeurs[question.cle] = nil
    return valeur
  }

  // MARK: What only leads on

  static func etape(_ rank: Int) -> String { "enfants/\(rank)/etape" }
  static func autre(_ rank: Int) -> String { "enfants/\(rank)/autre" }
  static let ailleurs = "besoin/ailleurs"
  static let autreParent = "demandeur/autre"

  /// The frequences of what may have an end.
  static let aUneFin: [String?] = [Besoin.Frequence.occasionnel.rawValue, Besoin.Frequence.urgence.rawValue]

  // MARK: The form

  /// The form as it is sent.
  var formulaire: JSONValue { formulaire(deposeeLe: depot) }

  private var depot: String { self["/deposeeLe"] ?? maintenant }

  /// The form in the order in which it is written; of an entry under way, as far as it goes.
  private func formulaire(deposeeLe: String) -> JSONValue {
    .object(
      [JSONMember("version", 1), JSONMember("reference", .string(reference))]
        + Self.members([
          ("deposeeLe", .string(deposeeLe)), ("origine", texte("/origine")),
          ("demandeur", demandeur), ("enfants", .array(enfants)), ("besoin", besoin), ("message", texte("/message")),
        ]))
  }

  private var demandeur: JSONValue {
    let rappel = Self.members([
      ("canal", texte("/demandeur/rappel/canal")),
      ("creneaux", self["/demandeur/rappel/creneaux"].map { .array(CreneauxSaisis.json($0)) }),
    ])
    return .object(
      Self.members([
        ("civilite", texte("/demandeur/civilite")), ("nom", texte("/demandeur/nom")),
        ("prenom", texte("/demandeur/prenom")), ("telephone", texte("/demandeur/telephone")),
        ("courriel", texte("/demandeur/courriel")), ("adresse", lieu("/demandeur/adresse")),
        ("rappel", rappel.isEmpty ? nil : .object(rappel)), ("langue", texte("/demandeur/langue")),
        ("autreParent", self[Self.autreParent] == "oui" ? autreParent : nil),
      ]))
  }

  private var autreParent: JSONValue? {
    let members = Self.members(
      ["civilite", "nom", "prenom", "telephone", "courriel"].map { ($0, texte("/demandeur/autreParent/\($0)")) })
    return members.isEmpty ? nil : .object(members)
  }

  private var enfants: [JSONValue] {
    var enfants: [JSONValue] = []
    var rank = 0
    repeat {
      let etape = self[Self.etape(rank)] ?? "naissance"
      enfants.append(
        .object(
          Self.members([
            ("prenom", texte("/enfants/\(rank)/prenom")), (etape, texte("/enfants/\(rank)/\(etape)")),
          ])))
      rank += 1
    } while self[Self.autre(rank - 1)] == "oui"
    return enfants
  }

  private var besoin: JSONValue {
    .object(
      Self.members([
        ("lieu", self[Self.ailleurs] == "oui" ? lieu("/besoin/lieu") : nil), ("debut", texte("/besoin/debut")),
        ("fin", Self.aUneFin.contains(self["/besoin/frequence"]) ? texte("/besoin/fin") : nil),
        ("frequence", texte("/besoin/frequence")),
        ("modes", self["/besoin/modes"].map { .array($0.split(separator: " ").map { .string(String($0)) }) }),
        ("semaine", self["/besoin/semaine"].map { .array(SemaineSaisie.json($0)) }),
        ("horairesAtypiques", ouiNon("/besoin/horairesAtypiques")),
        ("besoinSpecifique", ouiNon("/besoin/besoinSpecifique")),
        ("insertionProfessionnelle", ouiNon("/besoin/insertionProfessionnelle")),
      ]))
  }

  private func lieu(_ cle: String) -> JSONValue? {
    let members = Self.members(["voie", "codePostal", "commune"].map { ($0, texte("\(cle)/\($0)")) })
    return members.isEmpty ? nil : .object(members)
  }

  private func texte(_ cle: String) -> JSONValue? { self[cle].map(JSONValue.string) }
  private func ouiNon(_ cle: String) -> JSONValue? { self[cle].map { .bool($0 == "oui") } }

  private static func members(_ pairs: [(String, JSONValue?)]) -> [JSONMember] {
    pairs.compactMap { key, value in value.map { JSONMember(key, $0) } }
  }

  // MARK: Its examination

  /// What the daemon will find in it.
  var jugement: Jugement {
    Examen.juger(
      formulaire(deposeeLe: moments.rfc3339(depot)).bytes(), empreinte: reference, recueLe: moments.maintenant)
  }

  /// What is wrong with the answer to a question; nil where nothing is.
  func faute(_ question: QuestionDeSaisie) -> String? {
    guard self[question.cle] != nil else { return nil }
    return jugement.anomalies.first { anomalie in
      anomalie.chemin == question.cle || anomalie.chemin.hasPrefix("\(question.cle)/")
    }?.message
  }
}
