import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

/// The manual page of one command, from the same definitions as its help.
struct PageDeManuel {
  let place: Grammaire.Place
  /// What the command takes, as ArgumentParser tells it.
  let arguments: [ArgumentDecrit]
  let date: String

  /// `guichetctl-demande-voir`.
  var nom: String { Self.nom(place) }

  var roff: String {
    var page = Roff(nom: nom, date: date, source: "guichet \(GuichetVersion.texte)")
    let abstract = place.type.configuration.abstract
    page.nom(nom, abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract)
    page.section("SYNOPSIS")
    page.lignes((place.type.configuration.usage ?? "").split(separator: "\n").map(String.init))
    let discussion = place.type.configuration.discussion.split(separator: "\n").map(String.init)
    page.section("DESCRIPTION")
    page.ligne(abstract)
    for sentence in discussion { page.paragraphe(sentence) }
    suites(&page)
    for titre in ["ARGUMENTS", "OPTIONS", "OPTIONS GÉNÉRALES"] {
      let described = arguments.filter { $0.titre == titre }
      guard !described.isEmpty else { continue }
      page.section(titre)
      for argument in described { page.terme(argument.nom, suite: argument.valeur, argument.sens) }
    }
    if place.chemin == ["demande"] { cycleDeVie(&page) }
    exemples(&page)
    fin(&page)
    return page.text
  }

  static func nom(_ place: Grammaire.Place) -> String { (["guichetctl"] + place.chemin).joined(separator: "-") }

  private func suites(_ page: inout Roff) {
    guard !place.suites.isEmpty else { return }
    page.section(place.chemin.isEmpty ? "COMMANDES" : "VERBES")
    for next in place.suites { page.terme(next.nom, next.type.configuration.abstract) }
  }

  /// What may happen to a demande in which état, and where it leads: the very table that the rules follow.
  private func cycleDeVie(_ page: inout Roff) {
    func words(_ etats: [Etat]) -> String { etats.map(\.libelle).joined(separator: ", ") }
    page.section("CYCLE DE VIE")
    page.ligne("Ce qui peut arriver à une demande, dans quels états, et où cela la mène :")
    page.table(
      ["Fait", "Possible si elle est", "Elle devient ou reste"],
      Transition.table.map { line in
        [line.nature.libelle, line.depuis.isEmpty ? "pas encore reçue" : words(line.depuis), words(line.vers)]
      })
  }

  private func exemples(_ page: inout Roff) {
    let exemples = place.exemples
    guard !exemples.isEmpty else { return }
    page.section("EXEMPLES")
    for exemple in exemples { page.terme(exemple.ligne, exemple.sens) }
  }

  private func fin(_ page: inout Roff) {
    page.section("CODE DE RETOUR")
    for (code, meaning) in place.chemin == ["sonde"] ? Self.codesDeSonde : Self.codes {
      page.terme(String(code.rawValue), meaning)
    }
    page.section("ENVIRONNEMENT")
    for (name, meaning) in Self.variables { page.terme(name, meaning) }
    page.section("VOIR AUSSI")
    let above = place.chemin.isEmpty ? nil : Grammaire.place(place.chemin.dropLast().map { $0[...] })
    let beside = ([above].compactMap(\.self) + (place.suites.isEmpty ? above?.suites ?? [] : place.suites))
      .filter { $0.chemin != place.chemin }
    page.renvois(beside.map(Self.nom))
  }

  private static let codes: [(CommandStatus, String)] = [
    (.done, "Fait."), (.refused, "Refusé par une règle ou par la personne, ou introuvable."),
    (.usage, "Ligne de commande incorrecte."), (.unreachable, "Démon injoignable, ou qui ne peut répondre."),
    (.denied, "Droit manquant."),
  ]

  private static let codesDeSonde: [(CommandStatus, String)] = [
    (.done, "OK."), (.avertissement, "WARNING."), (.critique, "CRITICAL : le démon arrêté ou muet aussi."),
    (.inconnu, "UNKNOWN : ligne de commande incorrecte, droit manquant, mesure inconnue ; l’aide et la version aussi."),
  ]

  private static let variables = [
    ("GUICHET_SOCKET", "Socket de contrôle, sans --socket ni --racine."),
    ("GUICHET_RACINE", "Dossier donné à « guichetd --racine », sans --socket ni --racine."),
    (
      "GUICHET_PAGER, PAGER",
      "Programme qui montre une réponse plus longue que l’écran ; less à défaut, aucun si la valeur est vide ou « cat »."
    ),
    ("LESS, LV", "Gardées si elles sont données ; « FRX » et « -c » à défaut."),
    ("NO_COLOR", "Pas de couleur si elle n’est pas vide."),
    ("TERM", "Ni couleur, ni pager, ni avancement si elle vaut « dumb »."),
  ]
}
