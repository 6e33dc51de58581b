import GuichetCommands
import GuichetControl
import GuichetTestSupport
import StrictJSON
import Testing

@Suite("Routage on the command line")
struct RoutageTests {
  private let office = FakeOffice()

  private func routage(_ linf: String?) -> Wire.Routage {
    Wire.Routage(
      linf: linf, codeInsee: "59350", raison: linf == nil ? "communeAmbigue" : nil, marques: [],
      candidats: linf == nil ? [.init(codeInsee: "59128", nom: "Capinghem")] : [],
      explication: ["Lomme est dans Lille."])
  }

  @Test("sends the place as it was given, and the day in ISO")
  func place() {
    office.answers = ["Route": [Route.Reply(routages: [routage("rpe-lomme")]).json]]
    let run = office.run(
      "routage", "--voie", "12 rue", "--code-postal", "59160", "--commune", "Lomme", "--code-insee", "59355", "--le",
      "23/11/2026", "--json")
    #expect(run.output == String(decoding: routage("rpe-lomme").json.bytes(), as: UTF8.self) + "\n")
    let lieu = Wire.Lieu(voie: "12 rue", codePostal: "59160", commune: "Lomme", codeInsee: "59355", le: "2026-11-23")
    #expect(office.asked.first?.parameters == Route.Parameters(lieux: [lieu]).json)
  }

  @Test("tells the day and the référentiel that decided, in words and at the end of the rows")
  func decided() {
    let routage = Wire.Routage(
      linf: "rpe-lomme", codeInsee: "59350", marques: [], candidats: [], explication: ["Lomme est dans Lille."],
      version: 3, jour: "2026-11-23")
    office.answers = ["Route": [Route.Reply(routages: [routage]).json]]
    #expect(
      office.run("routage", "--commune", "Lomme").output == """
        LINF            rpe-lomme
        Commune         59350
        Décidé le       23/11/2026
        Référentiel     version 3
          – Lomme est dans Lille.

        """)
    let lines = office.run("routage", "--commune", "Lomme", "--csv").output.split(separator: "\r\n")
    #expect(lines.first?.hasSuffix(";explication;jour;version;departement") == true)
    #expect(lines.last?.hasSuffix(";Lomme est dans Lille.;2026-11-23;3;") == true)
  }

  @Test("that finds no LINF is an answer, not a failure")
  func noLinf() {
    office.answers = ["Route": [Route.Reply(routages: [routage(nil)]).json]]
    let run = office.run("routage", "--code-postal", "59160")
    #expect(run.status == .done)
    #expect(
      run.output == """
        À orienter      commune ambiguë
        Commune         59350
        Candidats       Capinghem (59128)
          – Lomme est dans Lille.

        """)
  }

  @Test("of a file gives one object a line, in order, asked for by at most a thousand")
  func batch() throws {
    let count = 2500
    office.input = "voie;codePostal;commune;codeInsee;date\n" + String(repeating: ";59160;Lomme;;\n", count: count)
    office.answers = [
      "Route": [1000, 1000, 500].map { size in
        Route.Reply(routages: (0..<size).map { routage("l\($0)") }).json
      }
    ]
    let run = office.run("routage", "--lot", "-", "--json")
    let lines = run.output.split(separator: "\n")
    #expect(run.status == .done && lines.count == count)
    #expect(lines[1000] == lines[0] && lines[1001] == lines[1])
    #expect(
      office.asked.map { $0.parameters["lieux"].map { json in json.bytes().count { $0 == UInt8(ascii: "{") } } } == [
        1000, 1000, 500,
      ])
  }

  @Test(
    "reads the file as spreadsheets write it",
    arguments: [
      "voie;codePostal;commune;codeInsee;date\n\"12; rue \"\"A\"\"\";59160;Lomme;;23/11/2026\n",
      "\u{FEFF}voie;codePostal;commune;codeInsee;date\r\n\"12; rue \"\"A\"\"\";59160;Lomme;;2026-11-23\r\n\r\n",
      "DATE,Commune,CODEPOSTAL,voie\n2026-11-23,Lomme,59160,\"12; rue \"\"A\"\"\"",
    ])
  func dialects(text: String) throws {
    let root = try TemporaryRoot()
    try root.write(text, as: "lot.csv")
    office.answers = ["Route": [Route.Reply(routages: [routage("rpe-lomme")]).json]]
    #expect(office.run("routage", "--lot", "\(root.path)/lot.csv", "--json").status == .done)
    let lieu = Wire.Lieu(voie: "12; rue \"A\"", codePostal: "59160", commune: "Lomme", le: "2026-11-23")
    #expect(office.asked.first?.parameters == Route.Parameters(lieux: [lieu]).json)
  }

  @Test("refuses a file without known columns, saying which they are")
  func columns() {
    office.input = "a;b\n1;2\n"
    let run = office.run("routage", "--lot", "-")
    #expect(run.status == .refused)
    #expect(run.errors.contains("« voie;codePostal;commune;codeInsee;date »"))
  }

  @Test(
    "refuses a file that would be misread, naming the line, and asks nothing",
    arguments: [
      ("voie;codePostal;commune;codeInsee;date\n;59160;;;\n\"rue;59540;Caudry;;\n;59000;;;\n", "ligne 3"),
      ("", "vide"),
    ])
  func misread(text: String, place: String) {
    office.input = text
    let run = office.run("routage", "--lot", "-", "--json")
    #expect(run.status == .refused && run.output.isEmpty)
    #expect(run.errors.contains(place))
    #expect(office.asked.isEmpty)
  }

  @Test("tells every row with a bad date at once, and asks nothing")
  func badDates() {
    office.input =
      "commune;date\nLomme;2026-02-30\nLille;25/11/2026\n\nLille;demain\n" + String(repeating: "Lille;\n", count: 3)
    let run = office.run("routage", "--lot", "-", "--json")
    #expect(run.status == .usage && run.output.isEmpty && office.asked.isEmpty)
    #expect(
      run.errors == """
        Erreur : 2 dates de l’entrée standard sont à corriger ; rien n’a été demandé au démon.
          – Ligne 2 : « 2026-02-30 » n’est pas un jour du calendrier.
          – Ligne 5 : « demain » n’est pas un jour du calendrier.
        Écrivez 2026-11-25 ou 25/11/2026, ou laissez la date vide pour aujourd’hui.

        """)
  }

  @Test(
    "of a file gives every row its object, those with nothing in them too, and none to what is behind the last",
    arguments: [
      ("codePostal;commune\n59160;Lomme\n;\n59000;Lille\n", [true, false, true]),
      ("codePostal;commune\n;\n\n59000;Lille\n\n\n", [false, false, true]),
      ("voie,codePostal,commune,codeInsee,date\r\n,,,,\r\n,59160,Lomme,,\r\n,,,,", [false, true, false]),
      ("codePostal\n59160\n\n59000", [true, false, true]),
      ("voie;codePostal;commune\r;59160;Lomme\r;;\r", [true, false]),
    ])
  func emptyRows(text: String, named: [Bool]) throws {
    office.input = text
    office.answers = ["Route": [Route.Reply(routages: named.map { routage($0 ? "rpe-lomme" : nil) }).json]]
    let run = office.run("routage", "--lot", "-", "--json")
    #expect(run.status == .done && run.output.split(separator: "\n").count == named.count, "\(run.errors)")
    guard case .array(let places)? = office.asked.first?.parameters["lieux"] else {
      Issue.record("No places were asked for.")
      return
    }
    #expect(places.map { String(decoding: $0.bytes(), as: UTF8.self).contains("\"59") } == named)
  }

  @Test("reads Windows-1252 as well, and names of columns as people write them")
  func windows() throws {
    let root = try TemporaryRoot()
    let text = "Code postal,COMMUNE,Code INSÉE,voie\r\n59700,Marcq-en-Bar\u{153}ul,,12 rue de l\u{2019}Église"
    let bytes = text.unicodeScalars.map { scalar in
      [0x153: 0x9C, 0x2019: 0x92][scalar.value] ?? UInt8(truncatingIfNeeded: scalar.value)
    }
    try root.write(bytes, as: "lot.csv")
    office.answers = ["Route": [Route.Reply(routages: [routage("rpe-lomme")]).json]]
    #expect(office.run("routage", "--lot", "\(root.path)/lot.csv", "--json").status == .done)
    let lieu = Wire.Lieu(voie: "12 rue de l’Église", codePostal: "59700", commune: "Marcq-en-Barœul")
    #expect(office.asked.first?.parameters == Route.Parameters(lieux: [lieu]).json)
  }

  @Test("tells what is wrong with the header once, all of it, and asks nothing")
  func header() {
    office.input = "voi;codPostal;commune;COMMUNE;reference\n" + String(repeating: "1;2;3;4;5\n", count: 20)
    let run = office.run("routage", "--lot", "-", "--json")
    #expect(run.status == .refused && run.output.isEmpty && office.asked.isEmpty)
    #expect(
      run.errors == """
        Erreur : La première ligne de l’entrée standard est à corriger ; rien n’a été demandé au démon.
          – La colonne « commune » y est 2 fois.
          – La colonne « voi » est à nommer « voie ».
          – La colonne « codPostal » est à nommer « codePostal ».
        Commencez le fichier par « voie;codePostal;commune;codeInsee;date ».

        """)
  }

  @Test("names once the columns that it does not read, beside the answer")
  func unread() {
    office.input = "reference;codePostal;remarque\nA;59160;x\n"
    office.answers = ["Route": [Route.Reply(routages: [routage("rpe-lomme")]).json]]
    let run = office.run("routage", "--lot", "-", "--json")
    #expect(run.status == .done && run.output.split(separator: "\n").count == 1)
    #expect(run.errors == "Colonnes qui ne sont pas lues : reference, remarque.\n")
  }

  @Test("of a file without places is nothing, and asks nothing")
  func empty() {
    office.input = "voie;codePostal;commune;codeInsee;date\n"
    #expect(office.run("routage", "--lot", "-", "--json").output.isEmpty)
    #expect(office.asked.isEmpty)
  }

  @Test("notices when the daemon answers for fewer places than it was asked")
  func short() {
    office.input = "codePostal\n59160\n59000\n"
    office.answers = ["Route": [Route.Reply(routages: [routage("rpe-lomme")]).json]]
    #expect(office.run("routage", "--lot", "-", "--json").status == .unreachable)
  }
}
