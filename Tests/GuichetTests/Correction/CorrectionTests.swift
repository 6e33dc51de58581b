import Guichet
import StrictJSON
import Testing

@Suite("A correction of a form")
struct CorrectionTests {
  static let now = Instant(rfc3339: "2026-11-23T09:00:00+01:00") ?? Instant(microseconds: 0)

  static let formulaire: Formulaire = {
    var formulaire = AttributionTests.formulaire()
    formulaire.demandeur.courriel = "elodie@exemple.fr"
    formulaire.enfants = [Enfant(prenom: "Léo", etape: .naissancePrevue(jour("2026-11-20"))), Enfant(prenom: "Zoé")]
    formulaire.besoin.debut = jour("2027-01-04")
    formulaire.besoin.lieu = Adresse(codePostal: "59000", commune: "Lille")
    return formulaire
  }()

  static func lue(_ text: String) throws -> Correction {
    try Correction(JSON.parse(Array(text.utf8)), of: formulaire, now: now)
  }

  @Test("changes just the fields that it names, and empties those that are null")
  func changes() throws {
    let correction = try Self.lue(
      """
      {"demandeur": {"telephone": "0639981299", "courriel": null, "adresse": {"codePostal": "59140", "commune": "Dunkerque"}},
       "enfants": [{"rang": 1, "naissance": "2026-11-18"}], "besoin": {"lieu": null, "debut": "2027-03-01"}}
      """)
    #expect(
      correction.champs == [
        "/demandeur/telephone", "/demandeur/courriel", "/demandeur/adresse", "/enfants/0", "/besoin/lieu",
        "/besoin/debut",
      ])
    let read = correction.applied(to: Self.formulaire)
    #expect(read.demandeur.telephone?.e164 == "+33639981299" && read.demandeur.courriel == nil)
    #expect(read.demandeur.adresse == Adresse(codePostal: "59140", commune: "Dunkerque"))
    #expect(read.enfants[0] == Enfant(prenom: "Léo", etape: .naissance(jour("2026-11-18"))))
    #expect(read.enfants[1] == Self.formulaire.enfants[1])
    #expect(read.besoin.lieu == nil && read.besoin.debut == jour("2027-03-01"))
    #expect(read.reference == "MEF-1" && read.demandeur.nom == Self.formulaire.demandeur.nom)
  }

  @Test(
    "is refused as a whole with the place of each fault",
    arguments: [
      ("[]", [""]), ("{}", [""]), ("{\"demandeur\": {\"courriel\": \"elodie@exemple.fr\"}}", [""]),
      ("{\"demandeur\": {\"nom\": \"Durand\"}}", ["/demandeur/nom"]),
      (
        "{\"reference\": \"X\", \"demandeur\": {\"telephone\": \"0000000000\"}}",
        ["/reference", "/demandeur/telephone"]
      ),
      ("{\"demandeur\": {\"courriel\": \"elodie(a)exemple\"}}", ["/demandeur/courriel"]),
      ("{\"demandeur\": {\"adresse\": {\"codePostal\": \"591\"}}}", ["/demandeur/adresse/codePostal"]),
      ("{\"demandeur\": \"moi\"}", ["/demandeur"]),
      ("{\"besoin\": {\"debut\": \"dès que possible\"}}", ["/besoin/debut"]),
      ("{\"besoin\": {\"debut\": \"2127-01-04\"}}", ["/besoin/debut"]),
      ("{\"enfants\": [{\"rang\": 3, \"naissance\": \"2026-11-18\"}]}", ["/enfants/0/rang"]),
      ("{\"enfants\": [{\"naissance\": \"2026-11-18\"}]}", ["/enfants/0/rang"]),
      ("{\"enfants\": [{\"rang\": 1}]}", ["/enfants/0"]),
      (
        "{\"enfants\": [{\"rang\": 2, \"naissance\": \"2026-11-18\"}, {\"rang\": 2, \"naissance\": \"2026-11-19\"}]}",
        ["/enfants/1/rang"]
      ),
      ("{\"besoin\": {\"debut\": \"2027-03-01\", \"debut\": \"2027-03-02\"}}", ["/besoin/debut"]),
      (
        "{\"demandeur\": {\"adresse\": {\"voie\": \"1 rue Haute 2 69 05 49 588 157 80\", \"codePostal\": \"59000\"}}}",
        ["/demandeur/adresse/voie"]
      ),
    ] as [(String, [String])])
  func refused(text: String, places: [String]) throws {
    let refusal = #expect(throws: CorrectionRefusee.self) { try Self.lue(text) }
    #expect(refusal?.erreurs.map(\.chemin) == places, "\(refusal?.erreurs.map(\.message) ?? [])")
    #expect(refusal?.erreurs.allSatisfy { $0.message.hasSuffix(".") } == true)
  }
}
