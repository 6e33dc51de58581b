import Guichet
import Testing

@Suite("The life cycle")
struct TransitionTests {
  @Test("has one line for each nature, and leads only where some line begins")
  func table() {
    let natures = Transition.table.map(\.nature)
    #expect(Set(natures).count == natures.count)
    for line in Transition.table {
      #expect(!line.vers.isEmpty)
      for etat in line.vers { #expect(!Transition.possible(from: etat).isEmpty) }
    }
  }

  @Test("reaches every état from reception, and can end from every open one")
  func reachable() {
    var reached = Set(Transition.table.filter(\.depuis.isEmpty).flatMap(\.vers))
    while true {
      let next = reached.union(
        Transition.table.filter { !reached.isDisjoint(with: $0.depuis) }.flatMap(\.vers))
      if next == reached { break }
      reached = next
    }
    #expect(reached == Set(Etat.allCases))
    for etat in Etat.allCases where etat != .close {
      #expect(Transition.possible(from: etat).contains(.cloture))
    }
  }

  @Test("refuses a fact out of its place, and says what is possible instead", arguments: Etat.allCases)
  func refused(etat: Etat) {
    let refusal = TransitionRefusee(nature: .recue, etat: etat)
    #expect(refusal.message.contains("« \(etat.libelle) »"))
    for nature in Transition.possible(from: etat) { #expect(refusal.message.contains("« \(nature.libelle) »")) }
  }

  @Test("offers instead only what a person could do then")
  func offered() throws {
    func offer(_ famille: FamilleAppelee) -> String {
      do {
        _ = try famille.demande.rouvrir(
          motif: "Elle rappelle", try AttributionTests.routeur(), AttributionTests.jours, version: 1)
        return ""
      } catch let error as ActeRefuse {
        return error.message
      } catch {
        return "\(error)"
      }
    }
    var famille = try FamilleAppelee()
    for word in ["reprise", "contact annulé", "alerte", "transfert", "routage", "rendez-vous honoré"] {
      #expect(!offer(famille).contains(word), "\(word)")
    }
    #expect(offer(famille).contains("« contact »") && offer(famille).contains("« rendez-vous fixé »"))
    try famille.appelle(.sansReponse, "2026-11-23T10:00")
    try famille.happens(try famille.demande.suspendre(motif: "Hospitalisation"), "2026-11-23T10:05")
    #expect(offer(famille).contains("« reprise »") && offer(famille).contains("« contact annulé »"))
    #expect(!offer(famille).contains("« suspension »"))
  }
}
