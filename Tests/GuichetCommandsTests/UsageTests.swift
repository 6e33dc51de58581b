import GuichetCommands
import Testing

@Suite("A wrong command line")
struct UsageTests {

  @Test(
    "is refused with 64 and said in French",
    arguments: [
      ("etta", "« etta » est de trop ou n’existe pas."),
      ("demande", "Il manque le verbe après « demande » : lister, voir ou expliquer."),
      ("referentiel", "Il manque le verbe après « referentiel » : charger."),
      ("demande lister --lnif x", "L’option « --lnif » n’existe pas : vouliez-vous dire « --linf » ?"),
      ("demande lister --zzzzzzzz", "L’option « --zzzzzzzz » n’existe pas."),
      ("demande lister -z", "L’option « -z » n’existe pas."),
      ("demande lister --linf", "L’option « --linf » attend une valeur : LINF."),
      (
        "demande lister --etat ouverte",
        "L’état « ouverte » n’existe pas : donnez aOrienter, aContacter, rendezVous, enSuivi ou close."
      ),
      ("demande voir", "Il manque un argument : NUMÉRO."),
      ("demande voir 1 2", "« 2 » est de trop ou n’existe pas."),
      ("demande voir 1 2 3", "Ces mots sont de trop ou n’existent pas : « 2 », « 3 »."),
      ("formulaire verifier", "Il manque un argument : FICHIER."),
      ("journal lister --apres demain", "La valeur « demain » ne convient pas à l’option « --apres »."),
      ("etat --json=3", "L’option « --json » ne prend pas de valeur, et « 3 » en est une."),
      ("etat --csv", "Cette réponse n’a pas de lignes à mettre en CSV."),
      ("etat --socket a --racine b", "--socket et --racine s’excluent : donnez l’un ou l’autre."),
      ("demande lister --json --csv", "--json et --csv s’excluent : donnez l’un ou l’autre."),
      ("routage", "Il manque le lieu : donnez au moins --code-insee, --code-postal ou --commune, ou --lot."),
      ("routage --lot f --commune Lille", "--lot porte ses propres lieux et dates : donnez-le seul."),
      (
        "--generate-completion-script tcsh",
        "Il n’y a pas de complétion pour « tcsh » : donnez --generate-completion-script=bash, zsh ou fish."
      ),
    ])
  func messages(line: String, message: String) {
    let run = FakeOffice().run(line.split(separator: " ").map(String.init))
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "Erreur : \(message)")
  }

  @Test("names no empty path")
  func emptyPath() {
    #expect(
      FakeOffice().run("--racine", "", "etat").errors.hasPrefix(
        "Erreur : --racine attend un dossier, pas un texte vide.\n"))
    #expect(FakeOffice().run("--socket", "", "etat").status == .usage)
  }

  @Test("is told how it is written and where to read more")
  func whole() {
    #expect(
      FakeOffice().run("demande", "voir").errors == """
        Erreur : Il manque un argument : NUMÉRO.
        Usage : guichetctl demande voir NUMÉRO [OPTIONS]
        Voir « guichetctl demande voir --help ».

        """)
    #expect(
      FakeOffice().run("rejet").errors == """
        Erreur : Il manque le verbe après « rejet » : lister, voir ou rejouer.
        Voir « guichetctl rejet --help ».

        """)
  }

  @Test("cannot drive the terminal by what it quotes")
  func escaped() {
    let run = FakeOffice().run("etat", "\u{1B}[31mrouge\u{9B}2J\u{202E}")
    #expect(run.errors.hasPrefix("Erreur : « \\u{1b}[31mrouge\\u{9b}2J\\u{202e} » est de trop"))
  }

  @Test("reaches no daemon")
  func quiet() {
    let office = FakeOffice()
    _ = office.run("demande", "lister", "--etat", "ouverte")
    _ = office.run("etat", "--csv")
    #expect(office.socket == nil)
  }
}
