import Guichet
import StrictJSON
import Testing

@Suite("A contact with a family")
struct ContactTests {
  static let informee = Contact(resultat: .joint, themes: [.modes, .aides])

  @Test("puts the demande in suivi when the family was informed, and nothing else does")
  func informs() throws {
    for resultat in ResultatContact.allCases where resultat != .aRappeler {
      var famille = try FamilleAppelee()
      try famille.appelle(resultat, "2026-11-23T09:30")
      #expect(famille.demande.etat == .aContacter && famille.demande.informeeLe == nil, "\(resultat)")
    }
    var famille = try FamilleAppelee()
    try famille.note(Self.informee, "2026-11-23T10:00", survenuLe: "2026-11-23T09:30")
    #expect(famille.demande.etat == .enSuivi)
    #expect(famille.demande.informeeLe == (try famille.calendrier.at("2026-11-23T09:30")))
    #expect(famille.demande.contacts.first?.contact.numeroAppele == "+33639981234")
  }

  @Test(
    "from the family is noted wherever the demande stands and moves nothing; to it, where there is somebody to call for"
  )
  func everywhere() throws {
    let incoming = Contact(sens: .entrant, resultat: .joint, themes: [.couts])
    let outgoing = Contact(resultat: .joint)
    var closed = try FamilleAppelee()
    try closed.happens([.cloture(Cloture(motif: .sansSuite, note: nil))], "2026-11-23T10:00")
    #expect(closed.demande.conseilsDAppel.isEmpty)
    try closed.note(incoming, "2026-11-24T10:00")
    #expect(closed.demande.etat == .close && closed.demande.contacts.count == 1)
    #expect(closed.demande.conseilsDAppel.contains { $0.contains("guichetctl demande rouvrir 2026-000007") })
    do {
      try closed.note(outgoing, "2026-11-24T11:00")
      Issue.record("noted")
    } catch let refusal as ActeRefuse {
      #expect(refusal.code == .transition && refusal.message.contains("--entrant"))
      #expect(refusal.message.contains("guichetctl demande rouvrir"))
    }
    try closed.happens(
      try closed.demande.annulerContact(
        try #require(closed.demande.contacts.last?.seq), par: FamilleAppelee.martine,
        at: closed.calendrier.at("2026-11-24T11:00"), fuseau: closed.calendrier.fuseau), "2026-11-24T11:00")
    #expect(closed.demande.contacts.isEmpty && closed.demande.conseilsDAppel.isEmpty)

    var waiting = try FamilleAppelee()
    try waiting.happens(
      [DemandeTests.routee(.aOrienter(.communeAmbigue, candidats: [], departement: nil))], "2026-11-23T08:20")
    try waiting.note(outgoing, "2026-11-23T10:00")
    try waiting.note(incoming, "2026-11-23T11:00")
    #expect(waiting.demande.etat == .aOrienter && waiting.demande.contacts.count == 2)
    // What was said before somebody had it does not answer for who gets it.
    try waiting.happens([DemandeTests.routee(.linf("rpe-lomme", regle: .codePostal))], "2026-11-23T12:00")
    #expect(waiting.demande.etat == .aContacter && waiting.demande.informeeLe == nil)
  }

  @Test("is entered afterwards too, but neither for a time to come nor for one before the family asked")
  func moments() throws {
    let famille = try FamilleAppelee()
    for (moment, isAllowed) in [
      ("2026-11-23T08:14", false), ("2026-11-23T08:15", true), ("2026-11-24T10:00", true), ("2026-11-24T10:01", false),
    ] {
      func noter() throws {
        var famille = famille
        try famille.note(Self.informee, "2026-11-24T10:00", survenuLe: moment)
      }
      if isAllowed { try noter() } else { #expect(throws: ActeRefuse.self, "\(moment)") { try noter() } }
    }
  }

  @Test("came to something that its way allows")
  func coherent() throws {
    let famille = try FamilleAppelee()
    let later = try famille.calendrier.at("2026-11-25T10:00")
    let table: [(Contact, Bool)] = [
      (Contact(canal: .courriel, resultat: .messageLaisse), true),
      (Contact(canal: .courriel, resultat: .sansReponse), false),
      (Contact(canal: .visite, resultat: .occupe), false), (Contact(canal: .courrier, resultat: .fauxNumero), false),
      (Contact(canal: .sms, resultat: .fauxNumero), true), (Contact(sens: .entrant, resultat: .sansReponse), false),
      (Contact(sens: .entrant, resultat: .joint, themes: [.couts]), true),
      (Contact(resultat: .messageLaisse, themes: [.couts]), false), (Contact(resultat: .aRappeler), false),
      (Contact(resultat: .aRappeler, aRappelerLe: later), true),
      (Contact(resultat: .tiers, aRappelerLe: try famille.calendrier.at("2026-11-23T09:00")), false),
      (Contact(resultat: .tiers, aRappelerLe: later.advanced(bySeconds: 400 * 86_400)), false),
    ]
    for (contact, isAllowed) in table {
      let outcome = Result { () throws(ActeRefuse) in
        try famille.demande.noter(
          contact, survenuLe: Self.at(famille), par: FamilleAppelee.martine, at: Self.at(famille),
          fuseau: famille.calendrier.fuseau)
      }
      let isDone = if case .success = outcome { true } else { false }
      #expect(isDone == isAllowed, "\(contact)")
      if case .failure(let refusal) = outcome { #expect(refusal.code == .incoherent && refusal.message.hasSuffix(".")) }
    }
  }

  private static func at(_ famille: FamilleAppelee) -> Instant {
    famille.demande.recueLe.advanced(bySeconds: 7200)
  }

  @Test("lets the demande go where who entered it had it in hand, and is refused where another has")
  func lease() throws {
    var famille = try FamilleAppelee()
    let now = try famille.calendrier.at("2026-11-23T09:00")
    try famille.happens(
      try famille.demande.prendre(par: FamilleAppelee.martine, at: now, sciemment: false), "2026-11-23T09:00")
    let other = famille
    let facts = try other.demande.noter(
      Self.informee, survenuLe: now, par: 6, at: now, fuseau: other.calendrier.fuseau)
    #expect(facts.count == 1, "what another has is not let go")
    try famille.note(Self.informee, "2026-11-23T09:05")
    #expect(famille.demande.prise == nil && famille.demande.etat == .enSuivi)
  }

  @Test("of an earlier LINF is seen by the next one, for which the demande is new again")
  func moved() throws {
    var famille = try FamilleAppelee()
    try famille.note(Self.informee, "2026-11-23T09:30")
    try famille.happens(
      try famille.demande.attribuer(
        a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true), "2026-11-24T09:00")
    #expect(famille.demande.etat == .aContacter && famille.demande.informeeLe == nil)
    #expect(famille.demande.contacts.map(\.linf) == ["rpe-lomme"] && famille.demande.contactsIci.isEmpty)
    // Whenever it happened, who enters it now has the demande.
    try famille.note(Self.informee, "2026-11-24T10:00", survenuLe: "2026-11-23T16:00")
    #expect(famille.demande.etat == .enSuivi && famille.demande.contactsIci.count == 1)
  }

  @Test("is taken back by who entered it, the same day, the last one only, and puts the demande back where it was")
  func cancelled() throws {
    var famille = try FamilleAppelee()
    try famille.appelle(.sansReponse, "2026-11-23T09:30")
    try famille.note(Self.informee, "2026-11-23T15:00")
    let demande = famille.demande
    let (first, last) = (demande.contacts[0].seq, demande.contacts[1].seq)
    let fuseau = famille.calendrier.fuseau
    func refused(_ seq: Int64, _ agent: Int64, _ moment: String) throws {
      let now = try famille.calendrier.at(moment)
      #expect(throws: ActeRefuse.self) { try demande.annulerContact(seq, par: agent, at: now, fuseau: fuseau) }
    }
    try refused(first, FamilleAppelee.martine, "2026-11-23T15:01")
    try refused(last, 6, "2026-11-23T15:01")
    try refused(last, FamilleAppelee.martine, "2026-11-24T00:00")
    let now = try famille.calendrier.at("2026-11-23T23:59")
    try famille.happens(
      try demande.annulerContact(last, par: FamilleAppelee.martine, at: now, fuseau: fuseau), "2026-11-23T23:59")
    #expect(famille.demande.etat == .aContacter && famille.demande.contacts.map(\.seq) == [first])
  }

  @Test("tells the journal nothing of the family")
  func resume() {
    let contact = Contact(
      canal: .telephone, resultat: .joint, themes: [.modes], note: "Chez sa mère", numeroAppele: "+33639981234")
    #expect(contact.phrase == "Contact sortant par téléphone : joint, informée : modes d’accueil.")
  }
}
