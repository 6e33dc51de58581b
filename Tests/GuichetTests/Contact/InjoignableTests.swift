import Guichet
import Testing

@Suite("A family that cannot be reached, by the rule")
struct InjoignableTests {
  private static func manque(_ injoignable: Injoignable) -> String? {
    if case .non(let why) = injoignable { why } else { nil }
  }

  @Test("was tried on as many different half-days, not as many times")
  func halves() throws {
    var famille = try FamilleAppelee()
    #expect(
      Self.manque(famille.injoignable())
        == "Il manque 3 tentatives sur 3, chacune une autre demi-journée, avant de la dire injoignable ; aucune n’est notée."
    )
    for moment in ["09:00", "10:00", "11:00", "12:59"] { try famille.appelle(.sansReponse, "2026-11-23T\(moment)") }
    try famille.appelle(.messageLaisse, "2026-11-23T13:00")
    #expect(
      Self.manque(famille.injoignable())
        == "Il manque une tentative sur 3, chacune une autre demi-journée, avant de la dire injoignable ; sont notées : "
        + "lundi 23/11 matin, lundi 23/11 après-midi.")
    #expect(famille.injoignable(2) == .oui)
    try famille.appelle(.occupe, "2026-11-24T09:00")
    #expect(famille.injoignable() == .oui)
  }

  @Test("cannot have been called where there is no number; what was written to it counts")
  func withoutNumber() throws {
    var famille = try FamilleAppelee(telephone: nil, courriel: "elodie@exemple.fr")
    for resultat in [ResultatContact.sansReponse, .occupe, .fauxNumero, .joint] {
      #expect(throws: ActeRefuse.self) { try famille.appelle(resultat, "2026-11-23T09:00") }
    }
    for moment in ["2026-11-23T09:00", "2026-11-23T14:00", "2026-11-24T09:00"] {
      #expect(famille.injoignable() != .oui)
      try famille.note(Contact(canal: .courriel, resultat: .messageLaisse), moment)
    }
    #expect(famille.injoignable() == .oui)
    // A number that it gave elsewhere was dialled.
    try famille.note(Contact(resultat: .sansReponse, numeroAppele: "+33639981234"), "2026-11-24T10:00")
  }

  @Test("was not reached since, and not only by another LINF")
  func since() throws {
    var famille = try FamilleAppelee()
    for day in ["23", "24", "25"] { try famille.appelle(.sansReponse, "2026-11-\(day)T09:00") }
    var reached = famille
    try reached.appelle(.joint, "2026-11-26T09:00")
    #expect(Self.manque(reached.injoignable()) != nil)
    // Entered afterwards, a call counts where it happened.
    try reached.appelle(.sansReponse, "2026-11-26T10:00", survenuLe: "2026-11-25T15:00")
    #expect(reached.demande.tentatives.isEmpty)
    try famille.happens(
      try famille.demande.attribuer(
        a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true), "2026-11-26T09:00")
    #expect(Self.manque(famille.injoignable()) != nil)
  }

  @Test("has only wrong numbers and was written to")
  func wrong() throws {
    var famille = try FamilleAppelee(courriel: "elodie@exemple.fr")
    try famille.appelle(.fauxNumero, "2026-11-23T10:00")
    #expect(famille.demande.marques.contains(.numeroFaux) && famille.demande.tousNumerosFaux)
    #expect(famille.demande.conseilsDAppel == ["Tous ses numéros sont faux : écrivez-lui un courriel."])
    #expect(
      Self.manque(famille.injoignable())?.hasPrefix("Tous ses numéros sont faux : il manque un avis écrit") == true)
    try famille.note(Contact(canal: .courrier, resultat: .messageLaisse), "2026-11-23T11:00")
    #expect(famille.injoignable() == .oui)
    // Whoever answers at the number after all, it is the family's.
    try famille.note(Contact(resultat: .joint, numeroAppele: "+33639981234"), "2026-11-23T11:30")
    #expect(!famille.demande.marques.contains(.numeroFaux) && Self.manque(famille.injoignable()) != nil)
  }
}

@Suite("The numbers under which a family may be reached")
struct NumeroDeFamilleTests {
  @Test(
    "are read the Belgian way too, where the digits allow it",
    arguments: [
      ("0475 12 34 56", "+33475123456", "+32475123456"), ("04 55 12 34 56", "+33455123456", "+32455123456"),
      ("04 42 12 34 56", "+33442123456", nil), ("06 39 98 12 34", "+33639981234", nil),
      ("+33 4 75 12 34 56", "+33475123456", nil), ("0032 475 12 34 56", "+32475123456", nil),
      ("056 12 34 56", nil, "+3256123456"), ("6 39 98 12 34", nil, nil),
    ] as [(String, String?, String?)])
  func belgian(saisi: String, e164: String?, other: String?) {
    #expect(Telephone(e164: e164, saisi: saisi).autreLecture == other)
  }

  @Test(
    "are dialled from France",
    arguments: [
      ("+33639981234", "06 39 98 12 34"), ("+262692123456", "06 92 12 34 56"), ("+508411234", "05 08 41 12 34"),
      ("+32475123456", "00 32 475 12 34 56"), ("+3256123456", "00 32 56 12 34 56"),
      ("+12125550123", "00 1 21 25 55 01 23"),
    ])
  func dialled(e164: String, compose: String) {
    #expect(Telephone.compose(e164) == compose)
  }

  @Test("give the other reading once the first was wrong, and the one as typed is kept")
  func other() throws {
    var famille = try FamilleAppelee(telephone: Telephone(e164: "+33475123456", saisi: "0475 12 34 56"))
    #expect(famille.demande.numeros.map(\.e164) == ["+33475123456"] && famille.demande.conseilsDAppel.isEmpty)
    try famille.appelle(.fauxNumero, "2026-11-23T10:00")
    #expect(famille.demande.numeros.map(\.e164) == ["+32475123456", "+33475123456"])
    #expect(famille.demande.numeros.map(\.estFaux) == [false, true] && !famille.demande.tousNumerosFaux)
    #expect(
      famille.demande.conseilsDAppel
        == ["Le numéro saisi est faux ; il peut être belge : composez le 00 32 475 12 34 56."])
    #expect(try famille.fenetre("2026-11-23T10:00") != nil)
    #expect(famille.demande.formulaire.demandeur.telephone?.saisi == "0475 12 34 56")
    // The next call dials the other reading by itself.
    try famille.appelle(.fauxNumero, "2026-11-23T14:00")
    #expect(famille.demande.tousNumerosFaux && famille.demande.contacts.last?.contact.numeroAppele == "+32475123456")
    #expect(famille.demande.conseilsDAppel.first?.contains("guichetctl demande lettre 2026-000007") == true)
  }
}

@Suite("The half-days at which families answer")
struct JoignabiliteTests {
  @Test("are told by the office's own calls, and nothing is claimed of too few")
  func counted() throws {
    let fuseau = try OpenOffice.caf().fuseau
    let monday = try OpenOffice.linf().at("2026-11-23T09:00")
    var appels = (0..<10).map { AppelPasse(survenuLe: monday, resultat: $0 < 3 ? .joint : .sansReponse) }
    appels += [.fauxNumero, .fauxNumero].map { AppelPasse(survenuLe: monday, resultat: $0) }
    let afternoon = monday.advanced(bySeconds: 5 * 3600 + 7 * 86_400)
    appels += [.refus, .aRappeler, .tiers].map { AppelPasse(survenuLe: afternoon, resultat: $0) }
    let halves = Joignabilite.demiJournees(appels, fuseau)
    #expect(halves.map(\.jour) == [.lundi, .lundi] && halves.map(\.moment) == [.matin, .apresMidi])
    #expect(halves.map(\.tentatives) == [10, 3] && halves.map(\.joints) == [3, 2])
    #expect(halves.map(\.part) == [30, nil])
  }
}
