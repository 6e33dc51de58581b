import Guichet
import Testing

@Suite("By when a family that was reached, met or informed is to hear of the office again")
struct SuiviTests {
  static func due(_ famille: FamilleAppelee, _ horloges: Horloges) throws -> String {
    guard let etape = horloges.etape(of: famille.demande) else { return "rien" }
    guard let due = etape.echeance.instant else { return "\(etape.libelle), suspendue" }
    return "\(etape.libelle), \(horloges.heures.fuseau.rfc3339(due).prefix(16))"
  }

  private static func rendezVous(_ famille: inout FamilleAppelee, _ debut: String, at moment: String) throws {
    let ouverts = try PostesOuvertsTests.ouverts(OpenOffice.rows(OpenOffice.bureau))
    let souhait = RendezVousSouhaite(debut: try famille.calendrier.at(debut), duree: 30, mode: .surSite)
    try famille.happens(
      try famille.demande.fixer(souhait, ouverts, [], now: try famille.calendrier.at(moment)), moment)
  }

  @Test("once reached it is given a rendez-vous within ten open days of that, however often it is called then")
  func reached() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee()
    #expect(try Self.due(famille, horloges) == "premier contact, 2026-11-25T17:00")
    try famille.appelle(.sansReponse, "2026-11-24T10:00")
    #expect(try Self.due(famille, horloges) == "premier contact, 2026-11-25T17:00")
    try famille.appelle(.joint, "2026-11-24T15:00")
    #expect(try Self.due(famille, horloges) == "rendez-vous à donner, 2026-12-08T17:00")
    try famille.appelle(.joint, "2026-11-26T15:00")
    #expect(try Self.due(famille, horloges) == "rendez-vous à donner, 2026-12-08T17:00")
    #expect(horloges.explication(of: famille.demande).first?.hasPrefix("La famille a été jointe") == true)
    #expect(horloges.explication(of: famille.demande).contains { $0.contains("lundi 30/11") })
    let etape = try #require(horloges.etape(of: famille.demande))
    #expect(etape.alertes.map(\.niveau) == [.echeance, .apres])
  }

  @Test("T20: a rendez-vous is filled in when it is over, and one that came to nothing begins another delay")
  func met() throws {
    let horloges = try Pendules.horloges()
    let zone = horloges.heures.fuseau
    for isReached in [false, true] {
      var famille = try FamilleAppelee()
      if isReached { try famille.appelle(.joint, "2026-11-24T10:00") }
      try Self.rendezVous(&famille, "2026-12-02T10:00", at: "2026-11-24T10:00")
      #expect(try Self.due(famille, horloges) == "rendez-vous à renseigner, 2026-12-02T10:30")
      let etape = try #require(horloges.etape(of: famille.demande))
      #expect(etape.alertes.map { zone.rfc3339($0.le).prefix(16) } == ["2026-12-02T10:30", "2026-12-07T09:00"])
      try famille.happens([.rendezVousNonHonore(RendezVousVise(id: 1))], "2026-12-02T10:30")
      #expect(
        try Self.due(famille, horloges)
          == (isReached ? "rendez-vous à donner, 2026-12-16T17:00" : "premier contact, 2026-12-04T17:00"))
    }
  }

  @Test("T13: a rendez-vous is not moved by a pause: it is only silent meanwhile, and late stays late")
  func pausedRendezVous() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee()
    try Self.rendezVous(&famille, "2026-12-02T10:00", at: "2026-11-24T10:00")
    var late = famille
    try famille.happens(try famille.demande.suspendre(motif: "Attente"), "2026-12-01T10:00")
    #expect(try Self.due(famille, horloges) == "rendez-vous à renseigner, suspendue")
    #expect(horloges.etape(of: famille.demande)?.alertes.isEmpty == true)
    try famille.happens(try famille.demande.reprendre(), "2026-12-03T10:00")
    #expect(try Self.due(famille, horloges) == "rendez-vous à renseigner, 2026-12-02T10:30")
    try late.happens(try late.demande.suspendre(motif: "Attente"), "2026-12-02T11:00")
    #expect(try Self.due(late, horloges) == "rendez-vous à renseigner, 2026-12-02T10:30")
  }

  @Test("a LINF that never opens again leaves the days of the Caf: no open demande is without a next step")
  func neverOpen() throws {
    let horloges = try Pendules.horloges(fermetures: "rpe-lomme;2026-11-26;2036-12-31;fermeture;\n")
    var famille = try FamilleAppelee()
    try famille.appelle(.joint, "2026-11-24T10:00")
    #expect(try Self.due(famille, horloges) == "rendez-vous à donner, 2026-12-08T17:00")
    #expect(horloges.etape(of: famille.demande)?.estALaCaf == true)
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2026-12-10T17:00")
    let etape = try #require(horloges.etape(of: famille.demande))
    #expect(etape.estALaCaf && etape.alertes.map(\.niveau) == [.echeance, .apres])
  }

  @Test("informed it is asked on the days of its calendar, by the last open hour of the first open day")
  func informed() throws {
    let horloges = try Pendules.horloges(fermetures: "rpe-lomme;2026-12-10;2026-12-11;inventaire;\n")
    var famille = try FamilleAppelee()
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2026-12-14T17:00")
    let told = horloges.explication(of: famille.demande)
    #expect(told.first == "Famille informée le mercredi 25/11/2026.")
    #expect(told.contains("Relance 15 jours après l’information : jeudi 10/12/2026, à faire."))
    #expect(told.contains("Relance 45 jours après l’information : samedi 09/01/2027, à venir."))
    #expect(told.contains("jeudi 10/12 : fermé (inventaire)") && told.contains("dimanche 13/12 : fermé"))
    #expect(told.last == "Échéance : lundi 14/12/2026 à 17:00, dernière heure ouverte de ce jour.")
    try famille.appelle(.sansReponse, "2026-12-14T10:00")
    #expect(try Self.due(famille, horloges) == "relance 45 jours après l’information, 2027-01-11T17:00")
    try famille.appelle(.joint, "2027-01-11T10:00")
    #expect(try Self.due(famille, horloges) == "à conclure, 2027-01-26T17:00")
    // Informed again, it is counted from then.
    try famille.note(Contact(resultat: .joint, themes: [.aides]), "2027-01-20T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2027-02-04T17:00")
  }

  @Test("a family that left a message was heard, one of whom somebody else spoke was not")
  func heard() throws {
    let horloges = try Pendules.horloges()
    for (resultat, isHeard) in [(ResultatContact.messageLaisse, true), (.tiers, false)] {
      var famille = try FamilleAppelee()
      try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
      try famille.note(Contact(sens: .entrant, resultat: resultat), "2026-12-07T10:00")
      #expect(
        try Self.due(famille, horloges)
          == "relance \(isHeard ? "45" : "15") jours après l’information, "
          + (isHeard ? "2027-01-11T17:00" : "2026-12-10T17:00"))
    }
  }

  @Test("a rendez-vous that came to nothing after the information is followed by another offer")
  func lost() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee()
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    try Self.rendezVous(&famille, "2026-12-15T10:00", at: "2026-12-01T10:00")
    try famille.happens([.rendezVousExcuse(RendezVousVise(id: 1))], "2026-12-14T10:00")
    #expect(famille.demande.etat == .enSuivi)
    #expect(try Self.due(famille, horloges) == "relance après le rendez-vous manqué ou annulé, 2026-12-29T17:00")
  }

  @Test("T17: opened again it is counted from then; asked to be left alone, or closed, it is never asked")
  func reopened() throws {
    let horloges = try Pendules.horloges()
    let routeur = try AttributionTests.routeur()
    var famille = try FamilleAppelee(debut: "2027-03-01")
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    try famille.happens(
      try famille.demande.clore(.informationDonnee, note: nil, injoignable: .oui), "2026-11-30T10:00")
    #expect(try Self.due(famille, horloges) == "rien")
    try famille.happens(
      try famille.demande.rouvrir(motif: "Elle rappelle", routeur, AttributionTests.jours, version: 1),
      "2027-01-18T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2027-02-02T17:00")
    #expect(horloges.explication(of: famille.demande).first?.hasPrefix("Rouverte le lundi 18/01/2027") == true)
    try famille.happens(try famille.demande.taire(), "2027-01-19T10:00")
    #expect(try Self.due(famille, horloges) == "rien" && horloges.suivi(of: famille.demande) == nil)
    #expect(famille.demande.prochaineAlerte(horloges.etape(of: famille.demande)) == nil)
    #expect(
      horloges.explication(of: famille.demande) == ["La famille a demandé à ne plus être relancée : rien n’est dû."])
  }

  @Test("T13, T18: a pause puts off what is counted from the information; what a person set stands until it is done")
  func touched() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee(debut: "2027-01-04")
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-25T10:00")
    try famille.happens(try famille.demande.suspendre(motif: "Hospitalisation"), "2026-12-01T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, suspendue")
    #expect(horloges.explication(of: famille.demande).first?.contains(" : Hospitalisation.") == true)
    #expect(horloges.explication(of: famille.demande).last?.hasPrefix("Délai suspendu : il reste ") == true)
    try famille.happens(try famille.demande.reprendre(), "2026-12-11T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2026-12-21T17:00")
    try famille.happens(
      try famille.demande.fixerEcheance(le: try famille.calendrier.at("2026-12-16T17:00"), motif: "Vacances"),
      "2026-12-11T11:00")
    #expect(try Self.due(famille, horloges).hasSuffix("2026-12-16T17:00"))
    #expect(horloges.etape(of: famille.demande)?.alertes.map(\.niveau) == [.avant, .echeance, .apres])
    try famille.appelle(.sansReponse, "2026-12-14T10:00")
    #expect(try Self.due(famille, horloges).hasSuffix("2026-12-16T17:00"))
    try famille.appelle(.sansReponse, "2026-12-16T10:00")
    #expect(try Self.due(famille, horloges) == "relance 15 jours après l’information, 2026-12-21T17:00")
    #expect(!famille.demande.marques.contains(.echeanceFixee))
    // The day of the wished start falls into another pause.
    try famille.appelle(.sansReponse, "2026-12-21T10:00")
    try famille.happens(try famille.demande.suspendre(motif: "Congés"), "2026-12-31T10:00")
    try famille.happens(try famille.demande.reprendre(), "2027-01-11T10:00")
    #expect(try Self.due(famille, horloges) == "relance au début souhaité, 2027-01-11T17:00")
  }

  @Test("a rendez-vous later than ten open days after the contact is taken, and said so")
  func lateRendezVous() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee()
    try famille.appelle(.joint, "2026-11-24T10:00")
    let now = try famille.calendrier.at("2026-11-26T10:00")
    func said(_ debut: String, _ famille: FamilleAppelee) throws -> String? {
      let place = PlaceRendezVous(debut: try famille.calendrier.at(debut), duree: 30, mode: .surSite, poste: 1)
      return horloges.avertissement(
        RendezVous(id: 1, linf: "rpe-lomme", place: place, modifieLe: now), de: famille.demande, at: now)
    }
    #expect(try said("2026-12-08T16:30", famille) == nil)
    #expect(
      try said("2026-12-09T09:00", famille)
        == "C’est plus tard que 10 jours ouverts après le contact (mardi 08/12/2026 à 17:00) ; il est pris tout de même."
    )
    // Who is called for the first time is reached by that call.
    #expect(try said("2026-12-10T09:00", try FamilleAppelee()) == nil)
    #expect(try said("2026-12-11T09:00", try FamilleAppelee()) != nil)
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-26T10:00")
    #expect(try said("2027-03-09T09:00", famille) == nil)
  }

  @Test(
    "a commission is asked after on the day after it, an expected child when it should have come; each while it is open"
  )
  func children() throws {
    let horloges = try Pendules.horloges()
    var famille = try FamilleAppelee(
      enfants: [Enfant(etape: .naissancePrevue(EnfantsTrouves.jour("2026-12-10"))), Enfant()])
    try famille.note(Contact(resultat: .joint, themes: [.modes]), "2026-11-24T10:00")
    func motifs() throws -> [String] {
      try #require(horloges.relances(of: famille.demande)).relances.map { "\($0.motif.code) \($0.jour.iso)" }
    }
    #expect(try motifs() == ["apresInformation 2026-12-09", "naissance 2026-12-18", "apresInformation 2027-01-08"])
    try famille.happens(
      try famille.demande.noter(try EnfantsTrouves.commission("2026-12-01"), enfant: 2, remplace: []),
      "2026-11-25T10:00")
    #expect(try motifs().first == "commission 2026-12-02")
    #expect(try Self.due(famille, horloges).hasSuffix("2026-12-02T17:00"))
    try famille.happens(
      try famille.demande.noter(EnfantsTrouves.rien, enfant: 2, remplace: []), "2026-11-26T10:00")
    #expect(try motifs().first == "apresInformation 2026-12-09")
    try famille.happens(
      [.enfantConfirme(EnfantConfirme(enfant: 1, naissance: EnfantsTrouves.jour("2026-11-25")))], "2026-11-26T11:00")
    #expect(try motifs() == ["apresInformation 2026-12-09", "apresInformation 2027-01-08"])
  }
}
