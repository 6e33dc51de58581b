import Foundation
import Guichet
import GuichetDaemon
import GuichetRegister
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("The page of the office, after days of a real daemon")
struct TableauDeBordDeskTests {
  /// The rows of the page's table, as words.
  private static func rows(_ page: String) -> [String] {
    page.split(separator: "<tr").map { row in
      row.split(separator: "<").compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().last }
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }.joined(separator: "|")
    }
  }

  @Test("has the figures of what happened, and those of later acts at the next look", .timeLimit(.minutes(1)))
  func figures() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, horloge: "2026-11-20T09:00:00+01:00")
    try daemon.load(Samples.referentiel)
    func drop(_ reference: String, _ codePostal: String, _ commune: String, at instant: String) throws {
      try daemon.advance(to: instant)
      try daemon.root.drop(
        Samples.formulaire(reference: reference, codePostal: codePostal, commune: commune), as: "\(reference).json")
      try daemon.advance(to: instant)
    }
    try drop("MEF-1", "59160", "Capinghem", at: "2026-11-20T09:10:00+01:00")
    try daemon.advance(to: "2026-11-20T10:30:00+01:00")
    _ = try daemon.call("AddContact", ["numero": "1", "resultat": "joint"])
    try drop("MEF-2", "59160", "Capinghem", at: "2026-11-23T09:00:00+01:00")
    try drop("MEF-3", "59000", "Lille", at: "2026-11-23T09:00:00+01:00")
    try drop("MEF-4", "59700", "Marcq-en-Barœul", at: "2026-11-23T09:00:00+01:00")
    try daemon.advance(to: "2026-11-30T09:10:00+01:00")
    try drop("MEF-5", "59000", "Lille", at: "2026-11-30T09:20:00+01:00")
    _ = try daemon.call("AddContact", ["numero": "2", "resultat": "sansReponse"])
    daemon.stop()

    let office = try TestOffice("2026-11-30T09:30:00+01:00", root: root)
    try await office.resume()
    let desk = TableauDeBordDesk(office.office)
    let page = String(decoding: try await desk.page(), as: UTF8.self)
    let rows = Self.rows(page)
    #expect(page.contains("<dd>1</dd>\n<dd class=\"note\">d’habitude 3 à cette heure (1\u{A0}lundi)</dd>"))
    #expect(page.contains("1 à temps sur 2."), "the second came a week later")
    #expect(page.contains("1\u{A0}famille attend encore, en retard."), "of Lille, since the first Monday")
    #expect(rows.contains("Sans LINF, à orienter|1|1|1|7\u{A0}jours|0|0"), "\(rows)")
    #expect(rows.contains { $0.hasPrefix("Relais de Lomme|1|2|0|–|") }, "both were tried, one in vain")
    #expect(page.contains("dont 2 sans aucune tentative"))
    #expect(rows.contains { $0 == "Relais de Lille|1|2|2|7\u{A0}jours|0|0" }, "\(rows)")

    let third = try #require(Numero(annee: 2026, rang: 3))
    _ = try await office.register.act(on: [third], by: 0, now: office.clock.now()) { (demande) throws(ActeRefuse) in
      try demande.clore(.sansSuite, note: nil, injoignable: .oui)
    }
    let later = String(decoding: try await desk.page(), as: UTF8.self)
    #expect(!later.contains("attend encore"))
    #expect(later.contains("Closes depuis le début : 1."))
  }

  @Test("is written anew after a minute, at once when a fault comes or goes, and again where that failed")
  func rewritten() async throws {
    struct Full: Error {}
    let office = try TestOffice("2026-11-30T09:30:00+01:00")
    let desk = TableauDeBordDesk(office.office)
    let fault = Panne(.espace, .critique, "Le disque est plein.", "Faire de la place.")
    let file = "\(office.root.path)/page.html"
    /// The verdict of the page that was written; nil where none was.
    func written(_ fautes: [Panne]) async throws -> Bool? {
      let isWritten = try await desk.rewrite(fautes) { try Data($0).write(to: URL(filePath: file)) }
      return isWritten ? try String(contentsOfFile: file, encoding: .utf8).contains("Tout va bien") : nil
    }
    await #expect(throws: Full.self) { try await desk.rewrite([]) { _ in throw Full() } }
    #expect(try await written([]) == true)
    #expect(try await written([]) == nil)
    office.clock.advance(to: try instant("2026-11-30T09:30:59+01:00"))
    #expect(try await written([]) == nil)
    #expect(try await written([fault]) == false)
    #expect(try await written([fault]) == nil)
    #expect(try await written([]) == true)
    office.clock.advance(to: try instant("2026-11-30T09:31:59+01:00"))
    #expect(try await written([]) == true)
  }
}
