import Guichet
import Testing

@Suite("Loading a référentiel")
struct ChargementTests {
  @Test("takes the département of most rattachements, or the one that is given")
  func departement() throws {
    var petit = PetitReferentiel()
    #expect(try petit.charge().departement == "59")
    petit.departement = "62"
    #expect(try petit.charge().departement == "62")
    petit.departement = "99"
    #expect(petit.fautes.map(\.fichier) == ["communes.csv"])
  }

  @Test("counts what it holds")
  func counts() throws {
    let referentiel = try PetitReferentiel().charge()
    #expect(referentiel.communesCount == 13)
    #expect(referentiel.linf.map(\.id).first == "rpe-amandinois")
    #expect(referentiel.rattachementsCount == 16)
    #expect(referentiel.nom(ofCommune: "59350") == "Lille")
    #expect(referentiel.nom(ofCommune: "75101") == "Paris 1er Arrondissement")
    #expect(referentiel.nom(ofCommune: "99999") == nil)
    #expect(referentiel.linf("rpe-centre")?.estHabilite(le: jour("2026-03-31")) == true)
    #expect(referentiel.linf("rpe-centre")?.estHabilite(le: jour("2026-04-01")) == false)
    #expect(referentiel.linf("rpe-dunkerque")?.estHabilite(le: jour("2026-03-31")) == false)
    #expect(referentiel.linf.allSatisfy { referentiel.linf($0.id) == $0 })
    #expect(["", "rpe", "rpe-lille", "zzz"].allSatisfy { referentiel.linf($0) == nil })
  }

  @Test(
    "asks for the four files without which nothing can be routed",
    arguments: [
      "communes.csv", "codes-postaux.csv", "linf.csv", "rattachements.csv",
    ])
  func missingFile(name: String) {
    var petit = PetitReferentiel()
    petit.fichiers[name] = nil
    #expect(petit.fautes.contains { $0.fichier == name && $0.ligne == nil && $0.message.contains("manque") })
  }

  @Test("does without habilitations, and says so")
  func sansHabilitations() throws {
    var petit = PetitReferentiel()
    petit.fichiers["habilitations.csv"] = nil
    let referentiel = try petit.charge()
    #expect(referentiel.avertissements.contains { $0.hasPrefix("habilitations.csv") })
    let decision = Routeur(referentiel: referentiel).oriente("59240", "Dunkerque", origine: .monenfantFr)
    #expect(decision.marques.isEmpty)
  }

  @Test(
    "leaves aside what is not of the folder, and names the file that was meant",
    arguments: [
      ("notes.csv", nil), ("rattachement.csv", "rattachements.csv"), ("Rattachements (1).csv", "rattachements.csv"),
      ("codes postaux.csv", "codes-postaux.csv"), ("linf.xlsx", "linf.csv"), ("horaire - Copie.csv", "horaires.csv"),
      ("LISEZMOI", nil),
    ] as [(String, String?)])
  func otherFiles(name: String, meant: String?) throws {
    var petit = PetitReferentiel()
    petit.fichiers[name] = "a;b\n"
    let sentences = try petit.charge().avertissements
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasPrefix(name) == true)
    #expect(sentences.first?.contains("sous le nom \(meant ?? "")") == (meant != nil))
    if let meant { #expect(sentences.first?.contains("sous le nom \(meant).") == true) }
  }

  @Test("names the file that may stand for one that is missing")
  func misnamedFile() {
    var petit = PetitReferentiel()
    petit.fichiers["Rattachements (2).csv"] = petit.fichiers.removeValue(forKey: "rattachements.csv")
    #expect(petit.fautes.map(\.fichier) == ["rattachements.csv"])
    #expect(petit.fautes.first?.message.contains("« Rattachements (2).csv »") == true)
  }

  @Test("names rattachements without effect and LINF without a place")
  func idle() throws {
    var petit = PetitReferentiel()
    petit.add("rpe-vide;Relais vide;rpe;;;;;;", to: "linf.csv")
    petit.add("rpe-lomme;62041;;;;", to: "rattachements.csv")
    let avertissements = try petit.charge().avertissements
    #expect(avertissements.count == 2)
    #expect(avertissements[0].contains("Arras (62041)"))
    #expect(avertissements[1] == "LINF qui ne tiennent aucun lieu (1) : rpe-vide.")
  }

  // MARK: Encodings and layouts

  static let layouts: [(String, @Sendable (String, String) -> [UInt8])] = [
    ("UTF-8", { Array($1.utf8) }),
    ("UTF-8 with BOM", { [0xEF, 0xBB, 0xBF] + Array($1.utf8) }),
    ("Windows-1252", { windows1252($1) }),
    ("CRLF", { Array($1.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8) }),
    ("CR", { Array($1.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r").utf8) }),
    ("no last line end", { Array($1.utf8.dropLast()) }),
    ("blank lines", { Array($1.utf8) + Array(($0 == "communes.csv" ? "\n,,\n \n" : "\n;;\n \n").utf8) }),
    ("quoted", { quoted($1, separator: $0 == "communes.csv" ? "," : ";") }),
    ("commas", { Array(($0 == "communes.csv" ? $1 : swapped($1)).utf8) }),
  ]

  @Test("reads the same table from every layout", arguments: layouts.indices)
  func layout(rank: Int) throws {
    let (name, encode) = Self.layouts[rank]
    let petit = PetitReferentiel()
    let files = petit.fichiers.map { FichierReferentiel(nom: $0.key, contenu: encode($0.key, $0.value)) }
    let referentiel = try Referentiel.charger(files)
    let expected = try petit.charge()
    #expect(referentiel.linf == expected.linf, "\(name)")
    #expect(referentiel.differences(avec: expected, le: aujourdhui).isEmpty, "\(name)")
    let decision = Routeur(referentiel: referentiel).oriente("59700", "Marcq-en-Barœul")
    #expect(decision == Routeur(referentiel: expected).oriente("59700", "Marcq-en-Barœul"), "\(name)")
  }

  @Test(
    "finds the columns of every layout of the postal file",
    arguments: [
      "Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libelle_d_acheminement;Ligne_5",
      "#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5",
      "code_commune_insee;nom_de_la_commune;code_postal;libelle_d_acheminement;ligne_5",
      "Code commune INSEE;Nom de la commune;Code postal;Libellé d'acheminement;Ligne 5",
    ])
  func postalLayout(header: String) throws {
    var petit = PetitReferentiel()
    petit.replace(
      "Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5", by: header,
      in: "codes-postaux.csv")
    let routeur = Routeur(referentiel: try petit.charge())
    #expect(routeur.oriente("59160", "Lomme").linf == "rpe-lomme")
    #expect(routeur.oriente("59240", "Malo-les-Bains").codeInsee == "59183")
  }

  @Test("keeps separators, quotes and line ends inside quoted fields")
  func quotedFields() throws {
    var petit = PetitReferentiel()
    petit.replace("Relais de Lomme", by: "\"Relais \"\"Les Lutins\"\";\nLomme\"", in: "linf.csv")
    petit.add("rpe-inconnu;59350;59800;;;", to: "rattachements.csv")
    #expect(petit.fautes.map(\.ligne) == [18])
    petit.replace("rpe-inconnu;59350;59800;;;\n", by: "", in: "rattachements.csv")
    #expect(try petit.charge().linf("rpe-lomme")?.nom == "Relais \"Les Lutins\";\nLomme")
    petit.replace("rpe-sud;Relais", by: "rpe sud;Relais", in: "linf.csv")
    #expect(petit.fautes.contains { $0.fichier == "linf.csv" && $0.ligne == 7 }, "lines are counted in the file")
  }

  // MARK: Gaps

  @Test("T2: gaps are told against the official list, not against the table itself")
  func gaps() throws {
    let gaps = try PetitReferentiel().charge().lacunes(aPartirDu: aujourdhui)
    #expect(gaps.map(\.phrase) == ["Saint-Waast (59548), à partir du 23/11/2026"])
  }

  @Test("tells gaps by commune, postal code and days")
  func datedGaps() throws {
    var petit = PetitReferentiel()
    petit.replace(
      "rpe-centre;59350;;;2022-01-01;", by: "rpe-centre;59350;59000;;2022-01-01;2027-06-30", in: "rattachements.csv")
    petit.replace("rpe-sud;59512;;;01/01/2027;", by: "rpe-sud;59512;;;01/02/2027;", in: "rattachements.csv")
    petit.add("rpe-zone;59548;;;2020-01-01;", to: "rattachements.csv")
    petit.add("rpe-zone;59298;;;2020-01-01;", to: "rattachements.csv")
    let referentiel = try petit.charge()
    #expect(
      referentiel.lacunes(aPartirDu: aujourdhui).map(\.phrase) == [
        "Lille (59350), code postal 59000, à partir du 01/07/2027",
        "Roubaix (59512), du 01/01/2027 au 31/01/2027",
      ])
    #expect(referentiel.avertissements(le: aujourdhui).last?.contains("(2 sur 13)") == true)
    #expect(referentiel.avertissements(le: jour("2028-11-23")).last?.contains("(1 sur 13)") == true)
  }
}

private func windows1252(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "œ": 0x9C
    case "’": 0x92
    default: UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
    }
  }
}

private func quoted(_ text: String, separator: Character) -> [UInt8] {
  let lines = text.split(separator: "\n").map { line in
    line.split(separator: separator, omittingEmptySubsequences: false).map { " \"\($0)\" " }
      .joined(separator: String(separator))
  }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

private func swapped(_ text: String) -> String {
  String(text.map { $0 == ";" ? "," : $0 })
}
