import GuichetCommands
import GuichetTestSupport
import LinuxSystem
import Testing

@Suite("The examples of the commands")
struct ExempleTests {
  private static let verbes = Grammaire.toutes.filter(\.estVerbe)

  @Test("are one to four for every verb, each a line of that verb with a few words")
  func complete() {
    #expect(Self.verbes.count >= 22)
    for verbe in Self.verbes {
      let path = verbe.chemin.joined(separator: " ")
      #expect((1...4).contains(verbe.exemples.count), "\(path)")
      for exemple in verbe.exemples {
        #expect(exemple.ligne == "guichetctl \(path)" || exemple.ligne.hasPrefix("guichetctl \(path) "))
        #expect(exemple.ligne.count <= 78 && exemple.sens.count <= 74, "\(exemple.ligne)")
        #expect(exemple.sens.hasSuffix(".") && exemple.sens.first?.isUppercase == true, "\(exemple.sens)")
      }
    }
  }

  @Test("stand at the end of the help, as they are typed")
  func shown() {
    for verbe in Self.verbes {
      let help = FakeOffice().run(verbe.chemin + ["--help"]).output
      let last = help.split(separator: "\nEXEMPLES :\n")
      #expect(last.count == 2, "\(verbe.chemin)")
      for exemple in verbe.exemples {
        #expect(last.last?.contains("  \(exemple.ligne)\n      \(exemple.sens)\n") == true, "\(exemple.ligne)")
      }
    }
    #expect(!FakeOffice().run("demande", "--help").output.contains("EXEMPLES"))
  }

  @Test("are command lines that are understood")
  func understood() {
    for exemple in Self.verbes.flatMap(\.exemples) {
      let words = exemple.ligne.prefix { $0 != "<" && $0 != ">" }.split(separator: " ").map(String.init)
      let office = FakeOffice()
      office.unreachable = .init(errno: 2, operation: "connexion à la socket")
      let run = office.run(Array(words.dropFirst()))
      // That it needs a terminal is not said of a line that is not understood.
      #expect(run.status != .usage || run.errors.contains("besoin d’un terminal"), "\(exemple.ligne): \(run.errors)")
    }
  }
}
