import Foundation
import Guichet
import GuichetDocuments
import Testing

@Suite("A calendar library by others")
struct ThirdPartyCalendarTests {
  /// python's icalendar, where somebody installed it (`pip install icalendar`).
  private static let isInstalled = run("import icalendar") == ""

  @Test(
    "T27: reads back what was written, at its very instants, by the rules of the calendar alone",
    .enabled(if: isInstalled, "icalendar is not installed: pip install icalendar"),
    arguments: ["Europe/Paris", "Indian/Reunion", "America/Cayenne", "America/Miquelon", "Pacific/Noumea"])
  func readBack(zone: String) throws {
    var entrees: [AgendaICalendar.Entree] = []
    let first = try AgendaSamples.at("2025-12-29T07:00:00Z")
    for rank in 0..<300 {
      // Through every clock change of two years.
      let start = first.advanced(bySeconds: Int64(rank) * 59 * 3600)
      let statut = RendezVous.Statut.allCases[rank % 5]
      entrees.append(
        try AgendaSamples.entree(
          rank + 1, start.rfc3339(offsetSeconds: 0), duree: 5 + rank % 90 * 5, RendezVous.Mode.allCases[rank % 3],
          lieu: rank % 7 == 0 ? "Salle n° \(rank) ; « été », 2\u{2009}e étage" : nil, statut: statut,
          sequence: rank % 4,
          famille: rank % 2 == 0 ? "Müller-D’Œuf \(rank), 👪 \\ fin; " + String(repeating: "é", count: rank % 80) : nil))
    }
    let agenda = try AgendaSamples.agenda(entrees, zone: zone)
    // Under a name that nobody knows the library can only go by the rules that are written.
    let text = AgendaSamples.text(agenda).replacing(zone, with: "Zone/Inconnue")
    let script = """
      import sys, datetime, icalendar
      calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
      for event in calendar.walk("VEVENT"):
          times = [event[name].dt.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
                   for name in ("DTSTART", "DTEND", "DTSTAMP")]
          print(event["UID"], *times, event["SEQUENCE"], event["STATUS"], event.get("LOCATION", "-"), event["SUMMARY"],
                event["DESCRIPTION"].replace("\\n", "|"), sep="\\t")
      """
    let expected = entrees.map { entree in
      let rendezVous = entree.rendezVous
      let famille = entree.famille.map { "\($0) (\(entree.numero.texte))" } ?? "Demande \(entree.numero.texte)"
      return [
        "rendez-vous-\(entree.numero.texte)-1@59.guichet", rendezVous.debut.rfc3339(offsetSeconds: 0),
        rendezVous.fin.rfc3339(offsetSeconds: 0), rendezVous.modifieLe.rfc3339(offsetSeconds: 0),
        "\(rendezVous.sequence)", rendezVous.statut.estLibere ? "CANCELLED" : "CONFIRMED", rendezVous.place.lieu ?? "-",
        "\(famille), \(rendezVous.place.mode.libelle)", "Rendez-vous \(rendezVous.statut.libelle)|Poste 1",
      ].joined(separator: "\t")
    }
    let read = try #require(Self.run(script, input: text)).split(separator: "\n").map(String.init)
    #expect(read.count == expected.count)
    for (found, wanted) in zip(read, expected) where found != wanted { Issue.record("\(found) instead of \(wanted)") }
  }

  /// What the script prints; nil when it fails or there is no Python.
  private static func run(_ script: String, input: String = "") -> String? {
    let process = Process()
    let (stdin, stdout) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try stdin.fileHandleForWriting.close()
      let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    } catch {
      return nil
    }
  }
}
