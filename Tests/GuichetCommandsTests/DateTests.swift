import Foundation
import Guichet
import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

/// The office stands at Monday 23 November 2026, 09:00 in Paris.
@Suite("A date")
struct DateTests {
  private let office = FakeOffice()

  init() {
    office.answers = ["ListDemandes": [ListDemandes.Reply(demandes: []).json]]
  }

  @Test(
    "that a person types goes to the daemon as a day of the calendar, or such a day with the time on the clock",
    arguments: [
      ("2026-11-25", "2026-11-25"), ("25/11/2026", "2026-11-25"), ("2026-11-25T10:00", "2026-11-25T10:00"),
      ("2026-11-25 10:00", "2026-11-25T10:00"), ("25/11/2026 9:05", "2026-11-25T09:05"),
      ("25/11/2026 à 14h30", "2026-11-25T14:30"), ("2026-11-25T10:00:00+01:00", "2026-11-25T10:00:00+01:00"),
      ("aujourd'hui", "2026-11-23"), ("aujourd’hui 14h30", "2026-11-23T14:30"), ("Demain", "2026-11-24"),
      ("demain 10:00", "2026-11-24T10:00"), ("hier", "2026-11-22"), ("maintenant", "2026-11-23T08:00:00Z"),
      ("avant-hier", "2026-11-21"),
      ("après-demain 8h", "2026-11-25T08:00"), ("14:30", "2026-11-23T14:30"), ("14 h 30", "2026-11-23T14:30"),
      ("lundi 9:00", "2026-11-23T09:00"), ("lundi", "2026-11-23"), ("mardi", "2026-11-17"),
      ("mardi prochain", "2026-11-24"), ("dimanche", "2026-11-22"), ("1/3/2026", "2026-03-01"),
      ("25/11/26", "2026-11-25"), ("25/11", "2025-11-25"), ("20/11 10h", "2026-11-20T10:00"),
      ("25 novembre 2026", "2026-11-25"), ("1er mars à 10:00", "2026-03-01T10:00"), ("29/02", "2024-02-29"),
      ("ce matin", "2026-11-23"), ("lundi dernier", "2026-11-16"),
      ("mardi dernier 9h", "2026-11-17T09:00"), ("dimanche dernier", "2026-11-22"), ("il y a 3 jours", "2026-11-20"),
      ("il y a 3j", "2026-11-20"), ("il y a une semaine", "2026-11-16"), ("il y a 1 jour à 9:00", "2026-11-22T09:00"),
      ("dans 2 semaines", "2026-12-07"), ("il y a 2 h", "2026-11-23T06:00:00Z"),
      ("dans 90 minutes", "2026-11-23T09:30:00Z"), ("  demain   10:00 ", "2026-11-24T10:00"),
      // The hour that the clocks skip is the daemon's to answer for.
      ("28/03/2027 02:30", "2027-03-28T02:30"),
    ])
  func typed(text: String, sent: String) {
    #expect(office.run("demande", "lister", "--depuis", text).status == .done)
    #expect(office.asked.last?.parameters["depuis"] == .string(sent))
  }

  @Test(
    "named from today is read by the daemon's clock, which is the Caf's; one of the calendar asks nobody",
    arguments: [
      ("demain", "2026-11-25"), ("demain 10:00", "2026-11-25T10:00"), ("14:30", "2026-11-24T14:30"),
      ("il y a 2 h", "2026-11-23T18:00:00Z"), ("25/11/2026", nil), ("2026-11-25 10:00", nil),
    ])
  func overseas(text: String, sent: String?) {
    // Late at night in La Réunion is the evening before in Paris.
    let etat = Wire.Etat(
      demandes: .init(total: 0, parEtat: [:]), depot: .init(enAttente: 0, plusAncien: nil, ignores: 0, empeches: 0),
      rejets: .init(total: 0, bloques: 0),
      sorties: .init(enAttente: 0), journal: .init(entrees: 0, tete: ""), intake: .init(enPause: false, raison: nil),
      referentiel: .init(version: 1, communes: 0, linf: 0), le: "2026-11-24T00:00:00+04:00")
    office.answers["GetEtat"] = [GetEtat.Reply(etat: etat).json]
    #expect(office.run("demande", "lister", "--depuis", text).status == .done)
    #expect(office.asked.count == (sent == nil ? 1 : 2))
    if let sent { #expect(office.asked.last?.parameters["depuis"] == .string(sent)) }
  }

  @Test(
    "that is none is refused before anybody is asked",
    arguments: [
      "", " ", "30/02/2026", "25/11/226", "31/04", "25 novembre 12:00 8:00", "ce jour", "demain 25:00", "demain 10:60",
      "demain 10", "10h5", "il y a", "il y a 3",
      "il y a trois jours", "il y a 2 h 10:00", "dans", "lundi lundi", "hier demain", "2026-11-25T",
      "il y a 999999 jours",
      "2026-11-25 10:00 12:00",
    ])
  func refused(text: String) {
    let run = office.run("demande", "lister", "--depuis", text)
    #expect(run.status == .usage && office.socket == nil)
    #expect(run.errors.contains("25/11/2026 10:00, demain 14h30, hier, lundi 9:00, il y a 3 jours."))
  }

  @Test("that an option looks back from is told when it is to come", arguments: ["demain", "24/11/2026", "dans 2 h"])
  func future(text: String) {
    let run = office.run("demande", "lister", "--depuis", text)
    #expect(run.status == .done && run.errors == "« \(text) » est dans l’avenir : rien n’a pu arriver depuis.\n")
    #expect(office.run("demande", "lister", "--depuis", "lundi").errors.isEmpty)
  }

  @Test("that names a day from today goes by this machine's zone")
  func zone() throws {
    office.zone = try Fuseau(
      tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Pacific/Auckland"))), nom: "x")
    office.step = 4 * 3600 * 1_000_000
    _ = office.run("demande", "lister", "--depuis", "demain")
    // 13:00 in Paris is the next day in Auckland.
    #expect(office.asked.last?.parameters["depuis"] == "2026-11-25")
  }

  @Test(
    "is a day in every option that takes one", arguments: ["demain", "24/11/2026", "24/11", "mardi", "dans 1 jour"])
  func days(text: String) {
    office.answers = ["TransferDemandes": [TransferDemandes.Reply(deplacements: [], version: 1).json]]
    _ = office.run("referentiel", "transferer", "--commune", "59350", "--le", text)
    #expect(office.asked.last?.parameters["le"] == "2026-11-24")
    _ = office.run("routage", "--code-insee", "59350", "--le", text)
    guard case .array(let places)? = office.asked.last?.parameters["lieux"] else {
      Issue.record("nothing was asked")
      return
    }
    #expect(places.first?["le"] == "2026-11-24")
  }

  @Test(
    "that is shown tells how far off it is, in its largest whole unit",
    arguments: [
      ("2026-11-23T09:00:00+01:00", "23/11/2026 09:00 (à l’instant)"),
      ("2026-11-23T09:00:29+01:00", "23/11/2026 09:00 (à l’instant)"),
      ("2026-11-23T08:59:30+01:00", "23/11/2026 08:59 (il y a 1 min)"),
      ("2026-11-23T08:01:00+01:00", "23/11/2026 08:01 (il y a 59 min)"),
      ("2026-11-23T08:00:10+01:00", "23/11/2026 08:00 (il y a 1 h)"),
      ("2026-11-23T11:00:00+01:00", "23/11/2026 11:00 (dans 2 h)"),
      ("2026-11-22T09:30:00+01:00", "22/11/2026 09:30 (il y a 23 h)"),
      ("2026-11-20T09:00:00+01:00", "20/11/2026 09:00 (il y a 3 j)"),
      ("2026-11-26T08:59:40+01:00", "26/11/2026 08:59 (dans 3 j)"),
      // A day whose clocks went back is 25 hours long, and counts as what it lasted.
      ("2026-10-25T00:00:00+02:00", "25/10/2026 00:00 (il y a 29 j)"),
      ("2025-11-23T09:00:00+01:00", "23/11/2025 09:00 (il y a 365 j)"), ("jadis", "jadis"),
    ])
  func relative(instant: String, shown: String) {
    let rejet = Wire.Rejet(
      id: "x", fichier: "a.json", recuLe: instant, sha256: nil, code: "jsonInvalide", erreurs: [], etat: "ouvert",
      auDepot: false)
    office.answers = ["ShowRejet": [ShowRejet.Reply(rejet: rejet, contenu: nil).json]]
    #expect(office.run("rejet", "voir", "x").output.contains("Refusé le       \(shown)\n"))
  }
}
