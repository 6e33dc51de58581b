import Foundation
import Guichet
import GuichetCommands
import GuichetTestSupport
import Testing

@Suite("The manual pages")
struct ManuelTests {
  private let root: TemporaryRoot
  private let office = FakeOffice()

  init() throws {
    root = try TemporaryRoot()
    office.environment = ["SOURCE_DATE_EPOCH": "1795000000"]
    let run = office.run("pages-de-manuel", "\(root.path)/man1")
    #expect(run.status == .done && run.output.contains("pages écrites"))
  }

  private func page(_ name: String) throws -> String {
    String(decoding: try root.bytes(of: "man1/\(name).1"), as: UTF8.self)
  }

  @Test("are one for each command that is shown, and no other")
  func complete() {
    let names = Grammaire.toutes.map { (["guichetctl"] + $0.chemin).joined(separator: "-") + ".1" }
    #expect(root.names(in: "man1") == names.sorted())
    #expect(names.contains("guichetctl-demande-voir.1") && !names.contains { $0.contains("pages") })
  }

  @Test("have their sections in the order of manuals")
  func sections() throws {
    let titles = try page("guichetctl-demande-router").split(separator: "\n").filter { $0.hasPrefix(".SH ") }
    #expect(
      titles == [
        ".SH \"NOM\"", ".SH \"SYNOPSIS\"", ".SH \"DESCRIPTION\"", ".SH \"ARGUMENTS\"", ".SH \"OPTIONS\"",
        ".SH \"OPTIONS GÉNÉRALES\"", ".SH \"EXEMPLES\"", ".SH \"CODE DE RETOUR\"", ".SH \"ENVIRONNEMENT\"",
        ".SH \"VOIR AUSSI\"",
      ])
  }

  @Test("say what a command takes and how it ends, with hyphens that can be copied")
  func content() throws {
    let text = try page("guichetctl-demande-router")
    #expect(text.hasPrefix("'\\\" t\n"))
    #expect(
      text.contains(".TH GUICHETCTL\\-DEMANDE\\-ROUTER 1 \"2026-11-18\" \"guichet 0.1.0\" \"Guichet\"\n"))
    #expect(
      text.contains("guichetctl\\-demande\\-router \\- Donner des demandes à un LINF, ou les rendre aux règles\n"))
    #expect(text.contains("\nguichetctl demande router NUMÉRO … \\-\\-selon\\-table [OPTIONS]\n"))
    #expect(text.contains(".TP\n\\fB\\-\\-linf\\fR \\fILINF\\fR\nLieu d’information qui les reçoit.\n"))
    #expect(text.contains(".TP\n\\fB77\\fR\nDroit manquant.\n"))
    #expect(text.contains("\\fBGUICHET_SOCKET\\fR") && text.contains("guichetctl\\-demande\\-voir(1)"))
    #expect(text.contains(".TP\n\\fBguichetctl demande router 123 \\-\\-selon\\-table\\fR\nLa rendre aux règles.\n"))
    for line in text.split(separator: "\n") { #expect(!line.contains("--") && !line.contains("Show "), "\(line)") }
    #expect(try page("guichetctl-referentiel-exporter").contains("\\fB\\-\\-version\\fR \\fIN\\fR\nVersion à rendre"))
  }

  @Test("tell, for the demande, the whole life cycle as the rules have it")
  func lifeCycle() throws {
    let text = try page("guichetctl-demande")
    for line in Transition.table {
      let states = line.vers.map(\.libelle).joined(separator: ", ")
      #expect(text.contains("T{\n\(line.nature.libelle)\nT}|T{\n"), "\(line.nature)")
      #expect(text.contains("T}|T{\n\(states)\nT}\n"), "\(states)")
    }
    #expect(try !page("guichetctl-rejet").contains(".TS"))
  }

  @Test("are right to mandoc", .enabled(if: Self.has("mandoc"), "mandoc is not installed"))
  func mandoc() throws {
    for name in root.names(in: "man1") {
      let run = try ProgramRun("/usr/bin/env", ["mandoc", "-T", "lint", "-W", "warning", "\(root.path)/man1/\(name)"])
      #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
    }
  }

  @Test("are right to groff", .enabled(if: Self.has("groff"), "groff is not installed"))
  func groff() throws {
    for name in root.names(in: "man1") {
      let run = try ProgramRun(
        "/usr/bin/env", ["groff", "-Tutf8", "-Kutf8", "-t", "-man", "-ww", "\(root.path)/man1/\(name)"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    }
  }

  private static func has(_ program: String) -> Bool {
    (try? ProgramRun("/bin/sh", ["-c", "command -v \(program)"]).status) == 0
  }
}
