import Guichet
import GuichetTestSupport
import Testing

@Suite("Official changes of communes")
struct MouvementsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    /// The commune where it leads, the candidates between which nothing tells, or the reason why there is none.
    let leads: String
    let mouvements: [String]

    init(_ name: String, _ code: String, _ leads: String, _ mouvements: String...) {
      (testDescription, self.code, self.leads, self.mouvements) = (name, code, leads, mouvements)
    }
  }

  private static func leads(_ code: String, in petit: PetitReferentiel) throws -> String {
    let decision = Routeur(referentiel: try petit.charge()).oriente(codeInsee: code)
    if let commune = decision.codeInsee { return commune }
    return decision.candidats.isEmpty
      ? decision.raison?.rawValue ?? "" : decision.candidats.map(\.codeInsee).joined(separator: " ")
  }

  @Test(
    "T8: a code that was goes to the commune that has its territory today, or says why not",
    arguments: [
      Case("a merger", "59900", "59512", "31 1973-01-01 COM59900 COM59512", "31 1973-01-01 COM59512 COM59512"),
      Case(
        "a merger of a merger", "59900", "59512", "31 1973-01-01 COM59900 COM59901", "31 1980-01-01 COM59901 COM59512"),
      Case(
        "a renaming, then a merger", "59900", "59512", "10 1960-01-01 COM59900 COM59900",
        "31 1973-01-01 COM59900 COM59512"),
      Case(
        "another département, twice", "78900", "59512", "41 1968-01-01 COM78900 COM91900",
        "41 1990-01-01 COM91900 COM59512"),
      Case("another département, outside ours", "59900", "62041", "41 1968-01-01 COM59900 COM62041"),
      Case(
        "an association, then a full merger", "59900", "59512", "33 1972-01-01 COM59900 COM59512",
        "33 1972-01-01 COM59900 COMA59900", "34 2000-01-01 COMA59900 COM59512"),
      Case(
        "a commune nouvelle, then no delegated commune", "59900", "59512", "32 2016-01-01 COM59900 COM59512",
        "32 2016-01-01 COM59900 COMD59900", "35 2020-01-01 COMD59900 COM59512"),
      Case(
        "a delegated commune of today", "59070", "59006", "32 2026-01-01 COM59070 COM59006",
        "32 2026-01-01 COM59070 COMD59070"),
      Case(
        "one that became a delegated commune with its commune", "59900", "59260", "31 1970-01-01 COM59900 COM59404",
        "32 2016-01-01 COM59404 COM59260", "32 2016-01-01 COM59404 COMD59404"),
      Case(
        "a re-establishment of itself", "59512", "59512", "31 1973-01-01 COM59512 COM59350",
        "21 1980-01-01 COM59350 COM59350", "21 1980-01-01 COM59350 COM59512"),
      Case(
        "a re-establishment of the one it had merged through", "59900", "59512", "31 1960-01-01 COM59900 COM59512",
        "31 1973-01-01 COM59512 COM59350", "21 1980-01-01 COM59350 COM59350", "21 1980-01-01 COM59350 COM59512"),
      Case(
        "a re-establishment of that one from an association", "59900", "59512", "31 1960-01-01 COM59900 COM59512",
        "33 1973-01-01 COM59512 COM59350", "33 1973-01-01 COM59512 COMA59512", "21 1980-01-01 COMA59512 COM59512"),
      Case(
        "a re-establishment of another", "59900", "59350", "31 1970-01-01 COM59900 COM59350",
        "21 1980-01-01 COM59350 COM59350", "21 1980-01-01 COM59350 COM59512"),
      Case(
        "a new commune made out of a part of the one it is in", "59900", "59350", "31 1960-01-01 COM59900 COM59350",
        "20 1970-01-01 COM59350 COM59350", "20 1970-01-01 COM59350 COM59346"),
      Case(
        "a territory shared out", "59900", "59350 59512", "30 1950-01-01 COM59900 COM59512",
        "30 1950-01-01 COM59900 COM59350"),
      Case(
        "a territory shared out and joined again", "59900", "59512", "30 1950-01-01 COM59900 COM59901",
        "30 1950-01-01 COM59900 COM59902", "31 1960-01-01 COM59901 COM59512", "31 1961-01-01 COM59902 COM59512"),
      Case("a suppression", "59900", "communeInconnue", "30 2007-02-23 COM59900 -"),
      Case("a successor that the file lacks", "59900", "communeInconnue", "31 1973-01-01 COM59900 COM59901"),
      Case("a merger of later years", "59512", "59512", "31 2030-01-01 COM59512 COM59998"),
      Case(
        "a merger of later years of the one it is in", "59900", "59512", "31 1973-01-01 COM59900 COM59512",
        "31 2030-01-01 COM59512 COM59998"),
      Case(
        "a later merger into a commune of today", "59900", "59512", "31 1973-01-01 COM59900 COM59512",
        "31 2030-01-01 COM59512 COM59350"),
      Case(
        "two events on one day", "14900", "59512", "32 2018-01-01 COM59900 COM59512", "41 2018-01-01 COM14900 COM59900"),
      Case(
        "codes that were exchanged and given back", "59901", "59512", "50 2000-01-01 COM59900 COM59901",
        "50 2010-01-01 COM59901 COM59900", "31 2020-01-01 COM59900 COM59512"),
      Case(
        "its last existence, not an earlier one", "59900", "59512", "31 1950-01-01 COM59900 COM59346",
        "21 1960-01-01 COM59346 COM59346", "21 1960-01-01 COM59346 COM59900", "31 1970-01-01 COM59900 COM59512"),
      Case(
        "two that merge into each other", "59900", "communeInconnue", "31 1970-01-01 COM59900 COM59901",
        "31 1970-01-01 COM59901 COM59900"),
    ])
  func devenir(test: Case) throws {
    #expect(try Self.leads(test.code, in: PetitReferentiel(mouvements: test.mouvements)) == test.leads)
    let reversed = PetitReferentiel(mouvements: test.mouvements.reversed())
    #expect(try Self.leads(test.code, in: reversed) == test.leads, "whatever the order of the lines")
  }

  @Test("any history ends, and leads to nothing but communes of today", arguments: 0..<40)
  func anyHistory(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(3000 + seed))
    let codes = (0..<12).map { "599\($0 + 10)" } + ["59512", "59346", "59350", "62041"]
    let mouvements = (0..<60).map { _ in
      let kind = ["20", "21", "30", "31", "32", "33", "41", "50"].randomElement(using: &generator) ?? "31"
      let state = { (generator: inout SeededGenerator) in
        (["COM", "COM", "COMD"].randomElement(using: &generator) ?? "") + (codes.randomElement(using: &generator) ?? "")
      }
      let day = "19\(Int.random(in: 60..<70, using: &generator))-01-01"
      return "\(kind) \(day) \(state(&generator)) \(state(&generator))"
    }
    let referentiel = try PetitReferentiel(mouvements: mouvements).charge()
    let routeur = Routeur(referentiel: referentiel)
    let current: Set = ["59512", "59346", "59350", "62041"]
    for code in codes {
      let decision = routeur.oriente(codeInsee: code)
      let named = decision.candidats.map(\.codeInsee) + [decision.codeInsee].compactMap(\.self)
      #expect(current.isSuperset(of: named), "\(code): \(decision.explication)")
      #expect(!named.isEmpty || decision.explication.contains { $0.contains(code) } || decision.linf != nil)
      if let commune = decision.codeInsee { #expect(referentiel.codes(ofCommune: commune).contains(code)) }
    }
  }

  // MARK: Names and filters

  static let histoire = PetitReferentiel(mouvements: [
    "10 1998-06-01 COM59512 COM59512 Roubaix-les-Filatures", "31 1973-01-01 COM59900 COM59512 La Vieille-Place",
    "33 1977-02-22 COM59355 COM59350 Lomme", "33 1977-02-22 COM59355 COMA59355 Lomme",
    "31 1960-01-01 COM59901 COM59355 Petit-Lomme", "41 1968-01-01 COM62900 COM59434 Nivelle",
    "30 1950-01-01 COM59902 COM59346 Entre-Deux", "30 1950-01-01 COM59902 COM59350 Entre-Deux",
    "30 1950-01-01 COM59903 COM59346 Mi-Chemin", "30 1950-01-01 COM59903 COM59512 Mi-Chemin",
    "30 2007-02-23 COM59904 - L'Île Perdue", "30 2007-02-23 COM59530 - L'Autre Île",
    "31 1973-01-01 COM62901 COM62041 Vieil-Arras",
    "31 1971-01-01 COM59905 COM59512 Lille", "33 1973-01-01 COM59906 COM59512 Les Prés",
    "33 1973-01-01 COM59906 COMA59906 Les Prés", "34 2006-01-01 COMA59906 COM59512 Les Prés",
    "32 2019-01-01 COM59907 COM59183 Les Dunes", "32 2019-01-01 COM59907 COMD59907 Les Dunes",
    "35 2019-01-01 COMD59907 COM59183 Les Dunes",
  ])

  @Test(
    "T24: a former code keeps its name, and a commune knows all codes that were ever its own",
    arguments: [
      ("59900", "La Vieille-Place", ["59512", "59900", "59905", "59906"]),
      ("59512", "Roubaix", ["59512", "59900", "59905", "59906"]),
      ("62900", "Nivelle", ["59434", "62900"]), ("59350", "Lille", ["59350", "59298", "59355", "59901"]),
      ("59355", "Lomme (Lille)", ["59350", "59298", "59355", "59901"]), ("59904", "L'Île Perdue", ["59904"]),
      ("59902", "Entre-Deux", ["59902"]), ("75101", "Paris 1er Arrondissement", ["75101"]),
      ("75056", "Paris", ["75056", "75101"]), ("99999", nil, ["99999"]), ("x", nil, ["x"]),
    ] as [(String, String?, [String])])
  func codes(code: String, nom: String?, codes: [String]) throws {
    let referentiel = try Self.histoire.charge()
    #expect(referentiel.nom(ofCommune: code) == nom)
    #expect(referentiel.codes(ofCommune: code) == codes)
  }

  struct Place: CustomTestStringConvertible, Sendable {
    let codePostal: String?
    let nom: String?
    let codeInsee: String?
    let goes: String
    let says: String

    init(_ codePostal: String?, _ nom: String?, _ codeInsee: String?, _ goes: String, _ says: String) {
      (self.codePostal, self.nom, self.codeInsee, self.goes, self.says) = (codePostal, nom, codeInsee, goes, says)
    }

    var testDescription: String { [codePostal, nom, codeInsee].map { $0 ?? "" }.joined(separator: ";") }
  }

  @Test(
    "T8: a former name or code is understood, and the explanation says what happened",
    arguments: [
      Place(
        "59100", "la vieille place", nil, "59512",
        "Le code postal 59100 et l’ancien nom « la vieille place » désignent Roubaix (59512) (59900, fusion du 01/01/1973)."
      ),
      Place(
        "59100", "Vieille Place", nil, "59512", "l’ancien nom « Vieille Place » désignent Roubaix (59512)"),
      Place(
        nil, "Roubaix les Filatures", nil, "59512",
        "Dans le département, « Roubaix les Filatures » n’est plus qu’un ancien nom, celui de Roubaix (59512) (changement "
          + "de nom du 01/06/1998)."),
      Place("59160", "Petit-Lomme", nil, "59350", "Lomme, commune associée à Lille (59350)"),
      Place(
        nil, nil, "59900", "59512",
        "Le code INSEE 59900 était celui de La Vieille-Place, aujourd’hui Roubaix (59512) (fusion du 01/01/1973)."),
      Place(
        nil, nil, "62900", "59434",
        "Le code INSEE 62900 était celui de Nivelle, aujourd’hui Nivelle (59434) (changement de département du 01/01/1968)."
      ),
      Place(
        nil, nil, "59906", "59512",
        "aujourd’hui Roubaix (59512) (fusion-association du 01/01/1973, puis fusion complète d’une commune associée du "
          + "01/01/2006)."),
      Place(
        nil, nil, "59907", "59183",
        "(création d’une commune nouvelle du 01/01/2019, puis suppression d’une commune déléguée du 01/01/2019)."),
      Place("59100", "La Vieille-Place", "59900", "59512", "aujourd’hui Roubaix"),
      Place("59230", nil, "59900", "59512", "Le code postal 59230 n’est pas de Roubaix (59512)"),
      Place("59800", nil, "59900", "communeAmbigue 59350 59512", "il faut choisir"),
      Place(nil, nil, "62901", "62041", "aujourd’hui Arras (62041)"),
      // The rest of the place plainly names another commune.
      Place("59000", "Lille", "59900", "communeAmbigue 59350 59512", "il faut choisir"),
      // Several communes, between which the rest decides or not.
      Place(
        nil, nil, "59902", "communeAmbigue 59346 59350",
        "Le code INSEE 59902 était celui de Entre-Deux, partagé entre plusieurs communes (suppression du 01/01/1950) : "
          + "Lezennes (59346) et Lille (59350)."),
      Place("59260", "Lezennes", "59902", "59346", "qu’avec Lezennes (59346)"),
      Place("59000", nil, "59902", "59350", "qu’avec Lille (59350)"),
      Place("59260", nil, "59902", "communeAmbigue 59346 59350", "partagé"),
      Place("59260", "Entre-Deux", "59902", "communeAmbigue 59346 59350", "partagé"),
      Place(nil, "Entre-Deux", nil, "communeAmbigue 59346 59350", "peut désigner"),
      Place("59100", "Roubaix", "59902", "communeAmbigue 59346 59350 59512", "il faut choisir"),
      Place(nil, nil, "59903", "rpe-zone", "relèvent de Relais de la Zone"),
      // One that leads nowhere is ignored, as an unknown one.
      Place(
        "59100", "Roubaix", "59904", "59512",
        "Le code INSEE 59904 était celui de L'Île Perdue (suppression du 23/02/2007) et ne mène à aucune commune"),
      // A former part of a commune, under the postal code of another part.
      Place("59800", "Petit-Lomme", nil, "59350", "l’ancien nom « Petit-Lomme » désignent Lille (59350)"),
      Place(nil, nil, "59530", "communeInconnue ", "celui de L'Autre Île (suppression"),
      Place(nil, "Le Quesnoy", "59530", "59481", "a été lu comme un code postal"),
      // What is a name today comes first; former names are known exactly or not at all.
      Place(nil, "Lille", nil, "59350", "ne désigne que Lille (59350)"),
      Place("59100", "Lille", nil, "59512", "l’ancien nom « Lille »"),
      Place("59100", "Vieille Plasse", nil, "communeInconnue 59512", "n’est pas un nom connu"),
      Place(
        "59140", "La Vieille-Place", nil, "communeAmbigue 59183 59512", "n’est pas un nom connu sous le code postal"),
      Place(nil, "Vieil-Arras", nil, "communeInconnue ", "d’aucune commune"),
    ])
  func explained(test: Place) throws {
    let decision = Routeur(referentiel: try Self.histoire.charge()).oriente(
      test.codePostal, test.nom, codeInsee: test.codeInsee)
    let reason = (decision.raison?.rawValue ?? "") + " " + decision.candidats.map(\.codeInsee).joined(separator: " ")
    #expect((decision.codeInsee ?? decision.linf ?? reason) == test.goes)
    #expect(decision.explication.contains { $0.contains(test.says) }, "\(decision.explication)")
  }

  @Test("T8: a family that went with its commune to another département is sent to that one's Caf")
  func otherDepartement() throws {
    let decision = Routeur(referentiel: try Self.histoire.charge()).oriente(codeInsee: "62901")
    #expect(decision.raison == .horsDepartement)
    #expect(decision.departement == "62")
  }
}
