import Guichet
import StrictJSON
import Testing

@Suite("A field of a form")
struct ExamenChampsTests {
  struct Cas: CustomTestStringConvertible, Sendable {
    let chemin: String
    let valeur: JSONValue
    /// Where the anomaly is reported; the field itself unless told.
    let fautif: String

    init(_ chemin: String, _ valeur: JSONValue, fautif: String? = nil) {
      self.chemin = chemin
      self.valeur = valeur
      self.fautif = fautif ?? chemin
    }

    var testDescription: String { String("\(chemin) \(valeur)".prefix(100)) }
  }

  @Test(
    "that cannot be kept is one anomaly at its place, and the form is taken",
    arguments: [
      Cas("/reference", 12), Cas("/reference", "a b"),
      Cas("/deposeeLe", "2026-11-23"), Cas("/deposeeLe", "2026-11-23 08:15:00+01:00"),
      Cas("/deposeeLe", "2026-02-30T08:15:00Z"),
      Cas("/deposeeLe", "2026-11-24T09:00:01Z"), Cas("/deposeeLe", "2021-11-01T00:00:00Z"), Cas("/deposeeLe", "hier"),
      Cas("/origine", "fax"), Cas("/origine", "Telephone"), Cas("/origine", 1),
      Cas("/demandeur/civilite", "Mme"), Cas("/demandeur/nom", .string(String(repeating: "n", count: 101))),
      Cas("/demandeur/nom", ""), Cas("/demandeur/nom", nil), Cas("/demandeur/nom", "\u{200B} "),
      Cas("/demandeur/nom", "Mar\u{0}tin"),
      Cas("/demandeur/nom", "Mar\ttin"), Cas("/demandeur/prenom", "Éli\u{85}se"),
      Cas("/demandeur/prenom", "A\u{2028}B"), Cas("/demandeur/prenom", ["Élise"]),
      Cas("/demandeur/courriel", "élodie@exemple.fr"), Cas("/demandeur/courriel", "elodie\u{200B}.exemple.fr"),
      Cas("/demandeur/adresse", "12 rue X, Lomme"),
      Cas("/demandeur/adresse/voie", .string(String(repeating: "v", count: 201))),
      Cas("/demandeur/adresse/commune", "Lo\nmme"),
      Cas("/demandeur/adresse/codePostal", "5916"), Cas("/demandeur/adresse/codePostal", 59160),
      Cas("/demandeur/adresse/codePostal", "Lomme"), Cas("/demandeur/adresse/codePostal", "591600"),
      Cas("/demandeur/adresse/codeInsee", "5935"), Cas("/demandeur/adresse/codeInsee", "2C004"),
      Cas("/demandeur/adresse/codeInsee", "A2004"),
      Cas("/demandeur/rappel", []), Cas("/demandeur/rappel/canal", "pigeon"), Cas("/demandeur/rappel/creneaux", [:]),
      Cas("/demandeur/rappel/creneaux/0", "lundi"), Cas("/demandeur/rappel/creneaux/0/jour", "Lundi"),
      Cas("/demandeur/rappel/creneaux/0", [:]), Cas("/demandeur/rappel/creneaux/0", ["jour": nil, "moment": ""]),
      Cas("/demandeur/langue", .string(String(repeating: "l", count: 41))), Cas("/demandeur/autreParent", "Karim"),
      Cas("/demandeur/autreParent/telephone", "06", fautif: "/demandeur/autreParent/telephone"),
      Cas("/enfants", [:]), Cas("/enfants", []), Cas("/enfants", nil), Cas("/enfants/0", "Léo"), Cas("/enfants/0", nil),
      Cas("/enfants/0/naissance", nil, fautif: "/enfants/0"),
      Cas("/enfants/0/naissancePrevue", "2027-01-01", fautif: "/enfants/0"),
      Cas("/enfants/0/naissance", "2026-02-29"), Cas("/enfants/0/naissance", "01/03/2026"),
      Cas("/enfants/0/naissance", "2026-11-25"),
      Cas("/enfants/0/naissance", "2008-01-01"), Cas("/enfants/0/naissance", 20_260_301),
      Cas("/enfants/1/naissancePrevue", "2028-02-10"), Cas("/enfants/1/naissancePrevue", "2026-01-10"),
      Cas("/enfants/1/naissancePrevue", "bientôt"),
      Cas("/besoin", "une place"), Cas("/besoin", nil), Cas("/besoin/lieu", "Lille"),
      Cas("/besoin/lieu/codePostal", "x"),
      Cas("/besoin/debut", "dès que possible"), Cas("/besoin/debut", nil), Cas("/besoin/debut", ""),
      Cas("/besoin/debut", "2025-01-04"),
      Cas("/besoin/debut", "2036-01-04"), Cas("/besoin/fin", "2026-12-31"), Cas("/besoin/fin", "jamais"),
      Cas("/besoin/frequence", "souvent"), Cas("/besoin/modes", "mam"), Cas("/besoin/modes/0", "nounou"),
      Cas("/besoin/modes/1", nil),
      Cas("/besoin/modes/1", "congeParental"), Cas("/besoin/semaine", "lundi"), Cas("/besoin/semaine/0", []),
      Cas("/besoin/semaine/0/jour", "dimanches"), Cas("/besoin/semaine/0/jour", nil, fautif: "/besoin/semaine/0"),
      Cas("/besoin/semaine/0/de", "8:00"), Cas("/besoin/semaine/0/de", "24:00"), Cas("/besoin/semaine/0/a", "24:01"),
      Cas("/besoin/semaine/0/a", "08:00", fautif: "/besoin/semaine/0"),
      Cas("/besoin/semaine/0/a", "06:00", fautif: "/besoin/semaine/0"),
      Cas("/besoin/horairesAtypiques", "oui"), Cas("/besoin/besoinSpecifique", 1),
      Cas("/besoin/insertionProfessionnelle", [:]),
      Cas("/message", 1), Cas("/message", ["a"]), Cas("/message", .string(String(repeating: "m", count: 10_001))),
    ])
  func anomaly(cas: Cas) throws {
    let jugement = Modele.juger(Modele.complet.avec(cas.chemin, cas.valeur))
    #expect(jugement.formulaire != nil)
    #expect(jugement.anomalies.map(\.chemin) == [cas.fautif])
    let anomalie = try #require(jugement.anomalies.first)
    #expect(anomalie.message.hasSuffix("."))
    #expect((anomalie.saisi?.unicodeScalars.count ?? 0) <= 201)
    #expect(
      anomalie.saisi?.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) } != false)
  }

  @Test(
    "that is a little unusual is right all the same",
    arguments: [
      Cas("/version", 1.0), Cas("/deposeeLe", "2026-11-23t08:15:00.123z"), Cas("/deposeeLe", "2026-11-24T07:59:59Z"),
      Cas("/origine", nil), Cas("/origine", ""), Cas("/demandeur/civilite", ""),
      Cas("/demandeur/prenom", "  "), Cas("/demandeur/telephone", "+33 6 39 98 12 34"), Cas("/demandeur/courriel", ""),
      Cas("/demandeur/rappel/canal", "sms"), Cas("/demandeur/rappel/creneaux", nil),
      Cas("/demandeur/rappel/creneaux/0/moment", nil),
      Cas("/demandeur/rappel/creneaux/0/jour", ""), Cas("/demandeur/autreParent", [:]),
      Cas("/demandeur/adresse/codePostal", "59 160"),
      Cas("/demandeur/adresse/codePostal", "\u{A0}59160 "), Cas("/demandeur/adresse/codePostal", ""),
      Cas("/demandeur/adresse/codeInsee", "59350"), Cas("/demandeur/adresse/codeInsee", "97411"),
      Cas("/demandeur/adresse/codeInsee", "2b033"),
      Cas("/enfants/0/naissance", "2024-02-29"), Cas("/enfants/0/naissance", "2026-11-24"),
      Cas("/enfants/0/naissance", "2009-01-01"),
      Cas("/enfants/0/naissancePrevue", ""), Cas("/enfants/0/adoptionPrevue", nil),
      Cas("/enfants/1/naissancePrevue", "2026-10-01"),
      Cas("/besoin/debut", "2026-01-01"), Cas("/besoin/debut", "2032-01-01"), Cas("/besoin/fin", "2027-01-04"),
      Cas("/besoin/modes", nil),
      Cas("/besoin/modes", []), Cas("/besoin/semaine/0/a", "24:00"), Cas("/besoin/semaine", []),
      Cas("/besoin/horairesAtypiques", nil),
      Cas("/message", ""), Cas("/message", "a\r\nb\tc"),
      Cas("/message", .string(String(repeating: "m", count: 10_000))),
    ])
  func right(cas: Cas) {
    let jugement = Modele.juger(Modele.complet.avec(cas.chemin, cas.valeur))
    #expect(jugement.anomalies == [])
    #expect(jugement.avertissements == [])
    #expect(jugement.formulaire != nil)
  }

  @Test("of text is trimmed, its spaces made single, what is invisible dropped")
  func text() {
    let form = Modele.complet.avec("/demandeur/nom", " \u{FEFF}de\u{A0} \u{2003}La\u{200B}tour\n")
    let jugement = Modele.juger(form)
    #expect(jugement.formulaire?.demandeur.nom == "de Latour" && jugement.anomalies.isEmpty)
    // Two names that read alike must not differ in secret, nor one read as another.
    let warned = "Des caractères invisibles ont été ôtés de ce texte."
    #expect(jugement.avertissements.map(\.message) == [warned])
    for hidden in [
      "\u{202E}", "\u{2066}", "\u{200D}", "\u{200C}", "\u{2060}", "\u{FE0F}", "\u{E0041}", "\u{3164}", "\u{AD}",
    ] {
      let jugement = Modele.juger(Modele.complet.avec("/demandeur/nom", .string("Mar\(hidden)tin")))
      #expect(
        jugement.formulaire?.demandeur.nom == "Martin" && jugement.anomalies.isEmpty, "\(hidden.debugDescription)")
      #expect(jugement.avertissements.map(\.message) == [warned], "\(hidden.debugDescription)")
    }
    // In a message a family of signs stays one.
    let sign = "\u{1F468}\u{200D}\u{1F469}"
    let message = Modele.juger(Modele.complet.avec("/message", .string("\(sign) oui\u{202E}")))
    #expect(message.formulaire?.message == "\(sign) oui" && message.avertissements.count == 1)
  }

  @Test(
    "of an e-mail address loses what is invisible; a person looks where that was inside it",
    arguments: [
      ("elo\u{200D}die@exemple.fr", false), ("elodie@exem\u{FE0F}ple.fr", false), ("elodie@exemple.f\u{200B}r", false),
      ("elodie\u{2060}@exemple.fr", false), ("\u{202A}elodie@exemple.fr\u{202C}", true),
      (" \u{FEFF}elodie@exemple.fr", true),
    ])
  func courriel(typed: String, isRight: Bool) {
    let jugement = Modele.juger(Modele.complet.avec("/demandeur/courriel", .string(typed)))
    #expect(jugement.formulaire?.demandeur.courriel == "elodie@exemple.fr")
    #expect(
      jugement.anomalies.map(\.message)
        == (isRight
          ? [] : ["Des caractères invisibles ont été ôtés de cette adresse de courriel ; vérifiez-la."]))
  }

  @Test("keeps what was typed, made visible and cut")
  func typed() {
    func saisi(_ pointer: String, _ value: JSONValue) -> String? {
      Modele.juger(Modele.complet.avec(pointer, value)).anomalies.first?.saisi
    }
    #expect(saisi("/demandeur/nom", "Mar\u{0}tin\u{202E}") == "Mar\\u0000tin\\u202E")
    #expect(saisi("/enfants", ["naissance": "2026-03-01"]) == "{\"naissance\":\"2026-03-01\"}")
    #expect(saisi("/besoin/debut", "dès que possible") == "dès que possible")
    #expect(saisi("/demandeur/telephone", 639_981_234) == "639981234")
    #expect(saisi("/besoin/debut", nil) == "null" || saisi("/besoin/debut", nil) == nil)
    #expect(saisi("/message", .array([JSONValue](repeating: "longtemps", count: 500)))?.hasSuffix("…") == true)
  }

  @Test("telephone that cannot be called is kept as typed")
  func telephone() {
    let demandeur = Modele.juger(Modele.complet.avec("/demandeur/telephone", "0000000000")).formulaire?.demandeur
    #expect(demandeur?.telephone == Telephone(e164: nil, saisi: "0000000000"))
    #expect(demandeur?.rappel?.canal == nil)
    #expect(demandeur?.rappel?.creneaux.count == 1)
  }

  @Test(
    "rappel by a way that the form gives no number for is an anomaly",
    arguments: [
      ("telephone", "/demandeur/telephone"), ("sms", "/demandeur/telephone"), ("courriel", "/demandeur/courriel"),
    ])
  func channel(canal: String, missing: String) {
    let form = Modele.complet.avec("/demandeur/rappel/canal", .string(canal))
    #expect(Modele.juger(form).isRight)
    #expect(Modele.juger(form.avec(missing, nil)).anomalies.map(\.chemin) == ["/demandeur/rappel/canal"])
  }

  @Test("codePostal swapped with commune is kept for routing to right")
  func swapped() {
    let form = Modele.complet.avec("/demandeur/adresse/codePostal", "Marcq-en-Barœul").avec(
      "/demandeur/adresse/commune", "59 700")
    let jugement = Modele.juger(form)
    #expect(jugement.isRight)
    #expect(jugement.formulaire?.demandeur.adresse?.codePostal == "Marcq-en-Barœul")
    #expect(jugement.formulaire?.demandeur.adresse?.commune == "59700")
  }

  @Test("of place is asked for once, whatever part of it is missing")
  func place() {
    let none = Modele.complet.avec("/demandeur/adresse", nil)
    #expect(Modele.juger(none).anomalies.map(\.chemin) == ["/demandeur/adresse"])
    #expect(
      Modele.juger(none.avec("/besoin/lieu", ["voie": "rue X"])).anomalies.map(\.chemin) == ["/demandeur/adresse"])
    #expect(Modele.juger(none.avec("/besoin/lieu", ["commune": "Lille"])).isRight)
    #expect(
      Modele.juger(none.avec("/besoin/lieu", ["codePostal": "5916"])).anomalies.map(\.chemin) == [
        "/besoin/lieu/codePostal"
      ])
  }

  @Test("said twice is kept once, with a warning")
  func repeated() {
    let jugement = Modele.juger(
      Modele.complet.avec("/besoin/modes", ["mam", "autre", "mam"])
        .avec("/demandeur/rappel/creneaux/1", ["jour": "lundi", "moment": "matin"])
        .avec("/besoin/semaine/1", ["jour": "lundi", "de": "08:00", "a": "18:00"]))
    #expect(jugement.isRight)
    #expect(jugement.formulaire?.besoin.modes == [.mam, .autre])
    #expect(jugement.formulaire?.besoin.semaine.count == 1)
    #expect(
      jugement.avertissements.map(\.chemin) == ["/demandeur/rappel/creneaux/1", "/besoin/modes/2", "/besoin/semaine/1"])
  }

  @Test("list that is too long keeps its beginning", arguments: [("/enfants", 20), ("/demandeur/rappel/creneaux", 28)])
  func long(pointer: String, max: Int) {
    let jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let moments = ["matin", "midi", "apresMidi", "soir"]
    let elements: [JSONValue] = (0..<40).map { index in
      pointer == "/enfants"
        ? ["naissance": "2026-03-01"]
        : ["jour": .string(jours[index % 7]), "moment": .string(moments[index / 7 % 4])]
    }
    let jugement = Modele.juger(Modele.complet.avec(pointer, .array(elements)))
    #expect(jugement.anomalies.map(\.chemin) == [pointer])
    #expect(
      (pointer == "/enfants"
        ? jugement.formulaire?.enfants.count : jugement.formulaire?.demandeur.rappel?.creneaux.count) == max)
  }

  @Test("message loses nothing but what cannot be shown")
  func message() {
    func message(_ text: String) -> String? {
      Modele.juger(Modele.complet.avec("/message", .string(text))).formulaire?.message
    }
    #expect(message("  Bonjour,\r\n\r\nmerci\u{2028}bien\u{0}\u{202E}.\n ") == "Bonjour,\n\nmerci\nbien.")
    #expect(message(" \n ") == nil)
    #expect(message(String(repeating: "m", count: 12_000))?.count == 10_000)
    let cleaned = Modele.juger(Modele.complet.avec("/message", "a\u{7}b"))
    #expect(cleaned.isRight)
    #expect(cleaned.avertissements.map(\.chemin) == ["/message"])
  }

  @Test("of date is judged against deposeeLe, or the reception where there is none")
  func relative() {
    let old = Modele.complet.avec("/deposeeLe", "2024-01-10T10:00:00Z").avec(
      "/enfants", [["naissancePrevue": "2024-06-01"]]
    )
    .avec("/besoin/debut", "2024-09-01")
    #expect(Modele.juger(old).isRight)
    #expect(
      Modele.juger(old.avec("/deposeeLe", nil)).anomalies.map(\.chemin) == [
        "/deposeeLe", "/enfants/0/naissancePrevue", "/besoin/debut",
      ])
  }
}
