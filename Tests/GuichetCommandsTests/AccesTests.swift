import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("guichetctl acces")
struct AccesTests {
  private static let permissions: [Wire.PermissionAcces] = [
    .init(methode: "GetEtat", roles: ["observateur", "conseiller", "administrateur"], permise: true),
    .init(methode: "OpenReferentiel", roles: ["administrateur"], permise: false),
    .init(methode: "ShowDemande", roles: ["conseiller", "administrateur"], permise: true),
    .init(methode: "ToutNouveau", roles: ["administrateur"], permise: false),
  ]

  private let office = FakeOffice()

  init() {
    let agent = Wire.AgentAcces(
      login: "martine", uid: 1001,
      roles: [
        .init(role: "conseiller", linf: "rpe-lomme", raison: "membre du groupe « rpe-lomme »"),
        .init(role: "observateur", raison: "toute personne qui atteint la socket l’est"),
      ], permissions: Self.permissions)
    office.answers = [
      "ShowAcces": [agent.json], "InspectAcces": [agent.json],
      "ListAcces": [
        ListAcces.Reply(
          regles: [
            .init(role: "administrateur", membres: ["root"]),
            .init(
              role: "conseiller", linf: "rpe-lomme", groupe: "rpe-lomme", membres: ["martine", "ali"],
              remarque: "Ce groupe est vide."),
          ], permissions: Self.permissions
        ).json
      ],
    ]
  }

  @Test("says who one is, why, and what one can do by which command")
  func own() {
    #expect(
      office.run("acces").output == """
        Vous            martine (uid 1001)
        Rôles           conseiller de rpe-lomme : membre du groupe « rpe-lomme »
                        observateur : toute personne qui atteint la socket l’est

        Vous pouvez
          – demande voir
          – etat

        Il vous faudrait un autre rôle pour
          – ToutNouveau : administrateur
          – referentiel charger : administrateur

        """)
    #expect(office.run("acces", "--csv").output.hasPrefix("commande;permise;roles\r\n"))
  }

  @Test("says the same of somebody else, whom the daemon is asked for")
  func other() {
    let run = office.run("acces", "--agent", "martine")
    #expect(run.output.contains("Utilisateur     martine (uid 1001)") && run.output.contains("\nPeut\n"))
    #expect(office.asked.last?.parameters == ["login": "martine"])
    #expect(office.run("acces", "--agent", "x", "--tous").status == .usage)
    #expect(office.run("acces", "--agent", " ").status == .usage)
  }

  @Test("says all rules, and what each role may do")
  func all() {
    let output = office.run("acces", "--tous").output
    #expect(output.contains("conseiller      rpe-lomme  rpe-lomme  martine, ali  Ce groupe est vide.\n"))
    #expect(output.contains("demande voir               oui    oui\n"))
    #expect(output.contains("referentiel charger               oui\n"))
  }

  @Test("cuts no login and no note where there is little room")
  func narrow() {
    office.answers["ListAcces"] = [
      ListAcces.Reply(
        regles: [
          .init(
            role: "conseiller", linf: "rpe-villeneuve-d-ascq", groupe: "guichet-rpe-villeneuve-d-ascq",
            membres: ["marie-christine", "ali"],
            remarque: "Ce groupe est celui de deux règles à la fois : laquelle vaut n’est pas certain.")
        ], permissions: Self.permissions
      ).json
    ]
    office.terminal = 80
    office.environment = ["NO_COLOR": "1"]
    let output = office.run("acces", "--tous").output
    for text in ["rpe-villeneuve-d-ascq", "guichet-rpe-villeneuve-d-ascq", "marie-christine", "certain."] {
      #expect(output.contains(text), "\(output)")
    }
    #expect(!output.contains("…"))
  }

  @Test("knows a command for every method of the interface")
  func complete() {
    for line in GuichetInterface.description.split(separator: "\n") where line.hasPrefix("method ") {
      let method = String(line.dropFirst(7).prefix { $0.isLetter })
      office.answers["ShowAcces"] = [
        Wire.AgentAcces(
          login: "a", uid: 1, roles: [], permissions: [.init(methode: method, roles: ["administrateur"], permise: true)]
        ).json
      ]
      let output = office.run("acces").output
      #expect(!output.contains("  – \(method)\n"), "\(method)")
      #expect(!output.contains("complétion"))
    }
  }
}
