import Guichet
import Testing

/// Clocks over the small référentiel, changed.
enum Pendules {
  static let delais = DelaisDEtape(
    premierContact: .joursOuverts(2), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
    orientation: .joursOuverts(1))

  static func horloges(
    _ delais: DelaisDEtape = delais, empreinte: String = "", fermetures: String = "", horaires: String = "",
    courriel: Set<String> = []
  ) throws -> Horloges {
    let routeur = try AttributionTests.routeur { petit in
      if !fermetures.isEmpty { petit.fichiers["fermetures.csv"] = "linf;du;au;motif;suppleant\n" + fermetures }
      if !horaires.isEmpty {
        petit.fichiers["horaires.csv"] = "linf;jour;de;a;postes;usage;semaine;lieu;du;au\n" + horaires
      }
    }
    return Horloges(
      referentiel: routeur.referentiel, version: 1, heures: try OpenOffice.caf(), delais: delais, delaisDeLinf: [:],
      linfACourriel: courriel, empreinte: empreinte)
  }

  static func at(_ text: String) throws -> Instant { try OpenOffice.caf().calendrier.at(text) }

  /// `2026-11-25T17:00:00+01:00`.
  static func due(_ vie: Vie, _ horloges: Horloges) throws -> String? {
    horloges.etape(of: vie.demande)?.echeance.instant.map { horloges.heures.fuseau.rfc3339($0) }
  }

  /// Received on Monday 23 November 2026 at 08:15, at Lomme.
  static func vie(urgente: Bool = false) throws -> Vie {
    var formulaire = AttributionTests.formulaire()
    if urgente { formulaire.besoin.frequence = .urgence }
    return try AttributionTests.vie(formulaire)
  }
}

extension Vie {
  /// The clock shows that moment from now on.
  mutating func comes(to text: String) throws {
    heure = (try Pendules.at(text).microseconds - DemandeTests.now.microseconds) / 1_000_000
  }
}

@Suite("The échéance of a demande")
struct EtapeTests {
  @Test("is that of its état: the first contact, sooner where it is urgent, and the LINF to be found")
  func natures() throws {
    let horloges = try Pendules.horloges()
    #expect(try Pendules.due(try Pendules.vie(), horloges) == "2026-11-25T17:00:00+01:00")
    // 08:15 is before the doors open.
    #expect(try Pendules.due(try Pendules.vie(urgente: true), horloges) == "2026-11-23T14:30:00+01:00")
    let lost = try AttributionTests.vie(AttributionTests.formulaire(codePostal: "62000", commune: "Arras"))
    #expect(lost.demande.etat == .aOrienter)
    #expect(try Pendules.due(lost, horloges) == "2026-11-24T17:00:00+01:00")
    #expect(horloges.etape(of: lost.demande)?.nature == .orientation)
  }

  @Test("is the same whether it is remembered or computed, for starts on both sides of every close")
  func remembered() throws {
    let shared = try Pendules.horloges()
    let calendar = shared.calendrier(of: "rpe-lomme")
    for minute in stride(from: 0, through: 6 * 24 * 60, by: 17) {
      var vie = try Pendules.vie()
      vie.heure = Int64(minute) * 60
      try vie.happens(try vie.demande.clore(.sansSuite, note: nil, injoignable: .non("Il manque une tentative.")))
      try vie.happens([.rouverte(Rouverte(motif: "Rappel"))])
      let start = DemandeTests.now.advanced(bySeconds: Int64(minute) * 60)
      let expected = try PremierContact(
        linf: calendar, caf: shared.heures.calendrier, delai: .joursOuverts(2), plafond: .joursOuverts(5)
      ).echeance(from: start).echeance
      #expect(shared.etape(of: vie.demande)?.echeance == expected, "minute \(minute)")
    }
  }

  @Test("T14: a LINF closed for weeks does not stop the clock: the Caf's ceiling decides, and its hours tell")
  func closed() throws {
    let horloges = try Pendules.horloges(fermetures: "rpe-lomme;2026-11-23;2026-12-31;congés;\n")
    let vie = try Pendules.vie()
    #expect(try Pendules.due(vie, horloges) == "2026-11-30T17:00:00+01:00")
    let etape = try #require(horloges.etape(of: vie.demande))
    #expect(etape.estALaCaf)
    #expect(etape.alertes.allSatisfy { horloges.heures.calendrier.isOpen(at: $0.le) })
    #expect(horloges.explication(of: vie.demande).contains("Le plafond de la Caf vient avant."))
  }

  @Test("T13: another delay keeps the time paused, and a pause over a weekend adds nothing")
  func paused() throws {
    let horloges = try Pendules.horloges()
    var vie = try Pendules.vie()
    try vie.comes(to: "2026-11-24T10:00")
    try vie.happens(try vie.demande.suspendre(motif: "Hospitalisation"))
    guard case .suspendue(let rest) = horloges.etape(of: vie.demande)?.echeance else {
      Issue.record("the clock runs on")
      return
    }
    #expect(rest.phrase == "12 h" && vie.demande.marques.contains(.suspendue))
    #expect(vie.demande.prochaineAlerte(horloges.etape(of: vie.demande)) == nil)
    #expect(horloges.explication(of: vie.demande).first?.contains(" : Hospitalisation.") == true)
    #expect(throws: ActeRefuse.self) { try vie.demande.suspendre(motif: "Encore") }
    try vie.comes(to: "2026-11-24T14:30")
    try vie.happens(try vie.demande.reprendre())
    #expect(throws: ActeRefuse.self) { try vie.demande.reprendre() }
    // Three open hours later: Wednesday's 17:00 becomes Thursday's 12:00.
    #expect(try Pendules.due(vie, horloges) == "2026-11-26T12:00:00+01:00")
    let longer = DelaisDEtape(
      premierContact: .joursOuverts(3), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
      orientation: .joursOuverts(1))
    #expect(try Pendules.due(vie, try Pendules.horloges(longer)) == "2026-11-27T12:00:00+01:00")
    try vie.comes(to: "2026-11-28T09:00")
    var weekend = try Pendules.vie()
    try weekend.comes(to: "2026-11-23T17:00")
    try weekend.happens(try weekend.demande.suspendre(motif: "Attente"))
    try weekend.comes(to: "2026-11-24T09:00")
    try weekend.happens(try weekend.demande.reprendre())
    #expect(try Pendules.due(weekend, horloges) == "2026-11-25T17:00:00+01:00")
  }

  @Test("T18: what a person set is never computed again, by no delay, hours or closure, until it is given back")
  func byHand() throws {
    var vie = try Pendules.vie()
    let le = try Pendules.at("2026-12-02T12:00")
    try vie.happens(try vie.demande.fixerEcheance(le: le, motif: "Vacances"))
    #expect(vie.demande.marques.contains(.echeanceFixee))
    for horloges in [
      try Pendules.horloges(), try Pendules.horloges(fermetures: "rpe-lomme;2026-11-23;2026-12-31;congés;\n"),
      try Pendules.horloges(horaires: "rpe-lomme;lundi;09:00;10:00;1;;;;;\n"),
    ] {
      #expect(horloges.etape(of: vie.demande)?.echeance == .le(le))
      #expect(horloges.etape(of: vie.demande)?.estFixee == true)
    }
    #expect(throws: ActeRefuse.self) { try vie.demande.fixerEcheance(le: le, motif: "Vacances") }
    try vie.happens(try vie.demande.fixerEcheance(le: nil, motif: nil))
    #expect(try Pendules.due(vie, try Pendules.horloges()) == "2026-11-25T17:00:00+01:00")
  }

  @Test("ends with the step for which a person set it")
  func byHandEnds() throws {
    var vie = try Pendules.vie()
    try vie.happens(
      try vie.demande.fixerEcheance(le: try Pendules.at("2026-12-02T12:00"), motif: "Vacances")
        + vie.demande.decliner(
          .autre, note: nil, try AttributionTests.routeur(), AttributionTests.jours, version: 1))
    #expect(vie.demande.etat == .aOrienter && vie.demande.echeanceFixee == nil)
  }
}

@Suite("When families would like to be called")
struct CreneauxTests {
  @Test("is compared with the part of the week that it is, on the Caf's clocks")
  func now() throws {
    let zone = try FuseauTests.zone("Europe/Paris")
    let mondayMorning = Rappel(creneaux: [.init(jour: .lundi, moment: .matin)]).semaine
    let evenings = Rappel(creneaux: [.init(moment: .soir)]).semaine
    let mondays = Rappel(creneaux: [.init(jour: .lundi)]).semaine
    for (text, fits) in [
      ("2026-11-23T11:59", [true, false, true]), ("2026-11-23T12:00", [false, false, true]),
      ("2026-11-23T18:00", [false, true, true]), ("2026-11-24T18:00", [false, true, false]),
    ] as [(String, [Bool])] {
      let moment = Rappel.moment(try Pendules.at(text), in: zone)
      #expect([mondayMorning, evenings, mondays].map { $0 & moment != 0 } == fits, "\(text)")
    }
    #expect(Rappel().semaine == 0)
  }
}
