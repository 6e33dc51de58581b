import Guichet
import StrictJSON
import Testing

@Suite("Routing")
struct RoutageTests {
  static let referentiel = Result { try PetitReferentiel().charge() }

  let routeur: Routeur

  init() throws {
    routeur = Routeur(referentiel: try Self.referentiel.get())
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let place: [String?]
    let goes: String
    let codeInsee: String?
    let marques: [Marque]

    /// - Parameters:
    ///   - place: `voie;codePostal;commune;codeInsee`.
    ///   - goes: the LINF, or the reason why there is none.
    init(_ place: String, _ goes: String, _ codeInsee: String?, _ marques: [Marque] = []) {
      self.place = place.split(separator: ";", omittingEmptySubsequences: false).map { $0.isEmpty ? nil : String($0) }
      (self.goes, self.codeInsee, self.marques) = (goes, codeInsee, marques)
    }

    var testDescription: String { place.map { $0 ?? "" }.joined(separator: ";") }
  }

  private func check(_ test: Case) {
    let decision = routeur.oriente(voie: test.place[0], test.place[1], test.place[2], codeInsee: test.place[3])
    #expect((decision.linf ?? decision.raison?.rawValue) == test.goes, "\(decision.explication)")
    #expect(decision.codeInsee == test.codeInsee)
    #expect(decision.marques == test.marques)
    #expect(!decision.etapes.isEmpty)
  }

  @Test(
    "T10: finds the commune by postal code and name, however it is written",
    arguments: [
      Case(";59700;Marcq-en-Barœul;", "rpe-zone", "59378"), Case(";59700;MARCQ EN BAROEUL;", "rpe-zone", "59378"),
      Case(";59700;marcq en baroeul;", "rpe-zone", "59378"),
      Case(";59700;Marcq-en-Baroe\u{300}ul;", "rpe-zone", "59378"),
      Case(";59230;St Amand les Eaux;", "rpe-amandinois", "59526"),
      Case(";59230;ST-AMAND-LEZ-EAUX;", "rpe-amandinois", "59526"),
      Case(";59 230;Saint Amand les Eaux;", "rpe-amandinois", "59526"),
      Case(";F-59230;NIVELLE;", "rpe-amandinois", "59434"),
      Case(";59530;Quesnoy;", "rpe-zone", "59481"), Case(";59530;Quesnoy (Le);", "rpe-zone", "59481"),
      Case(";59570;L’Orée de Mormal;", "rpe-zone", "59006"), Case(";59570;Orée de Mormal;", "rpe-zone", "59006"),
      Case(";59240;Malo-les-Bains;", "rpe-dunkerque", "59183"),
      Case(";59430;Saint-Pol-sur-Mer;", "rpe-dunkerque", "59183"),
      Case(";59430;St Pol s/ Mer;", "rpe-dunkerque", "59183"), Case(";59100;ROUBAIX CEDEX 1;", "rpe-zone", "59512"),
      Case(";59100;Roubaix (59);", "rpe-zone", "59512"), Case(";59100;Roubaix Nord;", "rpe-zone", "59512"),
      Case(";59100;Roubaix, France;", "rpe-zone", "59512"), Case(";;59100 Roubaix;", "rpe-zone", "59512"),
      Case(";59100;59100 Roubaix;", "rpe-zone", "59512"), Case(";59100 Roubaix;;", "rpe-zone", "59512"),
      Case(";59122;Les Moëres;", "rpe-zone", "59260"),
    ])
  func names(test: Case) { check(test) }

  @Test(
    "T9: tells communes of one postal code apart, and a postal code from a code INSEE",
    arguments: [
      Case(";59160;Lomme;", "rpe-lomme", "59350"), Case(";59160;Lille;", "rpe-lomme", "59350"),
      Case(";59160;Capinghem;", "rpe-lomme", "59128"), Case(";59260;Lezennes;", "rpe-zone", "59346"),
      Case(";59260;Hellemmes-Lille;", "rpe-centre", "59350"),
      // 59260 is the code INSEE of Ghyvelde, and here a postal code in the wrong field.
      Case(";59260;Lezennes;59260", "rpe-zone", "59346"), Case(";;Lezennes;59260", "rpe-zone", "59346", [.aVerifier]),
      // A name that is not the coded commune's, where the code is a postal code too: nothing tells which it is.
      Case(";59000;Lezennes;59260", "rpe-zone", nil, [.communeAPreciser]),
      Case(";;Zorglub;59260", "communeAmbigue", nil),
      Case(";59254;Zorglub;59260", "rpe-zone", "59260", [.aVerifier]),
      Case(";;Zorglub;59512", "rpe-zone", "59512", [.aVerifier]), Case(";;Roubaix;59512", "rpe-zone", "59512"),
      Case(";;;59260", "rpe-zone", "59260"), Case(";59254;Ghyvelde;59260", "rpe-zone", "59260"),
      Case(";59154;;59154", "rpe-zone", "59160"),
      // Postal codes that are no code INSEE at all.
      Case(";;;59800", "rpe-sud", "59350", [.aVerifier]), Case(";;Roubaix;59100", "rpe-zone", "59512", [.aVerifier]),
    ])
  func postalOrInsee(test: Case) { check(test) }

  @Test(
    "T9: takes the code INSEE before all else, unless the rest plainly names another commune",
    arguments: [
      Case(";;;59512", "rpe-zone", "59512"), Case(";59100;Lille;59512", "rpe-zone", "59512"),
      Case(";59100;Zorglub;59512", "rpe-zone", "59512", [.aVerifier]),
      Case(";59000;Lille;59512", "communeAmbigue", nil),
      Case(";;Lille;59512", "communeAmbigue", nil), Case(";59230;;59526", "rpe-amandinois", "59526"),
      Case(";59999;Roubaix;59512", "rpe-zone", "59512"),
      Case(";59100;Roubaix;99999", "rpe-zone", "59512", [.aVerifier]),
      Case(";59100;Roubaix;59", "rpe-zone", "59512", [.aVerifier]),
      // Delegated and associated communes, and the postal code that they imply.
      Case(";;;59355", "rpe-lomme", "59350"), Case(";;;59070", "rpe-zone", "59006"),
      Case(";;;59540", "rpe-dunkerque", "59183"),
      Case(";59160;Lille;59355", "rpe-lomme", "59350"), Case(";59000;Lille;59355", "lieuImprecis", "59350"),
      Case(";59160;Lille;59350", "rpe-lomme", "59350"),
    ])
  func codeInsee(test: Case) { check(test) }

  @Test(
    "T10: puts swapped fields right, and takes names of CEDEX and sides of a town",
    arguments: [
      Case(";Lomme;59160;", "rpe-lomme", "59350", [.aVerifier]),
      Case(";Roubaix;59100;", "rpe-zone", "59512", [.aVerifier]),
      Case(";59033;LILLE CEDEX 9;", "lieuImprecis", "59350"), Case(";59057;ROUBAIX CEDEX 1;", "rpe-zone", "59512"),
      Case(";59800;Lille Nord;", "rpe-sud", "59350"), Case(";59800;Lille Sud;", "rpe-sud", "59350", [.aVerifier]),
      Case(";62008;ARRAS CEDEX;", "horsDepartement", nil), Case(";59999;Roubaix;", "rpe-zone", "59512", [.aVerifier]),
      Case(";Roubaix;;", "rpe-zone", "59512", [.aVerifier]), Case(";5910;Roubaix;", "rpe-zone", "59512", [.aVerifier]),
    ])
  func mistakes(test: Case) { check(test) }

  @Test(
    "takes a name one or two letters off inside its postal code only, as the single candidate",
    arguments: [
      Case(";59100;Roubais;", "rpe-zone", "59512", [.aVerifier]), Case(";59100;Rbaxi;", "communeInconnue", nil),
      Case(";59100;Ruobaix;", "rpe-zone", "59512", [.aVerifier]), Case(";;Roubais;", "communeInconnue", nil),
      Case(";59999;Roubais;", "communeInconnue", nil, [.aVerifier]),
      Case(";59260;Hellemmes;", "rpe-centre", "59350", [.aVerifier]),
      Case(";59570;St Wast;", "sansLinf", "59548", [.aVerifier]),
    ])
  func nearNames(test: Case) { check(test) }

  @Test(
    "T9: never guesses between several communes; a LINF common to all takes the demande",
    arguments: [
      Case(";59230;;", "rpe-amandinois", nil, [.communeAPreciser]),
      Case(";59160;;", "rpe-lomme", nil, [.communeAPreciser]),
      Case(";59260;;", "communeAmbigue", nil), Case(";59570;;", "communeAmbigue", nil),
      Case(";59100;Lille;", "communeAmbigue", nil),
      Case(";97500;Saint-Pierre et Miquelon;", "horsDepartement", nil), Case(";59100;;", "rpe-zone", "59512"),
      Case(";;Roubaix;", "rpe-zone", "59512"), Case(";;Zorglub;", "communeInconnue", nil),
      Case(";59100;Zorglub;", "communeInconnue", nil),
      Case(";99999;;", "communeInconnue", nil), Case(";;;", "communeInconnue", nil),
    ])
  func ambiguous(test: Case) { check(test) }

  @Test("names the candidates of an ambiguous place, in their order")
  func candidates() {
    let decision = routeur.oriente("59260")
    #expect(
      decision.candidats == [
        CommuneCandidate(codeInsee: "59346", nom: "Lezennes", linf: "rpe-zone"),
        CommuneCandidate(codeInsee: "59350", nom: "Hellemmes-Lille (Lille)", linf: "rpe-centre"),
      ])
    #expect(routeur.oriente("59000", "Lille", codeInsee: "59512").candidats.map(\.codeInsee) == ["59350", "59512"])
    #expect(routeur.oriente("59100", "Zorglub").candidats.map(\.codeInsee) == ["59512"])
  }

  @Test(
    "sends a family of another département to its own Caf",
    arguments: [
      ("62000", "Arras", "62041", "62"), ("20000", "Ajaccio", "2A004", "2A"), ("97400", "Saint-Denis", "97411", "974"),
      ("75001", "Paris", "75101", "75"), ("75001", "Paris 1er", "75101", "75"),
      ("75001", "Paris 1er arrondissement", "75101", "75"), ("75001", "PARIS 01", "75101", "75"),
      ("62000", "Zorglub", nil, "62"), ("05110", "Claret", "04066", "04"), ("05110", nil, nil, nil),
    ])
  func elsewhere(codePostal: String, commune: String?, codeInsee: String?, departement: String?) {
    let decision = routeur.oriente(codePostal, commune)
    #expect(decision.raison == .horsDepartement)
    #expect(decision.codeInsee == codeInsee)
    #expect(decision.departement == departement)
  }

  @Test("T9: one postal code over two départements is ambiguous for either")
  func straddling() throws {
    var petit = PetitReferentiel()
    petit.departement = "05"
    let ours = Routeur(referentiel: try petit.charge())
    #expect(ours.oriente("05110").raison == .communeAmbigue)
    #expect(ours.oriente("05110").candidats.map(\.codeInsee) == ["04066", "05162"])
    #expect(ours.oriente("05110", "Claret").departement == "04")
    #expect(ours.oriente("05110", "La Saulce").raison == .sansLinf)
  }

  // MARK: LINF

  @Test(
    "T1: one street given to another LINF takes that street only",
    arguments: [
      Case("10 boulevard Vauban;59000;Lille;", "rpe-sud", "59350"),
      Case("10bis Bd. Vauban;59000;Lille;", "rpe-sud", "59350"),
      Case("Résidence Iris, 10 bd Vauban, appt 4;59000;Lille;", "rpe-sud", "59350"),
      Case("12 rue Nationale;59000;Lille;", "rpe-centre", "59350"),
      Case("10 rue Vauban;59000;Lille;", "rpe-centre", "59350"),
      Case("10 boulevard Vauban;59260;Lille;", "rpe-centre", "59350"),
      Case("10 boulevard Vauban;59160;Lomme;", "rpe-lomme", "59350"),
      Case("10 boulevard Vaubna;59000;Lille;", "rpe-centre", "59350", [.voieNonReconnue]),
      Case("Résidence;59000;Lille;", "rpe-centre", "59350", [.voieNonReconnue]),
      Case(";59000;Lille;", "rpe-centre", "59350", [.voieNonReconnue]),
      Case("10 boulevard Vauban;;Lille;", "lieuImprecis", "59350"),
      Case("12 rue Nationale;;Lille;", "lieuImprecis", "59350"),
    ])
  func streets(test: Case) { check(test) }

  @Test("T9: two streets of one name in a commune are told apart by their postal code")
  func twoStreets() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-lomme;59350;59260;boulevard Vauban;;", to: "rattachements.csv")
    let routeur = Routeur(referentiel: try petit.charge())
    #expect(routeur.oriente(voie: "1 bd Vauban", "59000", "Lille").linf == "rpe-sud")
    #expect(routeur.oriente(voie: "1 bd Vauban", "59260", "Lille").linf == "rpe-lomme")
    #expect(routeur.oriente(voie: "1 bd Vauban", nil, "Lille").raison == .lieuImprecis)
  }

  @Test(
    "knows numbers and sides of a street",
    arguments: [
      ("2 rue Nationale", "rpe-lomme", false), ("50 ter, r. Nationale", "rpe-lomme", false),
      ("52 rue Nationale", "rpe-centre", false),
      ("3 rue Nationale", "rpe-sud", false), ("rue Nationale", "rpe-centre", true),
      ("2, rue Nationale", "rpe-lomme", false),
      ("La Grand’Cour", "rpe-zone", false), ("4 la grand cour", "rpe-zone", false),
    ])
  func numbers(voie: String, linf: String, marked: Bool) throws {
    var petit = PetitReferentiel()
    petit.replace(
      "linf;codeInsee;codePostal;voie;du;au", by: "linf;codeInsee;codePostal;voie;du;au;numeroDe;numeroA;cote",
      in: "rattachements.csv")
    petit.replace("rpe-sud;59350;59000;boulevard Vauban;2025-01-01;\n", by: "", in: "rattachements.csv")
    petit.add("rpe-lomme;59350;;rue Nationale;;;2;50;pair", to: "rattachements.csv")
    petit.add("rpe-sud;59350;;rue Nationale;;;;;impair", to: "rattachements.csv")
    petit.add("rpe-zone;59350;;La Grand Cour;;;;;", to: "rattachements.csv")
    let decision = Routeur(referentiel: try petit.charge()).oriente(voie: voie, "59000", "Lille")
    #expect(decision.linf == linf)
    #expect(decision.marques.contains(.voieNonReconnue) == marked)
  }

  @Test(
    "knows associated communes by code, by name and by a postal code of their own",
    arguments: [
      (nil, "Lomme", nil, "rpe-sud"), ("59160", "Lille", nil, "rpe-sud"), (nil, nil, "59355", "rpe-sud"),
      ("59000", "Lille", nil, "rpe-centre"), (nil, "Lille", nil, nil), ("59430", "Saint-Pol-sur-Mer", nil, "rpe-lomme"),
      ("59430", "Fort-Mardyck", nil, "rpe-dunkerque"), ("59430", "Dunkerque", nil, nil),
      ("59140", "Dunkerque", nil, "rpe-dunkerque"),
    ] as [(String?, String?, String?, String?)])
  func associated(codePostal: String?, commune: String?, codeInsee: String?, linf: String?) throws {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] = """
      linf;codeInsee;du;au
      rpe-centre;59350;;
      rpe-sud;59355;;
      rpe-dunkerque;59183;;
      rpe-lomme;59540;;

      """
    let decision = Routeur(referentiel: try petit.charge()).oriente(
      voie: "1 rue X", codePostal, commune, codeInsee: codeInsee)
    #expect(decision.linf == linf)
    #expect(decision.raison == (linf == nil ? .lieuImprecis : nil))
  }

  @Test(
    "asks who holds the place on the day of the decision, both bounds inside",
    arguments: [
      ("2021-12-31", nil), ("2022-01-01", "rpe-zone"), ("2026-12-31", "rpe-zone"), ("2027-01-01", "rpe-sud"),
    ])
  func dated(day: String, linf: String?) {
    let decision = routeur.oriente("59100", "Roubaix", le: jour(day))
    #expect(decision.linf == linf)
    #expect(decision.raison == (linf == nil ? .sansLinf : nil))
  }

  @Test("T3: a place that nobody holds has a reason and a sentence")
  func nobody() {
    let decision = routeur.oriente("59570", "Saint-Waast")
    #expect(decision.raison == .sansLinf)
    #expect(decision.explication.last == "Aucun LINF ne tient Saint-Waast (59548) le 23/11/2026.")
  }

  // MARK: Habilitation

  @Test(
    "checks the habilitation of the filing day, for online demandes only",
    arguments: [
      (Origine.monenfantFr, "2026-03-31", true), (.monenfantFr, "2026-04-01", false),
      (.monenfantFr, "2026-04-21", false),
      (.monenfantFr, "2026-04-22", true), (.telephone, "2026-04-01", true), (.partenaire, "2026-04-01", true),
    ])
  func habilitation(origine: Origine, day: String, isClear: Bool) throws {
    let place = Adresse(voie: "1 rue X", codePostal: "59000", commune: "Lille")
    let signalled = routeur.decider(
      adresse: place, lieu: nil, origine: origine, jour: aujourdhui, jourDepot: jour(day))
    #expect(signalled.linf == "rpe-centre")
    #expect(signalled.marques == (isClear ? [] : [.horsHabilitation]))
    let strict = Routeur(referentiel: try Self.referentiel.get(), sansHabilitation: .orienter)
    let waiting = strict.decider(
      adresse: place, lieu: nil, origine: origine, jour: aujourdhui, jourDepot: jour(day))
    #expect(waiting.raison == (isClear ? nil : .linfNonHabilite))
  }

  // MARK: Which place

  @Test(
    "looks where the family looks for care, when that is in the département",
    arguments: [
      (
        Adresse(codePostal: "59100", commune: "Roubaix"), Routeur.SansHabilitation.signaler, "rpe-zone",
        Decision.Lieu.recherche
      ),
      (Adresse(codePostal: "62000", commune: "Arras"), .signaler, "rpe-amandinois", .adresse),
      (Adresse(codePostal: "62000", commune: "Zorglub"), .signaler, "rpe-amandinois", .adresse),
      (Adresse(commune: "Zorglub"), .signaler, "rpe-amandinois", .adresse),
      (Adresse(voie: "1 rue X"), .signaler, "rpe-amandinois", .adresse),
      (Adresse(codePostal: "59260"), .signaler, nil, .recherche),
    ] as [(Adresse, Routeur.SansHabilitation, String?, Decision.Lieu)])
  func whichPlace(search: Adresse, habilitation: Routeur.SansHabilitation, linf: String?, lieu: Decision.Lieu) throws {
    let home = Adresse(codePostal: "59230", commune: "Nivelle")
    let today = aujourdhui
    let decision = routeur.decider(adresse: home, lieu: search, origine: nil, jour: today, jourDepot: today)
    #expect(decision.linf == linf)
    #expect(decision.lieu == lieu)
    #expect(decision.marques.contains(.aVerifier) == (search.commune == "Zorglub" && search.codePostal == nil))
    let byHome = Routeur(referentiel: try Self.referentiel.get(), lieu: .adresse)
    #expect(byHome.decider(adresse: home, lieu: search, origine: nil, jour: today, jourDepot: today).lieu == .adresse)
    #expect(
      byHome.decider(adresse: nil, lieu: search, origine: nil, jour: today, jourDepot: today).linf != "rpe-amandinois")
  }

  @Test("without a référentiel says so")
  func noReferentiel() {
    let decision = Routeur(referentiel: nil).oriente("59100", "Roubaix")
    #expect(decision.raison == .referentielAbsent)
    #expect(decision.explication.count == 1)
  }

  @Test("of a family that cannot be reached waits for a person, its commune known all the same")
  func unreachable() {
    var formulaire = Formulaire(reference: "R-1", origine: .telephone)
    formulaire.demandeur.adresse = Adresse(codePostal: "59100", commune: "Roubaix")
    let today = aujourdhui
    let waiting = routeur.decider(formulaire: formulaire, jour: today, jourDepot: today)
    #expect(waiting.raison == .contactManquant)
    #expect(waiting.codeInsee == "59512")
    formulaire.demandeur.courriel = "famille@exemple.fr"
    #expect(routeur.decider(formulaire: formulaire, jour: today, jourDepot: today).linf == "rpe-zone")
  }

  // MARK: Explanation

  @Test("explains itself in French, step by step")
  func explanation() {
    let decision = routeur.oriente(voie: "10 bd Vauban", "59000", "LILLE", origine: .monenfantFr)
    #expect(
      decision.explication == [
        "Le lieu examiné est l’adresse de la famille.",
        "Le code postal 59000 et le nom « LILLE » désignent Lille (59350).",
        "Le 23/11/2026, boulevard Vauban à Lille 59000 est rattaché à Relais de Lille Sud (rpe-sud) (voie, à partir du 01/01/2025).",
        "Relais de Lille Sud était habilité à recevoir les demandes en ligne le 23/11/2026, jour du dépôt.",
      ])
  }

  @Test("has a sentence for every step, and steps come back from their record", arguments: Etape.Code.allCases)
  func steps(code: Etape.Code) throws {
    let etape = Etape(code, "un", "deux", "trois", "quatre")
    #expect(etape.phrase.hasSuffix("."))
    #expect(etape.phrase != code.rawValue)
    var writer = JSONWriter()
    etape.write(to: &writer)
    #expect(Etape(recorded: try JSON.parse(writer.bytes)) == etape)
    #expect(Etape(recorded: try JSON.parse(Array("[\"\(code.rawValue)\"]".utf8)))?.phrase.hasSuffix(".") == true)
  }
}
