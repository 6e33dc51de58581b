import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("A long answer")
struct PagerTests {
  private let office = FakeOffice()

  init() {
    office.terminal = 100
    office.rows = 24
    let faits = (1...30).map {
      Wire.Fait(
        seq: $0, numero: nil, nature: "recue", survenuLe: "2026-11-23T08:15:00+01:00",
        enregistreLe: "2026-11-23T08:15:02+01:00",
        auteur: "guichetd", chaine: "3f2a", resume: "Demande reçue.")
    }
    office.answers = ["ListFaits": [ListFaits.Reply(faits: faits).json]]
  }

  @Test("goes through less on a terminal, with what git sets for it, colours and all")
  func paged() throws {
    let run = office.run("journal", "lister")
    #expect(run.status == .done && run.output.isEmpty)
    let page = try #require(office.paged.first)
    #expect(page.command == "less")
    #expect(page.environment == ["LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"])
    #expect(page.text.contains("\u{1B}[1mRANG") && page.text.hasSuffix("30 faits\u{1B}[0m\n"))
  }

  @Test(
    "goes through the pager that the person has chosen",
    arguments: [
      (["PAGER": "more"], "more"), (["PAGER": "more", "GUICHET_PAGER": "most -s"], "most -s"),
      (["GUICHET_PAGER": "", "PAGER": "more"], nil), (["PAGER": "cat"], nil), (["PAGER": "more", "TERM": "dumb"], nil),
    ])
  func chosen(environment: [String: String], command: String?) {
    office.environment = environment
    let run = office.run("journal", "lister")
    #expect(office.paged.first?.command == command)
    #expect(run.output.isEmpty == (command != nil))
  }

  @Test("leaves what the person set for less")
  func settings() {
    office.environment = ["LESS": "-S", "HOME": "/h"]
    _ = office.run("journal", "lister")
    #expect(office.paged.first?.environment["LESS"] == "-S" && office.paged.first?.environment["HOME"] == "/h")
  }

  @Test("is simply written for a program, in JSON and CSV, on --sans-pager, and where it fits")
  func plain() {
    for options in [["--json"], ["--csv"], ["--tableur"], ["--sans-pager"]] {
      #expect(!office.run(["journal", "lister"] + options).output.isEmpty)
    }
    office.rows = 40
    #expect(!office.run("journal", "lister").output.isEmpty)
    office.rows = nil
    #expect(!office.run("journal", "lister").output.isEmpty)
    (office.terminal, office.rows) = (nil, 24)
    #expect(!office.run("journal", "lister").output.isEmpty)
    #expect(office.paged.isEmpty)
  }

  @Test("is simply written where there is no pager, and ends as the command does")
  func missing() {
    office.hasPager = false
    let run = office.run("journal", "lister")
    #expect(run.status == .done && run.output.contains("Demande reçue.") && run.errors.isEmpty)
    let faults = (1...30).map { "Le fait \($0) a changé." }
    office.answers = [
      "VerifyJournal": [
        VerifyJournal.Reply(entrees: 30, tete: "3f2a", intact: false, fautes: faults, demandes: 3, ecarts: []).json
      ]
    ]
    office.hasPager = true
    #expect(office.run("journal", "verifier").status == .refused && office.paged.count == 1)
  }
}

@Suite("Work that takes long")
struct AvancementTests {
  private let office = FakeOffice()

  private func act(on count: Int) -> Run {
    let numeros = (1...count).map { "2026-\($0)" }
    office.answers = [
      "DeclineDemandes": stride(from: 0, to: count, by: 500).map { start in
        let batch = numeros[start..<min(start + 500, count)]
        return Wire.ResultatsActe(
          resultats: batch.map { .init(numero: $0, fait: true, code: nil, message: "Fait.", linf: nil, etat: nil) }
        ).json
      }
    ]
    return office.run(["demande", "decliner"] + numeros + ["--raison", "autre", "--oui", "--json"])
  }

  @Test("tells a person how far it has come, on one line that is gone before the answer")
  func shown() {
    office.terminal = 80
    office.step = 300_000
    let run = act(on: 1200)
    #expect(run.status == .done)
    #expect(
      run.errors
        == "\r500 demandes sur 1\u{202F}200…\u{1B}[K\r1\u{202F}000 demandes sur 1\u{202F}200…\u{1B}[K\r\u{1B}[K")
  }

  @Test("tells nothing within half a second, nor to a program, nor to a terminal that only prints")
  func quiet() {
    office.terminal = 80
    office.step = 1000
    #expect(act(on: 1200).errors.isEmpty)
    office.step = 300_000
    office.environment = ["TERM": "dumb"]
    #expect(act(on: 1200).errors.isEmpty)
    (office.terminal, office.environment) = (nil, [:])
    #expect(act(on: 1200).errors.isEmpty)
  }

  @Test("tells what is awaited where it cannot tell how far it is, and takes it back")
  func awaited() {
    office.terminal = 80
    let reply = VerifyJournal.Reply(entrees: 3, tete: "3f", intact: true, fautes: [], demandes: 1, ecarts: [])
    office.answers = ["VerifyJournal": [reply.json]]
    _ = office.run("journal", "verifier")
    #expect(office.waits.map(\.line) == ["Vérification du journal…"] && office.waits.allSatisfy(\.isOver))
    office.refusal = ("fr.caf.guichet.Indisponible", ["message": "Le registre est occupé."])
    _ = office.run("journal", "verifier")
    #expect(office.waits.count == 2 && office.waits.allSatisfy(\.isOver))
    office.terminal = nil
    _ = office.run("journal", "verifier")
    #expect(office.waits.count == 2)
  }
}
