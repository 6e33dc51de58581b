import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("Acts on demandes")
struct ActeTests {
  private let office = FakeOffice()

  private func result(_ numero: String, fait: Bool = true) -> Wire.ResultatActe {
    Wire.ResultatActe(
      numero: numero, fait: fait, code: fait ? nil : "introuvable",
      message: fait ? "Elle est chez rpe-lomme." : "Aucune demande ne porte ce numéro.",
      linf: fait ? "rpe-lomme" : nil, etat: fait ? "aContacter" : nil)
  }

  private func answer(_ method: String, _ replies: [[Wire.ResultatActe]]) {
    office.answers = [method: replies.map { AssignDemandes.Reply(resultats: $0).json }]
  }

  private var numbersAsked: [[String]] {
    office.asked.compactMap { asked in
      guard case .array(let numeros) = asked.parameters["numeros"] else { return nil }
      return numeros.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
  }

  @Test("give a demande to a LINF with a motive, without a question for one")
  func assign() {
    answer("AssignDemandes", [[result("2026-000001")]])
    let run = office.run("demande", "router", "1", "--linf", "rpe-lomme", "--motif", "Voisins de Lomme.")
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(run.output == "2026-000001 : Elle est chez rpe-lomme.\n")
    #expect(
      office.asked.map(\.parameters)
        == [AssignDemandes.Parameters(numeros: ["1"], linf: "rpe-lomme", motif: "Voisins de Lomme.").json])
  }

  @Test("give a demande back to the rules without LINF or motive")
  func release() {
    answer("AssignDemandes", [[result("2026-000001")]])
    #expect(office.run("demande", "router", "2026-1", "--selon-table").status == .done)
    #expect(office.asked.map(\.parameters) == [AssignDemandes.Parameters(numeros: ["2026-000001"]).json])
  }

  @Test("answer what the rules propose: accept it, or keep a demande where it is with a motive")
  func propositions() {
    answer("AcceptRoutages", [[result("2026-000001")]])
    #expect(office.run("demande", "router", "1", "--accepter").output == "2026-000001 : Elle est chez rpe-lomme.\n")
    answer("RefuseRoutages", [[result("2026-000001")]])
    #expect(office.run("demande", "router", "1", "--garder", "--motif", "Fratrie").status == .done)
    #expect(
      office.asked.map(\.parameters) == [
        AcceptRoutages.Parameters(numeros: ["1"]).json,
        RefuseRoutages.Parameters(numeros: ["1"], motif: "Fratrie").json,
      ])
  }

  @Test("decline with a coded reason and a note")
  func decline() {
    answer("DeclineDemandes", [[result("2026-000001")]])
    #expect(
      office.run("demande", "decliner", "1", "--raison", "horsTerritoire", "--note", "Rue de Capinghem.").status
        == .done)
    #expect(
      office.asked.map(\.parameters)
        == [DeclineDemandes.Parameters(numeros: ["1"], raison: "horsTerritoire", note: "Rue de Capinghem.").json])
    _ = office.run("demande", "decliner", "1", "--raison", "autre", "--note", " ")
    #expect(office.asked.last?.parameters == DeclineDemandes.Parameters(numeros: ["1"], raison: "autre").json)
  }

  @Test("tell what became of each, and end in 1 when one was not done")
  func partly() {
    answer("AssignDemandes", [[result("2026-000001"), result("abc", fait: false)]])
    let run = office.run("demande", "router", "1", "abc", "--selon-table", "--oui")
    #expect(run.status == .refused)
    #expect(
      run.output == """
        2026-000001 : Elle est chez rpe-lomme.
        abc : Aucune demande ne porte ce numéro.
        1 demande traitée, 1 laissée telle quelle.

        """)
    let json = office.run("demande", "router", "1", "abc", "--selon-table", "--oui", "--json")
    #expect(json.status == .refused)
    #expect(
      json.output == """
        [{"numero":"2026-000001","fait":true,"code":null,"message":"Elle est chez rpe-lomme.","linf":"rpe-lomme",\
        "etat":"aContacter"},{"numero":"abc","fait":false,"code":"introuvable",\
        "message":"Aucune demande ne porte ce numéro.","linf":null,"etat":null}]

        """)
    #expect(
      office.run("demande", "router", "1", "abc", "--selon-table", "--oui", "--csv").output
        == "numero;fait;code;message;linf;etat\r\n"
        + "2026-000001;oui;;Elle est chez rpe-lomme.;rpe-lomme;aContacter\r\n"
        + "abc;non;introuvable;Aucune demande ne porte ce numéro.;;\r\n")
  }

  @Test("are asked once for each demande, however it was typed")
  func duplicates() {
    answer("AssignDemandes", [[result("2026-000012"), result("2026-000013")]])
    _ = office.run("demande", "router", "2026-12", "2026-000012", "013", "13", " 13", "--selon-table", "--oui")
    #expect(numbersAsked == [["2026-000012", "13"]])
  }

  @Test("go in calls of at most 500, in order")
  func batches() {
    let numeros = (1...1200).map(String.init)
    answer("AssignDemandes", [500, 500, 200].map { (1...$0).map { result(String($0)) } })
    let run = office.run(["demande", "router"] + numeros + ["--selon-table", "--oui"])
    #expect(run.status == .done)
    #expect(numbersAsked.map(\.count) == [500, 500, 200])
    #expect(numbersAsked.flatMap(\.self) == numeros)
    #expect(run.output.hasSuffix("\n1\u{202F}200 demandes traitées.\n"))
  }

  @Test("that fail on the way show what was done before")
  func interrupted() {
    answer("AssignDemandes", [(1...500).map { result(String($0)) }, [result("501")]])
    let run = office.run(["demande", "router"] + (1...502).map(String.init) + ["--selon-table", "--oui", "--csv"])
    #expect(run.status == .unreachable)
    #expect(run.output.split(separator: "\r\n").count == 501)
    #expect(run.errors.contains("Le démon a répondu pour 1 demandes au lieu de 2."))
  }

  private static let questions: [([String], String)] = [
    (["router", "1", "2", "--linf", "rpe-lomme", "--motif", "m"], "Donner ces 2 demandes à rpe-lomme ? [o/N] "),
    (["router", "1", "2", "3", "--selon-table"], "Rendre ces 3 demandes aux règles ? [o/N] "),
    (["router", "1", "2", "--accepter"], "Envoyer ces 2 demandes où les règles le proposent ? [o/N] "),
    (["router", "1", "2", "--garder", "--motif", "m"], "Garder ces 2 demandes où elles sont ? [o/N] "),
    (
      ["decliner", "1", "2", "--raison", "dejaSuivie"],
      "Décliner ces 2 demandes (famille déjà suivie ailleurs) ? [o/N] "
    ),
  ]

  @Test("on several are asked about once, and change nothing without a yes", arguments: questions)
  func question(arguments: [String], question: String) {
    office.typed = ["n"]
    let refused = office.run(["demande"] + arguments)
    #expect(refused.status == .refused && refused.errors == "\(question)Erreur : Rien n’a été changé.\n")
    office.typed = nil
    let alone = office.run(["demande"] + arguments)
    #expect(alone.status == .refused && alone.errors.contains("--oui"))
    #expect(office.asked.isEmpty && office.socket == nil)
    let results = (1...3).map { result(String($0)) }
    let count = arguments.contains("3") ? 3 : 2
    let methods = ["AssignDemandes", "DeclineDemandes", "AcceptRoutages", "RefuseRoutages"]
    office.answers = methods.reduce(into: [:]) { answers, method in
      answers[method] = [AssignDemandes.Reply(resultats: Array(results.prefix(count))).json]
    }
    office.typed = ["oui"]
    #expect(office.run(["demande"] + arguments).status == .done)
    #expect(office.asked.count == 1)
  }

  @Test("take demandes in hand and let them go, without a question however many")
  func prises() {
    let taken = [result("2026-000001"), result("2026-000002")]
    answer("TakeDemandes", [taken])
    let run = office.run("demande", "prendre", "1", "2")
    #expect(run.status == .done && run.errors.isEmpty)
    #expect(run.output.hasSuffix("2 demandes traitées.\n"))
    _ = office.run("demande", "prendre", "1", "2", "--reprendre")
    answer("ReleaseDemandes", [taken])
    #expect(office.run("demande", "laisser", "1", "2").status == .done)
    #expect(
      office.asked.map(\.parameters) == [
        TakeDemandes.Parameters(numeros: ["1", "2"]).json,
        TakeDemandes.Parameters(numeros: ["1", "2"], reprendre: true).json,
        ReleaseDemandes.Parameters(numeros: ["1", "2"]).json,
      ])
  }

  @Test("that another has in hand are refused with whose and until when")
  func inHand() {
    office.input = "{\"demandeur\": {\"courriel\": null}}"
    office.refusal = (
      "fr.caf.guichet.EnMain",
      ["numero": "2026-000001", "login": "martine", "jusqua": "2026-11-23T10:15:00+01:00"]
    )
    let run = office.run("demande", "corriger", "1")
    #expect(run.status == .refused)
    #expect(
      run.errors == """
        Erreur : martine a la demande 2026-000001 en main jusqu’à 10:15 ; rien n’a été changé.
        Demandez-lui, ou prenez-la sciemment par « guichetctl demande prendre 2026-000001 --reprendre ».

        """)
  }

  @Test("are told of demandes that went elsewhere, with the phone to give")
  func transmissions() {
    let rows = [
      Wire.Transmission(numero: "2026-000002", le: "2026-11-22T10:05:00+01:00", telephone: "03 53 01 00 01"),
      Wire.Transmission(numero: "2026-000001", le: "2026-11-20T09:00:00+01:00", telephone: nil),
    ]
    office.answers = ["ListTransmissions": rows.map { ListTransmissions.Reply(transmissions: [$0]).json }]
    #expect(
      office.run("demande", "transmises", "--linf", "rpe-lille").output == """
        NUMÉRO       PARTIE LE         TÉLÉPHONE
        2026-000002  22/11/2026 10:05  03 53 01 00 01
        2026-000001  20/11/2026 09:00  à orienter
        2 demandes

        """)
    #expect(office.asked.first?.parameters == ListTransmissions.Parameters(linf: "rpe-lille").json)
    office.answers = ["ListTransmissions": [ListTransmissions.Reply(transmissions: rows).json]]
    #expect(
      office.run("demande", "transmises", "--csv").output == "numero;le;telephone\r\n"
        + "2026-000002;2026-11-22T10:05:00+01:00;03 53 01 00 01\r\n2026-000001;2026-11-20T09:00:00+01:00;\r\n")
    #expect(
      office.run("demande", "transmises", "--json").output == """
        [{"numero":"2026-000002","le":"2026-11-22T10:05:00+01:00","telephone":"03 53 01 00 01"},\
        {"numero":"2026-000001","le":"2026-11-20T09:00:00+01:00","telephone":null}]

        """)
    office.answers = ["ListTransmissions": [ListTransmissions.Reply(transmissions: []).json]]
    #expect(office.run("demande", "transmises").output == "Aucune demande n’est partie ces 30 derniers jours.\n")
  }
}
