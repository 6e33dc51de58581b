import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON
import VarlinkClient

/// Looks at a year that was lived: what its journal says, and how long its reports take.
struct VerificationDeLAnnee {
  let daemon: BenchDaemon
  let annee: Int
  let linf: [String]
  /// The folder of mails, all of which were taken.
  let courriel: String
  let caf: CalendrierOuvert
  let referentiel: Referentiel
  /// Two communes of a LINF that became one.
  let fusion: (communes: FusionDeCommunes, linf: String)
  let actes: CompteDActes

  func resultat() throws -> ResultatDeLAnnee {
    var resultat = ResultatDeLAnnee(actes: actes)
    try journal(&resultat)
    try courriels(&resultat)
    try bilans(&resultat)
    try fusion(&resultat)
    return resultat
  }

  /// Each alert of an échéance stands in the journal once, told while an office was open, and not before its time.
  private func journal(_ resultat: inout ResultatDeLAnnee) throws {
    let heures = HeuresDeLaCaf(
      fuseau: caf.fuseau, zone: .metropole, horaires: try HorairesSemaine("lun-ven 09:00-12:00 13:30-17:00"))
    let offices = [caf] + referentiel.linf.map { referentiel.calendrier(of: $0, caf: heures) }
    var seen: Set<String> = []
    var stream = try daemon.connection.stream(ListFaits.qualifiedName, ListFaits.Parameters().json)
    while let message = try stream.next() {
      for fait in try ListFaits.Reply(message).faits {
        resultat.faits[fait.nature, default: 0] += 1
        guard fait.nature == NatureFait.escalade.rawValue, let echeance = fait.echeance,
          let told = Instant(rfc3339: fait.enregistreLe), let due = Instant(rfc3339: echeance)
        else { continue }
        let name = "\(fait.numero ?? "") : « \(fait.resume) » (\(echeance))"
        if !seen.insert(name).inserted { resultat.faute("\(name) deux fois") }
        if !offices.contains(where: { $0.isOpen(at: told) }) {
          resultat.faute("\(name) bureau fermé, \(fait.enregistreLe)")
        }
        let announces = fait.resume.hasPrefix("L’échéance approche")
        if announces != (told < due), !fait.resume.contains("laissée de côté") {
          resultat.faute("\(name) à contretemps, \(fait.enregistreLe)")
        }
      }
    }
    let verified = try VerifyJournal.Reply(try daemon.connection.call(VerifyJournal.qualifiedName))
    for sentence in verified.fautes + verified.ecarts { resultat.faute(sentence) }
  }

  /// No mail went out twice: there is one for each reminder that the journal says was given, and none says the same.
  private func courriels(_ resultat: inout ResultatDeLAnnee) throws {
    var texts: Set<String> = []
    for name in try Directory("\(courriel)/cur").names() {
      let text = String(decoding: try WholeFile.read("\(courriel)/cur/\(name)", limit: 1 << 20), as: UTF8.self)
      let said = text.split(separator: "\n").filter { !$0.hasPrefix("Message-ID:") && !$0.hasPrefix("Date:") }
      resultat.courriels += 1
      if !texts.insert(said.joined(separator: "\n")).inserted { resultat.faute("Courriel en double : \(name)") }
    }
  }

  private func bilans(_ resultat: inout ResultatDeLAnnee) throws {
    let start = ContinuousClock.now
    let whole = try bilan(nil)
    let parts = try linf.map { try bilan($0) }
    resultat.secondes = (.now - start) / .seconds(1)
    resultat.bilans = parts.count + 1
    try preuves(parts, &resultat)
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

  /// The preuve of every LINF has the figures of its bilan, wherever both tell one, and cites each demande that it counts.
  private func preuves(_ bilans: [Wire.Bilan], _ resultat: inout ResultatDeLAnnee) throws {
    let start = ContinuousClock.now
    let documents = try linf.map { id in
      try ShowPreuve.Reply(
        try daemon.connection.call(ShowPreuve.qualifiedName, ShowPreuve.Parameters(annee: annee, linf: id).json)
      ).document
    }
    resultat.secondesPreuves = (.now - start) / .seconds(1)
    resultat.preuves = documents.count
    for (document, bilan) in zip(documents, bilans) {
      let preuve = try Preuve(JSON.parse(Array(document.utf8)))
      func figure(_ code: String) -> Int?? { bilan.chiffres.first { $0.code == code }.map(\.valeur) }
      for chiffre in preuve.points.flatMap(\.chiffres) {
        guard let expected = figure(chiffre.code), expected != chiffre.valeur else { continue }
        resultat.faute("\(preuve.linf) : « \(chiffre.code) » diffère de la preuve au bilan")
      }
      if figure(ChiffreDeBilan.recues.rawValue) != preuve.demandes.count {
        resultat.faute("\(preuve.linf) : la preuve cite \(preuve.demandes.count) demandes, le bilan en compte d’autres")
      }
      let answers = preuve.point(.reponses)
      let open = [ChiffreDeBilan.enAttente, .closesSansReponse].reduce(0) { $0 + ((figure($1.rawValue) ?? nil) ?? 0) }
      let told = (answers?.chiffre(.sansReponse) ?? 0) + (answers?.chiffre(.dansLeDelai) ?? 0)
      if open != told { resultat.faute("\(preuve.linf) : \(told) demandes sans réponse à la preuve, \(open) au bilan") }
    }
  }

  /// Those who live in the commune that two became are counted together by either code, whichever their form gave, and
  /// are all with the LINF that has it.
  private func fusion(_ resultat: inout ResultatDeLAnnee) throws {
    let bilans = try [fusion.communes.absorbee, fusion.communes.siege].map { code in
      try ShowBilan.Reply(
        try daemon.connection.call(ShowBilan.qualifiedName, ShowBilan.Parameters(annee: annee, commune: code).json)
      ).bilan
    }
    let counts = bilans.map { bilan in bilan.chiffres.map(\.valeur) }
    if counts[0] != counts[1] { resultat.faute("La commune fusionnée n’a pas les mêmes chiffres par ses deux codes") }
    resultat.fusionnees = bilans[0].chiffres.first { $0.code == ChiffreDeBilan.recues.rawValue }?.valeur ?? 0
    var counted = 0
    var stream = try daemon.connection.stream(ListDemandes.qualifiedName, ListDemandes.Parameters().json)
    while let message = try stream.next() {
      for demande in try ListDemandes.Reply(message).demandes
      where [fusion.communes.absorbee, fusion.communes.siege].contains(demande.codeInsee) {
        counted += 1
        if demande.linf != fusion.linf { resultat.faute("\(demande.numero) n’est pas chez \(fusion.linf)") }
      }
    }
    if counted != resultat.fusionnees {
      resultat.faute("La commune fusionnée a \(counted) demandes, son bilan \(resultat.fusionnees)")
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
  var courriels = 0
  /// Demandes of the commune that two became.
  var fusionnees = 0
  var bilans = 0
  /// That all bilans took, the first reading of the year included.
  var secondes = 0.0
  var preuves = 0
  /// That all preuves took, once the bilans were read.
  var secondesPreuves = 0.0
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
      \(courriels) courriels ; \(fusionnees) demandes de la commune fusionnée
      \(bilans) bilans en \(Chiffres.decimal(secondes, 2)) s, \(preuves) preuves en \
      \(Chiffres.decimal(secondesPreuves, 2)) s : \(Chiffres.decimal(secondes + secondesPreuves, 2)) s en tout
      \(fautes.isEmpty ? "aucune faute" : fautes.joined(separator: "\n"))

      """
  }

  var json: JSONValue {
    [
      "recues": .int(Int64(recues)), "actes": .int(Int64(actes.faits)), "bilans": .int(Int64(bilans)),
      "courriels": .int(Int64(courriels)), "fusionnees": .int(Int64(fusionnees)),
      "secondesBilans": .number(Chiffres.json(secondes)), "preuves": .int(Int64(preuves)),
      "secondesPreuves": .number(Chiffres.json(secondesPreuves)),
      "faits": .object(faits.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int(Int64($0.value))) }),
      "refus": .object(actes.refus.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int(Int64($0.value))) }),
      "fautes": .array(fautes.map(JSONValue.string)),
    ]
  }
}
