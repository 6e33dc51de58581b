import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Delays and public holidays on the command line")
struct DelaiTests {
  private let office = FakeOffice()

  @Test("asks for the échéance and shows it with its explanation")
  func delai() {
    let reply = ComputeDelai.Reply(
      echeance: "2026-11-25T15:30:00+01:00", explication: ["mercredi 25/11 : 10:00–12:00, 13:30–15:30, 4 h"])
    office.answers = ["ComputeDelai": [reply.json]]
    let line = ["delai", "--depuis", "2026-11-25T10:00", "--linf", "rpe-lomme", "--heures", "4"]
    #expect(
      office.run(line).output == """
        Échéance        25/11/2026 15:30
          – mercredi 25/11 : 10:00–12:00, 13:30–15:30, 4 h

        """)
    let asked = ComputeDelai.Parameters(depuis: "2026-11-25T10:00", linf: "rpe-lomme", heures: 4)
    #expect(office.asked.last?.parameters == asked.json)
    #expect(office.run(line + ["--json"]).output == String(decoding: reply.json.bytes(), as: UTF8.self) + "\n")
  }

  @Test(
    "takes hours or days, one of the two and in bounds",
    arguments: [
      "--depuis 2026-11-25", "--depuis 2026-11-25 --heures 1 --jours 1", "--depuis 2026-11-25 --jours 0", "--heures 1",
      "--depuis 2026-11-25 --heures 3651", "--depuis 2026-11-25 --jours deux",
    ])
  func usage(line: String) {
    let run = office.run(["delai"] + line.split(separator: " ").map(String.init))
    #expect(run.status == .usage && run.output.isEmpty && office.asked.isEmpty)
  }

  @Test("lists the holidays of a year without a daemon, in every format")
  func feries() throws {
    let json = office.run("feries", "2026", "--zone", "alsace-moselle", "--json")
    let days = try JSON.parse(Array(json.output.utf8)).elements.map(\.self)
    #expect(days.count == 13 && days[1]["date"]?.string == "2026-04-03" && days[1]["nom"]?.string == "Vendredi saint")
    #expect(office.run("feries", "2026", "--csv").output.hasPrefix("date;nom\r\n2026-01-01;1er janvier\r\n"))
    let text = office.run("feries", "2008").output.split(separator: "\n")
    #expect(text.count == 11 && text[3] == "01/05/2008  jeudi     1er mai et Ascension")
    #expect(office.socket == nil)
  }

  @Test("adds what a territory’s own law says on request")
  func territoire() {
    let usual = office.run("feries", "2026", "--zone", "polynesie-francaise", "--csv").output
    let all = office.run("feries", "2026", "--zone", "polynesie-francaise", "--territoire", "--csv").output
    #expect(!usual.contains("Matari’i") && all.contains("2026-11-20;Matari’i"))
  }

  @Test(
    "names the zones there are when another is asked for, and the years",
    arguments: [
      (["feries", "2026", "--zone", "bretagne"], "alsace-moselle"), (["feries", "1582"], "1583"),
      (["feries", "demain"], "demain"),
    ])
  func unknown(line: [String], words: String) {
    let run = office.run(line)
    #expect(run.status == .usage && run.errors.contains(words), "\(run.errors)")
  }
}
