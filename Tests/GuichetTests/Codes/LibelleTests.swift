import Guichet
import Testing

@Suite("The words for the codes of the field")
struct LibelleTests {
  private static let lists: [(String, [(code: String, libelle: String)])] = [
    ("Etat", pairs(Etat.self)), ("NatureFait", pairs(NatureFait.self)), ("CauseRoutage", pairs(CauseRoutage.self)),
    ("RaisonDeclin", pairs(RaisonDeclin.self)), ("RaisonAOrienter", pairs(RaisonAOrienter.self)),
    ("Marque", pairs(Marque.self)), ("Regle", pairs(Regle.self)), ("Motif.Code", pairs(Motif.Code.self)),
    ("Origine", pairs(Origine.self)), ("Attribution.Code", pairs(Attribution.Code.self)),
  ]

  private static func pairs<Code: CodeLibelle>(_: Code.Type) -> [(code: String, libelle: String)] {
    Code.allCases.map { ($0.rawValue, $0.libelle) }
  }

  @Test("are there for each, are its own within its list, and are no code")
  func words() {
    for (name, list) in Self.lists {
      #expect(Set(list.map(\.libelle)).count == list.count, "\(name)")
      for (code, libelle) in list {
        #expect(!libelle.isEmpty && libelle.matches(of: /[a-zé][A-Z]/).isEmpty, "\(name).\(code)")
      }
    }
  }

  @Test("are the code itself for one of a newer program")
  func unknown() {
    #expect(Marque.libelle("routagePropose") == "routage proposé" && Marque.libelle("nouvelle") == "nouvelle")
  }

  @Test("name the département to whose Caf a family is to be sent, and nothing for another reason")
  func departement() {
    #expect(RaisonAOrienter.horsDepartement.libelle(departement: "62") == "hors du département : Pas-de-Calais (62)")
    #expect(RaisonAOrienter.horsDepartement.libelle(departement: nil) == "hors du département")
    #expect(RaisonAOrienter.sansLinf.libelle(departement: "62") == "aucun LINF pour ce lieu")
  }
}
