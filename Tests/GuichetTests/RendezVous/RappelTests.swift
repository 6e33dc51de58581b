import Guichet
import StrictJSON
import Testing

@Suite("The reminder of a rendez-vous")
struct RappelTests {
  /// One that can be written to.
  private static func vie(courriel: String? = "elodie@exemple.fr") throws -> Vie {
    var formulaire = AttributionTests.formulaire()
    formulaire.demandeur.courriel = courriel
    return try AttributionTests.vie(formulaire)
  }

  private static func pose(_ id: Int, _ text: String, linf: String = "rpe-lomme") throws -> RendezVousPose {
    RendezVousPose(
      id: id, linf: linf,
      place: PlaceRendezVous(debut: try Pendules.at(text), duree: 30, mode: .surSite, poste: 1))
  }

  /// Fixed on Monday 23 November at 09:00 for Wednesday at 10:00.
  private static func fixe() throws -> Vie {
    var vie = try vie()
    try vie.comes(to: "2026-11-23T09:00")
    try vie.happens([.rendezVousFixe(try pose(1, "2026-11-25T10:00"))])
    return vie
  }

  private static func paris() throws -> Fuseau { try FuseauTests.zone("Europe/Paris") }

  private static func due(_ vie: Vie, _ linf: Set<String> = ["rpe-lomme"]) throws -> String? {
    let zone = try paris()
    return vie.demande.rappelDu(linf, in: zone).map { zone.rfc3339($0.le) }
  }

  private static func suite(_ vie: Vie, at text: String) throws -> String? {
    let zone = try paris()
    switch vie.demande.rappelDu(["rpe-lomme"], in: zone)?.suite(at: try Pendules.at(text), in: zone) {
    case .fait(let rappel): return rappel.cause?.rawValue ?? "envoyé"
    case .remis(let later): return "remis \(zone.rfc3339(later))"
    case nil: return nil
    }
  }

  @Test(
    "T16: is due on the eve at the hour of the rendez-vous, between 8 and 20, across every change of clocks",
    arguments: [
      ("Europe/Paris", "2026-11-25T14:30:00+01:00", "2026-11-24T14:30:00+01:00"),
      ("Europe/Paris", "2026-11-25T07:15:00+01:00", "2026-11-24T08:00:00+01:00"),
      ("Europe/Paris", "2026-11-25T08:00:00+01:00", "2026-11-24T08:00:00+01:00"),
      ("Europe/Paris", "2026-11-25T20:00:00+01:00", "2026-11-24T20:00:00+01:00"),
      ("Europe/Paris", "2026-11-25T21:00:00+01:00", "2026-11-24T20:00:00+01:00"),
      ("Europe/Paris", "2026-11-25T00:00:00+01:00", "2026-11-24T08:00:00+01:00"),
      ("Europe/Paris", "2027-01-01T09:00:00+01:00", "2026-12-31T09:00:00+01:00"),
      ("Europe/Paris", "2028-03-01T09:00:00+01:00", "2028-02-29T09:00:00+01:00"),
      // Clocks go forward on 29 March 2026, and back on 25 October.
      ("Europe/Paris", "2026-03-28T10:00:00+01:00", "2026-03-27T10:00:00+01:00"),
      ("Europe/Paris", "2026-03-29T10:00:00+02:00", "2026-03-28T10:00:00+01:00"),
      ("Europe/Paris", "2026-03-29T03:30:00+02:00", "2026-03-28T08:00:00+01:00"),
      ("Europe/Paris", "2026-03-30T02:30:00+02:00", "2026-03-29T08:00:00+02:00"),
      ("Europe/Paris", "2026-03-30T09:00:00+02:00", "2026-03-29T09:00:00+02:00"),
      ("Europe/Paris", "2026-10-25T10:00:00+01:00", "2026-10-24T10:00:00+02:00"),
      ("Europe/Paris", "2026-10-25T02:30:00+02:00", "2026-10-24T08:00:00+02:00"),
      ("Europe/Paris", "2026-10-25T02:30:00+01:00", "2026-10-24T08:00:00+02:00"),
      ("Europe/Paris", "2026-10-26T20:30:00+01:00", "2026-10-25T20:00:00+01:00"),
      ("Indian/Reunion", "2026-03-29T10:00:00+04:00", "2026-03-28T10:00:00+04:00"),
      ("Indian/Reunion", "2026-10-25T10:00:00+04:00", "2026-10-24T10:00:00+04:00"),
      ("Indian/Reunion", "2026-10-26T01:00:00+04:00", "2026-10-25T08:00:00+04:00"),
    ])
  func due(zone: String, start: String, expected: String) throws {
    let fuseau = try FuseauTests.zone(zone)
    let instant = try #require(Instant(rfc3339: start))
    #expect(fuseau.rfc3339(fuseau.rappel(du: instant)) == expected)
  }

  @Test("is for families that can be written to, of a LINF that writes, that have not asked for silence")
  func whom() throws {
    #expect(try Self.due(Self.fixe()) == "2026-11-24T10:00:00+01:00")
    #expect(try Self.due(Self.fixe(), []) == nil)
    #expect(try Self.due(Self.fixe(), ["rpe-lille"]) == nil)
    for courriel in [nil, "élodie@exemple.fr", "elodie@école.fr"] as [String?] {
      var vie = try Self.vie(courriel: courriel)
      try vie.happens([.rendezVousFixe(try Self.pose(1, "2026-12-02T10:00"))])
      #expect(try Self.due(vie) == nil, "\(courriel ?? "-")")
    }
    var silent = try Self.fixe()
    try silent.happens([.silence])
    #expect(try Self.due(silent) == nil)
  }

  @Test("is not for what was fixed or moved less than a day before, or after that moment")
  func tooLate() throws {
    for (when, expected) in [
      ("2026-11-24T09:59", "2026-11-24T10:00:00+01:00"), ("2026-11-24T10:00", nil), ("2026-11-24T10:01", nil),
      ("2026-11-25T09:00", nil),
    ] as [(String, String?)] {
      var fixed = try Self.vie()
      try fixed.comes(to: when)
      try fixed.happens([.rendezVousFixe(try Self.pose(1, "2026-11-25T10:00"))])
      #expect(try Self.due(fixed) == expected, "fixed \(when)")
      var moved = try Self.fixe()
      try moved.comes(to: when)
      try moved.happens([.rendezVousDeplace(try Self.pose(1, "2026-11-25T10:00"))])
      #expect(try Self.due(moved) == expected, "moved \(when)")
    }
    // The eve at eight in the evening is too soon to have forgotten what was said at half past nine the day before.
    var evening = try Self.vie()
    try evening.comes(to: "2026-11-24T21:30")
    try evening.happens([.rendezVousFixe(try Self.pose(1, "2026-11-25T21:35"))])
    #expect(try Self.due(evening) == nil)
  }

  @Test("falls due once, waits for the morning where it comes at night, and is left out rather than sent late")
  func late() throws {
    let vie = try Self.fixe()
    for (when, expected) in [
      ("2026-11-24T09:59", nil), ("2026-11-24T10:00", "envoyé"), ("2026-11-24T19:59", "envoyé"),
      ("2026-11-24T22:00", "remis 2026-11-25T08:00:00+01:00"), ("2026-11-25T07:59", "remis 2026-11-25T08:00:00+01:00"),
      ("2026-11-25T08:00", "envoyé"), ("2026-11-25T08:01", "tropProche"), ("2026-11-25T09:59", "tropProche"),
      ("2026-11-25T10:00", "commence"), ("2026-12-25T10:00", "commence"),
    ] as [(String, String?)] {
      #expect(try Self.suite(vie, at: when) == expected, "\(when)")
    }
    // Who is a minute late at the last hour of the evening is not put off until the morning.
    var evening = try Self.vie()
    try evening.comes(to: "2026-11-23T09:00")
    try evening.happens([.rendezVousFixe(try Self.pose(1, "2026-11-25T20:30"))])
    #expect(try Self.suite(evening, at: "2026-11-24T20:01") == "envoyé")
    for cause in [nil, .commence, .tropProche] as [RappelRendezVous.Omission?] {
      var told = try Self.fixe()
      try told.comes(to: "2026-11-24T10:00")
      try told.happens([.rappelRendezVous(RappelRendezVous(id: 1, sequence: 0, cause: cause))], auteur: Fait.regles)
      #expect(try Self.due(told) == nil)
      #expect(told.demande.rendezVous == vie.demande.rendezVous && told.demande.etat == .rendezVous)
    }
  }

  @Test(
    "T17: never after the rendez-vous, after its cancellation or to a telephone, and counted from the last invitation")
  func invitations() throws {
    var cancelled = try Self.fixe()
    try cancelled.happens(try cancelled.demande.annulerRendezVous(parLaFamille: true))
    #expect(try Self.due(cancelled) == nil && Self.suite(cancelled, at: "2026-11-25T10:00") == nil)
    var phoneOnly = try Self.vie(courriel: nil)
    try phoneOnly.happens([.rendezVousFixe(try Self.pose(1, "2026-11-25T10:00"))])
    #expect(try Self.suite(phoneOnly, at: "2026-11-24T10:00") == nil)
    // Reminded once and moved: reminded of the new time, not of the first.
    var moved = try Self.fixe()
    try moved.comes(to: "2026-11-24T10:00")
    try moved.happens([.rappelRendezVous(RappelRendezVous(id: 1, sequence: 0))], auteur: Fait.regles)
    try moved.comes(to: "2026-11-24T11:00")
    try moved.happens([.rendezVousDeplace(try Self.pose(1, "2026-12-02T15:00"))])
    #expect(try Self.due(moved) == "2026-12-01T15:00:00+01:00")
    #expect(try Self.suite(moved, at: "2026-11-25T10:00") == nil)
    // Closed and opened again: what was ahead is gone, and the next invitation counts.
    var reopened = try Self.fixe()
    try reopened.happens(
      try reopened.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
    #expect(try Self.due(reopened) == nil)
    try reopened.happens([.rouverte(Rouverte(motif: "Elle rappelle"))])
    #expect(try Self.due(reopened) == nil)
    try reopened.happens([.rendezVousFixe(try Self.pose(2, "2026-12-09T10:00"))])
    #expect(try Self.due(reopened) == "2026-12-08T10:00:00+01:00")
    // With another LINF it is to be moved first.
    var transferred = try Self.fixe()
    try transferred.happens(
      try transferred.demande.attribuer(
        a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(try Self.due(transferred, ["rpe-lomme", "rpe-sud"]) == nil)
  }

  @Test("is written in the journal and read back, with why it was left out")
  func written() throws {
    for cause in [nil, .commence, .tropProche] as [RappelRendezVous.Omission?] {
      let fact = Evenement.rappelRendezVous(RappelRendezVous(id: 2, sequence: 3, cause: cause))
      #expect(try Evenement(nature: .rappelRendezVous, version: Fait.version, donnees: fact.donnees) == fact)
    }
    #expect(throws: FaitIllisible.self) {
      try Evenement(
        nature: .rappelRendezVous, version: Fait.version, donnees: Array(#"{"id":1,"sequence":0,"omis":true}"#.utf8))
    }
  }

  @Test("a mail is overtaken by a move, a cancellation, silence, closing and another address, and by nothing else")
  func overtaken() throws {
    let vie = try Self.fixe()
    let objet = Envoi.Objet.rappel(rendezVous: 1, sequence: 0)
    func stands(_ act: (inout Vie) throws -> Void) throws -> Bool {
      var after = vie
      try act(&after)
      return after.demande.attend(objet, before: vie.demande, nil)
    }
    #expect(try stands { try $0.happens([.note(NoteEcrite(texte: "Elle viendra."))]) })
    #expect(try stands { try $0.happens([.rappelRendezVous(RappelRendezVous(id: 1, sequence: 0))]) })
    #expect(try !stands { try $0.happens([.rendezVousDeplace(try Self.pose(1, "2026-12-02T10:00"))]) })
    #expect(try !stands { try $0.happens(try $0.demande.annulerRendezVous(parLaFamille: false)) })
    #expect(try !stands { try $0.happens([.silence]) })
    #expect(
      try !stands {
        try $0.happens(try $0.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
      })
    for objet in [objet, .alerte(.apres, echeance: try Pendules.at("2026-11-25T17:00"))] {
      #expect(Envoi.Objet(objet.nature, texte: objet.texte) == objet)
    }
  }

  @Test("T17: does not go out for a rendez-vous that a closure has overtaken, unless it was given in spite of it")
  func closedMeanwhile() throws {
    let closed = "rpe-lomme;2026-11-25;2026-11-25;Travaux;"
    for (fermetures, goes) in [("", true), (closed, false), ("rpe-sud;2026-11-25;2026-11-25;Travaux;", true)] {
      let horloges = try Pendules.horloges(fermetures: fermetures, courriel: ["rpe-lomme"])
      #expect((horloges.rappel(of: try Self.fixe().demande) != nil) == goes, "\(fermetures)")
    }
    var knowingly = try Self.vie()
    try knowingly.comes(to: "2026-11-23T09:00")
    let place = PlaceRendezVous(
      debut: try Pendules.at("2026-11-25T10:00"), duree: 30, mode: .surSite, poste: 1, horsHoraires: true,
      malgreFermeture: true)
    try knowingly.happens([.rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place))])
    #expect(try Pendules.horloges(fermetures: closed, courriel: ["rpe-lomme"]).rappel(of: knowingly.demande) != nil)
  }
}
