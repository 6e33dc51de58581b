import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("guichetctl evenements")
struct EvenementsTests {
  private let office = FakeOffice()

  private func fait(_ seq: Int, numero: String? = "2026-000123", resume: String) -> Wire.Fait {
    Wire.Fait(
      seq: seq, numero: numero, nature: "recue", survenuLe: "2026-11-23T08:15:00+01:00",
      enregistreLe: "2026-11-23T09:59:20.250+01:00", auteur: "guichet", chaine: "3f2a", resume: resume,
      linf: numero.map { _ in "rpe-lomme" })
  }

  private func answer(_ messages: (sequence: Int, faits: [Wire.Fait])...) {
    office.answers["Subscribe"] = messages.map {
      Subscribe.Reply(sequence: $0.sequence, etat: nil, faits: $0.faits).json
    }
    office.environment = ["NO_COLOR": "1"]
  }

  @Test(
    "has a line a fact that fits the terminal and that nothing in it drives",
    arguments: [
      (
        40,
        """
        09:59:20  2026-000123  Formulaire reçu …
        09:59:20  bureau       \\u{1b}[2JRéféren…

        """
      ),
      (
        80,
        """
        09:59:20  2026-000123  rpe-lomme     guichet    Formulaire reçu par monenfant.f…
        09:59:20  bureau                     guichet    \\u{1b}[2JRéférentiel 3 chargé.

        """
      ),
      (
        200,
        """
             7  23/11/2026 09:59:20  2026-000123  rpe-lomme           guichet       Formulaire reçu par monenfant.fr, sans anomalie.
             8  23/11/2026 09:59:20  bureau                           guichet       \\u{1b}[2JRéférentiel 3 chargé.

        """
      ),
    ])
  func lines(width: Int, text: String) {
    office.terminal = width
    answer(
      (6, []),
      (
        8,
        [
          fait(7, resume: "Formulaire reçu par monenfant.fr, sans anomalie."),
          fait(8, numero: nil, resume: "\u{1B}[2JRéférentiel 3 chargé."),
        ]
      ))
    #expect(office.run("evenements").output == text)
  }

  @Test("says where to take up again when it ends before its time")
  func cursor() {
    answer((6, []), (8, [fait(7, resume: "Demande reçue.")]))
    let run = office.run("evenements", "--depuis", "6", "--json")
    #expect(run.status == .unreachable)
    #expect(run.errors.contains("Reprenez par « guichetctl evenements --depuis 8 »."))
    #expect(run.output == String(decoding: fait(7, resume: "Demande reçue.").json.bytes(), as: UTF8.self) + "\n")
  }

  @Test("takes up again after the last line that is out whole", arguments: [0, 1, 2])
  func full(room: Int) {
    answer((12, [fait(7, resume: "Une."), fait(9, resume: "Deux."), fait(11, resume: "Trois.")]))
    office.room = room
    let run = office.run("evenements", "--depuis", "3", "--json")
    #expect(run.status == .refused)
    #expect(run.errors.contains("--depuis \([3, 7, 9][room]) »."), "\(run.errors)")
  }

  @Test("takes several natures at once, and tells the one that was perhaps meant")
  func natures() {
    answer((6, []))
    _ = office.run("evenements", "--nature", "recue,routee", "--nature", "saisie")
    #expect(office.asked.first?.parameters == Subscribe.Parameters(natures: ["recue", "routee", "saisie"]).json)
    let run = office.run("evenements", "--nature", "recu")
    #expect(run.status == .usage && run.errors.contains("vouliez-vous dire « recue » ?"))
  }

  @Test("asks for what it was told to ask for")
  func filters() {
    answer((6, []))
    _ = office.run("evenements", "--numero", "12", "--linf", "rpe-lomme", "--nature", "recue", "--nature", "routee")
    #expect(
      office.asked.first?.parameters
        == Subscribe.Parameters(numero: "12", linf: "rpe-lomme", natures: ["recue", "routee"]).json)
  }

  @Test("refuses natures and ranks that cannot be", arguments: [["--nature", "vue"], ["--depuis=-3"]])
  func refused(arguments: [String]) {
    let run = office.run(["evenements"] + arguments)
    #expect(run.status == .usage && office.asked.isEmpty && run.errors.contains("donnez"), "\(run.errors)")
  }
}
