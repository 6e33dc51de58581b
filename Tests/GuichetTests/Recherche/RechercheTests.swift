import Guichet
import Testing

@Suite("Looking for a family")
struct RechercheTests {
  private static func formulaire(_ nom: String?, _ prenom: String?, _ autre: AutreParent? = nil) -> Formulaire {
    Formulaire(reference: "MEF-1", demandeur: Demandeur(nom: nom, prenom: prenom, autreParent: autre))
  }

  private static let forms: [(String?, String?, [String])] = [
    ("Martin", "Élodie", ["MARTIN ELODIE"]),
    ("De Smet", "Jean-Pierre", ["DESMET JEANPIERRE", "SMET JEANPIERRE"]), ("D’Hondt", nil, ["DHONDT", "HONDT"]),
    ("Lefèvre-Œuvrard", "Zoé", ["LEFEVREOEUVRARD ZOE", "OEUVRARD ZOE"]), (nil, "Élodie", []), ("…", "Élodie", []),
    ("de La Tour d’Auvergne", "Ève", ["DELATOURDAUVERGNE EVE", "TOURAUVERGNE EVE", "AUVERGNE EVE"]),
    ("Ben Ali", nil, ["BENALI", "ALI"]), ("De La", nil, ["DELA"]), ("Nguyễn", "Thị Hồng", ["NGUYEN THIHONG"]),
    ("Nguye\u{302}\u{303}n", "Ðức", ["NGUYEN DUC"]), ("Ștefănescu", "Țară", ["STEFANESCU TARA"]),
    ("Ơn", "Ưu", ["ON UU"]), ("Ǎǒǜ", nil, ["AOU"]), ("Großmann", "ẞ", ["GROSSMANN SS"]),
    ("Иванова", "Анна", ["ИВАНОВА АННА"]), ("بن محمد", "عَلِي", ["بنمحمد علي", "محمد علي"]),
    ("王", "小明", ["王 小明"]), ("Mar\u{200B}tin", nil, ["MARTIN"]),
  ]

  @Test("folds accents, case, hyphens and particles", arguments: forms)
  func folds(nom: String?, prenom: String?, mots: [String]) {
    #expect(MotsDeNom.mots(of: Self.formulaire(nom, prenom)) == mots)
  }

  @Test("goes by the other parent's name too, once where it is the same")
  func otherParent() {
    let other = AutreParent(nom: "Dupont", prenom: "Ali")
    #expect(MotsDeNom.mots(of: Self.formulaire("Martin", "Zoé", other)) == ["MARTIN ZOE", "DUPONT ALI"])
    #expect(MotsDeNom.mots(of: Self.formulaire("Martin", "Zoé", AutreParent(nom: "MARTIN", prenom: "zoe"))).count == 1)
  }

  @Test("takes words in every order, and a name's words apart or together")
  func orders() throws {
    func noms(_ text: String) throws -> [String] { try Recherche(text).noms.map { "\($0.nom)/\($0.prenom)" } }
    #expect(try noms(" martin ") == ["MARTIN/"])
    #expect(try noms("élodie Martin") == ["ELODIEMARTIN/", "ELODIE/MARTIN", "MARTIN/ELODIE"])
    let three = try noms("jean de smet")
    for expected in ["DESMET/JEAN", "SMET/JEAN", "JEAN/DESMET", "JEANDESMET/"] { #expect(three.contains(expected)) }
  }

  @Test("knows a phone in any form, an e-mail whatever its case, and our own references without capitals")
  func keys() throws {
    let phone = CleDoublon(.telephone, ["+33639981234"])
    for typed in ["06 39 98 12 34", "+33 6 39 98 12 34", "0033639981234", "06.39.98.12.34"] {
      #expect(try Recherche(typed).cles == [phone], "\(typed)")
    }
    #expect(try Recherche("33 6 39 98 12 34").cles == [phone] && Recherche("33639981234").cles == [phone])
    #expect(try Recherche("Elodie@Exemple.fr").cles == [CleDoublon(.courriel, ["elodie@exemple.fr"])])
    #expect(try Recherche("gu-20261125-7K3Q").references == ["gu-20261125-7K3Q", "GU-20261125-7K3Q"])
  }

  @Test("takes a numero whole, or its rank in the current year, and a name of one sign where signs are words")
  func numeros() throws {
    let numero = try #require(Numero(annee: 2026, rang: 1))
    for typed in ["2026-000001", "2026-1", " 1 "] {
      #expect(try Recherche(typed, annee: 2026).numero == numero, "\(typed)")
    }
    #expect(try Recherche("1").numero != numero)
    #expect(try Recherche("Martin", annee: 2026).numero == nil)
    #expect(try Recherche("王").noms.map(\.nom) == ["王"])
    #expect(try Recherche("de m").noms.map(\.nom) == ["DEM", "DE", "M"])
  }

  @Test(
    "asks for more where it would find half the town, or nothing",
    arguments: [
      ("", .vide), (" \n", .vide), ("m", .tropCourt), ("é", .tropCourt),
      (String(repeating: "a", count: 201), .tropLong),
    ] as [(String, Recherche.Faute)])
  func refused(typed: String, faute: Recherche.Faute) {
    #expect(throws: faute) { try Recherche(typed) }
  }
}
