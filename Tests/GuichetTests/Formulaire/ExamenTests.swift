import Guichet
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Examining a form")
struct ExamenTests {
  @Test("takes a whole one as it is, every field in its normal form")
  func whole() throws {
    let jugement = Modele.juger(Modele.complet)
    #expect(jugement.anomalies == [])
    #expect(jugement.avertissements == [])
    #expect(jugement.masque == nil)
    let expected = Formulaire(
      reference: "MEF-2026-00012345", deposeeLe: Instant(rfc3339: "2026-11-23T07:15:00Z"), origine: .monenfantFr,
      demandeur: Demandeur(
        civilite: .madame, nom: "Martin", prenom: "Élodie",
        telephone: Telephone(e164: "+33639981234", saisi: "06 39 98 12 34"), courriel: "elodie@exemple.fr",
        adresse: Adresse(voie: "12 rue de la République", codePostal: "59160", commune: "Lomme"),
        rappel: Rappel(canal: .telephone, creneaux: [Rappel.Creneau(jour: .lundi, moment: .matin)])),
      enfants: [
        Enfant(prenom: "Léo", etape: DateCivile(annee: 2026, mois: 3, jour: 1).map(Enfant.Etape.naissance)),
        Enfant(etape: DateCivile(annee: 2027, mois: 2, jour: 10).map(Enfant.Etape.naissancePrevue)),
      ],
      besoin: Besoin(
        debut: DateCivile(annee: 2027, mois: 1, jour: 4), frequence: .regulier,
        modes: [.assistantMaternel, .crecheCollective], semaine: [Plage(jour: .lundi, de: 480, a: 1080)]),
      message: "Merci de rappeler en fin de journée.")
    #expect(jugement.formulaire == expected)
    #expect(expected.isReachable)
  }

  @Test("takes the least that a right one has")
  func minimal() throws {
    let jugement = Modele.juger(Modele.minimal)
    #expect(jugement.isRight)
    #expect(jugement.formulaire?.besoin.lieu == Adresse(codeInsee: "2A004"))
  }

  @Test(
    "refuses what nothing can be done with",
    arguments: [
      ("", Motif.Code.jsonInvalide, ""), ("  ", .jsonInvalide, ""), ("{\"version\": 1,}", .jsonInvalide, ""),
      ("\u{FEFF}{}", .jsonInvalide, ""), (String(repeating: "[", count: 100_000), .jsonInvalide, ""),
      (String(repeating: "[", count: 33) + String(repeating: "]", count: 33), .jsonInvalide, ""),
      ("[]", .formulaireInvalide, ""), ("null", .formulaireInvalide, ""), ("\"x\"", .formulaireInvalide, ""),
      ("{\"demandeur\":{}}", .formulaireInvalide, "/version"),
      ("{\"version\":2,\"demandeur\":{}}", .formulaireInvalide, "/version"),
      ("{\"version\":\"1\",\"demandeur\":{}}", .formulaireInvalide, "/version"),
      ("{\"version\":true,\"demandeur\":{}}", .formulaireInvalide, "/version"),
      ("{\"version\":null,\"demandeur\":{}}", .formulaireInvalide, "/version"),
      ("{\"version\":1}", .formulaireInvalide, "/demandeur"),
      ("{\"version\":1,\"demandeur\":null}", .formulaireInvalide, "/demandeur"),
      ("{\"version\":1,\"demandeur\":[]}", .formulaireInvalide, "/demandeur"),
      ("{\"version\":1,\"demandeur\":{\"nom\":\"A\",\"nom\":\"B\"}}", .formulaireInvalide, "/demandeur/nom"),
      ("{\"version\":1,\"demandeur\":{\"nom\":\"A\",\"\\u006eom\":\"A\"}}", .formulaireInvalide, "/demandeur/nom"),
      ("{\"version\":1,\"demandeur\":{},\"x\":{\"a\":1,\"a\":1}}", .formulaireInvalide, "/x/a"),
      ("{\"version\":1,\"demandeur\":{},\"é\":1,\"e\u{301}\":1}", .formulaireInvalide, "/e\u{301}"),
    ])
  func refused(text: String, code: Motif.Code, chemin: String) {
    let jugement = Modele.juger(text)
    #expect(jugement.code == code)
    #expect(jugement.erreurs.map(\.chemin) == [chemin])
    #expect(jugement.erreurs.allSatisfy { $0.message.hasSuffix(".") })
    #expect(jugement.masque == nil)
  }

  @Test("says where the JSON is wrong")
  func place() {
    #expect(Modele.juger("{\n  \"version\": 1,\n}").erreurs.first?.message.contains("igne 3") == true)
  }

  @Test("refuses one that is too big before looking inside")
  func size() {
    let padding = String(repeating: " ", count: Examen.tailleMax)
    #expect(Modele.juger(padding + "{}").code == .tropGros)
    let whole = Modele.complet.bytes()
    let full = whole + [UInt8](repeating: 0x20, count: Examen.tailleMax - whole.count)
    #expect(Examen.juger(full, empreinte: "", recueLe: Modele.recueLe).isRight)
  }

  @Test("reports all errors and anomalies of a refused one together, in the order of the text")
  func together() {
    let jugement = Modele.juger(
      """
      {"besoin": 3, "x": 1, "version": 7, "reference": "a b", "enfants": {}, "x": 2, "demandeur": []}
      """)
    #expect(jugement.erreurs.map(\.chemin) == ["/version", "/x", "/demandeur"])
    #expect(jugement.anomalies.map(\.chemin) == ["/deposeeLe", "/besoin", "/reference", "/enfants"])
    #expect(jugement.avertissements.map(\.chemin) == ["/x", "/x"])
  }

  @Test("lets no wrong type refuse a form, wherever it stands")
  func types() {
    let wrong: [JSONValue] = [nil, true, 0, 1.5, "x", [], [[]], [:], ["x": 1], [nil]]
    for pointer in Modele.complet.pointers where pointer != "/version" && pointer != "/demandeur" {
      for value in wrong {
        let jugement = Modele.juger(Modele.complet.avec(pointer, value))
        #expect(jugement.formulaire != nil, "\(pointer) \(value)")
      }
    }
  }

  @Test(
    "drops unknown keys with a warning each, and keeps the rest",
    arguments: ["", "/demandeur", "/demandeur/adresse", "/enfants/1", "/besoin/semaine/0"])
  func unknown(object: String) {
    let jugement = Modele.juger(Modele.complet.avec("\(object)/couleur", "bleu"))
    #expect(jugement.isRight)
    #expect(jugement.avertissements.map(\.chemin) == ["\(object)/couleur"])
    #expect(jugement.formulaire == Modele.juger(Modele.complet).formulaire)
  }

  @Test("escapes a key in its pointer, and cuts one that is endless")
  func keys() {
    let long = String(repeating: "k", count: 1000)
    let jugement = Modele.juger(
      Modele.complet.avec("/message", nil)
    ).avertissements
    #expect(jugement == [])
    guard case .object(let members) = Modele.complet else { return }
    let form = JSONValue.object(members + [JSONMember("a/b~c", 1), JSONMember(long, 1)])
    let chemins = Modele.juger(form).avertissements.map(\.chemin)
    #expect(chemins.first == "/a~1b~0c")
    #expect(chemins.last?.count ?? 1000 < 250)
  }

  @Test("lists a hundred findings and counts the rest")
  func many() {
    let members = (0..<5000).map { JSONMember("inconnue\($0)", 1) }
    guard case .object(let right) = Modele.complet else { return }
    let jugement = Modele.juger(JSONValue.object(right + members))
    #expect(jugement.avertissements.count == 101)
    #expect(jugement.avertissements.last?.message.contains("4900") == true)
  }

  @Test(
    "takes the content's digest in place of a reference that cannot serve",
    arguments: ["", "a b", "é", String(repeating: "r", count: 65), "a\n"])
  func reference(value: String) {
    let jugement = Modele.juger(Modele.complet.avec("/reference", .string(value)))
    #expect(jugement.formulaire?.reference == Modele.empreinte)
    #expect(jugement.anomalies.map(\.chemin) == ["/reference"])
    #expect(Modele.juger(Modele.complet.avec("/reference", nil)).formulaire?.reference == Modele.empreinte)
  }

  @Test("gives the same judgement again")
  func repeatable() {
    let form = Modele.complet.avec("/besoin", nil).avec("/x", 1)
    #expect(Modele.juger(form) == Modele.juger(form))
  }

  @Test(
    "asks for a way to reach the family",
    arguments: [
      (nil, nil, true, false), ("0000000000", nil, true, false), (nil, "elodie@", true, false),
      ("0000000000", "a@exemple.fr", true, true),
      ("06 39 98 12 34", "non", true, true), ("06 39 98 12 34", nil, false, true), (nil, "a@exemple.fr", false, true),
    ] as [(String?, String?, Bool, Bool)])
  func reachable(telephone: String?, courriel: String?, faulty: Bool, reachable: Bool) {
    let form = Modele.complet.avec("/demandeur/rappel", nil)
      .avec("/demandeur/telephone", telephone.map(JSONValue.string)).avec(
        "/demandeur/courriel", courriel.map(JSONValue.string))
    let jugement = Modele.juger(form)
    #expect(jugement.anomalies.isEmpty == !faulty)
    #expect(jugement.formulaire?.isReachable == reachable)
  }

  @Test("counts a family that asks for letters only as reachable at its address")
  func letters() {
    let form = Modele.complet.avec("/demandeur/telephone", nil).avec("/demandeur/courriel", nil)
    let written = form.avec("/demandeur/rappel/canal", "ecritSeulement")
    #expect(Modele.juger(written).formulaire?.isReachable == true)
    #expect(Modele.juger(written).anomalies.map(\.chemin) == ["/demandeur"])
    #expect(Modele.juger(written.avec("/demandeur/adresse/voie", nil)).formulaire?.isReachable == false)
  }

  @Test("comes to a judgement on any bytes")
  func anything() {
    var random = SeededGenerator(seed: 1)
    let whole = Modele.complet.bytes()
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
        default: bytes.removeSubrange(place..<min(place + 20, bytes.count))
        }
      }
      let jugement = Examen.juger(bytes, empreinte: Modele.empreinte, recueLe: Modele.recueLe)
      #expect((jugement.code == nil) == jugement.erreurs.isEmpty)
    }
  }
}
