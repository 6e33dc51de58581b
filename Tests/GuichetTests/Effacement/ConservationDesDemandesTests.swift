import Guichet
import Testing

@Suite("How long what families said is kept")
struct ConservationDesDemandesTests {
  @Test(
    "is so many months, to the day, or to the month's end",
    arguments: [
      ("2026-11-24", 24, "2028-11-24"), ("2026-11-30", 3, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", 48, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
      ("2026-11-24", -24, "2024-11-24"), ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -1, "2026-02-28"),
    ])
  func months(from: String, months: Int, until: String) throws {
    let day = try #require(DateCivile(iso: from))
    #expect(ConservationDesDemandes.dernierJour(depuis: day, mois: months).iso == until)
  }

  @Test("never keeps a day less where it looks from the other end", arguments: 1...36)
  func bothEnds(months: Int) {
    for offset in stride(from: 0, to: 800, by: 7) {
      let today = DateCivile(daysSince1970: 20_000 + offset)
      let first = ConservationDesDemandes.premierJourGarde(le: today, mois: months)
      // Whatever came before that first day may have passed its time; whatever came later has not.
      #expect(ConservationDesDemandes.dernierJour(depuis: first.advanced(byDays: 1), mois: months) >= today)
    }
  }

  @Test("counts from the last time that the office had to do with the family")
  func lastHeard() throws {
    var vie = try AttributionTests.vie()
    let received = vie.demande.recueLe
    #expect(vie.demande.entendueLe == received)
    try vie.happens([.note(NoteEcrite(texte: "Rien."))], auteur: 5)
    #expect(vie.demande.entendueLe == received, "a note is no contact")
    try vie.happens([.contact(Contact(resultat: .sansReponse))], auteur: 5)
    let called = try #require(vie.demande.contacts.last?.survenuLe)
    #expect(vie.demande.entendueLe == called)
    let fuseau = try Pendules.horloges().heures.fuseau
    let day = fuseau.date(of: called)
    let last = ConservationDesDemandes.dernierJour(depuis: day, mois: 24)
    #expect(!vie.demande.aPasseSonTemps(le: last, mois: 24, fuseau: fuseau))
    #expect(vie.demande.aPasseSonTemps(le: last.advanced(byDays: 1), mois: 24, fuseau: fuseau))
  }
}
