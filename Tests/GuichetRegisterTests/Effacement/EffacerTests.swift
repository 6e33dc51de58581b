import Foundation
import GRDB
import Guichet
import GuichetRegister
import GuichetTestSupport
import Synchronization
import Testing

@Suite("Erasing families, in the register")
struct EffacerTests {
  private static let later = Receptions.now.advanced(bySeconds: 3_600)
  private static let secrets = ["Zorglubine", "zorglub@exemple.fr", "39981234", "Perlimpinpin", "MEF-SECRET"]

  private static var fuseau: Fuseau {
    get throws {
      try Fuseau(tzif: Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris")
    }
  }

  private static func numero(_ rang: Int) throws -> Numero { try #require(Numero(annee: 2026, rang: rang)) }

  /// Three demandes; much was said of the first.
  private static func office() async throws -> TestRegister {
    let test = try TestRegister()
    let first = Receptions.one(
      "MEF-SECRET", content: 9, nom: "Zorglubine", prenom: "Zoé", courriel: "zorglub@exemple.fr")
    _ = try await test.register.record(
      [first, Receptions.one("2", nom: "Petit"), Receptions.one("3", nom: "Zorglubine")], routedBy: 0)
    for evenement: Evenement in [
      .note(NoteEcrite(texte: "Perlimpinpin")),
      .contact(Contact(resultat: .occupe, note: "Perlimpinpin", numeroAppele: "+33639981234")),
    ] {
      _ = try await test.register.act(on: [try numero(1)], by: 0, now: later) { _ in [evenement] }
    }
    return test
  }

  private static func effacer(_ test: TestRegister, _ numeros: [Numero]) async throws {
    try await test.register.effacer(numeros, by: 0, now: later, fuseau: fuseau)
  }

  @Test("closes what is open, forgets what was said, keeps the chain and the rows what the facts make them")
  func forgets() async throws {
    let test = try await Self.office()
    let one = try Self.numero(1)
    let before = test.register.head
    try await Self.effacer(test, [one])
    let demande = try #require(try await test.register.demande(one))
    #expect(demande.effaceeLe == Self.later && demande.cloture?.motif == .sansSuite && demande.notes.isEmpty)
    #expect(demande.contacts.count == 1 && demande.contacts.first?.contact.note == nil)
    let row = try #require(try await test.register.rows([one]).first)
    #expect(row.reference == "[effacée 2026-000001]" && row.empreinte.isEmpty && row.marques.contains(.effacee))
    #expect(test.register.head.parEtat[.close] == 1 && test.register.head.parEtat[.aContacter] == 2)
    #expect(test.register.head.seq == before.seq + 2 && test.register.head.effacements.nombre == 1)
    #expect(try await test.register.verify().isIntact)
    var filter = DemandeFilter()
    filter.recherche = try Recherche("Zorglubine", annee: 2026)
    let found = try await test.register.numeros(filter)
    #expect(found.map(\.rang) == [3])
    // Twice is once.
    try await Self.effacer(test, [one])
    #expect(test.register.head.seq == before.seq + 2)
    let refused = try await test.register.act(on: [one], by: 0, now: Self.later) { (demande) throws(ActeRefuse) in
      try demande.noter("x")
    }
    guard case .failure(let refusal) = refused[0] else {
      Issue.record("something was noted of an erased family")
      return
    }
    #expect(refusal.message.contains("effacée"))
  }

  @Test("leaves no byte of it in the file, its log or beside them, once that is cleaned")
  func noByte() async throws {
    let test = try await Self.office()
    try await Self.effacer(test, [try Self.numero(1), try Self.numero(3)])
    #expect(try await test.register.nettoyer() && test.register.head.effacements.incomplets == 0)
    for ending in ["", "-wal", "-shm"] {
      guard let bytes = FileManager.default.contents(atPath: test.path + ending) else { continue }
      for secret in Self.secrets where secret != "39981234" {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(ending)")
        #expect(bytes.range(of: Data(secret.lowercased().utf8)) == nil, "\(secret) in \(ending)")
      }
    }
    // The number of the one that stays is the same.
    #expect(try await test.register.verify().isIntact)
  }

  @Test("gives signs of life while the file is written anew")
  func signs() async throws {
    let test = try await Self.office()
    _ = try await test.register.record(Receptions.many(6_000, from: 10), routedBy: 0)
    try await Self.effacer(test, [try Self.numero(1)])
    let count = Mutex(0)
    #expect(try await test.register.nettoyer { count.withLock { $0 += 1 } })
    #expect(count.withLock(\.self) > 0)
  }

  @Test("is not complete while somebody reads the file from outside, and is once nobody does")
  func readFromOutside() async throws {
    let test = try await Self.office()
    try await Self.effacer(test, [try Self.numero(1)])
    var configuration = Configuration()
    configuration.readonly = true
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: test.path, configuration: configuration)
    try await reader.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM fait")
    }
    #expect(try await !test.register.nettoyer() && test.register.head.effacements.incomplets == 1)
    try await reader.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
    try reader.close()
    #expect(try await test.register.nettoyer() && test.register.head.effacements.incomplets == 0)
  }

  @Test("keeps the same form from coming back, under whatever content, and no other")
  func neverAgain() async throws {
    let test = try await Self.office()
    let one = try Self.numero(1)
    try await Self.effacer(test, [one])
    let again = try await test.register.record(
      [
        Receptions.one("MEF-SECRET", content: 9), Receptions.one("MEF-SECRET", content: 10),
        Receptions.one("MEF-SECRET", content: 9, origine: .partenaire), Receptions.one("MEF-SECRET2"),
      ], routedBy: 0)
    #expect(again[0] == .effacee(one) && again[1] == .effacee(one))
    #expect(try again[2...] == [.inscrite(Self.numero(4)), .inscrite(Self.numero(5))])
    // Nor after it was opened anew.
    try test.register.close()
    let reopened = try Register(path: test.path)
    #expect(try await reopened.record([Receptions.one("MEF-SECRET")], routedBy: 0) == [.effacee(one)])
  }

  @Test("takes along what was merged with it, whichever way, and gives none of their numeros anew")
  func merged() async throws {
    let test = try await Self.office()
    let (one, three) = (try Self.numero(1), try Self.numero(3))
    _ = try await test.register.act(on: [three], by: 0, now: Self.later) { _ in
      [.fusionnee(Fusionnee(dans: one, motif: "Perlimpinpin"))]
    }
    #expect(try await test.register.aEffacer([one]).map(\.demande.numero) == [one, three])
    #expect(try await test.register.aEffacer([three]).map(\.demande.numero) == [one, three])
    #expect(try await test.register.aEffacer([three], avecFusions: false).map(\.demande.numero) == [three])
    try await Self.effacer(test, [one, three])
    #expect(try await test.register.verify().isIntact)
    #expect(try await test.register.effacees() == [one, three])
  }

  @Test("gives no numero anew of which only the log of erased families knows")
  func reserved() async throws {
    let test = try await Self.office()
    try await test.register.connaitre([
      (try Self.numero(12), empreinte: [UInt8](repeating: 3, count: 32), le: Self.later)
    ])
    #expect(try await test.register.record([Receptions.one("13")], routedBy: 0) == [.inscrite(try Self.numero(13))])
  }

  @Test("counts for the same in what is replayed up to a fact before it")
  func replayed() async throws {
    let test = try await Self.office()
    let head = test.register.head.seq
    let resume: @Sendable (Demande) -> String = {
      "\($0.numero.rang) \($0.etat) \($0.contacts.count) \($0.codeInsee ?? "")"
    }
    let before = try await test.register.rejouer(annee: 2026, jusqua: head, resume)
    try await Self.effacer(test, [try Self.numero(1), try Self.numero(2)])
    let after = try await test.register.rejouer(annee: 2026, jusqua: head, sans: [.note], resume)
    #expect(after.valeurs == before.valeurs && after.illisibles.isEmpty)
    let now = try await test.register.rejouer(annee: 2026, jusqua: test.register.head.seq, resume)
    #expect(now.valeurs.map { $0.hasPrefix("1 close") || $0.hasPrefix("2 close") } == [true, true, false])
  }

  @Test("is in no figure of a day before it was filed, and is not unreadable then")
  func beforeItCame() async throws {
    let test = try await Self.office()
    let resume: @Sendable (Demande) -> Int = { $0.numero.rang }
    try await Self.effacer(test, [try Self.numero(1), try Self.numero(3)])
    for (jusqua, expected) in [(Int64(0), []), (2, [1]), (4, [1, 2])] {
      let found = try await test.register.rejouer(annee: 2026, jusqua: jusqua, resume)
      #expect(found.valeurs == expected && found.illisibles.isEmpty, "up to \(jusqua): \(found)")
      let alone = try await test.register.rejouer([try Self.numero(3)], jusqua: jusqua, resume)
      #expect(alone.valeurs.isEmpty && alone.illisibles.isEmpty)
    }
  }

  @Test("shows where facts were emptied otherwise: in the verification, and in what reads them")
  func emptied() async throws {
    let test = try await Self.office()
    try await DatabaseQueue(path: test.path).write { db in
      try db.execute(sql: "UPDATE fait SET donnees = NULL, sel = NULL WHERE nature = 'note'")
    }
    let verified = try await test.register.verify()
    #expect(!verified.isIntact && verified.fautes.isEmpty && verified.ecarts.contains { $0.contains("vidés") })
    await #expect(throws: RegisterError.self) { try await test.register.demande(try Self.numero(1)) }
    let found = try await test.register.rejouer(annee: 2026, jusqua: test.register.head.seq) { $0.numero.rang }
    #expect(found.illisibles == [try Self.numero(1)] && found.valeurs == [2, 3])
  }
}
