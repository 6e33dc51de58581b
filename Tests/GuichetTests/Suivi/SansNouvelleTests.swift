import Guichet
import Testing

@Suite("A family that does not answer any more, by the rule")
struct SansNouvelleTests {
  private static func manque(_ famille: FamilleAppelee, at text: String) throws -> String? {
    let now = try famille.calendrier.at(text)
    if case .non(let why) = famille.demande.peutEtreSansNouvelle(try Pendules.horloges(), at: now) { return why }
    return nil
  }

  private static func informee() throws -> FamilleAppelee {
    var famille = try FamilleAppelee()
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    return famille
  }

  @Test(
    "was asked at two relances that were due, on days of their own, not heard since, and given a week to answer",
    arguments: [
      ([], "2027-03-01", "Il manque 2 relances tentées sur 2"),
      // Before its day, a call is no relance; two calls of one day are one.
      (["2026-12-09 sansReponse"], "2027-03-01", "Il manque 2 relances tentées sur 2"),
      (
        ["2026-12-10 sansReponse", "2026-12-10 messageLaisse"], "2027-03-01",
        "Il manque une relance tentée sur 2 avant de la dire sans nouvelle ; est tentée celle du jeudi 10/12."
      ),
      (["2026-12-10 sansReponse", "2027-01-09 sansReponse"], "2027-01-15", "à partir du samedi 16/01/2027"),
      (["2026-12-10 sansReponse", "2027-01-09 sansReponse"], "2027-01-16", nil),
      // A call beside the relances puts the week off.
      (
        ["2026-12-10 sansReponse", "2027-01-09 sansReponse", "2027-01-14 occupe"], "2027-01-16",
        "à partir du jeudi 21/01/2027"
      ),
      // Heard in between, it begins anew; what is asked when it is to be concluded counts too.
      (
        ["2026-12-10 sansReponse", "2026-12-20 joint", "2027-01-09 sansReponse"], "2027-03-01", "Il manque une relance"
      ),
      (
        ["2026-12-10 sansReponse", "2026-12-20 joint", "2027-01-09 sansReponse", "2027-01-25 sansReponse"],
        "2027-03-01", nil
      ),
      (["2026-12-10 sansReponse", "2027-01-09 sansReponse", "2027-01-12 joint"], "2027-03-01", "Il manque 2 relances"),
      // Missed ones are not made up for by one call.
      (["2027-02-01 sansReponse"], "2027-03-01", "Il manque une relance tentée"),
    ] as [([String], String, String?)])
  func rule(contacts: [String], now: String, expected: String?) throws {
    var famille = try Self.informee()
    for text in contacts {
      let words = text.split(separator: " ")
      let resultat = try #require(ResultatContact(rawValue: String(words[1])))
      try famille.appelle(resultat, "\(words[0])T10:00")
    }
    let manque = try Self.manque(famille, at: "\(now)T12:00")
    guard let expected else {
      #expect(manque == nil)
      return
    }
    #expect(manque?.contains(expected) == true, "\(manque ?? "met")")
  }

  @Test("T17: begins anew where it is opened again, and is not asked of one that was never informed")
  func anew() throws {
    var famille = try Self.informee()
    try famille.appelle(.sansReponse, "2026-12-10T10:00")
    try famille.appelle(.sansReponse, "2027-01-11T10:00")
    #expect(try Self.manque(famille, at: "2027-01-18T10:00") == nil)
    try famille.happens(
      try famille.demande.clore(.sansNouvelle, note: nil, injoignable: .non("Non."), sansNouvelle: .oui),
      "2027-01-18T10:00")
    #expect(famille.demande.etat == .close)
    try famille.happens(
      try famille.demande.rouvrir(
        motif: "Elle rappelle", try AttributionTests.routeur(), AttributionTests.jours, version: 1), "2027-01-20T10:00")
    #expect(try Self.manque(famille, at: "2027-03-01T10:00")?.hasPrefix("Il manque 2 relances") == true)
    let called = try FamilleAppelee()
    #expect(try Self.manque(called, at: "2027-03-01T10:00")?.contains("n’a pas été informée") == true)
  }

  @Test("is not counted of one that asked to be left alone, and is found by nobody's choice")
  func silent() throws {
    var famille = try Self.informee()
    let demande = famille.demande
    let refused = #expect(throws: ActeRefuse.self) {
      try demande.clore(.sansNouvelle, note: nil, injoignable: .oui, sansNouvelle: .non("Il manque 2 relances."))
    }
    #expect(refused?.code == .regle && refused?.message == "Il manque 2 relances.")
    #expect(throws: ActeRefuse.self) { try demande.clore(.sansNouvelle, note: nil, injoignable: .oui) }
    try famille.happens(try famille.demande.taire(), "2026-11-26T10:00")
    #expect(try Self.manque(famille, at: "2026-11-26T12:00") == nil)
  }

  @Test("is followed up where it is in suivi only")
  func relance() throws {
    #expect(throws: Never.self) { try Self.informee().demande.admettreUneRelance() }
    let refused = #expect(throws: ActeRefuse.self) { try FamilleAppelee().demande.admettreUneRelance() }
    #expect(refused?.message.hasPrefix("Elle est « à contacter », pas en suivi") == true)
  }
}
