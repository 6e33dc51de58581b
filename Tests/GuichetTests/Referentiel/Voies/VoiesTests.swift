import Guichet
import Testing

/// Lille, some streets of which are another LINF's.
@Suite("Street rules")
struct VoiesTests {
  /// What a typed street line comes to against a rule.
  enum Verdict: Sendable {
    /// It is that street: its LINF takes the demande.
    case oui
    /// It is not: the commune's own rule decides.
    case non
    /// It cannot be told: the commune's own rule decides, and the demande is marked.
    case indecis
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let voie: String
    let regle: String
    let numeros: String
    let verdict: Verdict

    init(_ voie: String, _ regle: String, _ verdict: Verdict, numeros: String = ";;") {
      (self.voie, self.regle, self.numeros, self.verdict) = (voie, regle, numeros, verdict)
    }

    var testDescription: String { "\(voie) | \(regle) \(numeros)" }
  }

  static func routeur(_ regles: [String]) throws -> Routeur {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] =
      (["linf;codeInsee;voie;numeroDe;numeroA;cote", "rpe-centre;59350;;;;"] + regles).joined(separator: "\n") + "\n"
    return Routeur(referentiel: try petit.charge())
  }

  private func check(_ test: Case) throws {
    let routeur = try Self.routeur(["rpe-sud;59350;\(test.regle);\(test.numeros)"])
    let decision = routeur.oriente(voie: test.voie, "59000", "Lille")
    #expect(decision.linf == (test.verdict == .oui ? "rpe-sud" : "rpe-centre"))
    #expect(decision.marques == (test.verdict == .indecis ? [.voieNonReconnue] : []))
  }

  // MARK: Names

  @Test(
    "know every way in which a type of way is written",
    arguments: [
      ("boulevard", ["bd", "Bd.", "BLD", "blvd", "boul.", "Boulevard"]), ("avenue", ["av", "av.", "Ave", "AVENUE"]),
      ("rue", ["r", "r.", "R", "Rue"]), ("route", ["rte", "RTE.", "Route"]), ("chemin", ["ch", "ch.", "chem.", "CHE"]),
      ("impasse", ["imp", "Imp.", "IMPASSE"]), ("place", ["pl", "Pl.", "PLACE"]), ("square", ["sq", "SQ."]),
      ("allée", ["all", "All.", "ALLEE", "allee"]), ("faubourg", ["fg", "fbg", "Fg."]), ("quai", ["qu", "QUAI"]),
      ("résidence", ["rés", "RES", "Rés.", "residence"]), ("cours", ["crs", "COURS"]), ("passage", ["pas", "PASSAGE"]),
      ("lotissement", ["lot", "LOT."]), ("hameau", ["ham"]), ("promenade", ["prom"]), ("sentier", ["sen"]),
      ("ruelle", ["rle"]), ("chaussée", ["chs"]), ("domaine", ["dom"]), ("quartier", ["qua"]), ("drève", ["DREVE"]),
      ("Grande Rue", ["Gde Rue", "GRANDE RUE"]),
    ] as [(String, [String])])
  func types(type: String, written: [String]) throws {
    let routeur = try Self.routeur(["rpe-sud;59350;\(type) Vauban;;;"])
    for short in written {
      let decision = routeur.oriente(voie: "12 \(short) Vauban", "59000", "Lille")
      #expect(decision.linf == "rpe-sud", "\(short)")
    }
    #expect(routeur.oriente(voie: "12 venelle Vauban", "59000", "Lille").linf == "rpe-centre")
  }

  @Test(
    "do not mind case, accents, apostrophes, hyphens, titles and Saint",
    arguments: [
      Case("12 RUE DE L EGLISE", "rue de l’Église", .oui), Case("12 rue de l'eglise", "rue de l’Église", .oui),
      Case("12 rue jean-jaures", "rue Jean Jaurès", .oui), Case("12 rue Jean JAURÈS", "rue Jean Jaurès", .oui),
      Case("12 rue du Gal de Gaulle", "rue du Général de Gaulle", .oui),
      Case("12 av. du Gén. Leclerc", "avenue du Général Leclerc", .oui),
      Case("12 pl du Mal Foch", "place du Maréchal Foch", .oui), Case("1 r Dr Calmette", "rue Docteur Calmette", .oui),
      Case("12 rue St André", "rue Saint-André", .oui), Case("12 RUE STE CATHERINE", "rue Sainte-Catherine", .oui),
      Case("12 rue du Pdt Kennedy", "rue du Président Kennedy", .oui),
      Case("1 cour des Œillets", "Cour des Oeillets", .oui),
      Case("12 rue du Cap", "rue du Capitaine", .non), Case("12 rue du Col", "rue du Col", .oui),
      Case("12 rue de la Canebière", "La Canebière", .indecis), Case("12 La Canebière", "La Canebière", .oui),
    ])
  func writing(test: Case) throws { try check(test) }

  @Test(
    "T1: are for the very street, whatever stands before or after it",
    arguments: [
      Case("Résidence Iris, 10 bd Vauban", "boulevard Vauban", .oui),
      Case("Résidence Iris 10 bd Vauban", "boulevard Vauban", .oui),
      Case("Résidence Iris boulevard Vauban", "boulevard Vauban", .oui),
      Case("Bât. A, 10 bd Vauban", "boulevard Vauban", .oui), Case("Bât R 10 bd Vauban", "boulevard Vauban", .oui),
      Case("10 bd Vauban, résidence Iris", "boulevard Vauban", .oui),
      Case("10 bd Vauban résidence Iris", "boulevard Vauban", .oui),
      Case("10 bd Vauban appt 4", "boulevard Vauban", .oui), Case("10 bd Vauban - Bât B", "boulevard Vauban", .oui),
      Case("10 bd Vauban 3e étage", "boulevard Vauban", .oui), Case("10 bd Vauban BP 12", "boulevard Vauban", .oui),
      Case("10 bd Vauban 59000 Lille", "boulevard Vauban", .oui),
      Case("10 bd Vauban\n59000 Lille", "boulevard Vauban", .oui),
      Case("boulevard Vauban, 10", "boulevard Vauban", .oui), Case("bd Vauban 10", "boulevard Vauban", .oui),
      Case("c/o Mme Petit, 10 bd Vauban", "boulevard Vauban", .oui),
      Case("10 rue de l’Entrée", "rue de l’Entrée", .oui),
      Case("10 boulevard Vauban Lille", "boulevard Vauban", .indecis),
      Case("Résidence Iris, 10 bd Vauban", "résidence Iris", .indecis), Case("Résidence Iris", "résidence Iris", .oui),
      Case("3 résidence Iris, appt 4", "résidence Iris", .oui), Case("10 rue du Parc", "parc Iris", .non),
      Case("10 cité de la rue Vauban", "rue Vauban", .non),
      Case("10 rue de Lille, angle bd Vauban", "boulevard Vauban", .indecis),
    ])
  func surroundings(test: Case) throws { try check(test) }

  @Test(
    "T9: tell streets of one name apart by their type",
    arguments: [
      Case("10 rue Vauban", "boulevard Vauban", .non), Case("10 bd Vauban", "rue Vauban", .non),
      Case("10 impasse de la Paix", "rue de la Paix", .non), Case("10 cour Vauban", "cours Vauban", .indecis),
      Case("10 rue Nationale", "boulevard Vauban", .non), Case("10 rue du Faubourg de Paris", "rue de Paris", .indecis),
    ])
  func sameName(test: Case) throws { try check(test) }

  @Test(
    "never guess at a street that is nearly the one of the rule",
    arguments: [
      Case("10 boulevard Vaubna", "boulevard Vauban", .indecis), Case("10 bd Vaubam", "boulevard Vauban", .indecis),
      Case("10 rue de la Paix", "rue Paix", .indecis), Case("10 rue Paix", "rue de la Paix", .indecis),
      Case("10 rue Gaulle", "rue du Général de Gaulle", .indecis), Case("10 rue Hugo", "rue Victor Hugo", .indecis),
      Case("10 rue Victor Hugo", "rue Hugo", .indecis),
      Case("10 rue Jean Jaurès prolongée", "rue Jean Jaurès", .indecis),
      Case("rue des quatre Vents", "rue des 4 Vents", .indecis),
      Case("10 rue des 4 Vents", "rue des Quatre Vents", .indecis),
      Case("10 rue du huit mai 1945", "rue du 8 mai 1945", .indecis),
      Case("10 rue du premier mai", "rue du 1er mai", .indecis),
      Case("10 rue du onze novembre", "rue du 11 Novembre", .indecis), Case("Vauban", "boulevard Vauban", .indecis),
      Case("10", "boulevard Vauban", .indecis), Case("Résidence", "boulevard Vauban", .indecis),
      Case("lieu-dit le Bois", "boulevard Vauban", .indecis), Case("10 bd", "boulevard Vauban", .indecis),
    ])
  func nearly(test: Case) throws { try check(test) }

  @Test("know the street that is named in full from one nearly so, when both have a rule")
  func exactBeforeNear() throws {
    let routeur = try Self.routeur([
      "rpe-sud;59350;rue du 8 mai;;;", "rpe-lomme;59350;rue du 9 mai;;;", "rpe-zone;59350;rue Vauban;1;99;",
      "rpe-lomme;59350;rue Vaubam;;;",
    ])
    for (street, linf) in [
      ("3 rue du 8 mai", "rpe-sud"), ("3 rue du 9 mai", "rpe-lomme"), ("3 rue Vauban", "rpe-zone"),
    ] {
      let decision = routeur.oriente(voie: street, "59000", "Lille")
      #expect(decision.linf == linf)
      #expect(decision.marques.isEmpty, "\(street)")
    }
    let unknown = routeur.oriente(voie: "rue Vauban", "59000", "Lille")
    #expect(unknown.linf == "rpe-centre")
    #expect(unknown.explication.last?.contains("Relais de la Zone (rpe-zone)") == true)
    #expect(unknown.explication.last?.contains("rpe-lomme") == false)
    #expect(routeur.oriente(voie: "150 rue Vauban", "59000", "Lille").marques.isEmpty)
  }

  // MARK: Numbers

  @Test(
    "take numbers from the first to the last, both inside, on their side",
    arguments: [
      Case("2 rue Vauban", "rue Vauban", .oui, numeros: "2;50;pair"),
      Case("50 rue Vauban", "rue Vauban", .oui, numeros: "2;50;pair"),
      Case("52 rue Vauban", "rue Vauban", .non, numeros: "2;50;pair"),
      Case("3 rue Vauban", "rue Vauban", .non, numeros: "2;50;pair"),
      Case("1 rue Vauban", "rue Vauban", .oui, numeros: ";;impair"),
      Case("2 rue Vauban", "rue Vauban", .non, numeros: ";;impair"),
      Case("9 rue Vauban", "rue Vauban", .non, numeros: "10;;"),
      Case("10 rue Vauban", "rue Vauban", .oui, numeros: "10;;"),
      Case("1250 rue Vauban", "rue Vauban", .oui, numeros: "10;;"),
      Case("10 rue Vauban", "rue Vauban", .oui, numeros: ";10;"),
      Case("11 rue Vauban", "rue Vauban", .non, numeros: ";10;"),
      Case("12 rue Vaubam", "rue Vauban", .indecis, numeros: ";10;"),
      Case("12 rue Foch", "rue Vauban", .non, numeros: ";10;"), Case("rue Foch", "rue Vauban", .non, numeros: ";10;"),
    ])
  func numbers(test: Case) throws { try check(test) }

  @Test(
    "read a house number however it is written, and none where there is none",
    arguments: [
      Case("12 bis rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12bis, rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12B rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12 B rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12 ter rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12, rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("n° 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("N°12, rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("no 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("012 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("12-14 rue Vauban", "rue Vauban", .oui, numeros: "12;14;"),
      Case("12/14 rue Vauban", "rue Vauban", .oui, numeros: "2;50;pair"),
      Case("12 à 14 rue Vauban", "rue Vauban", .non, numeros: "20;;"),
      // One half of the building on each side of a bound.
      Case("12-14 rue Vauban", "rue Vauban", .indecis, numeros: ";12;"),
      Case("12-13 rue Vauban", "rue Vauban", .indecis, numeros: ";;pair"),
      // The number of a flat, a building or a floor is none of the street's.
      Case("Appt 4, 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("Appt 4 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("Bât 3, rue Vauban", "rue Vauban", .indecis, numeros: "3;3;"),
      Case("3e étage 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("4 résidence Iris, rue Vauban", "rue Vauban", .indecis, numeros: "4;4;"),
      Case("Bât A, 12, rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("Résidence Iris 12 rue Vauban", "rue Vauban", .oui, numeros: "12;12;"),
      Case("rue Vauban", "rue Vauban", .indecis, numeros: "12;12;"),
      Case("douze rue Vauban", "rue Vauban", .indecis, numeros: "12;12;"),
      Case("rue Vauban 12", "rue Vauban", .indecis, numeros: "12;12;"),
      Case("59000 rue Vauban", "rue Vauban", .indecis, numeros: "1;99;"),
    ])
  func houseNumbers(test: Case) throws { try check(test) }

  @Test(
    "do not take a number inside a name for a house number",
    arguments: [
      Case("12 rue du 8 mai 1945", "rue du 8 mai 1945", .oui), Case("rue du 8 mai 1945", "rue du 8 mai 1945", .oui),
      Case("12 rue du 8-Mai-1945, appt 2", "rue du 8 mai 1945", .oui), Case("8 rue de Mai", "rue du 8 mai 1945", .non),
      Case("rue du 8 mai 1945", "rue de Mai", .indecis),
      Case("12 rue du 8 mai 1945", "rue du 8 mai 1945", .oui, numeros: "12;12;"),
      Case("rue du 8 mai 1945", "rue du 8 mai 1945", .indecis, numeros: "8;8;"),
      Case("12 rue du 8 mai 1945", "rue du 8 mai 1945", .non, numeros: "8;8;"),
      Case("8 rue du 11 novembre", "rue du 11 novembre", .non, numeros: "11;11;"),
      Case("rue du 8 mai 1945 12", "rue du 8 mai 1945", .oui),
    ])
  func numbersInNames(test: Case) throws { try check(test) }
}
