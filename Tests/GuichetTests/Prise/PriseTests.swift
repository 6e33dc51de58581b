import Guichet
import Testing

@Suite("A demande in hand")
struct PriseTests {
  private static let martine: Int64 = 5
  private static let paul: Int64 = 6

  /// Received, routed, and taken by martine a minute later.
  private static func prise() throws -> Vie {
    var vie = try AttributionTests.vie()
    vie.heure = 60
    try vie.happens(try vie.demande.prendre(par: martine, at: instant(60), sciemment: false), auteur: martine)
    return vie
  }

  private static func instant(_ seconds: Int64) -> Instant { DemandeTests.now.advanced(bySeconds: seconds) }

  @Test("lapses by time alone, fifteen minutes after it was taken")
  func lapses() throws {
    let demande = try Self.prise().demande
    #expect(demande.prise == Prise(agent: Self.martine, jusqua: Self.instant(60 + 900)))
    for (second, isTaken) in [(60, true), (959, true), (960, false), (5000, false)] as [(Int64, Bool)] {
      #expect(demande.estPrise(at: Self.instant(second)) == isTaken, "\(second)")
    }
    #expect(demande.etat == .aContacter && demande.linf == "rpe-lomme")
  }

  @Test("is refused to another while it runs, with whose it is, and free when it has lapsed")
  func another() throws {
    let demande = try Self.prise().demande
    let refusal = #expect(throws: ActeRefuse.self) {
      try demande.prendre(par: Self.paul, at: Self.instant(959), sciemment: false)
    }
    #expect(refusal?.code == .enMain && refusal?.prise == demande.prise)
    #expect(throws: ActeRefuse.self) { try demande.admettreLActe(de: Self.paul, at: Self.instant(959)) }
    try demande.admettreLActe(de: Self.martine, at: Self.instant(959))
    try demande.admettreLActe(de: Self.paul, at: Self.instant(960))
    #expect(try demande.prendre(par: Self.paul, at: Self.instant(960), sciemment: false).count == 1)
    #expect(
      Prise.phrase(login: "martine", heure: "10:15")
        == "martine l’a en main jusqu’à 10:15 ; demandez-lui, ou reprenez-la sciemment.")
  }

  @Test("is prolonged by who has it, and taken over knowingly by another")
  func again() throws {
    var vie = try Self.prise()
    // Asked again within a minute, it is as it was.
    #expect(try vie.demande.prendre(par: Self.martine, at: Self.instant(119), sciemment: false).isEmpty)
    #expect(try vie.demande.prendre(par: Self.martine, at: Self.instant(120), sciemment: false).count == 1)
    vie.heure = 600
    try vie.happens(
      try vie.demande.prendre(par: Self.martine, at: Self.instant(600), sciemment: false), auteur: Self.martine)
    #expect(vie.demande.prise == Prise(agent: Self.martine, jusqua: Self.instant(1500)))
    vie.heure = 700
    try vie.happens(try vie.demande.prendre(par: Self.paul, at: Self.instant(700), sciemment: true), auteur: Self.paul)
    #expect(vie.demande.prise == Prise(agent: Self.paul, jusqua: Self.instant(1600)))
    #expect(throws: ActeRefuse.self) { try vie.demande.admettreLActe(de: Self.martine, at: Self.instant(700)) }
  }

  @Test("is let go by who has it, or by who answers for all, and by nobody else")
  func letGo() throws {
    var vie = try Self.prise()
    let demande = vie.demande
    #expect(throws: ActeRefuse.self) { try demande.laisser(par: Self.paul, at: Self.instant(70), pourAutrui: false) }
    #expect(try demande.laisser(par: Self.paul, at: Self.instant(70), pourAutrui: true).count == 1)
    try vie.happens(try demande.laisser(par: Self.martine, at: Self.instant(70), pourAutrui: false))
    #expect(vie.demande.prise == nil)
    let nothing = #expect(throws: ActeRefuse.self) {
      try vie.demande.laisser(par: Self.martine, at: Self.instant(71), pourAutrui: true)
    }
    #expect(nothing?.code == .dejaLa)
    #expect(throws: ActeRefuse.self) { try demande.laisser(par: Self.martine, at: Self.instant(960), pourAutrui: true) }
  }

  @Test("ends where the demande goes to another LINF or to nobody, and stays where the rules leave it")
  func moves() throws {
    var given = try Self.prise()
    try given.happens(
      try given.demande.attribuer(a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(given.demande.prise == nil && given.demande.linf == "rpe-sud")
    var declined = try Self.prise()
    try declined.happens(
      try declined.demande.decliner(.autre, note: nil, AttributionTests.routeur(), AttributionTests.jours, version: 1))
    #expect(declined.demande.prise == nil && declined.demande.etat == .aOrienter)
    var locked = try Self.prise()
    try locked.happens(
      try locked.demande.attribuer(
        a: AttributionTests.linf("rpe-lomme"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(locked.demande.prise != nil)
  }
}
