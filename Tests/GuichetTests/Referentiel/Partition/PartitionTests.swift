import Guichet
import GuichetTestSupport
import Testing

@Suite("The partition of the communes")
struct PartitionTests {
  private static func complete() -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.add("rpe-zone;59548;;;2020-01-01;", to: "rattachements.csv")
    return petit
  }

  @Test("is stated, day by day, when every commune is held")
  func stated() throws {
    let partition = try Self.complete().charge().partition(aPartirDu: aujourdhui)
    #expect(partition.estComplete)
    #expect(partition.communes == 13)
    #expect(partition.joursDeChangement == [jour("2027-01-01")])
    #expect(
      partition.enonce
        == "Du 23/11/2026 sans limite de date, chacune des 13 communes du département 59 (Nord) est tenue par exactement "
        + "un LINF, en tout lieu et chaque jour : 1 jour de changement examiné.")
    #expect(partition.phrases.first == partition.enonce)
    #expect(partition.phrases.contains { $0.contains("précision égale") })
    #expect(partition.partagees.map(\.codeInsee) == ["59350"])
    #expect(partition.partagees.first?.linf == ["rpe-centre", "rpe-lomme", "rpe-sud"])
    #expect(partition.partagees.first?.precisions == [.voie, .codePostal])
    #expect(partition.phrases.last?.contains("(1) : Lille (59350, par voie et code postal)") == true)
  }

  @Test("is denied gap by gap, each with its commune and days")
  func denied() throws {
    var petit = PetitReferentiel()
    petit.replace("01/01/2027;", by: "15/01/2027;", in: "rattachements.csv")
    let partition = try petit.charge().partition(aPartirDu: aujourdhui)
    #expect(!partition.estComplete)
    #expect(partition.enonce.contains("2 des 13 communes du département 59 (Nord) ne sont pas tenues"))
    #expect(partition.enonce.contains("2 jours de changement examinés"))
    #expect(partition.phrases[1] == "Personne ne tient Roubaix (59512), du 01/01/2027 au 14/01/2027.")
    #expect(partition.phrases[2] == "Personne ne tient Saint-Waast (59548), à partir du 23/11/2026.")
  }

  @Test("T2: a whole group of communes missing from the table is told against the official list")
  func missingGroup() throws {
    var petit = Self.complete()
    let rows = petit.fichiers["rattachements.csv"] ?? ""
    petit.fichiers["rattachements.csv"] =
      rows.split(separator: "\n").filter { !$0.hasPrefix("rpe-zone") }.joined(separator: "\n") + "\n"
    let partition = try petit.charge().partition(aPartirDu: aujourdhui)
    #expect(
      partition.lacunes.map(\.codeInsee) == [
        "59006", "59160", "59260", "59346", "59378", "59481", "59512", "59548",
      ])
    #expect(partition.enonce.contains("8 des 13 communes"))
  }

  @Test("lists the first gaps in words and all of them as data")
  func manyGaps() throws {
    var petit = Self.complete()
    for rank in 0..<40 { petit.add("COM,\(59700 + rank),,59,,,,,,Lieu \(rank),,", to: "communes.csv") }
    let partition = try petit.charge().partition(aPartirDu: aujourdhui)
    #expect(partition.lacunes.count == 40)
    #expect(partition.phrases.count { $0.hasPrefix("Personne ne tient") } == 20)
    #expect(partition.phrases.contains("Et 20 autres lacunes."))
  }

  @Test(
    "holds a commune of which all parts are held, even where they share one postal code",
    arguments: [
      (["75101", "75102"], []), (["75101"], ["Paris (75056), à partir du 23/11/2026"]),
      (["75102"], ["Paris (75056), code postal 75001, à partir du 23/11/2026"]),
    ])
  func parts(held: [String], gaps: [String]) throws {
    var petit = PetitReferentiel()
    petit.departement = "75"
    petit.add("ARM,75102,11,75,75C,751,0,PARIS 2E,Paris 2e,Paris 2e Arrondissement,7599,75056", to: "communes.csv")
    petit.add("75102;PARIS 02;75001;PARIS;\n75102;PARIS 02;75002;PARIS;", to: "codes-postaux.csv")
    for code in held { petit.add("rpe-centre;\(code);;;;", to: "rattachements.csv") }
    // Only the second arrondissement has a postal code of its own, 75002.
    #expect(try petit.charge().lacunes(aPartirDu: aujourdhui).map(\.phrase) == gaps)
  }

  @Test("associated communes never make up their commune, for the one that bears its name is none of them")
  func associated() throws {
    var petit = PetitReferentiel()
    petit.replace("rpe-dunkerque;59183;;;", by: "rpe-dunkerque;59540;;;", in: "rattachements.csv")
    petit.add("rpe-dunkerque;59248;;;2022-01-01;", to: "rattachements.csv")
    let gaps = try petit.charge().lacunes(aPartirDu: aujourdhui).map(\.phrase)
    #expect(gaps.first == "Dunkerque (59183), à partir du 23/11/2026")
  }

  // MARK: Days

  @Test(
    "the next day on which a rattachement begins or has just ended",
    arguments: [
      ("2021-12-31", "2022-01-01"), ("2022-01-01", "2024-09-01"), ("2026-11-23", "2027-01-01"), ("2027-01-01", nil),
    ] as [(String, String?)])
  func nextChange(day: String, next: String?) throws {
    #expect(try PetitReferentiel().charge().prochainChangement(apres: jour(day))?.iso == next)
  }

  @Test("the communes that change between two days, the first left out and the last included")
  func changingCommunes() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-zone;62041;;;2027-01-01;9999-12-31", to: "rattachements.csv")
    let referentiel = try petit.charge()
    #expect(referentiel.communesChangeant(apres: aujourdhui, jusquau: jour("2026-12-31")).isEmpty)
    #expect(referentiel.communesChangeant(apres: aujourdhui, jusquau: jour("2027-01-01")) == ["59512"])
    #expect(referentiel.communesChangeant(apres: jour("2027-01-01"), jusquau: jour("2028-01-01")).isEmpty)
    #expect(referentiel.communesChangeant(apres: jour("2024-01-01"), jusquau: aujourdhui) == ["59350"])
    #expect(referentiel.communesChangeant(apres: aujourdhui, jusquau: aujourdhui).isEmpty)
  }

  @Test(
    "is complete over the official files",
    .enabled(if: FichiersOfficiels.sontLa, "../shared/data is not beside this checkout"))
  func nord() throws {
    let partition = try FichiersOfficiels.nord.get().partition(aPartirDu: aujourdhui)
    #expect(partition.enonce.contains("chacune des 647 communes du département 59 (Nord)"))
    #expect(partition.partagees.map(\.nom).contains("Lille"))
  }
}
