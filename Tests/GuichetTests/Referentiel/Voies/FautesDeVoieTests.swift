import Guichet
import Testing

@Suite("What a voie cell holds")
struct FautesDeVoieTests {
  @Test(
    "is a fault, with its remedy, when no address could ever be on it",
    arguments: [
      ("12 rue Vauban", "écrire « rue Vauban »"), ("12 bis, rue Vauban", "écrire « rue Vauban »"),
      ("12bis bd Vauban", "écrire « bd Vauban »"), ("12 B rue Vauban", "écrire « rue Vauban »"),
      ("n° 12, Rue de l’Église", "écrire « Rue de l’Église »"), ("2 à 20 rue Vauban", "écrire « rue Vauban »"),
      ("2-20 rue Vauban", "numeroDe et numeroA"), ("4 Grande Rue", "écrire « Grande Rue »"),
      ("12 résidence Iris", "écrire « résidence Iris »"), ("rue Vauban, 12", "le côté dans cote"),
      ("rue Vauban, 12 bis", "numeroDe"), ("rue Vauban (n° 2 à 20)", "numeroDe"), ("rue Vauban (côté pair)", "cote"),
      ("rue Vauban, impairs", "cote"), ("rue Vauban côté pair", "cote"), ("rue Vauban numéros impairs", "cote"),
      ("rue Vauban du 2 au 20", "numeroDe"), ("rue Vauban 2 à 20", "numeroDe"),
      ("rue Vauban n° 2, 4 et 6", "numeroDe"), ("rue", "en entier"), ("bd.", "en entier"), ("Rue de la", "en entier"),
      ("de la", "en entier"), ("12", "en entier"), ("12 bis", "en entier"), ("12 rue", "en entier"),
      ("n° 12", "en entier"), ("Vauban (boulevard)", "écrire « boulevard Vauban »"),
      ("Vauban, bd", "écrire « bd Vauban »"), ("8 mai 1945 (rue du)", "écrire « rue du 8 mai 1945 »"),
      ("4 Cantons (place des)", "écrire « place des 4 Cantons »"), ("rue Vauban, rue Foch", "une voie par ligne"),
      ("rue Vauban et rue Foch", "une voie par ligne"), ("rue Vauban / place Foch", "une voie par ligne"),
      ("résidence Iris, 12 rue Vauban", "une voie par ligne"),
    ])
  func fault(cell: String, says: String) throws {
    var petit = PetitReferentiel()
    petit.add("rpe-sud;59350;;\"\(cell)\";;", to: "rattachements.csv")
    let fault = try #require(petit.fautes.first)
    #expect(petit.fautes.count == 1)
    #expect(fault.ligne == 18 && fault.colonne == "voie")
    #expect(fault.message.hasPrefix("« \(cell) »") && fault.message.contains(says), "\(fault.message)")
  }

  @Test(
    "is a name, though it looks like none, and addresses are on it",
    arguments: [
      "4 Cantons", "Les 3 Suisses", "rue du 8 mai 1945", "rue du 8 mai (1945)", "1re Avenue", "3e rue", "rue 12",
      "rue D", "rue A", "Grande Rue", "La Grande Rue", "Grand’Place", "Le Clos", "La Place", "La Canebière",
      "chemin rural n° 4", "voie communale n° 3", "rue du Pair", "rue de la Côte", "rue du 11 Novembre 1918",
      "allée des 3 Ponts", "rue Pierre-et-Marie-Curie", "résidence Iris", "rue du Pont", "place de la Rue",
      "rue Vauban cour Dupont", "rue du Quatre Septembre", "rue des 2 Rues", "Vieux Chemin",
    ])
  func name(cell: String) throws {
    let routeur = try VoiesTests.routeur(["rpe-sud;59350;\"\(cell)\";;;"])
    for number in ["12 ", "12 bis, ", ""] {
      let typed = number + cell.filter { !"()".contains($0) }
      #expect(routeur.oriente(voie: typed, "59000", "Lille").linf == "rpe-sud", "\(typed)")
    }
    let numbered = try VoiesTests.routeur(["rpe-sud;59350;\"\(cell)\";10;20;pair"])
    let typed = cell.filter { !"()".contains($0) }
    #expect(numbered.oriente(voie: "12 \(typed)", "59000", "Lille").linf == "rpe-sud")
    #expect(numbered.oriente(voie: "13 \(typed)", "59000", "Lille").linf == "rpe-centre")
  }

  @Test("asks for the one number of a rule to be on the side that it gives")
  func noNumber() {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] =
      "linf;codeInsee;voie;numeroDe;numeroA;cote\nrpe-sud;59350;rue Foch;4;4;impair\n"
    #expect(petit.fautes.map(\.colonne) == ["cote"])
  }
}
