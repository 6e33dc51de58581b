import Foundation
import GuichetTestSupport
import StrictJSON
import Testing
import VarlinkClient

@Suite("Two demandes of one family, with the real daemon and the real command")
struct FusionJourneyTests {
  private static let horloge = "2026-11-23T09:00:00+01:00"

  private static func row(_ daemon: RunningDaemon, _ numero: String) throws -> JSON {
    try #require(try daemon.call("ShowDemande", ["numero": .string(numero)])["demande"])
  }

  private static func marks(_ daemon: RunningDaemon) throws -> [[String]] {
    try daemon.list("ListDemandes", "demandes").map { row in
      row["marques"]?.elements.compactMap(\.string).filter { $0 == "doublonPossible" } ?? []
    }
  }

  @Test("are marked, seen side by side, merged, and taken apart again as they were but for the clock")
  func journey() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      let root = daemon.root
      try daemon.load(Samples.referentiel)
      try root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try root.drop(
        Samples.formulaire(reference: "MEF-2", deposeeLe: "2026-11-23T08:20:00+01:00", message: "Encore moi."),
        as: "b.json")
      try root.drop(
        Samples.formulaire(reference: "MEF-3", nom: "Dupont", telephone: "06 39 98 12 35")
          .replacing("elodie@exemple.fr", with: "dupont@exemple.fr").replacing("12 rue", with: "3 quai"),
        as: "c.json")
      try daemon.advance(to: Self.horloge)
      let numero = Dictionary(
        uniqueKeysWithValues: try daemon.list("ListDemandes", "demandes").map {
          ($0["reference"]?.string ?? "", $0["numero"]?.string ?? "")
        })
      let (first, second, third) = (
        try #require(numero["MEF-1"]), try #require(numero["MEF-2"]), try #require(numero["MEF-3"])
      )
      #expect(try Self.marks(daemon).filter { !$0.isEmpty }.count == 2)
      #expect(
        try Set(
          daemon.list("ListDemandes", "demandes", ["doublons": true]).compactMap { $0["numero"]?.string })
          == [first, second])
      let listed = try ProgramRun.guichetctl(root, "demande", "lister", "--doublons")
      #expect(listed.output.contains("doublon possible") && !listed.output.contains(third))
      let found = try ProgramRun.guichetctl(root, "demande", "doublons", second, "--json")
      let doublon = try #require(try JSON.parse(Array(found.output.utf8)).elements.first { _ in true })
      #expect(doublon["numero"]?.string == first && doublon["degre"]?.string == "certain")
      #expect(doublon["genre"]?.string == "doublon" && doublon["par"]?.string == second)
      #expect(
        doublon["criteres"]?.elements.compactMap(\.string) == [
          "telephone", "courriel", "nomEnfant", "adresseEnfant",
        ])
      #expect(try ProgramRun.guichetctl(root, "demande", "doublons", third).output.hasPrefix("Aucune autre demande"))
      let before = try Self.row(daemon, second)
      let seen = try ProgramRun.guichetctl(root, "demande", "voir", second)
      #expect(seen.output.contains("Doublons possibles") && seen.output.contains("\(first), à contacter (rpe-lomme)"))

      // Nobody is there to say yes: both are shown all the same.
      let asked = try ProgramRun.guichetctl(root, "demande", "fusionner", second, "--dans", first)
      #expect(asked.status == 1 && asked.errors.contains("Fusionner la demande \(second) dans la demande \(first) ?"))
      #expect(asked.output.contains("\(second) (se clôt)") && asked.output.contains("En commun : même téléphone"))
      let merged = try ProgramRun.guichetctl(
        root, "demande", "fusionner", second, "--dans", first, "--motif", "Même famille au téléphone.", "--oui")
      #expect(merged.output == "\(second) : Fusionnée dans la demande \(first), qui reste pour les deux.\n")
      let closed = try Self.row(daemon, second)
      #expect(closed["etat"]?.string == "close" && closed["motifCloture"]?.string == "doublon")
      #expect(closed["echeance"]?.isNull == true)
      #expect(try Self.marks(daemon).allSatisfy(\.isEmpty))
      #expect(try daemon.list("ListDemandes", "demandes", ["doublons": true]).isEmpty)
      let survivor = try ProgramRun.guichetctl(root, "demande", "voir", first)
      #expect(survivor.output.contains("Histoire de la demande \(second), fusionnée dans celle-ci"))
      #expect(survivor.output.contains("MEF-2") && survivor.output.contains("Même famille au téléphone."))
      #expect(!survivor.output.contains("Doublons possibles"))
      #expect(
        try ProgramRun.guichetctl(root, "demande", "voir", second).output
          .contains("dans la demande \(first), qui reste"))
      for refused in [[second, "--dans", first], [first, "--dans", second], [first, "--dans", first]] {
        let words = ["demande", "fusionner"] + refused + ["--oui", "--racine", root.path]
        #expect(try ProgramRun(BuiltProgram.path("guichetctl"), words, input: "").status == 1)
      }
      #expect(try ProgramRun.guichetctl(root, "demande", "rouvrir", second, "--motif", "Non").status == 1)

      try daemon.advance(to: "2026-11-24T10:00:00+01:00")
      let undone = try ProgramRun.guichetctl(root, "demande", "defusionner", second)
      #expect(undone.status == 0 && undone.output.hasPrefix("\(second) : Fusion défaite."))
      #expect(try ProgramRun.guichetctl(root, "demande", "defusionner", second).status == 1)
      let after = try Self.row(daemon, second)
      for key in before.members.map(\.key) where key != "echeance" && key != "age" && key != "enRetard" {
        #expect(
          JSONValue(try #require(before[key])).bytes() == JSONValue(try #require(after[key])).bytes(), "\(key)")
      }
      #expect(before["echeance"]?.string == "2026-11-25T17:00:00+01:00")
      #expect(after["echeance"]?.string == "2026-11-26T17:00:00+01:00")
      #expect(try Self.marks(daemon).filter { !$0.isEmpty }.count == 2)
      #expect(try TriageTests.faits(daemon, second) == ["recue", "routee", "fusionnee", "defusionnee"])
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("are not merged while one has a rendez-vous; what was merged counts as received, and closed once")
  func rendezVous() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      for number in 1...2 { try daemon.root.drop(Samples.formulaire(reference: "MEF-\(number)"), as: "\(number).json") }
      try daemon.advance(to: Self.horloge)
      _ = try daemon.call(
        "BookRendezVous", ["numero": "2", "debut": "2026-11-25T10:00", "mode": "surSite", "horsHoraires": true])
      func merge() throws -> JSON? {
        try daemon.call("MergeDemandes", ["numeros": ["2"], "dans": "1"])["resultats"]?.elements.first { _ in true }
      }
      let refused = try merge()
      #expect(refused?["fait"]?.bool == false && refused?["code"]?.string == "regle")
      _ = try daemon.call("CancelRendezVous", ["numero": "2", "par": "linf"])
      #expect(try merge()?["fait"]?.bool == true)
      let etat = try daemon.call("GetEtat")["etat"]?["demandes"]
      #expect(etat?["total"]?.int == 2 && etat?["parEtat"]?["close"]?.int == 1)
      #expect(try daemon.call("VerifyJournal")["intact"]?.bool == true)
    }
  }

  @Test("shows who may read it the refused file that bears the reference of a demande, and what it says otherwise")
  func conflit() async throws {
    try await RunningDaemon.with(horloge: Self.horloge) { daemon in
      try daemon.load(Samples.referentiel)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1"), as: "a.json")
      try daemon.advance(to: Self.horloge)
      try daemon.root.drop(Samples.formulaire(reference: "MEF-1", telephone: "06 39 98 12 35"), as: "b.json")
      try daemon.advance(to: "2026-11-23T09:05:00+01:00")
      let fiche = try daemon.call("ShowDemande", ["numero": "1"])["fiche"]
      let conflit = try #require(fiche?["conflits"]?.elements.first { _ in true })
      #expect(
        conflit["champs"]?.elements.map { $0["chemin"]?.string } == ["/demandeur/telephone"])
      let seen = try ProgramRun.guichetctl(daemon.root, "demande", "voir", "1").output
      #expect(seen.contains("Fichiers refusés sous la même référence"))
      #expect(seen.contains("téléphone : 06 39 98 12 34 → 06 39 98 12 35"), "\(seen)")
      let id = try #require(conflit["rejet"]?.string)
      #expect(try ProgramRun.guichetctl(daemon.root, "rejet", "voir", id).status == 0)
    }
  }
}
