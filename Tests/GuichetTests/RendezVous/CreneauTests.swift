import Guichet
import GuichetTestSupport
import Testing

@Suite("Free slots")
struct CreneauTests {
  private static func ouverts() throws -> PostesOuverts {
    try PostesOuvertsTests.ouverts(
      OpenOffice.rows("lun-ven 09:00-11:00", postes: 2) + OpenOffice.rows("mer 10:00-12:00", usage: .rendezVous))
  }

  private static func day(_ text: String) throws -> DateCivile { try #require(DateCivile(iso: text)) }

  /// `09:00 ×2`.
  private static func shown(_ slots: [Creneau], _ ouverts: PostesOuverts) -> String {
    slots.map { "\(ouverts.calendrier.fuseau.heure($0.debut)) ×\($0.postes)" }.joined(separator: " ")
  }

  @Test("follow each other from the opening on, less what is taken, and never before a moment")
  func slots() throws {
    let ouverts = try Self.ouverts()
    let day = try Self.day("2026-11-25")
    let at = ouverts.calendrier.at
    func slots(_ occupes: [PosteOccupe] = [], apres: String = "2026-11-25", duree: Int = 30) throws -> String {
      Self.shown(ouverts.creneaux(day...day, apres: try at(apres), duree: duree, occupes), ouverts)
    }
    #expect(try slots() == "09:00 ×2 09:30 ×2 10:00 ×3 10:30 ×3 11:00 ×1 11:30 ×1")
    #expect(try slots(apres: "2026-11-25T10:15") == "10:30 ×3 11:00 ×1 11:30 ×1")
    #expect(try slots(duree: 90) == "09:00 ×2 10:30 ×1")
    #expect(try slots(duree: 240) == "")
    let taken = [
      PosteOccupe(poste: 1, debut: try at("2026-11-25T09:20"), fin: try at("2026-11-25T09:40")),
      PosteOccupe(poste: 2, debut: try at("2026-11-25T09:30"), fin: try at("2026-11-25T10:00")),
      PosteOccupe(poste: 1, debut: try at("2026-11-25T11:00"), fin: try at("2026-11-25T12:00")),
    ]
    #expect(try slots(taken) == "09:00 ×1 10:00 ×3 10:30 ×3")
  }

  @Test("are bounded, whatever is asked for")
  func bounded() throws {
    let ouverts = try Self.ouverts()
    let far = try Self.day("2026-11-25")...(try Self.day("2126-11-25"))
    let start = try ouverts.calendrier.at("2026-11-25")
    let all = ouverts.creneaux(far, apres: start, duree: 30, [])
    let last = try #require(all.last.map { ouverts.calendrier.fuseau.date(of: $0.debut) })
    #expect(last < far.lowerBound.advanced(byDays: PostesOuverts.joursMaximum))
    #expect(ouverts.creneaux(far, apres: start, duree: 30, [], limite: 7) == Array(all.prefix(7)))
  }

  @Test("are proposed nearest first, ahead and behind, over closed days too")
  func near() throws {
    let ouverts = try Self.ouverts()
    let at = ouverts.calendrier.at
    let saturday = ouverts.creneauxProches(
      de: try at("2026-11-28T10:00"), apres: try at("2026-11-23"), duree: 60, [], nombre: 4)
    #expect(
      saturday.map { ouverts.calendrier.fuseau.phrase($0.debut) } == [
        "vendredi 27/11/2026 à 10:00", "vendredi 27/11/2026 à 09:00", "lundi 30/11/2026 à 09:00",
        "jeudi 26/11/2026 à 10:00",
      ])
    let none = ouverts.creneauxProches(de: try at("2026-11-28T10:00"), apres: try at("2027-11-28"), duree: 60, [])
    #expect(none.isEmpty)
  }

  @Test("of any office and any taking can be booked, and what is left is no slot", arguments: 0..<40)
  func property(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    var rows: [Horaire] = []
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      let start = Int.random(in: 0...30, using: &chance) * 30
      let end = start + Int.random(in: 1...(48 - start / 30), using: &chance) * 30
      rows.append(
        Horaire(
          plage: Plage(
            jour: JourDeSemaine.allCases.randomElement(using: &chance) ?? .lundi, de: start, a: min(end, 1440)),
          postes: Int.random(in: 1...3, using: &chance),
          usage: [nil, .rendezVous, .telephone].randomElement(using: &chance) ?? nil,
          semaine: [nil, .paire, .impaire].randomElement(using: &chance) ?? nil))
    }
    let zone = ["Europe/Paris", "Indian/Reunion", "America/Miquelon", "America/Cayenne"][seed % 4]
    let ouverts = try PostesOuvertsTests.ouverts(rows, [], OpenOffice.caf(zone))
    // Across both clock changes.
    let first = try Self.day(seed.isMultiple(of: 2) ? "2026-10-19" : "2027-03-08")
    let duree = Int.random(in: 1...24, using: &chance) * 5
    var taken: [PosteOccupe] = []
    for _ in 0..<200 {
      let slots = ouverts.creneaux(
        first...first.advanced(byDays: 30), apres: ouverts.calendrier.fuseau.start(of: first), duree: duree, taken)
      guard let slot = slots.randomElement(using: &chance) else { break }
      let open = ouverts.postes(de: slot.debut, a: slot.fin)
      let poste = try #require(ouverts.posteLibre(de: slot.debut, a: slot.fin, parmi: open, taken))
      #expect(poste <= open && slot.postes <= open)
      #expect(PlaceRendezVous.estSurLaGrille(debut: slot.debut, duree: duree))
      taken.append(PosteOccupe(poste: poste, debut: slot.debut, fin: slot.fin))
    }
    for (index, one) in taken.enumerated() {
      let meets = taken[(index + 1)...].contains { $0.poste == one.poste && $0.debut < one.fin && one.debut < $0.fin }
      #expect(!meets)
    }
  }
}
