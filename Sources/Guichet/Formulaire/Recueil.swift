import StrictJSON

/// Gathers what an examination finds, wherever it looks first, and gives it back in document order.
struct Recueil {
  /// More findings than this of one kind are counted, not listed: a form of 1 MiB could hold a hundred thousand.
  static let limite = 100

  /// A finding, and the place in the document that it is ordered by.
  private struct Trouve<Quoi> {
    let rang: Int
    let quoi: Quoi
  }

  private var erreurs: [Trouve<Constat>] = []
  private var anomalies: [Trouve<Anomalie>] = []
  private var avertissements: [Trouve<Constat>] = []
  private var anomaliesTues = 0
  private var avertissementsTus = 0

  /// Some text, or some part of the document that was not read, may hold a number that must not be kept.
  private(set) var estSuspect = false

  /// How many anomalies were found so far.
  var nombreAnomalies: Int { anomalies.count + anomaliesTues }

  var hasErreurs: Bool { !erreurs.isEmpty }

  mutating func erreur(_ chemin: String, rang: Int, _ message: String) {
    guard erreurs.count < Self.limite else { return }
    erreurs.append(Trouve(rang: rang, quoi: Constat(chemin: chemin, message: message)))
  }

  /// A field whose value cannot be kept.
  mutating func anomalie(_ chemin: Chemin, _ json: JSON, _ message: String) {
    estSuspect = true
    guard anomalies.count < Self.limite else {
      anomaliesTues += 1
      return
    }
    let anomalie = Anomalie(chemin: chemin.pointeur, message: message, saisi: TexteMontre.of(json))
    anomalies.append(Trouve(rang: json.position.offset, quoi: anomalie))
  }

  /// A field that should be there and is not; `rang` is that of the object it belongs in.
  mutating func manque(_ chemin: Chemin, rang: Int, _ message: String) {
    guard anomalies.count < Self.limite else {
      anomaliesTues += 1
      return
    }
    let anomalie = Anomalie(chemin: chemin.pointeur, message: message, saisi: nil)
    anomalies.append(Trouve(rang: rang, quoi: anomalie))
  }

  /// Something worth knowing about a value.
  mutating func avertissement(_ chemin: Chemin, _ json: JSON, _ message: String) {
    // To find a place is to go through the document: not for what will not be listed.
    guard avertissements.count < Self.limite else {
      avertissementsTus += 1
      return
    }
    avertissement(Constat(chemin: chemin.pointeur, message: message), rang: json.position.offset)
  }

  /// A warning that was made elsewhere, with its place in the document.
  mutating func avertissement(_ constat: Constat, rang: Int) {
    guard avertissements.count < Self.limite else {
      avertissementsTus += 1
      return
    }
    avertissements.append(Trouve(rang: rang, quoi: constat))
  }

  mutating func cleInconnue(_ chemin: Chemin, _ json: JSON) {
    estSuspect = true
    avertissement(chemin, json, "Cette clé est inconnue : sa valeur n’est pas retenue.")
  }

  mutating func texteSuspect() { estSuspect = true }

  func erreursRangees() -> [Constat] { Self.inOrder(erreurs) }

  func anomaliesRangees() -> [Anomalie] {
    guard nombreAnomalies > 0 else { return [] }
    var list = Self.inOrder(anomalies)
    if anomaliesTues > 0 {
      list.append(
        Anomalie(chemin: "", message: "\(anomaliesTues) autres anomalies ne sont pas détaillées.", saisi: nil))
    }
    return list
  }

  func avertissementsRanges() -> [Constat] {
    guard !avertissements.isEmpty else { return [] }
    var list = Self.inOrder(avertissements)
    if avertissementsTus > 0 {
      list.append(Constat(chemin: "", message: "\(avertissementsTus) autres avertissements ne sont pas détaillés."))
    }
    return list
  }

  /// By place in the document; at one place, in the order found (the standard library's sort is stable in fact but not
  /// by contract).
  private static func inOrder<Quoi>(_ found: [Trouve<Quoi>]) -> [Quoi] {
    guard found.count > 1 else { return found.map(\.quoi) }
    return found.enumerated().sorted { ($0.element.rang, $0.offset) < ($1.element.rang, $1.offset) }.map(\.element.quoi)
  }
}
