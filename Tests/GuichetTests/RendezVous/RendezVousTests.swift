import Guichet
import StrictJSON
import Testing

@Suite("A rendez-vous")
struct RendezVousTests {
  private static func ouverts(_ closures: [Fermeture] = []) throws -> PostesOuverts {
    try PostesOuvertsTests.ouverts(OpenOffice.rows("lun-ven 09:00-12:00 13:30-17:00", postes: 2), closures)
  }

  private static func souhait(
    _ text: String, _ mode: RendezVous.Mode = .surSite, duree: Int = 30, horsHoraires: Bool = false
  ) throws -> RendezVousSouhaite {
    RendezVousSouhaite(debut: try ouverts().calendrier.at(text), duree: duree, mode: mode, horsHoraires: horsHoraires)
  }

  private static func now(_ text: String = "2026-11-24T10:00") throws -> Instant {
    try ouverts().calendrier.at(text)
  }

  /// One that has a rendez-vous on Wednesday at 10:00.
  private static func fixe() throws -> Vie {
    var vie = try AttributionTests.vie()
    try vie.happens(try vie.demande.fixer(souhait("2026-11-25T10:00"), ouverts(), [], now: now()))
    return vie
  }

  private static func refusal(_ act: () throws -> [Evenement]) throws -> ActeRefuse.Code? {
    do {
      _ = try act()
      return nil
    } catch let refusal as ActeRefuse {
      return refusal.code
    }
  }

  @Test("puts the demande in its état while it is ahead, and where its facts put it afterwards")
  func etats() throws {
    let zone = try Self.ouverts().calendrier.fuseau
    let later = try Self.now("2026-11-25T10:40")
    let outcomes: [(ResultatRendezVous, Etat, RendezVous.Statut)] = [
      (.honore, .enSuivi, .honore), (.nonHonore, .aContacter, .nonHonore), (.excuse, .aContacter, .excuse),
    ]
    for (resultat, etat, statut) in outcomes {
      var vie = try Self.fixe()
      #expect(vie.demande.etat == .rendezVous && vie.demande.rendezVousPrevu?.id == 1)
      try vie.happens(try vie.demande.renseigner(resultat, in: zone, now: later))
      #expect(vie.demande.etat == etat && vie.demande.rendezVous.map(\.statut) == [statut])
      #expect((vie.demande.informeeLe != nil) == (resultat == .honore))
    }
    var vie = try Self.fixe()
    try vie.happens(try vie.demande.renseigner(.honore, in: zone, now: later))
    // Informed once, a missed second one leaves it in suivi.
    try vie.happens(
      try vie.demande.fixer(Self.souhait("2026-11-26T10:00"), Self.ouverts(), [], now: later))
    #expect(vie.demande.etat == .rendezVous && vie.demande.rendezVousPrevu?.id == 2)
    try vie.happens(try vie.demande.annulerRendezVous(parLaFamille: false))
    #expect(vie.demande.etat == .enSuivi && vie.demande.rendezVous.map(\.statut) == [.honore, .annule])
  }

  @Test("T20: past and not filled in is told from ahead, and stands in the way of another until it is filled in")
  func past() throws {
    let vie = try Self.fixe()
    let rendezVous = try #require(vie.demande.rendezVousPrevu)
    #expect(try !rendezVous.estARenseigner(at: Self.now("2026-11-25T10:29")))
    let later = try Self.now("2026-11-25T10:30")
    #expect(rendezVous.estARenseigner(at: later))
    let zone = try Self.ouverts().calendrier.fuseau
    let souhait = try Self.souhait("2026-11-26T10:00")
    #expect(try Self.refusal { try vie.demande.fixer(souhait, Self.ouverts(), [], now: later) } == .dejaLa)
    #expect(try Self.refusal { try vie.demande.deplacer(souhait, Self.ouverts(), [], now: later) } == .rendezVousPasse)
    for resultat in [ResultatRendezVous.honore, .nonHonore] {
      #expect(
        try Self.refusal { try vie.demande.renseigner(resultat, in: zone, now: Self.now()) } == .rendezVousAVenir)
    }
    #expect(try vie.demande.renseigner(.excuse, in: zone, now: Self.now()).map(\.nature) == [.rendezVousExcuse])
  }

  @Test("T22: is not given by phone to a family without a number that can be called")
  func phone() throws {
    var formulaire = AttributionTests.formulaire()
    formulaire.demandeur.telephone = Telephone(e164: nil, saisi: "0000000000")
    var vie = try Vie(formulaire)
    try vie.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-lomme"), motif: "Essai", version: 1, isHabilite: true))
    let demande = vie.demande
    let souhait = try Self.souhait("2026-11-25T10:00", .telephone)
    #expect(try Self.refusal { try demande.fixer(souhait, Self.ouverts(), [], now: Self.now()) } == .sansTelephone)
    let onSite = try Self.souhait("2026-11-25T10:00", .visio)
    #expect(try demande.fixer(onSite, Self.ouverts(), [], now: Self.now()).count == 1)
  }

  @Test(
    "is refused where it cannot be, and says why",
    arguments: [
      ("2026-11-25T12:00", 30, ActeRefuse.Code.horsHoraires), ("2026-11-25T11:45", 30, .horsHoraires),
      ("2026-11-28T10:00", 30, .horsHoraires), ("2026-12-25T10:00", 30, .horsHoraires),
      ("2026-11-24T09:30", 30, .rendezVousPasse), ("2026-11-25T10:02", 30, .horsHoraires),
      ("2026-11-25T09:00", 485, .horsHoraires),
    ])
  func refused(text: String, duree: Int, code: ActeRefuse.Code) throws {
    let demande = try AttributionTests.vie().demande
    let souhait = try Self.souhait(text, duree: duree)
    #expect(try Self.refusal { try demande.fixer(souhait, Self.ouverts(), [], now: Self.now()) } == code)
  }

  @Test("outside the hours is given knowingly only, to one adviser")
  func outside() throws {
    let demande = try AttributionTests.vie().demande
    let souhait = try Self.souhait("2026-11-25T18:00", horsHoraires: true)
    let facts = try demande.fixer(souhait, Self.ouverts(), [], now: Self.now())
    guard case .rendezVousFixe(let pose) = facts.first else {
      Issue.record("no rendez-vous")
      return
    }
    #expect(pose.place.horsHoraires && pose.place.poste == 1)
    let taken = [PosteOccupe(poste: 1, debut: souhait.debut, fin: souhait.fin)]
    #expect(try Self.refusal { try demande.fixer(souhait, Self.ouverts(), taken, now: Self.now()) } == .complet)
  }

  @Test("takes the first adviser who is free all the while, and is refused when none is")
  func postes() throws {
    let demande = try AttributionTests.vie().demande
    let souhait = try Self.souhait("2026-11-25T10:00")
    let around = (souhait.debut.advanced(bySeconds: -600), souhait.debut.advanced(bySeconds: 300))
    let one = PosteOccupe(poste: 1, debut: around.0, fin: around.1)
    guard case .rendezVousFixe(let pose) = try demande.fixer(souhait, Self.ouverts(), [one], now: Self.now()).first
    else {
      Issue.record("no rendez-vous")
      return
    }
    #expect(pose.place.poste == 2)
    let two = PosteOccupe(poste: 2, debut: around.0, fin: around.1)
    #expect(try Self.refusal { try demande.fixer(souhait, Self.ouverts(), [one, two], now: Self.now()) } == .complet)
    // What ends where it begins is not in its way.
    let before = PosteOccupe(poste: 1, debut: around.0, fin: souhait.debut)
    #expect(try demande.fixer(souhait, Self.ouverts(), [before, two], now: Self.now()).count == 1)
  }

  @Test("rises in sequence with each move and call-off, and stays itself")
  func sequence() throws {
    var vie = try Self.fixe()
    for (rank, text) in ["2026-11-25T11:00", "2026-11-26T14:00"].enumerated() {
      try vie.happens(try vie.demande.deplacer(Self.souhait(text), Self.ouverts(), [], now: Self.now()))
      #expect(vie.demande.rendezVous.map(\.sequence) == [rank + 1] && vie.demande.etat == .rendezVous)
    }
    let same = try Self.souhait("2026-11-26T14:00")
    #expect(try Self.refusal { try vie.demande.deplacer(same, Self.ouverts(), [], now: Self.now()) } == .dejaLa)
    try vie.happens(try vie.demande.annulerRendezVous(parLaFamille: true))
    #expect(vie.demande.rendezVous.map(\.sequence) == [3] && vie.demande.rendezVous.map(\.statut) == [.excuse])
    #expect(try Self.refusal { try vie.demande.annulerRendezVous(parLaFamille: true) } == .transition)
  }

  @Test("is to be moved after a transfer, a new fermeture or other horaires, and only while it is ahead")
  func toMove() throws {
    let vie = try Self.fixe()
    let rendezVous = try #require(vie.demande.rendezVousPrevu)
    let now = try Self.now()
    #expect(rendezVous.aDeplacer(chez: "rpe-lomme", try Self.ouverts(), at: now) == nil)
    #expect(rendezVous.aDeplacer(chez: "rpe-sud", try Self.ouverts(), at: now) == .transfert)
    #expect(rendezVous.aDeplacer(chez: nil, try Self.ouverts(), at: now) == .transfert)
    let closed = try Self.ouverts([OpenOffice.closure("2026-11-25", "2026-11-25", "travaux")])
    #expect(rendezVous.aDeplacer(chez: "rpe-lomme", closed, at: now) == .fermeture)
    let others = try PostesOuvertsTests.ouverts(OpenOffice.rows("mer 14:00-17:00"))
    #expect(rendezVous.aDeplacer(chez: "rpe-lomme", others, at: now) == .horaires)
    #expect(rendezVous.aDeplacer(chez: "rpe-lomme", closed, at: try Self.now("2026-11-25T10:00")) == nil)
  }

  @Test("that was knowingly put outside the hours has to be moved by a fermeture that came later, and by nothing else")
  func knowingly() throws {
    let now = try Self.now()
    let closed = try Self.ouverts([OpenOffice.closure("2026-11-25", "2026-11-25", "travaux")])
    func fixe(_ ouverts: PostesOuverts) throws -> RendezVous {
      var vie = try AttributionTests.vie()
      try vie.happens(
        try vie.demande.fixer(Self.souhait("2026-11-25T19:00", horsHoraires: true), ouverts, [], now: now))
      return try #require(vie.demande.rendezVousPrevu)
    }
    let evening = try fixe(try Self.ouverts())
    #expect(evening.place.horsHoraires && !evening.place.malgreFermeture)
    #expect(evening.aDeplacer(chez: "rpe-lomme", try Self.ouverts(), at: now) == nil)
    let others = try PostesOuvertsTests.ouverts(OpenOffice.rows("mar 14:00-17:00"))
    #expect(evening.aDeplacer(chez: "rpe-lomme", others, at: now) == nil)
    #expect(evening.aDeplacer(chez: "rpe-lomme", closed, at: now) == .fermeture)
    #expect(evening.aDeplacer(chez: "rpe-sud", try Self.ouverts(), at: now) == .transfert)
    let despite = try fixe(closed)
    #expect(despite.place.malgreFermeture && despite.aDeplacer(chez: "rpe-lomme", closed, at: now) == nil)
  }

  @Test("of a demande that went elsewhere is called off there and given anew, or called off where nobody has it")
  func transferred() throws {
    var vie = try Self.fixe()
    try vie.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(vie.demande.etat == .rendezVous && vie.demande.rendezVousPrevu?.linf == "rpe-lomme")
    let facts = try vie.demande.deplacer(Self.souhait("2026-11-26T10:00"), Self.ouverts(), [], now: Self.now())
    #expect(facts.map(\.nature) == [.rendezVousAnnule, .rendezVousFixe])
    try vie.happens(facts)
    #expect(vie.demande.rendezVous.map(\.linf) == ["rpe-lomme", "rpe-sud"] && vie.demande.rendezVousPrevu?.id == 2)
    var declined = try Self.fixe()
    try declined.happens(
      try declined.demande.decliner(.autre, note: nil, AttributionTests.routeur(), AttributionTests.jours, version: 1))
    #expect(declined.demande.etat == .aOrienter)
    try declined.happens(try declined.demande.annulerRendezVous(parLaFamille: false))
    #expect(declined.demande.etat == .aOrienter && declined.demande.rendezVousPrevu == nil)
  }

  @Test("is written in the journal and read back")
  func written() throws {
    let place = PlaceRendezVous(
      debut: try Self.now(), duree: 45, mode: .visio, lieu: "Salle 2", poste: 3, horsHoraires: true)
    let plain = PlaceRendezVous(
      debut: try Self.now(), duree: 30, mode: .surSite, poste: 1, horsHoraires: true, malgreFermeture: true)
    let facts: [Evenement] = [
      .rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place)),
      .rendezVousDeplace(RendezVousPose(id: 2, linf: "rpe-lomme", place: plain)),
      .rendezVousAnnule(RendezVousVise(id: 1)), .rendezVousExcuse(RendezVousVise(id: 2)),
      .rendezVousHonore(RendezVousVise(id: 3)), .rendezVousNonHonore(RendezVousVise(id: 4)),
    ]
    for fact in facts {
      #expect(try Evenement(nature: fact.nature, version: Fait.version, donnees: fact.donnees) == fact)
      #expect(throws: FaitIllisible.self) {
        try Evenement(nature: fact.nature, version: Fait.version, donnees: Array("{}".utf8))
      }
    }
  }
}
