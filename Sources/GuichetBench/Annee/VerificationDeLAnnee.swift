import Guichet
import GuichetControl
import StrictJSON
import VarlinkClient

/// Looks at a year that was lived: what its journal says, and how long its reports take.
struct VerificationDeLAnnee {
  let daemon: BenchDaemon
  let annee: Int
  let linf: [String]
  let actes: CompteDActes

  func resultat() throws -> ResultatDeLAnnee {
    var resultat = ResultatDeLAnnee(actes: actes)
    try journal(&resultat)
    try bilans(&resultat)
    return resultat
  }

  /// Each alert of an échéance and each reminder stands in the journal once, and was not told behind its time.
  private func journal(_ resultat: inout ResultatDeLAnnee) throws {
    var seen: Set<String> = []
    var stream = try daemon.connection.stream(ListFaits.qualifiedName, ListFaits.Parameters().json)
    while let message = try stream.next() {
      for fait in try ListFaits.Reply(message).faits {
        resultat.faits[fait.nature, default: 0] += 1
        guard fait.nature == NatureFait.escalade.rawValue || fait.nature == "rappelRendezVous" else { continue }
        if !seen.insert("\(fait.numero ?? "") \(fait.nature) \(fait.resume)").inserted {
          resultat.faute("\(fait.numero ?? "") : deux fois « \(fait.resume) »")
        }
      }
    }
    let verified = try VerifyJournal.Reply(try daemon.connection.call(VerifyJournal.qualifiedName))
    for sentence in verified.fautes + verified.ecarts { resultat.faute(sentence) }
  }

  private func bilans(_ resultat: inout ResultatDeLAnnee) throws {
    let start = ContinuousClock.now
    let whole = try bilan(nil)
    let parts = try linf.map { try bilan($0) }
    resultat.secondes = (.now - start) / .seconds(1)
    resultat.bilans = parts.count + 1
    let code = ChiffreDeBilan.recues.rawValue
    func received(_ bilan: Wire.Bilan) -> Int { bilan.chiffres.first { $0.code == code }?.valeur ?? 0 }
    resultat.recues = received(whole)
    let without =
      whole.tableaux.first { $0.code == CodeDeTableau.linf.rawValue }?.lignes.first { $0.code == "sansLinf" }?.valeurs
      .first ?? nil
    let sum = parts.reduce(without ?? 0) { $0 + received($1) }
    if sum != resultat.recues {
      resultat.faute("Les bilans des LINF font \(sum) demandes, celui de la Caf \(resultat.recues)")
    }
  }

  private func bilan(_ linf: String?) throws -> Wire.Bilan {
    try ShowBilan.Reply(
      try daemon.connection.call(ShowBilan.qualifiedName, ShowBilan.Parameters(annee: annee, linf: linf).json)
    ).bilan
  }
}

/// What a simulated year came to.
struct ResultatDeLAnnee: Sendable {
  let actes: CompteDActes
  var faits: [String: Int] = [:]
  var recues = 0
  var bilans = 0
  /// That all bilans took, the first reading of the year included.
  var secondes = 0.0
  /// At most 20.
  private(set) var fautes: [String] = []

  init(actes: CompteDActes) {
    self.actes = actes
  }

  mutating func faute(_ sentence: String) {
    if fautes.count < 20 { fautes.append(sentence) }
  }

  var texte: String {
    let natures = faits.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let refus = actes.refus.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return """
      \(recues) demandes, \(actes.faits) actes ; refusés : \(refus.isEmpty ? "aucun" : refus)
      faits : \(natures)
      \(bilans) bilans en \(Chiffres.decimal(secondes, 2)) s
      \(fautes.isEmpty ? "aucune faute" : fautes.joined(separator: "\n"))

      """
  }

  var json: JSONValue {
    [
      "recues": .int(Int64(recues)), "actes": .int(Int64(actes.faits)), "bilans": .int(Int64(bilans)),
      "secondesBilans": .number(Chiffres.json(secondes)),
      "faits": .object(faits.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int(Int64($0.value))) }),
      "refus": .object(actes.refus.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int(Int64($0.value))) }),
      "fautes": .array(fautes.map(JSONValue.string)),
    ]
  }
}
