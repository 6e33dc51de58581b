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
}
