import Guichet
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("A demande in hand, with the real daemon")
struct PriseJourneyTests {
  @Test("lapses on the clock alone, and the rules' own acts end it without asking")
  func lapses() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try TriageTests.drop(daemon, "MEF-1", "59160", "Capinghem")
      func row() throws -> JSON? { try daemon.call("ShowDemande", ["numero": "1"])["demande"] }
      let taken = try daemon.call("TakeDemandes", ["numeros": ["1", "99"]])
      let results = taken["resultats"].map { Array($0.elements) } ?? []
      #expect(results.map { $0["fait"]?.bool } == [true, false] && results.last?["code"]?.string == "introuvable")
      #expect(results.first?["message"]?.string == "En main jusqu’à 09:15.")
      #expect(try row()?["priseJusque"]?.string == "2026-11-23T09:15:00+01:00")
      #expect(try row()?["prisePar"]?.string?.isEmpty == false)
      #expect(try daemon.list("ListDemandes", "demandes", ["miennes": true]).count == 1)
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "prise"])
      try daemon.advance(to: "2026-11-23T09:15:00+01:00")
      #expect(try row()?["prisePar"]?.isNull == true && row()?["priseJusque"]?.isNull == true)
      #expect(try daemon.list("ListDemandes", "demandes", ["miennes": true]).isEmpty)
      #expect(try TriageTests.faits(daemon, "1") == ["recue", "routee", "prise"])

      _ = try daemon.call("TakeDemandes", ["numeros": ["1"]])
      var files = Samples.referentiel
      files["rattachements.csv"] = files["rattachements.csv"]?.replacing("rpe-lomme;59128", with: "rpe-lille;59128")
      try daemon.load(files)
      #expect(try row()?["linf"]?.string == "rpe-lille" && row()?["prisePar"]?.isNull == true)
      let released = try daemon.call("ReleaseDemandes", ["numeros": ["1"]])
      #expect(released["resultats"]?.elements.first { _ in true }?["code"]?.string == "dejaLa")
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("is found by a name in any order, a phone, an e-mail and a reference, and noted as read")
  func cherche() async throws {
    try await RunningDaemon.with(horloge: TriageTests.horloge) { daemon in
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1", nom: "De Smet"), as: "a.json")
      try daemon.root.drop(
        Samples.formulaire(reference: "MEF-2", nom: "Dupont", telephone: "06 39 98 12 35"), as: "b.json")
      try daemon.advance(to: TriageTests.horloge)
      func found(_ text: String) throws -> [String] {
        try daemon.list("ListDemandes", "demandes", ["cherche": .string(text)]).compactMap { $0["reference"]?.string }
      }
      for text in ["desmet", "élodie de smet", "DE SMET E", "+33 6 39 98 12 34", "mef-1"] {
        #expect(try found(text) == ["MEF-1"], "\(text)")
      }
      #expect(try found("Elodie@exemple.fr").count == 2 && found("martin").isEmpty)
      #expect(throws: VarlinkFailure.self) { try found(" ") }
    }
  }
}

@Suite(
  "Two persons who would call the same family",
  .enabled(
    if: Conseiller.canBePlayed, "only root can be another user, and only where the programs may be run by others"))
struct DeuxConseillersTests {
  @Test("do so knowingly or not at all, and one of another LINF learns nothing of it")
  func two() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users]}}")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
    while try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int != 1 { await Task.yield() }
    let numero = try #require(try daemon.list("ListDemandes", "demandes").first?["numero"]?.string)
    let (first, second) = (Conseiller(root, group: "games"), Conseiller(root, group: "games", user: "games"))
    let stranger = Conseiller(root, group: "users")

    let taken = try first("demande", "prendre", numero)
    #expect(taken.status == 0 && taken.output.hasPrefix("\(numero) : En main jusqu’à "))
    try stranger.findsNothing(of: numero)
    for arguments in [
      ["prendre", numero], ["laisser", numero], ["decliner", numero, "--raison", "autre"],
      ["router", numero, "--garder", "--motif", "Fratrie"],
    ] {
      let refused = try second(["demande"] + arguments)
      #expect(refused.status == 1 && refused.output.contains(" : nobody l’a en main jusqu’à "), "\(arguments)")
      #expect(refused.output.contains("demandez-lui, ou reprenez-la sciemment."))
      #expect(refused.output.contains("« guichetctl demande prendre NUMÉRO --reprendre »"))
    }
    let called = try second("contact", "ajouter", numero, "--resultat", "sansReponse")
    #expect(called.status == 1 && called.errors.contains("nobody a la demande \(numero) en main jusqu’à "))
    let correction = try second("demande", "corriger", numero, input: "{\"demandeur\": {\"courriel\": null}}")
    #expect(correction.status == 1 && correction.errors.contains("nobody a la demande \(numero) en main jusqu’à "))
    // Those who see all are kept off likewise.
    let routed = try daemon.call("AssignDemandes", ["numeros": [.string(numero)], "linf": "rpe-lille", "motif": "M"])
    #expect(routed["resultats"]?.elements.first { _ in true }?["code"]?.string == "enMain")
    #expect(try second("demande", "lister").output.contains("en main : nobody"))
    #expect(try first.numeros("--miennes") == [numero])
    #expect(try second.numeros("--miennes").isEmpty)
    #expect(try first("demande", "decliner", "999", "--raison", "autre").status == 1)

    #expect(try second("demande", "prendre", numero, "--reprendre").status == 0)
    #expect(try second.numeros("--miennes") == [numero])
    #expect(try first("demande", "decliner", numero, "--raison", "autre").output.contains("games l’a en main"))
    #expect(try second("demande", "laisser", numero).output == "\(numero) : Laissée : elle n’est plus en main.\n")
    #expect(try first("demande", "prendre", numero).status == 0)
    // Who answers for all lets go what another has.
    let released = try daemon.call("ReleaseDemandes", ["numeros": [.string(numero)]])
    #expect(released["resultats"]?.elements.first { _ in true }?["fait"]?.bool == true)
    #expect(try second("demande", "decliner", numero, "--raison", "autre").status == 0)
    #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
  }

  @Test("find by name what is their own LINF's alone")
  func cherche() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users]}}")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
    while try daemon.call("GetEtat")["etat"]?["demandes"]?["total"]?.int != 1 { await Task.yield() }
    for text in ["martin", "06 39 98 12 34", "elodie@exemple.fr", "MEF-1"] {
      let own = try Conseiller(root, group: "games")("demande", "lister", "--cherche", "--json", input: text)
      #expect(own.output.contains("MEF-1"), "\(text)")
      let other = try Conseiller(root, group: "users")("demande", "lister", "--cherche", "--json", input: text)
      #expect(other.status == 0 && other.output == "[]\n", "\(text)")
    }
  }

  @Test("may enter a demande of another LINF's families, and are told where it went, and nothing of it later")
  func entered() async throws {
    let root = try TemporaryRoot()
    let daemon = try RunningDaemon(root, acces: "{conseillers: {rpe-lomme: [games], rpe-lille: [users]}}")
    defer { daemon.stop() }
    try daemon.load(Samples.referentiel)
    let conseiller = Conseiller(root, group: "users")
    let form = Samples.formulaire(reference: "GU-20261123-7K3QX9PM").replacing("monenfant.fr", with: "telephone")
    let entered = try conseiller("demande", "saisir", input: form)
    #expect(entered.status == 0, "\(entered.errors)")
    #expect(entered.output.contains("La famille sera rappelée par Relais de Lomme, 03 53 01 10 02."))
    #expect(try conseiller("demande", "saisir", input: form).output.hasPrefix("Déjà saisie"))
    let numero = try #require(try daemon.list("ListDemandes", "demandes").first?["numero"]?.string)
    try conseiller.findsNothing(of: numero)
    #expect(
      try Conseiller(root, group: "games")("demande", "voir", numero).output.contains("la famille étant au téléphone"))

    // Its numero stays theirs; to where it went since they are not told, and nobody else is told anything.
    _ = try daemon.call("AssignDemandes", ["numeros": [.string(numero)], "linf": "rpe-lille", "motif": "Fratrie"])
    let (mover, stranger) = (Conseiller(root, group: "games"), Conseiller(root, group: "games", user: "games"))
    let again = try mover("demande", "saisir", input: form)
    #expect(again.output.hasPrefix("Déjà saisie : c’est la demande \(numero)"))
    #expect(again.output.contains("Elle a changé de lieu d’information depuis.") && !again.output.contains("Lille"))
    for input in [form, form.replacing("Merci.", with: "Autre.")] {
      let refused = try stranger("demande", "saisir", input: input)
      #expect(refused.status == 1 && refused.errors.contains("est déjà celle d’une autre demande"), "\(refused.errors)")
      #expect(!refused.errors.contains(numero) && !refused.errors.contains("Lille"))
    }
    let named = try conseiller("demande", "saisir", input: form.replacing("GU-20261123-7K3QX9PM", with: "P-2026-17"))
    #expect(named.status == 1 && named.errors.contains("/reference : La référence d’une saisie est celle que"))
  }
}
