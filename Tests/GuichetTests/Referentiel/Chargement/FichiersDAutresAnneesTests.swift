import Guichet
import Testing

@Suite("Files that name communes by their former codes")
struct FichiersDAutresAnneesTests {
  @Test("T8: a postal file of an earlier year serves the communes of today, and adds none")
  func olderPostalFile() throws {
    var petit = MouvementsTests.histoire
    petit.add("59900;LA VIEILLE PLACE;59101;LA VIEILLE PLACE;", to: "codes-postaux.csv")
    petit.add("59901;PETIT LOMME;59160;PETIT LOMME;", to: "codes-postaux.csv")
    petit.add("59902;ENTRE DEUX;59260;ENTRE DEUX;", to: "codes-postaux.csv")
    let referentiel = try petit.charge()
    #expect(referentiel.communesCount == 13)
    #expect(
      referentiel.avertissements == [
        "Codes INSEE de codes-postaux.csv qui ne mènent à aucune commune actuelle, ou à plusieurs (1) : 59902 ; leurs "
          + "lignes sont sans effet."
      ])
    let routeur = Routeur(referentiel: referentiel)
    #expect(routeur.oriente("59101", "La Vieille Place").codeInsee == "59512")
    #expect(routeur.oriente("59101").codeInsee == "59512")
    #expect(routeur.oriente("59101", "Roubaix").codeInsee == "59512")
    #expect(routeur.oriente("59160", "Petit Lomme").linf == "rpe-lomme")
  }

  @Test("T9: a group of communes of an earlier year stands for the communes of today")
  func olderEpci() throws {
    var petit = MouvementsTests.histoire
    petit.fichiers["rattachements.csv"] = "linf;epci;codeInsee\nrpe-zone;200000001;\nrpe-lomme;200000002;\n"
    petit.fichiers["epci.csv"] = """
      siren;raisonSociale;codeInsee
      200000001;CC du Nord;62900
      200000001;CC du Nord;59900
      200000002;CC du Sud;59905
      200000002;CC du Sud;59355
      200000001;CC du Nord;59350
      200000001;CC du Nord;59902
      200000001;CC du Nord;62901

      """
    let referentiel = try petit.charge()
    let routeur = Routeur(referentiel: referentiel)
    #expect(routeur.oriente("59230", "Nivelle").linf == "rpe-zone")
    #expect(routeur.oriente("59000", "Lille").linf == "rpe-zone", "its own row counts, not those of its parts")
    #expect(routeur.oriente("59100", "Roubaix").raison == .sansLinf)
    #expect(routeur.oriente("62000", "Arras").departement == "62")
    let disputed = referentiel.avertissements.filter { $0.contains("Roubaix (59512), de 200000001 et 200000002") }
    #expect(disputed.count == 1)
    #expect(referentiel.avertissements.contains { $0.contains("epci.csv") && $0.contains("59902") })
  }

  @Test("T8: a rattachement by a code that only changed is taken for the commune of today, and says so")
  func changedCode() throws {
    var petit = MouvementsTests.histoire
    petit.replace("rpe-amandinois;59434;", by: "rpe-amandinois;62900;", in: "rattachements.csv")
    let referentiel = try petit.charge()
    #expect(Routeur(referentiel: referentiel).oriente("59230", "Nivelle").linf == "rpe-amandinois")
    #expect(
      referentiel.avertissements == [
        "Communes de rattachements.csv qui n’ont changé que de code (1) : ligne 3, 62900 lu Nivelle (59434) ; écrire le "
          + "code d’aujourd’hui."
      ])
  }

  @Test("T8: a rattachement that ended before its commune did is history, without effect")
  func history() throws {
    var petit = MouvementsTests.histoire
    petit.add("rpe-lomme;59900;;;1960-01-01;31/12/1972", to: "rattachements.csv")
    petit.add("rpe-lomme;59904;;;;2007-02-22", to: "rattachements.csv")
    // Once associated it could still be named, until it was no more.
    petit.add("rpe-lomme;59906;;;;2005-12-31", to: "rattachements.csv")
    let referentiel = try petit.charge()
    #expect(referentiel.rattachementsCount == 16)
    #expect(
      referentiel.avertissements == [
        "Lignes de rattachements.csv terminées avant que leur commune ne disparaisse (3) : 18, 19 et 20 ; elles sont gardées "
          + "sans effet."
      ])
  }

  @Test(
    "T8: any other rattachement of a commune that is gone is a fault that names what happened and the code to write",
    arguments: [
      (
        "59900;;;;",
        "la commune 59900 (La Vieille-Place) n’existe plus (fusion du 01/01/1973), aujourd’hui Roubaix (59512) : écrire "
          + "59512, ou, si la ligne ne vaut que pour le passé, écrire au plus tard 31/12/1972 dans la colonne « au »."
      ),
      ("59900;;;;1973-01-01", "écrire 59512"), ("59901;;;;", "aujourd’hui Lomme (59355) : écrire 59355"),
      ("59902;;;;", "partagé entre Lezennes (59346) et Lille (59350)"), ("59904;;;;", "retirer la ligne"),
      ("59999;;;;", "n’est pas dans communes.csv"),
    ])
  func goneCommune(row: String, says: String) throws {
    var petit = MouvementsTests.histoire
    petit.add("rpe-lomme;\(row)", to: "rattachements.csv")
    let fault = try #require(petit.fautes.first)
    #expect(petit.fautes.count == 1)
    #expect(fault.ligne == 18)
    #expect(fault.colonne == "codeInsee")
    #expect(fault.message.contains(says), "\(fault.message)")
  }

  @Test(
    "A bad line is refused, with its column and what to do",
    arguments: [
      ("99,1973-01-01,COM,59900,A,COM,59512", "MOD", "(10, 20"), ("x,1973-01-01,COM,59900,A,COM,59512", "MOD", "« x »"),
      ("31,1973-02-30,COM,59900,A,COM,59512", "DATE_EFF", "1973-02-30"),
      ("31,,COM,59900,A,COM,59512", "DATE_EFF", "jour"),
      ("31,1973-01-01,COX,59900,A,COM,59512", "TYPECOM_AV", "COX"),
      ("31,1973-01-01,COM,599,A,COM,59512", "COM_AV", "cinq"),
      ("31,1973-01-01,COM,1900,A,COM,59512", "COM_AV", "« 01900 »"),
      ("31,1973-01-01,COM,59900,,COM,59512", "LIBELLE_AV", "nom"),
      ("31,1973-01-01,COM,59900,A,,", "TYPECOM_AP", "COMA"), ("31,1973-01-01,,,,COM,59512", "TYPECOM_AV", "COMA"),
      ("31,1973-01-01,COM,59900,A,COM,", "COM_AP", "manque"),
    ])
  func fault(row: String, column: String, says: String) throws {
    var petit = PetitReferentiel(mouvements: ["31 1973-01-01 COM59901 COM59512"])
    petit.add(row, to: "mouvements.csv")
    let fault = try #require(petit.fautes.first)
    #expect(petit.fautes.count == 1)
    #expect(fault.ligne == 3)
    #expect(fault.colonne == column)
    #expect(fault.message.contains(says), "\(fault.message)")
  }
}
