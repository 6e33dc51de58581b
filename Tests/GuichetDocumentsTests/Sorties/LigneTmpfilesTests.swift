import GuichetDocuments
import Testing

@Suite("Lines of tmpfiles.d")
struct LigneTmpfilesTests {
  @Test(
    "make the folder of a LINF, whatever its path",
    arguments: [
      ("/s/rpe-lomme", "d /s/rpe-lomme 2770 guichet petit - -"),
      ("/s/a b", "d \"/s/a b\" 2770 guichet petit - -"),
      ("/s/100%", "d /s/100%% 2770 guichet petit - -"),
      ("/s/un\"deux", "d \"/s/un\\\"deux\" 2770 guichet petit - -"),
    ])
  func lines(chemin: String, texte: String) {
    #expect(LigneTmpfiles(chemin: chemin, proprietaire: "guichet", groupe: "petit").texte == texte)
  }
}
