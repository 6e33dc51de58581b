import GuichetTestSupport
import StrictJSON
import Testing

@Suite(
  "guichetctl rappels, in a real terminal", .timeLimit(.minutes(3)),
  .enabled(if: FakeTerminal.canBeMade, "python3 is not here"))
struct RappelsTests {
  private static let horloge = TriageTests.horloge

  /// An office with that many families to call.
  private func office(_ count: Int, _ body: (RunningDaemon) throws -> Void) async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      for number in 1...count { try TriageTests.drop(daemon, "MEF-\(number)", "59160", "Capinghem") }
      try body(daemon)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  private func terminal(_ daemon: RunningDaemon, rows: Int = 36, columns: Int = 100) throws -> FakeTerminal {
    try FakeTerminal(rows: rows, columns: columns, ["rappels", "--racine", daemon.root.path])
  }

  /// What was entered of a demande, newest last.
  private func contacts(_ daemon: RunningDaemon, _ numero: Int) throws -> [JSON] {
    let fiche = try daemon.call("ShowDemande", ["numero": .string("\(numero)")])["fiche"]
    return fiche?["joindre"]?["contacts"].map { Array($0.elements) } ?? []
  }

  private func resultats(_ daemon: RunningDaemon, _ numero: Int) throws -> [String] {
    try contacts(daemon, numero).compactMap { $0["resultat"]?.string }
  }

  private func isFree(_ daemon: RunningDaemon, _ numero: Int) throws -> Bool {
    try daemon.call("ShowDemande", ["numero": .string("\(numero)")])["demande"]?["prisePar"]?.isNull == true
  }

  @Test("shows each family with its number and its need, takes it in hand, and enters what a key says")
  func keys() async throws {
    try await office(4) { daemon in
      let terminal = try terminal(daemon)
      let first = try terminal.screen(showing: "Demande 2026-000001")
      for text in [
        "Mme Élodie Martin", "Saisi           06 39 98 12 34", "À composer      06 39 98 12 34",
        "à partir du 04/01/2027",
        "assistant maternel", "1 enfant : né le 01/03/2026", "Rappels : 4 familles", "Résultat : j m s o f r t x",
      ] {
        #expect(first.contains { $0.contains(text) }, "\(text)")
      }
      #expect(try !isFree(daemon, 1))
      try terminal.type("?")
      _ = try terminal.screen(showing: "j joint (puis les thèmes, puis un rendez-vous si la famille en veut un)")
      try terminal.type("s")
      let second = try terminal.screen(showing: "Demande 2026-000002")
      #expect(second.contains { $0.contains("2026-000001 : « sans réponse » noté") })
      #expect(second.contains { $0.contains("Prochain essai : lundi 23/11/2026, de 13:30 à 17:00") })
      #expect(try resultats(daemon, 1) == ["sansReponse"] && isFree(daemon, 1) && !isFree(daemon, 2))

      // What nobody meant is not entered; a theme that there is not is asked again.
      try terminal.type("j")
      _ = try terminal.screen(showing: "Informée de :")
      try terminal.type("9\r")
      _ = try terminal.screen(showing: "« 9 »")
      try terminal.type("1 3\r")
      let offered = try terminal.screen(showing: "Demande 2026-000002 : un rendez-vous par téléphone ?")
      #expect(offered.contains { $0.contains("1  lundi 23/11/2026  09:") } && offered.contains { $0.hasPrefix("9  ") })
      try terminal.type("\r")
      _ = try terminal.screen(showing: "Demande 2026-000003")
      #expect(try contacts(daemon, 2).first?["themes"]?.elements.compactMap(\.string) == ["modes", "aides"])
      #expect(try TriageTests.row(daemon, "2")["etat"]?.string == "enSuivi")

      try terminal.type("nChez la tante\u{7F}e.\r")
      _ = try terminal.screen(showing: "Note du prochain contact : Chez la tante.")
      try terminal.type("r")
      _ = try terminal.screen(showing: "À rappeler quand")
      try terminal.type("demain 10:00\r")
      _ = try terminal.screen(showing: "Demande 2026-000004")
      let agreed = try contacts(daemon, 3)
      #expect(agreed.map { $0["aRappelerLe"]?.string } == ["2026-11-24T10:00:00+01:00"])
      #expect(agreed.map { $0["note"]?.string } == ["Chez la tante."])

      try terminal.type("f")
      let done = try terminal.screen(showing: "Plus aucune famille à appeler maintenant.")
      #expect(done.contains { $0.contains("prochain moment convenu : 24/11/2026 10:00") })
      #expect(done.contains { $0.contains("écrivez-lui un courriel") })
      try terminal.type("q")
      let end = try terminal.ended()
      #expect(end.status == 0 && end.isRestored && end.text.hasSuffix("4 contacts notés."), "\(end)")
    }
  }

  @Test("gives a family that was reached one of the next free slots by one key, and takes both back by another")
  func rendezVous() async throws {
    try await office(3) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Demande 2026-000001")
      try terminal.type("j1\r")
      _ = try terminal.screen(showing: "Demande 2026-000001 : un rendez-vous par téléphone ?")
      try terminal.type("m")
      _ = try terminal.screen(showing: "Demande 2026-000001 : un rendez-vous sur place ?")
      // The tenth free slot is the first of the next nine.
      let free = try daemon.list("ListCreneaux", "creneaux", ["numero": "1"]).compactMap { $0["debut"]?.string }
      let tenth = try #require(free.dropFirst(9).first)
      try terminal.type("s")
      _ = try terminal.screen(showing: "\(tenth.dropFirst(11).prefix(5))–")
      try terminal.type("1")
      let next = try terminal.screen(showing: "Demande 2026-000002")
      #expect(next.contains { $0.contains("2026-000001 : rendez-vous") && $0.contains("sur place") })
      func state() throws -> [String] {
        let found = try daemon.call("ShowDemande", ["numero": "1"])
        return [found["demande"]?["etat"]?.string ?? ""]
          + (found["fiche"]?["rendezVous"].map { Array($0.elements) } ?? []).map {
            "\($0["debut"]?.string ?? "") \($0["mode"]?.string ?? "") \($0["statut"]?.string ?? "")"
          }
      }
      #expect(try state() == ["rendezVous", "\(tenth) surSite prevu"])

      try terminal.type("u")
      let again = try terminal.screen(showing: "rendez-vous et contact annulés")
      #expect(again.contains { $0.contains("Demande 2026-000001") })
      #expect(try state() == ["aContacter", "\(tenth) surSite annule"] && resultats(daemon, 1).isEmpty)

      // A slot that somebody takes meanwhile is refused, and what is free then is put instead.
      try terminal.type("j\r")
      _ = try terminal.screen(showing: "un rendez-vous par téléphone ?")
      _ = try daemon.call("BookRendezVous", ["numero": "3", "debut": .string(free[0]), "mode": "surSite"])
      try terminal.type("1")
      let refused = try terminal.screen(showing: "est pris")
      #expect(refused.contains { $0.contains("1  lundi 23/11/2026  \(free[1].dropFirst(11).prefix(5))–") })
      try terminal.type("1")
      _ = try terminal.screen(showing: "Demande 2026-000002")
      #expect(try state().last == "\(free[1]) telephone prevu")
      // One that was moved since is not called off with the contact.
      _ = try daemon.call("MoveRendezVous", ["numero": "1", "debut": .string(free[5])])
      try terminal.type("u")
      _ = try terminal.screen(showing: "Son rendez-vous a été déplacé entre-temps : il reste.")
      #expect(try state() == ["rendezVous", "\(tenth) surSite annule", "\(free[5]) telephone prevu"])
      try terminal.type("q")
      #expect(try terminal.ended().isRestored)
    }
  }

  @Test("reads the list once for all families of a round, and again at its end")
  func once() async throws {
    try await office(6) { daemon in
      let terminal = try terminal(daemon)
      for number in 1...6 {
        _ = try terminal.screen(showing: "Demande 2026-00000\(number)")
        // What comes in meanwhile is called in the same round.
        if number == 3 { try TriageTests.drop(daemon, "MEF-7", "59160", "Capinghem") }
        try terminal.type("s")
      }
      _ = try terminal.screen(showing: "Demande 2026-000007")
      try terminal.type("s")
      _ = try terminal.screen(showing: "Plus aucune famille")
      try terminal.type("q")
      #expect(try terminal.ended().text.hasSuffix("7 contacts notés."))
    }
  }

  @Test("takes the last entry back, and shows that family again")
  func undo() async throws {
    try await office(2) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Demande 2026-000001")
      try terminal.type("u")
      _ = try terminal.screen(showing: "Rien n’a été noté que vous puissiez annuler.")
      try terminal.type("x")
      _ = try terminal.screen(showing: "Demande 2026-000002")
      try terminal.type("u")
      let again = try terminal.screen(showing: "Demande 2026-000001")
      #expect(again.contains { $0.contains("2026-000001 : contact annulé.") })
      #expect(try resultats(daemon, 1).isEmpty && !isFree(daemon, 1) && isFree(daemon, 2))
      #expect(try TriageTests.faits(daemon, "1").suffix(2) == ["contactAnnule", "prise"])
      try terminal.type("m")
      // The one that was on the screen meanwhile comes again.
      _ = try terminal.screen(showing: "Demande 2026-000002")
      try terminal.type("p")
      _ = try terminal.screen(showing: "Plus aucune famille")
      #expect(try isFree(daemon, 2) && resultats(daemon, 1) == ["messageLaisse"])
      try terminal.type("p")
      _ = try terminal.screen(showing: "Demande 2026-000002")
      try terminal.type("q")
      #expect(try terminal.ended().text.hasSuffix("1 contact noté."))
      #expect(try isFree(daemon, 2))
    }
  }

  @Test(
    "loses nothing that was entered, lets the family go and leaves the terminal as it was, whatever ends it",
    arguments: ["\u{3}", "TERM", "HUP", "hangup"])
  func ways(out: String) async throws {
    try await office(2) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Demande 2026-000001")
      try terminal.type("s")
      _ = try terminal.screen(showing: "Demande 2026-000002")
      // In the middle of a line, which was not entered.
      try terminal.type("j1")
      _ = try terminal.screen(showing: "Informée de : 1")
      if out == "hangup" {
        #expect(try terminal.hungUp().status == 0)
      } else {
        if out.count == 1 { try terminal.type(out) } else { try terminal.signal(out) }
        let end = try terminal.ended()
        #expect(end.status == 0 && end.isRestored && end.text.hasSuffix("1 contact noté."), "\(end)")
        #expect(!end.text.contains("Martin"))
      }
      #expect(try resultats(daemon, 1) == ["sansReponse"] && resultats(daemon, 2).isEmpty)
      #expect(try isFree(daemon, 1) && isFree(daemon, 2))
    }
  }

  @Test("passes over a family that somebody else called or took meanwhile")
  func meanwhile() async throws {
    try await office(4) { daemon in
      let terminal = try terminal(daemon)
      _ = try terminal.screen(showing: "Demande 2026-000001")
      _ = try daemon.call("AddContact", ["numero": "2", "resultat": "sansReponse"])
      _ = try daemon.call("AddContact", ["numero": "3", "resultat": "joint", "themes": ["couts"]])
      try terminal.type("o")
      _ = try terminal.screen(showing: "Demande 2026-000004")
      try terminal.type("t")
      let end = try terminal.screen(showing: "Plus aucune famille")
      #expect(end.contains { $0.contains("3 sont à appeler plus tard.") })
      try terminal.type("q")
      #expect(try terminal.ended().isRestored)
    }
  }

  @Test("keeps the family on the screen while the daemon is away, and enters nothing twice when it is back")
  func away() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: Self.horloge)
    try first.load(Samples.referentiel)
    try TriageTests.drop(first, "MEF-1", "59160", "Capinghem")
    try TriageTests.drop(first, "MEF-2", "59160", "Capinghem")
    let terminal = try terminal(first)
    _ = try terminal.screen(showing: "Demande 2026-000001")
    first.kill()
    try terminal.type("s")
    let lost = try terminal.screen(showing: "Démarrez guichetd")
    #expect(lost.contains { $0.contains("Demande 2026-000001") })
    let second = try RunningDaemon(root, horloge: Self.horloge)
    defer { second.stop() }
    try terminal.type("s")
    _ = try terminal.screen(showing: "Demande 2026-000002")
    #expect(try resultats(second, 1) == ["sansReponse"])
    try terminal.type("q")
    #expect(try terminal.ended().isRestored)
  }

  @Test("fits small terminals, and gives the terminal back while it is stopped")
  func sizes() async throws {
    try await office(1) { daemon in
      let terminal = try terminal(daemon, rows: 12, columns: 44)
      let small = try terminal.screen(showing: "Demande 2026-000001")
      #expect(small.count <= 12 && small.contains { $0.contains("? aide") })
      try terminal.type("\u{1A}")
      let stop = try terminal.stopped()
      #expect(stop.status == nil && stop.isRestored, "\(stop)")
      try terminal.signal("CONT")
      _ = try terminal.screen(showing: "Demande 2026-000001")
      try terminal.type("q")
      #expect(try terminal.ended().isRestored)
    }
  }

  @Test("without a terminal says what to use instead; without a family to call it ends at once")
  func plain() async throws {
    try await office(1) { daemon in
      let refused = try ProgramRun.guichetctl(daemon.root, "rappels")
      #expect(refused.status == 64 && refused.output.isEmpty && refused.errors.contains("guichetctl contact ajouter"))
      _ = try daemon.call("AddContact", ["numero": "1", "resultat": "occupe"])
      let terminal = try terminal(daemon)
      let end = try terminal.ended()
      #expect(end.status == 0 && end.isAsFound)
      #expect(end.text.hasPrefix("Aucune famille à appeler maintenant ; 1 plus tard, 0 en main"), "\(end.text)")
    }
  }
}
