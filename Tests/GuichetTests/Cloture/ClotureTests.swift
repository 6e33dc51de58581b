import Guichet
import Testing

@Suite("How a demande ends, and begins again")
struct ClotureTests {
  @Test("T21: it is closed with one reason, which can be corrected and stands in its facts alone")
  func corrected() throws {
    var vie = try Pendules.vie()
    try vie.happens(try vie.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
    #expect(vie.demande.etat == .close && vie.demande.cloture?.motif == .sansSuite)
    #expect(throws: ActeRefuse.self) {
      try vie.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative."))
    }
    let correction = try vie.demande.clore(
      .demenagement, note: "À Arras.", injoignable: .non("Il manque une tentative."))
    #expect(correction == [.motifCorrige(Cloture(motif: .demenagement, note: "À Arras."))])
    try vie.happens(correction)
    #expect(vie.demande.etat == .close && vie.demande.cloture?.motif == .demenagement)
    #expect(vie.demande.cloture?.note == "À Arras.")
  }

  @Test("by a rule only where the reason is found by one; a doublon says of which")
  func byRule() throws {
    let demande = try Pendules.vie().demande
    for motif in [MotifCloture.injoignable, .sansNouvelle, .doublon] {
      #expect(throws: ActeRefuse.self, "\(motif)") {
        try demande.clore(motif, note: nil, injoignable: .non("Il manque une tentative."))
      }
    }
    #expect(
      try demande.clore(.doublon, note: "De 2026-000001.", injoignable: .non("Il manque une tentative.")).count == 1)
    #expect(throws: ActeRefuse.self) {
      try demande.clore(.injoignable, note: "J’ai essayé.", injoignable: .non("Il manque une tentative."))
    }
  }

  @Test("opened again, its clocks run from then on, and what was set or paused before is over")
  func reopened() throws {
    let horloges = try Pendules.horloges()
    let routeur = try AttributionTests.routeur()
    var vie = try Pendules.vie()
    try vie.happens(
      try vie.demande.fixerEcheance(le: try Pendules.at("2027-01-04T12:00"), motif: "Vacances")
        + vie.demande.suspendre(motif: "Attente")
        + vie.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
    #expect(horloges.etape(of: vie.demande) == nil)
    try vie.comes(to: "2026-12-07T10:00")
    try vie.happens(try vie.demande.rouvrir(motif: "Elle rappelle", routeur, AttributionTests.jours, version: 1))
    #expect(vie.demande.etat == .aContacter && vie.demande.linf == "rpe-lomme" && vie.demande.cloture == nil)
    #expect(try Pendules.due(vie, horloges) == "2026-12-09T17:00:00+01:00")
    #expect(!vie.demande.estSuspendue && vie.demande.marques.isEmpty)
  }

  @Test("refuses what does not fit where it stands, and says what is possible")
  func refused() throws {
    var vie = try Pendules.vie()
    let routeur = try AttributionTests.routeur()
    let open = #expect(throws: ActeRefuse.self) {
      try vie.demande.rouvrir(motif: "Non", routeur, AttributionTests.jours, version: 1)
    }
    #expect(open?.code == .transition && open?.message.contains("« clôture »") == true)
    try vie.happens(try vie.demande.clore(.informationDonnee, note: nil, injoignable: .non("Il manque une tentative.")))
    let closed = #expect(throws: ActeRefuse.self) { try vie.demande.suspendre(motif: "Non") }
    #expect(closed?.code == .transition && closed?.message.contains("« réouverture »") == true)
    #expect(closed?.message.contains("« correction du motif de clôture »") == true)
  }

  @Test("takes notes in any état, and is silent once")
  func noted() throws {
    var vie = try Pendules.vie()
    try vie.happens(try vie.demande.noter("Rappeler le soir.") + vie.demande.taire())
    #expect(throws: ActeRefuse.self) { try vie.demande.taire() }
    try vie.happens(try vie.demande.clore(.informationDonnee, note: nil, injoignable: .non("Il manque une tentative.")))
    try vie.happens(try vie.demande.noter("Elle a remercié."))
    #expect(vie.demande.notes.map(\.texte) == ["Rappeler le soir.", "Elle a remercié."])
    #expect(vie.demande.estSilencieuse && vie.demande.marques == [.silence])
  }
}
