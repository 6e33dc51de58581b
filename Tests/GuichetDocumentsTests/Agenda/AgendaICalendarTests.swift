import Foundation
import Guichet
import GuichetDocuments
import Testing

@Suite("The agenda as a calendar (RFC 5545)")
struct AgendaICalendarTests {
  @Test("tells each rendez-vous with an identifier that stays, and shows numeros only")
  func event() throws {
    let lines = AgendaSamples.lines(
      try AgendaSamples.agenda([AgendaSamples.entree(123, "2026-11-25T10:00:00+01:00", .telephone)]))
    let start = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
    #expect(
      lines[start...] == [
        "BEGIN:VEVENT", "UID:rendez-vous-2026-000123-1@59.guichet", "DTSTAMP:20261123T080000Z",
        "LAST-MODIFIED:20261123T080000Z", "SEQUENCE:0", "DTSTART;TZID=Europe/Paris:20261125T100000",
        "DTEND;TZID=Europe/Paris:20261125T103000", "STATUS:CONFIRMED", "SUMMARY:Demande 2026-000123\\, par téléphone",
        "DESCRIPTION:Rendez-vous prévu\\nPoste 1", "END:VEVENT", "END:VCALENDAR", "",
      ])
    #expect(
      lines.prefix(5) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guichet//guichetd//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      ])
  }

  @Test("says of one that has to be moved that it must, and keeps it until that is done")
  func toMove() throws {
    let lines = AgendaSamples.lines(
      try AgendaSamples.agenda([AgendaSamples.entree(1, "2026-11-25T10:00:00+01:00", aDeplacer: .transfert)]))
    #expect(lines.contains("SUMMARY:À DÉPLACER : Demande 2026-000001\\, sur place"))
    #expect(lines.contains("DESCRIPTION:Rendez-vous prévu\\nÀ déplacer : la demande est allée ailleurs\\nPoste 1"))
    #expect(lines.contains("STATUS:CONFIRMED"))
  }

  @Test("T27: keeps what was called off as CANCELLED, with a sequence that has risen")
  func cancelled() throws {
    for statut in [RendezVous.Statut.excuse, .annule] {
      let lines = AgendaSamples.lines(
        try AgendaSamples.agenda([
          AgendaSamples.entree(1, "2026-11-25T10:00:00+01:00", statut: statut, sequence: 3)
        ]))
      #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:3"))
    }
  }

  @Test("T27: says the rules of its time zone, as they go on for ever")
  func zones() throws {
    func zone(_ name: String) throws -> [String] {
      let lines = AgendaSamples.lines(
        try AgendaSamples.agenda([AgendaSamples.entree(1, "2026-11-25T10:00:00+01:00")], zone: name))
      let (start, end) = (lines.firstIndex(of: "BEGIN:VTIMEZONE"), lines.firstIndex(of: "END:VTIMEZONE"))
      return Array(lines[(try #require(start) + 1)..<(try #require(end))])
    }
    #expect(
      try zone("Europe/Paris") == [
        "TZID:Europe/Paris", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100",
        "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20250330T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20251026T030000",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
      ])
    #expect(
      try zone("Indian/Reunion") == [
        "TZID:Indian/Reunion", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0400", "TZOFFSETTO:+0400",
        "END:STANDARD",
      ])
    let miquelon = try zone("America/Miquelon")
    #expect(miquelon.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU") && miquelon.contains("TZOFFSETTO:-0200"))
    #expect(miquelon.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"))
  }

  @Test("folds at 75 octets, never inside a character, and escapes text")
  func folded() throws {
    let agenda = try AgendaSamples.agenda([
      AgendaSamples.entree(
        1, "2026-11-25T10:00:00+01:00", lieu: String(repeating: "Hôtel de ville, salle « été » 👪 ; ", count: 8),
        famille: "D’Œuf; \\ , Zoé\r\nBEGIN:VEVENT\u{7}", telephone: "+33639981234")
    ])
    let bytes = agenda.bytes
    var length = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        #expect(index > 0 && bytes[index - 1] == 0x0D && length <= 76)
        length = 0
      } else {
        length += 1
      }
    }
    for line in AgendaSamples.text(agenda).components(separatedBy: "\r\n") { #expect(!line.contains("\u{FFFD}")) }
    let lines = AgendaSamples.lines(agenda)
    #expect(lines.contains("SUMMARY:D’Œuf\\; \\\\ \\, Zoé\\nBEGIN:VEVENT (2026-000001)\\, sur place"))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    #expect(lines.contains("DESCRIPTION:Rendez-vous prévu\\nTéléphone : +33639981234\\nPoste 1"))
  }

  @Test("tells in universal time an hour that clocks show twice")
  func twice() throws {
    let lines = AgendaSamples.lines(
      try AgendaSamples.agenda([AgendaSamples.entree(1, "2026-10-25T02:30:00+01:00", duree: 60)]))
    #expect(lines.contains("DTSTART:20261025T013000Z") && lines.contains("DTEND;TZID=Europe/Paris:20261025T033000"))
  }

  @Test("is the same to the byte for the same rendez-vous, and a calendar without any")
  func stable() throws {
    let entrees = [try AgendaSamples.entree(1, "2026-11-25T10:00:00+01:00")]
    #expect(try AgendaSamples.agenda(entrees).bytes == AgendaSamples.agenda(entrees).bytes)
    #expect(try !AgendaSamples.text(AgendaSamples.agenda([])).contains("VEVENT"))
  }
}
