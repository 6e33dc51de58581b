import Guichet
import Testing

@Suite("The time in which a LINF gives rendez-vous")
struct PostesOuvertsTests {
  static func ouverts(
    _ rows: [Horaire], _ closures: [Fermeture] = [], _ caf: HeuresDeLaCaf? = nil
  ) throws -> PostesOuverts {
    PostesOuverts(nom: "Rpe d’essai", horaires: rows, fermetures: closures, caf: try caf ?? OpenOffice.caf())
  }

  /// `09:00-12:00 ×2`.
  private static func shown(_ ouverts: PostesOuverts, _ day: String) throws -> String {
    let zone = ouverts.calendrier.fuseau
    return ouverts.plages(try #require(DateCivile(iso: day))).map {
      "\(zone.heure($0.debut))-\(zone.heure($0.fin)) ×\($0.postes)"
    }.joined(separator: " ")
  }

  @Test("sums the postes of the rows that hold at once, for rendez-vous or for any use")
  func sum() throws {
    let ouverts = try Self.ouverts(
      OpenOffice.rows("lun-ven 09:00-12:00", postes: 2)
        + OpenOffice.rows("mer 10:00-14:00", usage: .rendezVous)
        + OpenOffice.rows("mer 08:00-18:00", postes: 5, usage: .telephone))
    #expect(try Self.shown(ouverts, "2026-11-24") == "09:00-12:00 ×2")
    #expect(try Self.shown(ouverts, "2026-11-25") == "09:00-10:00 ×2 10:00-12:00 ×3 12:00-14:00 ×1")
    #expect(try Self.shown(ouverts, "2026-11-28") == "")
  }

  @Test("follows the parity of the week, the dates of the rows, fermetures and holidays")
  func dated() throws {
    let ouverts = try Self.ouverts(
      OpenOffice.rows("mer 09:00-10:00", semaine: .paire) + OpenOffice.rows("mer 14:00-15:00", semaine: .impaire)
        + OpenOffice.rows("ven 09:00-10:00", du: "2026-12-01"),
      [OpenOffice.closure("2026-12-09", "2026-12-09", "travaux")])
    // 25 November 2026 is in week 48.
    #expect(try Self.shown(ouverts, "2026-11-25") == "09:00-10:00 ×1")
    #expect(try Self.shown(ouverts, "2026-12-02") == "14:00-15:00 ×1")
    #expect(try Self.shown(ouverts, "2026-12-09") == "")
    #expect(try Self.shown(ouverts, "2026-11-27") == "")
    #expect(try Self.shown(ouverts, "2026-12-04") == "09:00-10:00 ×1")
    #expect(try Self.shown(ouverts, "2026-12-25") == "")
  }

  @Test("is that of the Caf, with one adviser, where it has no row")
  func caf() throws {
    #expect(try Self.shown(try Self.ouverts([]), "2026-11-25") == "09:00-12:00 ×1 13:30-17:00 ×1")
  }

  @Test(
    "has as many advisers as are there all the while",
    arguments: [
      ("09:00", "10:00", 2), ("09:30", "10:30", 2), ("11:30", "12:30", 1), ("13:30", "14:30", 0), ("08:00", "09:30", 0),
      ("10:00", "12:00", 3), ("15:00", "16:00", 0),
    ])
  func whole(from: String, to: String, postes: Int) throws {
    let ouverts = try Self.ouverts(
      OpenOffice.rows("mer 09:00-12:00", postes: 2) + OpenOffice.rows("mer 10:00-14:00"))
    let calendrier = ouverts.calendrier
    #expect(
      ouverts.postes(de: try calendrier.at("2026-11-25T\(from)"), a: try calendrier.at("2026-11-25T\(to)")) == postes)
  }

  @Test("goes on through clock changes: an hour that comes twice is two hours, one that is skipped none")
  func clocks() throws {
    let ouverts = try Self.ouverts(OpenOffice.rows("dim 01:00-04:00"))
    func length(_ day: String) throws -> Int64 {
      ouverts.plages(try #require(DateCivile(iso: day))).reduce(0) { $0 + ($1.fin.seconds - $1.debut.seconds) }
    }
    #expect(try length("2026-10-18") == 3 * 3600)
    #expect(try length("2026-10-25") == 4 * 3600)
    #expect(try length("2027-03-28") == 2 * 3600)
  }
}
