import Foundation
import Guichet
import GuichetControl
import GuichetDaemon
import GuichetTestSupport
import LinuxSystem
import StrictJSON
import Testing
import VarlinkClient

@Suite("The door of the running daemon")
struct ControlTests {
  static let horloge = "2026-11-23T09:00:00+01:00"

  @Test("pages long lists, and gives each demande once")
  func pages() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      for number in 0..<450 {
        try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json")
      }
      try daemon.advance(to: Self.horloge)
      let connection = try daemon.connection()
      var stream = try connection.stream("fr.caf.guichet.ListDemandes")
      var sizes: [Int] = []
      var numeros: Set<String> = []
      while let reply = try stream.next() {
        let rows = reply["demandes"].map { Array($0.elements) } ?? []
        sizes.append(rows.count)
        numeros.formUnion(rows.compactMap { $0["numero"]?.string })
      }
      #expect(sizes == [200, 200, 50] && numeros.count == 450)
    }
  }

  @Test("answers what it is not asked rightly with a typed error and a French sentence")
  func errors() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      func refusal(_ method: String, _ parameters: JSONValue = [:], more: Bool = false) throws
        -> VarlinkClient.VarlinkError
      {
        do {
          if more { _ = try daemon.list(method, "x", parameters) } else { _ = try daemon.call(method, parameters) }
        } catch VarlinkFailure.refused(let error) {
          return error
        }
        throw Unrefused(method: method)
      }
      let names = [
        try refusal("ShowDemande", ["numero": "42"]), try refusal("ShowDemande", ["numero": "pas un numéro"]),
        try refusal("ShowDemande"), try refusal("ListDemandes"), try refusal("Ouvrir"),
        try refusal("ShowRejet", ["id": "../../etc/passwd"]),
        try refusal("ApplyReferentiel", ["chargement": "x", "version": 0]),
      ].map { String($0.shortName) }
      #expect(
        names == [
          "DemandeIntrouvable", "DemandeIntrouvable", "ParametreInvalide", "ExpectedMore", "MethodNotFound",
          "RejetIntrouvable", "ChargementInconnu",
        ])
      // The year that the rank alone was completed with.
      let told = [
        try refusal("ShowDemande", ["numero": "42"]), try refusal("ExplainDemande", ["numero": "42"]),
        try refusal("CorrectDemande", ["numero": "42", "correction": [:]]),
        try refusal("ListFaits", ["numero": "42"], more: true), try refusal("ShowDemande", ["numero": "x"]),
      ].map { $0.parameters["numero"]?.string ?? "" }
      #expect(told.prefix(4).allSatisfy { $0 == "2026-000042" } && told.last == "x")
      try daemon.load(Samples.referentiel)
      let parameters = [
        try refusal("ListDemandes", ["linf": "rpe-lile"], more: true),
        try refusal("ListDemandes", ["commune": "Lille"], more: true),
        try refusal("ShowDemande", ["numero": 42]), try refusal("ListDemandes", ["depuis": "hier"], more: true),
        try refusal("ListDemandes", ["etat": "perdu"], more: true),
        try refusal("Route", ["lieux": [["le": "32/01/2026"]]]),
      ].map { ($0.parameters["parametre"]?.string ?? "", $0.parameters["message"]?.string ?? "") }
      #expect(parameters.map(\.0) == ["linf", "commune", "numero", "depuis", "etat", "lieux[0].le"])
      #expect(parameters.allSatisfy { $0.1.hasSuffix(".") } && parameters[4].1.contains("aOrienter"))
    }
  }

  private struct Unrefused: Error {
    let method: String
  }

  @Test("applies a référentiel as a whole or not at all, and only over the version it was compared with")
  func referentiel() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      var damaged = Samples.referentiel
      damaged["rattachements.csv"]? += "rpe-inconnu;59128;;;2022-01-01;\nrpe-lille;59128;;;32/01/2022;\n"
      let fautes: JSON? =
        #expect(throws: VarlinkFailure.self) { try daemon.load(damaged) }.flatMap { failure in
          if case .refused(let error) = failure, error.shortName == "ReferentielInvalide" {
            error.parameters["fautes"]
          } else {
            nil
          }
        }
      #expect((fautes?.count ?? 0) >= 2)
      #expect(fautes?.elements.first { $0["fichier"]?.string != "rattachements.csv" || $0["ligne"]?.int == nil } == nil)
      #expect(try daemon.call("GetEtat")["etat"]?["referentiel"]?["version"]?.int == 0)

      let connection = try daemon.connection()
      func compare() throws -> (String, Int64) {
        let token = try connection.call("fr.caf.guichet.OpenReferentiel")["chargement"]?.string ?? ""
        for (name, text) in Samples.referentiel {
          _ = try connection.call(
            "fr.caf.guichet.SendReferentiel",
            [
              "chargement": .string(token), "fichier": .string(name),
              "contenu": .string(Data(text.utf8).base64EncodedString()),
            ])
        }
        let compared = try connection.call("fr.caf.guichet.CompareReferentiel", ["chargement": .string(token)])
        return (token, Int64(compared["version"]?.int ?? -1))
      }
      let (early, version) = try compare()
      try daemon.load(Samples.referentiel)
      #expect(throws: VarlinkFailure.self) {
        try connection.call(
          "fr.caf.guichet.ApplyReferentiel", ["chargement": .string(early), "version": .int(version)])
      }
      #expect(try daemon.call("GetEtat")["etat"]?["referentiel"]?["version"]?.int == 1)
    }
  }

  @Test("keeps the référentiel over a restart, and goes on by it")
  func restart() async throws {
    let root = try TemporaryRoot()
    let first = try RunningDaemon(root, horloge: Self.horloge)
    try first.load(Samples.referentiel)
    first.kill()
    let second = try RunningDaemon(root, horloge: Self.horloge)
    defer { second.stop() }
    let routage = try second.call("Route", ["lieux": [["codePostal": "59160", "commune": "Lomme"]]])
    #expect(routage["routages"]?.elements.first { $0["linf"]?.string == "rpe-lomme" } != nil)
  }

  @Test("puts a refused file back, as it was or mended")
  func replay() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.root.drop("{\"version\": 2}", as: "a.json")
      try daemon.root.drop("{\"version\": 3}", as: "b.json")
      try daemon.advance(to: Self.horloge)
      let ids = try daemon.list("ListRejets", "rejets").compactMap { rejet in
        rejet["fichier"]?.string.flatMap { name in rejet["id"]?.string.map { (name, $0) } }
      }
      let byName = Dictionary(uniqueKeysWithValues: ids)
      let (a, b) = (try #require(byName["a.json"]), try #require(byName["b.json"]))
      #expect(
        try daemon.call("ShowRejet", ["id": .string(a)])["contenu"]?.string
          == Data("{\"version\": 2}".utf8).base64EncodedString())
      // Refused once more a second later, and so under another id.
      try daemon.advance(to: "2026-11-23T09:00:01+01:00")
      _ = try daemon.call("ReplayRejet", ["id": .string(a)])
      let mended = Data(Samples.formulaire(reference: "MEF-1").utf8).base64EncodedString()
      _ = try daemon.call("ReplayRejet", ["id": .string(b), "contenu": .string(mended)])
      try daemon.advance(to: "2026-11-23T09:00:01+01:00")
      #expect(try daemon.list("ListDemandes", "demandes").count == 1)
      let etats = try daemon.list("ListRejets", "rejets").compactMap { $0["etat"]?.string }.sorted()
      #expect(etats == ["ouvert", "rejoue", "rejoue"])
      #expect(try daemon.call("GetEtat")["etat"]?["rejets"]?["total"]?.int == 1)
      #expect(throws: VarlinkFailure.self) { try daemon.call("ReplayRejet", ["id": .string(a)]) }
    }
  }

  @Test("does not move a clock back, and has no clock to move where it runs by the machine's")
  func clock() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let shown = try daemon.advance(to: "2026-11-24T10:00:00+01:00")
      #expect(shown["maintenant"]?.string == "2026-11-24T10:00:00+01:00")
      #expect(throws: VarlinkFailure.self) { try daemon.advance(to: Self.horloge) }
    }
    try await RunningDaemon.with { daemon in
      #expect(throws: VarlinkFailure.self) { try daemon.advance(to: Self.horloge) }
    }
  }
}

@Suite("Rights at the door")
struct PermissionTests {
  static let peer = PeerCredentials(uid: 1000, gid: 1000, groups: [1000, 50])

  @Test("are decided for every method of the interface, and for no other")
  func complete() {
    let methods = GuichetInterface.description.split(separator: "\n").compactMap { line in
      line.hasPrefix("method ") ? String(line.dropFirst(7).prefix { $0.isLetter }) : nil
    }
    #expect(Set(methods) == Set(Permissions.table.keys))
  }

  @Test(
    "leave an observateur nothing but the état, and what it may do",
    arguments: Permissions.table.keys.sorted())
  func observateur(method: String) {
    let open = [GetEtat.name, ShowAcces.name, ShowSurveillance.name]
    #expect(Permissions.allows(method, to: [.observateur]) == open.contains(method))
    #expect(Permissions.allows(method, to: [.administrateur]))
    #expect(!Permissions.allows(method, to: []))
  }

  @Test("come from the configured groups, and from nothing else")
  func groups() {
    var acces = Configuration.Acces()
    acces.superviseurs = ["chefs"]
    acces.conseillers = ["rpe-lomme": ["lomme"], "rpe-lille": ["lille"]]
    let table = RoleTable(acces, owner: nil) { ["chefs": 40, "lomme": 50, "lille": 60][$0] }
    #expect(table.roles(of: Self.peer) == [.observateur, .conseiller(linf: "rpe-lomme")])
    #expect(table.roles(of: PeerCredentials(uid: 1000, gid: 40, groups: [40])) == [.observateur, .superviseur])
    #expect(table.roles(of: PeerCredentials(uid: 0, gid: 0, groups: [0])).contains(.administrateur))
    #expect(table.roles(of: PeerCredentials(uid: 7, gid: 7, groups: [])) == [.observateur])
  }

  @Test("are told with their reasons, the strongest first")
  func reasons() {
    var acces = Configuration.Acces()
    acces.superviseurs = ["chefs"]
    acces.conseillers = ["rpe-lomme": ["lomme"], "rpe-lille": ["nulle-part"]]
    let table = RoleTable(acces, owner: nil) { ["chefs": 40, "lomme": 50][$0] }
    let told = table.reasons(of: PeerCredentials(uid: 0, gid: 0, groups: [50, 40])).map {
      "\($0.role.kind) \($0.raison)"
    }
    #expect(
      told == [
        "administrateur root l’est toujours", "superviseur membre du groupe « chefs »",
        "conseiller membre du groupe « lomme »", "observateur toute personne qui atteint la socket l’est",
      ])
    for peer in [Self.peer, PeerCredentials(uid: 0, gid: 0), PeerCredentials(uid: 7, gid: 40)] {
      #expect(Set(table.reasons(of: peer).map(\.role)) == table.roles(of: peer))
    }
    let rooted = RoleTable(acces, owner: 1000) { _ in 50 }
    #expect(rooted.grants.isEmpty && rooted.reasons(of: Self.peer).map(\.role) == [.administrateur, .observateur])
  }

  @Test("with a root folder go to its owner and to root alone")
  func owner() {
    let table = RoleTable(Configuration.Acces(), owner: 1000) { _ in 50 }
    #expect(table.roles(of: Self.peer) == [.observateur, .administrateur])
    #expect(table.roles(of: PeerCredentials(uid: 1001, gid: 50, groups: [50])) == [.observateur])
  }

  @Test("show a conseiller its LINF's demandes only, and one that waits to nobody but those who see all")
  func sight() {
    let own = Sight([.observateur, .conseiller(linf: "rpe-lomme")])
    #expect(own.includes(linf: "rpe-lomme") && !own.includes(linf: "rpe-lille") && !own.includes(linf: nil))
    #expect(Sight([.superviseur]).includes(linf: nil))
    #expect(!Sight([.observateur]).includes(linf: "rpe-lomme"))
  }
}
