import Guichet
import Testing

@Suite("A word that was perhaps meant")
struct MotProcheTests {
  private static let verbs = ["lister", "voir", "expliquer", "corriger", "router", "decliner", "transmises"]

  @Test(
    "is a slip of the pen away, or begins so",
    arguments: [
      ("lsiter", ["lister"]), ("vior", ["voir"]), ("Décliner", ["decliner"]), ("decl", ["decliner"]),
      ("transmise", ["transmises"]), ("rooter", ["router"]), ("list", ["lister"]), ("corigger", ["corriger"]),
      ("zzz", []), ("", []), ("v", []), ("supprimer", []),
    ])
  func verbs(typed: String, meant: [String]) {
    #expect(MotProche.parmi(Self.verbs, typed) == meant)
  }

  @Test("is given with those that are equally near, the nearest alone where one is nearer")
  func several() {
    #expect(MotProche.parmi(["rpe-lille", "rpe-lomme", "rpe-lomne"], "rpe-lomne") == ["rpe-lomne"])
    #expect(MotProche.parmi(["sondeA1", "sondeB1"], "sondeC1") == ["sondeA1", "sondeB1"])
  }
}

@Suite("A LINF that was perhaps meant")
struct LinfProchesTests {
  @Test(
    "is found by its id, its name, a word of it, or its commune; none is guessed where too many are equally near",
    arguments: [
      ("rpe-lome", ["rpe-lomme"]), ("Lomme", ["rpe-lomme"]), ("rpe lomme", ["rpe-lomme"]),
      ("Relais de Dunkerque", ["rpe-dunkerque"]), ("dunkerqe", ["rpe-dunkerque"]),
      ("Lille", ["rpe-centre", "rpe-sud"]),
      ("Saint-Amand-les-Eaux", ["rpe-amandinois"]), ("relais", []), ("rpe", []), ("bayonne", []), ("", []),
    ])
  func found(typed: String, meant: [String]) throws {
    #expect(try PetitReferentiel().charge().linfProches(de: typed).map(\.id) == meant)
  }
}
