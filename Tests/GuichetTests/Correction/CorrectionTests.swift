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

  private static func fait(_ seq: Int64, _ evenement: Evenement?, nature: NatureFait = .corrigee) -> Fait {
    Fait(
      seq: seq, numero: Numero(annee: 2026, rang: 7), nature: nature, survenuLe: now,
      enregistreLe: now.advanced(bySeconds: seq), auteur: seq, evenement: evenement)
  }

  @Test("is told value by value from the facts: before, after, when and by whom")
  func history() throws {
    let first = try Self.lue(
      """
      {"demandeur": {"telephone": "0639981299", "courriel": null, "adresse": {"codePostal": "59140", "commune": "Dunkerque"}},
       "enfants": [{"rang": 1, "naissance": "2026-11-18"}]}
      """)
    var second = Correction()
    second.lieu = .devient(nil)
    second.debut = .devient(jour("2027-03-01"))
    second.telephone = .devient(nil)
    let recue = Recue(formulaire: Self.formulaire, anomalies: [], avertissements: [], empreinte: "ab")
    let corrections = [
      Self.fait(1, .recue(recue), nature: .recue), Self.fait(2, .corrigee(Corrigee(correction: first))),
      Self.fait(3, nil), Self.fait(4, .corrigee(Corrigee(correction: second))),
    ].corrections
    #expect(corrections.map(\.seq) == [2, 4] && corrections.map(\.auteur) == [2, 4])
    #expect(corrections.map(\.le) == [2, 4].map(Self.now.advanced(bySeconds:)))
    func lines(_ champs: [ChampCorrige]) -> [String] {
      champs.map { "\($0.chemin) : \($0.avant ?? "–") → \($0.apres ?? "–")" }
    }
    #expect(
      lines(corrections[0].champs) == [
        "/demandeur/telephone : 06 39 98 12 34 → 0639981299", "/demandeur/courriel : elodie@exemple.fr → –",
        "/demandeur/adresse/voie : 12 rue Haute → –", "/demandeur/adresse/codePostal : 59160 → 59140",
        "/demandeur/adresse/commune : Lomme → Dunkerque", "/enfants/0/naissance : – → 2026-11-18",
        "/enfants/0/naissancePrevue : 2026-11-20 → –",
      ])
    #expect(
      lines(corrections[1].champs) == [
        "/demandeur/telephone : 0639981299 → –", "/besoin/lieu/codePostal : 59000 → –",
        "/besoin/lieu/commune : Lille → –", "/besoin/debut : 2027-01-04 → 2027-03-01",
      ])
    for champ in corrections.flatMap(\.champs) {
      #expect(Correction.libelle(ofChamp: champ.chemin)?.contains("/") == false)
    }
  }

  @Test(
    "has words for each field and each value that it may change, and for no other",
    arguments: [
      ("/demandeur/telephone", "téléphone"), ("/demandeur/courriel", "courriel"), ("/demandeur/adresse", "adresse"),
      ("/demandeur/adresse/codeInsee", "adresse, code INSEE"), ("/besoin/lieu", "lieu de recherche"),
      ("/besoin/lieu/codePostal", "lieu de recherche, code postal"), ("/besoin/debut", "début souhaité"),
      ("/enfants/1", "date de l’enfant 2"), ("/enfants/0/adoptionPrevue", "enfant 1, adoption prévue"),
      ("/demandeur/nom", nil), ("/enfants", nil), ("/enfants/x", nil), ("", nil), ("/besoin/lieu/voie/x", nil),
    ] as [(String, String?)])
  func words(pointer: String, words: String?) {
    #expect(Correction.libelle(ofChamp: pointer) == words)
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
