import Guichet
import GuichetTestSupport
import StrictJSON

/// Thousands of forms made from good ones: each listed value once in its field, then seeded mutations of several fields;
/// about half of them right.
///
/// Left out is what a JSON Schema cannot say, so that a schema and the examination can be compared on all of it: keys
/// given twice (a schema sees a parsed document), days too far from the filing or in the wrong order, hours that end
/// before they begin (it compares no two values), social security and allocataire numbers (it masks nothing).
enum CorpusDeFormulaires {
  /// At least `count` of them.
  static func formulaires(_ count: Int, seed: UInt64) -> [JSONValue] {
    var random = SeededGenerator(seed: seed)
    let bases = [Modele.complet, Modele.minimal, complements, echange]
    var forms = champs.flatMap { pointer, values in values.map { Modele.complet.avec(pointer, $0) } }
    while forms.count < count {
      var form = bases[Int.random(in: bases.indices, using: &random)]
      let anywhere = Int.random(in: 0..<5, using: &random) == 0
      if anywhere, let pointer = form.pointers.randomElement(using: &random) {
        form = form.avec(pointer, valeurs.randomElement(using: &random) ?? nil)
      }
      for _ in 0..<Int.random(in: anywhere ? 0...1 : 1...3, using: &random) {
        guard let (pointer, values) = champs.randomElement(using: &random) else { continue }
        form = form.avec(pointer, values.randomElement(using: &random) ?? nil)
      }
      forms.append(form)
    }
    return forms
  }

  private static let complements = Modele.complet
    .avec(
      "/demandeur/autreParent",
      ["civilite": "M", "nom": "Benali", "telephone": "0692 12 34 50", "courriel": "k@exemple.fr"]
    )
    .avec("/besoin/lieu", ["codePostal": "59000", "commune": "Lille"])
    .avec("/besoin/fin", "2029-07-31")

  private static let echange = Modele.minimal
    .avec("/demandeur/adresse", ["codePostal": "Lomme", "commune": "59160"])
    .avec("/demandeur/telephone", "+32 475 12 34 50").avec("/demandeur/rappel", ["canal": "sms"])

  private static let valeurs: [JSONValue?] = [
    nil, .some(.null), true, false, 0, 1, -1, 1.5, 59160, "", " ", "\n", "x", "é", "1", "true", "\u{0}", "\u{7F}",
    "\u{202E}x", "x\ty",
    "\u{200B}", "\u{FEFF}x", [], [[]], [nil], [""], ["x"], [:], ["": ""], ["x": nil], ["jour": "lundi"],
    ["commune": "Lille"],
    ["naissance": "2026-03-01"], .string(String(repeating: "x", count: 300)),
  ]

  private static func lignes(_ max: Int) -> [JSONValue?] {
    [
      nil, .some(.null), "", "  ", "\t", "x", "Élise", "d’Arc", "O'Neil-Dupré", " x ", "\n\u{A0}x\u{3000}\r\n", "a  b",
      "a\u{200B}b",
      "a\u{AD}", "\u{200F}مريم", "李", "a\tb", "a\nb", "a\u{0}b", "\u{1F}", "a\u{85}", "\u{9F}a", "a\u{2028}b",
      "a\u{202A}", "\u{2069}",
      "👩‍👧", .string(String(repeating: "é", count: max)), .string(String(repeating: "é", count: max + 1)),
      .string(String(repeating: " ", count: max + 1)), .string(String(repeating: " ", count: max - 1) + "x"), 7, true,
      [], [:],
    ]
  }

  private static func codes(_ codes: [String]) -> [JSONValue?] {
    codes.map { .some(.string($0)) }
      + [
        nil, .some(.null), "", " ", "inconnu", .some(.string(codes[0].uppercased())), .some(.string(codes[0] + " ")), 1,
        [], false,
      ]
  }

  /// - Parameter right: days that exist and lie near enough to the filing for the field.
  private static func dates(_ right: [JSONValue?]) -> [JSONValue?] {
    right + [
      nil, .some(.null), "", " ", "dès que possible", "2026-02-29", "2027-02-29", "2026-04-31", "2026-06-31",
      "2026-13-01", "2026-00-10",
      "2026-01-00", "2026-01-32", "2026-1-01", "20260101", "2026-W10-1", "01/03/2026", "2026-03-01T00:00:00Z",
      " 2026-03-01", "2026-03-01 ",
      "2026-03-01\n", "٢٠٢٦-٠٣-٠١", "2100-02-29", 2026, [], true,
    ]
  }

  private static let telephones: [JSONValue?] = [
    nil, .some(.null), "", " \n", "06 39 98 12 34", "0639981234", "06.39.98.12.34", "06-39/98 (12) 34",
    "\t0639981234\n", "06\u{A0}39981234",
    "\u{202A}0639981234\u{202C}", "06\t39981234", "+33639981234", "+33 (0)6 39 98 12 34", "0033 6 39 98 12 34",
    "00 33 06 39 98 12 34",
    "0 033639981234", "+3 3639981234", "+ 33 639981234", "+33 (0) 639981234", "+33 (0)0639981234",
    "+33 6 (0)39 98 12 34", "33639981234",
    "639981234", "06399812345", "063998123", "0692 12 34 50", "+262 692123450", "+2620692123450", "0508411234",
    "+508411234",
    "+508(0)411234", "+5080411234", "+508 012345", "0899123450", "+33 899123450", "0800123456", "0000000000",
    "0123456789", "0102030405",
    "06 12 34 56 78", "06 66 66 66 66", "06 66 66 66 67", "01 23 45 67 80", "+32 475 12 34 50", "+32(0)475123450",
    "+32 (0) 475123450",
    "+32 12345", "+32 1234", "+32(0)12345", "+32(0)1234", "+321234567890123", "+3212345678901234",
    "+32(0)1234567890123",
    "+32(0)12345678901234", "+1 (514) 555-0142", "+7 495 123 45 60", "+1 514 555 014", "+1 514 555 01423",
    "+1 (0)514 555 0142", "+999 123456", "+259 12345678", "+21512345678", "+06 39 98 12 34",
    "+352 621 123 450", "+883 510 012 345", "+800 1234 5670", "+", "++33639981234", "06+39981234",
    "06 39 98 12 34 soir", "tél", "-", "()",
    "3230", "15", "１２３", "0639981234\u{0}", "06\u{200B}39981234", "06\u{AD}39981234", "0639981234,", 639_981_234, [],
    true,
    .some(.string(String(repeating: " ", count: 80))), .some(.string("0639981234" + String(repeating: " ", count: 50))),
    .some(.string("0639981234" + String(repeating: " ", count: 51))),
  ]

  private static let courriels: [JSONValue?] = [
    nil, .some(.null), "", "\n ", "a@exemple.fr", " a@exemple.fr\n", "A.B+c@Exemple.FR", "o'neil@exemple.fr",
    "a@b-c.exemple.fr", "a@x--y.fr",
    "a@école.fr", "a@пример.рф", "a@xn--cole-9oa.fr", "a@1.fr", "a@exemple.f1", "a@exemple.11", "a@exemple.1-a",
    "a@exemple.f", "a@exemple",
    "a@.fr", "a@exemple..fr", "a@-exemple.fr", "a@exemple-.fr", "a@exemple.fr-", "a@exemple.-fr", "a@exemple.fr.",
    "a@exemple.fr,", "@exemple.fr",
    ".a@exemple.fr", "a.@exemple.fr", "a..b@exemple.fr", "é@exemple.fr", "a b@exemple.fr", "a@exemple .fr",
    "a@b@exemple.fr", "mailto:a@exemple.fr",
    "<a@exemple.fr>", "Élodie <a@exemple.fr>", "\"a\"@exemple.fr", "a@[1.2.3.4]", "a@1.2.3.4", "a@exemple_1.fr",
    "a@exem\u{200B}ple.fr",
    "\u{FEFF}a@exemple.fr", "a@exemple.fr\u{A0}", "a\u{0}@exemple.fr", "a@ex\u{202E}emple.fr", "a@ex\u{A0}emple.fr",
    "a@exemple.fr;b@exemple.fr",
    .some(.string(String(repeating: "a", count: 64) + "@exemple.fr")),
    .some(.string(String(repeating: "a", count: 65) + "@exemple.fr")),
    .some(.string("a@" + String(repeating: "b", count: 63) + ".fr")),
    .some(.string("a@" + String(repeating: "b", count: 64) + ".fr")),
    .some(.string("a@" + String(repeating: "b.", count: 125) + "fr")),
    .some(.string("a@" + String(repeating: "b.", count: 126) + "fr")),
    .some(.string(String(repeating: " ", count: 300))), 1, [], [:], false,
  ]

  private static let codesPostaux: [JSONValue?] = [
    nil, .some(.null), "", "59160", "59 160", " 59160\n", "59\u{A0}160", "5916", "591600", "5 9160", "59-160", "Lomme",
    "LILLE CEDEX 9", "2A004",
    "５９１６０", "5\u{200B}9160", "59  160", "59160 Lomme", "Lo\u{0}mme", 59160, true, [],
  ]

  private static let communes: [JSONValue?] =
    lignes(100) + ["59160", "59 160", " 59160 ", "Lille", "5916", "59160 Lomme"]

  private static let codesInsee: [JSONValue?] = [
    nil, .some(.null), "", "59350", "2A004", "2b033", "97411", " 59350\n", "2C004", "A2004", "22A04", "5935", "593500",
    "59 350", "2\u{200B}A004", "2A04", 59350,
    [], .some(.string("59350" + String(repeating: " ", count: 15))),
    .some(.string("59350" + String(repeating: " ", count: 16))),
  ]

  private static let jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  private static let plages: [JSONValue?] = [
    nil, .some(.null), ["jour": "lundi", "de": "00:00", "a": "24:00"],
    ["jour": "mardi", "de": "08:00", "a": "18:30", "x": 1],
    ["jour": "mardi", "de": "8:00", "a": "18:00"], ["jour": "mardi", "de": "08:00"],
    ["jour": "", "de": "08:00", "a": "09:00"],
    ["jour": "mardi", "de": "08:00", "a": "25:00"], ["jour": "mardi", "de": "24:00", "a": "24:00"],
    ["jour": "mardi", "de": "08:60", "a": "10:00"],
    ["jour": "férié", "de": "08:00", "a": "10:00"], ["jour": "mardi", "de": "08:00 ", "a": "10:00"],
    ["jour": "mardi", "de": "08h00", "a": "10h00"],
    ["jour": "mardi", "de": 8, "a": 10], "lundi", [],
  ]

  private static let enfants: [JSONValue?] = [
    nil, .some(.null), ["naissance": "2026-03-01"], ["naissance": "2026-03-01", "naissancePrevue": nil],
    ["naissance": "2026-03-01", "naissancePrevue": ""],
    ["naissance": "2026-03-01", "naissancePrevue": "2027-01-01"],
    ["naissance": "2026-03-01", "naissancePrevue": "bientôt"],
    ["naissance": nil], ["naissance": " "], ["prenom": "Léo"], [:], "Léo", 1, [],
    ["adoptionPrevue": "2028-01-01", "âge": 2],
    ["prenom": 3, "naissance": "2026-03-01"],
  ]

  private static func repeated(_ value: JSONValue, _ count: Int) -> JSONValue {
    .array([JSONValue](repeating: value, count: count))
  }

  private static let champs: [(String, [JSONValue?])] = [
    ("/version", [1, 1, 1, 1.0, .some(.number("1e0")), 2, 0, "1", true, nil, .some(.null), 1.5, []]),
    (
      "/reference",
      [
        nil, .some(.null), "", "a", "A-Z_0.9/b", " a", "a b", "é", "a\n", "a:b", "a+b", 12, [],
        .some(.string(String(repeating: "r", count: 64))),
        .some(.string(String(repeating: "r", count: 65))),
      ]
    ),
    (
      "/deposeeLe",
      [
        nil, .some(.null), "", "2026-11-23T08:15:00Z", "2026-11-22t23:59:59.999999999z", "2026-11-23T08:15:00-03:00",
        "2026-11-23T08:15:60Z",
        "2026-11-23T08:15:61Z", "2026-11-23T24:00:00Z", "2026-11-23T08:60:00Z", "2026-11-23T08:15Z",
        "2026-11-23T08:15:00", "2026-11-23",
        "2026-11-23 08:15:00Z", "2026-11-31T08:15:00Z", "2026-11-23T08:15:00.Z", "2026-11-23T08:15:00,5Z",
        "2026-11-23T08:15:00+0100",
        "2026-11-23T08:15:00+24:00", "2026-11-23T08:15:00+01:60", "2026-11-23T08:15:00Z\n", " 2026-11-23T08:15:00Z",
        "hier", 1_795_420_800, [],
      ]
    ),
    ("/origine", codes(["monenfant.fr", "telephone", "guichet", "courrier", "partenaire"])),
    ("/demandeur", [nil, .some(.null), "Martin", [], [:], ["nom": "A"], ["nom": "A", "telephone": "0639981234"]]),
    ("/demandeur/civilite", codes(["MME", "M"])),
    ("/demandeur/nom", lignes(100)), ("/demandeur/prenom", lignes(100)), ("/demandeur/langue", lignes(40)),
    ("/demandeur/telephone", telephones), ("/demandeur/telephone", telephones), ("/demandeur/courriel", courriels),
    ("/demandeur/courriel", courriels),
    (
      "/demandeur/adresse",
      [
        nil, .some(.null), [:], "Lomme", [], ["voie": "1 rue X"], ["commune": "Lille"], ["codeInsee": "59350"],
        ["x": 1],
      ]
    ),
    ("/demandeur/adresse/voie", lignes(200)), ("/demandeur/adresse/commune", communes),
    ("/demandeur/adresse/codePostal", codesPostaux),
    ("/demandeur/adresse/codePostal", codesPostaux), ("/demandeur/adresse/codeInsee", codesInsee),
    ("/demandeur/rappel", [nil, .some(.null), [:], [], "soir", ["canal": "courriel"], ["creneaux": []]]),
    ("/demandeur/rappel/canal", codes(["telephone", "sms", "courriel", "ecritSeulement"])),
    (
      "/demandeur/rappel/creneaux",
      [
        nil, .some(.null), [], [:], [nil], [["jour": "lundi"], ["moment": "soir"]], repeated(["jour": "lundi"], 28),
        repeated(["jour": "lundi"], 29),
      ]
    ),
    ("/demandeur/rappel/creneaux/0/jour", codes(jours)),
    ("/demandeur/rappel/creneaux/0/moment", codes(["matin", "midi", "apresMidi", "soir"])),
    ("/demandeur/autreParent", [nil, .some(.null), [:], [], "Karim", ["nom": "Benali"], ["telephone": "0000000000"]]),
    ("/demandeur/autreParent/telephone", telephones), ("/demandeur/autreParent/courriel", courriels),
    ("/demandeur/autreParent/nom", lignes(100)),
    (
      "/enfants",
      [
        nil, .some(.null), [], [:], "Léo", repeated(["naissance": "2026-03-01"], 20),
        repeated(["naissance": "2026-03-01"], 21),
      ]
    ),
    ("/enfants/0", enfants), ("/enfants/1", enfants),
    ("/enfants/0/naissance", dates(["2026-03-01", "2024-02-29", "2026-11-23", "2015-12-31"])),
    ("/enfants/0/prenom", lignes(100)),
    ("/besoin", [nil, .some(.null), "garde", [], [:], ["debut": "2027-01-04"]]),
    (
      "/besoin/lieu",
      [
        nil, .some(.null), [:], [], "Lille", ["commune": "Lille"], ["voie": "1 rue X"],
        ["codePostal": "Lille", "commune": "59000"],
      ]
    ),
    ("/besoin/lieu/codePostal", codesPostaux), ("/besoin/lieu/codeInsee", codesInsee),
    ("/besoin/debut", dates(["2027-01-04", "2026-12-31", "2028-02-29"])),
    ("/besoin/fin", dates(["2029-12-31", "2032-02-29"])),
    ("/besoin/frequence", codes(["regulier", "occasionnel", "urgence"])),
    (
      "/besoin/modes",
      [
        nil, .some(.null), [], ["indifferent"], ["mam", "mam"], ["nounou"], ["", " "], [nil], [1], "mam",
        repeated("autre", 24), repeated("autre", 25),
        ["congeParental"],
        [
          "assistantMaternel", "mam", "crecheFamiliale", "microCreche", "halteGarderie", "jardinEnfants",
          "gardeADomicile", "gardePartagee", "ecoleMaternelle",
        ],
      ]
    ),
    ("/besoin/semaine", [nil, .some(.null), [], [:], "lundi"]), ("/besoin/semaine/0", plages),
    ("/besoin/horairesAtypiques", [nil, .some(.null), true, false, "oui", 1, 0, ""]),
    ("/besoin/besoinSpecifique", [nil, .some(.null), true, "false", []]),
    ("/besoin/insertionProfessionnelle", [nil, true, .some(.null), [:]]),
    (
      "/message",
      [
        nil, .some(.null), "", "Merci.\nBonne journée.", "a\u{0}b", "\u{202E}", 1, [],
        .some(.string(String(repeating: "é", count: 10_000))),
        .some(.string(String(repeating: "é", count: 10_001))),
      ]
    ),
    ("/couleur", ["bleu"]), ("/demandeur/x", [nil, 1]), ("/besoin/semaine/0/x", [1]), ("/enfants/0/x", [[]]),
  ]
}
