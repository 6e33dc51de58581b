import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Testing

@Suite("Mails in the register")
struct EnvoiTests {
  /// Clocks by which LINF write mails, those of the sample référentiel.
  private static func horloges(_ fermetures: String? = nil, _ linf: Set<String> = ["rpe-lille", "rpe-lomme"]) throws
    -> Horloges
  {
    let zone = try Fuseau(
      tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris")
    var files = Samples.referentiel
    files["fermetures.csv"] = fermetures.map { "linf;du;au;motif;suppleant\n\($0)\n" }
    return Horloges(
      referentiel: try Referentiel.charger(
        files.map { FichierReferentiel(nom: $0.key, contenu: Array($0.value.utf8)) }), version: 0,
      heures: HeuresDeLaCaf(fuseau: zone, zone: .metropole, horaires: .bureau),
      delais: DelaisDEtape(
        premierContact: .joursOuverts(2), plafond: .joursOuverts(5), urgence: .heuresOuvertes(4),
        orientation: .joursOuverts(1)), delaisDeLinf: [:], linfACourriel: linf, empreinte: "")
  }

  private static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: "\(text):00+01:00")) }

  private static func pose(_ id: Int, _ text: String) throws -> RendezVousPose {
    RendezVousPose(
      id: id, linf: "rpe-lille", place: PlaceRendezVous(debut: try at(text), duree: 30, mode: .surSite, poste: 1))
  }

  /// One demande whose family can be written to, received on Monday 23 November, with a rendez-vous on 2 December at 10.
  private static func fixed(_ horloges: Horloges? = nil) async throws -> (TestRegister, Numero) {
    let test = try TestRegister()
    test.register.install(try horloges ?? Self.horloges())
    _ = try await test.register.record([Receptions.one("1", courriel: "elodie@exemple.fr")], routedBy: 0)
    let numero = try #require(Numero(annee: 2026, rang: 1))
    try await act(test, numero, "2026-11-23T09:00", [.rendezVousFixe(try pose(1, "2026-12-02T10:00"))])
    try await test.register.endRecalcul(try #require(test.register.horloges).empreinte)
    return (test, numero)
  }

  private static func act(
    _ test: TestRegister, _ numero: Numero, _ text: String, _ evenements: [Evenement]
  ) async throws {
    let results = try await test.register.act(on: [numero], by: 0, now: try at(text)) { _ in evenements }
    _ = try #require(results.first).get()
  }

  /// `ecrire rappel 1.0 rpe-lille`, the oldest first.
  private static func toDo(_ test: TestRegister) async throws -> [String] {
    try await test.register.envoisAFaire(limit: 10).map {
      "\($0.geste) \($0.envoi.objet.nature) \($0.envoi.objet.texte) \($0.envoi.linf)"
    }
  }

  @Test("a reminder is a row beside the alert, and none for what was just received")
  func rows() async throws {
    let (test, _) = try await Self.fixed()
    // The alert of its first contact is overtaken.
    #expect(try await test.register.alerter(at: try Self.at("2026-11-25T17:00")).faits == 0)
    #expect(test.register.head.prochaineTache == (try Self.at("2026-12-01T10:00")))
    _ = try await test.register.record([Receptions.one("2", courriel: "elodie@exemple.fr")], routedBy: 0)
    let rows = try await DatabaseQueue(path: test.path).read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM tache ORDER BY numero").map {
        "\($0["nature"] as String) \($0["niveau"] as String)"
      }
    }
    #expect(rows == ["escalade echeance", "rappel 1.0", "escalade avant"])
    #expect(try await test.register.verify().ecarts == [])
  }

  @Test("fact and mail are one transaction, once; a stop before or after changes nothing")
  func once() async throws {
    let (test, numero) = try await Self.fixed()
    let due = try Self.at("2026-12-01T10:00")
    #expect(try await test.register.alerter(at: due.advanced(bySeconds: -1)).faits == 0)
    let before = test.register.transactions
    #expect(try await test.register.alerter(at: due).faits == 1)
    #expect(test.register.transactions == before + 1 && test.register.head.envoisAFaire == 1)
    #expect(try await test.register.alerter(at: due).faits == 0)
    #expect(try await Self.toDo(test) == ["ecrire rappel 1.0 rpe-lille"])
    let mail = try #require(try await test.register.envoisAFaire(limit: 1).first)
    #expect(mail.id.count == 32 && mail.numero == numero)
    try test.register.close()
    let again = try Register(path: test.path)
    again.install(try Self.horloges())
    #expect(again.head.envoisAFaire == 1)
    #expect(try await again.envoisAFaire(limit: 10) == [mail])
    try await again.regler([(mail, .remis)])
    #expect(again.head.envoisAFaire == 0)
    // It lies there until the rendez-vous begins.
    #expect(again.head.prochaineTache == (try Self.at("2026-12-02T10:00")))
    #expect(try await again.alerter(at: try Self.at("2026-12-02T10:00")).faits == 0)
    let expired = try #require(try await again.envoisAFaire(limit: 10).first)
    #expect(expired.geste == .retirer && expired.id == mail.id)
    try await again.regler([(expired, .retire)])
    // What is left is its alert: somebody is to say what came of it.
    #expect(again.head.envoisAFaire == 0)
    #expect(again.head.prochaineTache == (try Self.at("2026-12-02T10:30")))
    #expect(try await again.verify().ecarts == [])
  }

  @Test(
    "T17: what is cancelled, moved, silenced or closed takes its mail with it, written or not, and a move has its own")
  func overtaken() async throws {
    let due = try Self.at("2026-12-01T10:00")
    let acts: [[Evenement]] = [
      [.rendezVousExcuse(RendezVousVise(id: 1))], [.rendezVousDeplace(try Self.pose(1, "2026-12-09T11:00"))],
      [.silence],
      [.cloture(Cloture(motif: .sansSuite, note: nil))],
    ]
    for (act, isWritten) in acts.flatMap({ [($0, false), ($0, true)] }) {
      let (test, numero) = try await Self.fixed()
      _ = try await test.register.alerter(at: due)
      let mail = try #require(try await test.register.envoisAFaire(limit: 1).first)
      if isWritten { try await test.register.regler([(mail, .remis)]) }
      try await Self.act(test, numero, "2026-12-01T11:00", [.note(NoteEcrite(texte: "Elle viendra."))])
      #expect(test.register.head.envoisAFaire == (isWritten ? 0 : 1))
      try await Self.act(test, numero, "2026-12-01T11:05", act)
      #expect(try await Self.toDo(test) == ["retirer rappel 1.0 rpe-lille"], "\(act)")
      // Whoever was writing it meanwhile does not have the last word.
      try await test.register.regler([(mail, .remis)])
      #expect(try await Self.toDo(test) == ["retirer rappel 1.0 rpe-lille"])
      let taken = try #require(try await test.register.envoisAFaire(limit: 1).first)
      try await test.register.regler([(taken, .retire)])
      let next = try Self.at("2026-12-08T11:00")
      let isMoved = if case .rendezVousDeplace = act.first { true } else { false }
      #expect(try await test.register.alerter(at: next).faits >= (isMoved ? 1 : 0))
      #expect(
        try await Self.toDo(test).filter { $0.contains("rappel") } == (isMoved ? ["ecrire rappel 1.1 rpe-lille"] : []))
      #expect(try await test.register.verify().ecarts == [])
    }
  }

  @Test("T17: what comes when the rendez-vous is near or has begun is noted as left out, and nothing is mailed")
  func leftOut() async throws {
    for (text, cause) in [("2026-12-02T08:30", "tropProche"), ("2026-12-02T10:00", "commence")] {
      let (test, numero) = try await Self.fixed()
      #expect(try await test.register.alerter(at: try Self.at(text)).faits == 1)
      #expect(test.register.head.envoisAFaire == 0)
      #expect(test.register.head.prochaineTache == (try Self.at("2026-12-02T10:30")))
      let fact = try #require(try await test.register.faits(of: numero).last)
      #expect(
        fact.evenement
          == .rappelRendezVous(RappelRendezVous(id: 1, sequence: 0, cause: RappelRendezVous.Omission(rawValue: cause))))
    }
    // At night it waits for the morning.
    let (test, _) = try await Self.fixed()
    #expect(try await test.register.alerter(at: try Self.at("2026-12-01T23:00")).faits == 0)
    #expect(test.register.head.prochaineTache == (try Self.at("2026-12-02T08:00")))
    #expect(try await test.register.verify().ecarts == [])
    #expect(try await test.register.alerter(at: try Self.at("2026-12-02T08:00")).faits == 1)
    #expect(test.register.head.envoisAFaire == 1)
  }

  @Test("a LINF that begins to write mails has its reminders computed, one that stops has none")
  func settings() async throws {
    let (test, numero) = try await Self.fixed(try Self.horloges(nil, []))
    #expect(try await test.register.alerter(at: try Self.at("2026-11-25T17:00")).faits == 0)
    #expect(test.register.head.prochaineTache == (try Self.at("2026-12-02T10:30")))
    let writing = try Self.horloges()
    #expect(writing.empreinte != (try Self.horloges(nil, []).empreinte))
    test.register.install(writing)
    #expect(try await test.register.depassees(parmi: [numero], writing) == [numero])
    try await test.register.recalculer([numero])
    #expect(test.register.head.prochaineTache == (try Self.at("2026-12-01T10:00")))
    #expect(try await test.register.depassees(parmi: [numero], writing).isEmpty)
  }

  @Test(
    "alerts are mailed once an échéance has passed, to the LINF, or to the one that stands in for it while it is closed"
  )
  func alerts() async throws {
    let table: [(String?, Set<String>, [String])] = [
      (nil, ["rpe-lille", "rpe-lomme"], ["rpe-lille"]), (nil, ["rpe-lomme"], []), (nil, [], []),
      ("rpe-lille;2026-11-26;2026-11-26;congés;rpe-lomme", ["rpe-lille", "rpe-lomme"], ["rpe-lomme"]),
      ("rpe-lille;2026-11-26;2026-11-26;congés;rpe-lomme", ["rpe-lille"], []),
      ("rpe-lille;2026-11-26;2026-11-26;congés;", ["rpe-lille"], ["rpe-lille"]),
    ]
    for (closure, linf, recipients) in table {
      let test = try TestRegister()
      test.register.install(try Self.horloges(closure, linf))
      _ = try await test.register.record([Receptions.one("1"), Receptions.one("2", linf: nil)], routedBy: 0)
      let numero = try #require(Numero(annee: 2026, rang: 1))
      // A person set it, so that it is told of on the day of the closure, in the hours of the Caf.
      let due = try Self.at("2026-11-26T10:00")
      try await Self.act(test, numero, "2026-11-23T09:00", [.echeanceFixee(EcheanceFixee(le: due, motif: "Essai"))])
      while let next = test.register.head.prochaineTache, next < due { _ = try await test.register.alerter(at: next) }
      #expect(try await Self.toDo(test).isEmpty, "what approaches is not mailed, nor what nobody has")
      _ = try await test.register.alerter(at: due)
      #expect(
        try await Self.toDo(test) == recipients.map { "ecrire alerte echeance 2026-11-26T09:00:00Z \($0)" },
        "\(closure ?? "-")")
      guard !recipients.isEmpty else { continue }
      if closure == nil, linf.count == 2 {
        // With another LINF what it was told is told again, to that one.
        try await Self.act(test, numero, "2026-11-26T10:05", [ActTests.attribuee("rpe-lomme")])
        _ = try await test.register.alerter(at: try Self.at("2026-11-26T10:05"))
        #expect(
          try await Self.toDo(test).sorted() == [
            "ecrire alerte echeance 2026-11-26T09:00:00Z rpe-lomme",
            "retirer alerte echeance 2026-11-26T09:00:00Z rpe-lille",
          ])
      }
      try await Self.act(
        test, numero, "2026-11-26T10:30", [.cloture(Cloture(motif: .sansSuite, note: nil))])
      #expect(try await Self.toDo(test).allSatisfy { $0.hasPrefix("retirer alerte") })
    }
  }
}
