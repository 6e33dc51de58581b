import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// A year's figures on the terminal, as JSON and as rows.
struct BilanPresente: Presentable {
  let bilan: Wire.Bilan

  func json(_ output: inout JSONOutput) {
    output.document([
      "annee": .entier(bilan.annee),
      "perimetre": [
        "genre": .string(bilan.genre), "code": bilan.code.map(JSONValue.string) ?? .null, "nom": .string(bilan.nom),
      ],
      "arreteAu": .string(bilan.arreteAu), "sequence": .entier(bilan.sequence), "objectif": .entier(bilan.objectif),
      "illisibles": .entier(bilan.illisibles),
      "chiffres": .object(bilan.chiffres.map { JSONMember($0.code, .entier($0.valeur)) }),
      "tableaux": .object(
        bilan.tableaux.map { tableau in
          JSONMember(tableau.code, .array(tableau.lignes.map { rangee($0, tableau.colonnes) }))
        }),
    ])
  }

  private func rangee(_ ligne: Wire.Bilan.Ligne, _ colonnes: [Wire.Bilan.Intitule]) -> JSONValue {
    .object(
      [JSONMember("code", .string(ligne.code)), JSONMember("libelle", .string(ligne.libelle))]
        + zip(colonnes, ligne.valeurs).map { JSONMember($0.code, .entier($1)) })
  }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["tableau", "ligne", "libelle", "colonne", "valeur"])
    for chiffre in bilan.chiffres {
      document.append([
        .code("chiffres"), .code(chiffre.code), .texte(chiffre.libelle), .code(chiffre.unite),
        chiffre.valeur.map(CSVCell.nombre) ?? .vide,
      ])
    }
    for tableau in bilan.tableaux {
      for ligne in tableau.lignes {
        for (colonne, valeur) in zip(tableau.colonnes, ligne.valeurs) {
          document.append([
            .code(tableau.code), .code(ligne.code), .texte(ligne.libelle), .code(colonne.code),
            valeur.map(CSVCell.nombre) ?? .vide,
          ])
        }
      }
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    let bilan = Bilan(bilan)
    page.titre("Bilan \(bilan.annee) : \(bilan.nom)")
    page.paragraphe("Arrêté au \(Horodatage.court(self.bilan.arreteAu)), fait \(bilan.seq) du journal.", ton: .discret)
    if bilan.illisibles > 0 {
      page.paragraphe(
        "\(bilan.illisibles.de("demande est illisible et n’est", "demandes sont illisibles et ne sont")) dans aucun "
          + "chiffre ; lancez « guichetctl journal verifier ».", ton: .alerte)
    }
    var figures = TextTable([.init("CHIFFRE", minimum: 20, seReplie: true), .init("VALEUR", isRight: true)])
    for chiffre in bilan.chiffres {
      figures.append([.init(chiffre.code.libelle), .init(chiffre.montre)])
    }
    page.table(figures)
    for tableau in bilan.tableaux where tableau.lignes.contains(where: \.estRemplie) {
      page.titre(tableau.code.libelle)
      page.table(table(tableau))
    }
    if bilan.tableaux.contains(where: { $0.lignes.contains { $0.valeurs.contains(nil) } }) {
      page.paragraphe("• : moins de \(PetitesCellules.seuil), ou ce qui le donnerait par différence.", ton: .discret)
    }
  }

  /// Rows without any count are left out, but for the months, whose gaps tell something.
  private func table(_ tableau: Bilan.Tableau) -> TextTable {
    var table = TextTable(
      [.init("", minimum: 12)] + tableau.colonnes.map { .init($0.libelle.uppercased(), isRight: true) })
    for ligne in tableau.lignes where ligne.estRemplie || tableau.code == .mois {
      table.append([.init(ligne.intitule.libelle)] + ligne.valeurs.map { .init($0.map(\.francais) ?? "•") })
    }
    return table
  }
}

extension Bilan.Tableau.Ligne {
  /// It has something to show.
  fileprivate var estRemplie: Bool { valeurs.contains { $0 != 0 } }
}

extension Bilan {
  /// What the daemon tells, as far as this program knows its codes; figures that a newer daemon adds are in its JSON.
  init(_ wire: Wire.Bilan) {
    let perimetre: Perimetre =
      switch (Perimetre.Genre(rawValue: wire.genre), wire.code) {
      case (.linf, let code?): .linf(code)
      case (.commune, let code?): .commune(code)
      case (.epci, let code?): .epci(code)
      default: .caf
      }
    self.init(
      annee: wire.annee, perimetre: perimetre, nom: wire.nom,
      arreteAu: Instant(rfc3339: wire.arreteAu) ?? Instant(microseconds: 0), seq: Int64(wire.sequence),
      objectif: wire.objectif, illisibles: wire.illisibles,
      chiffres: wire.chiffres.compactMap { chiffre in
        ChiffreDeBilan(rawValue: chiffre.code).map { Chiffre($0, chiffre.valeur) }
      },
      tableaux: wire.tableaux.compactMap { tableau in
        CodeDeTableau(rawValue: tableau.code).map { code in
          Tableau(
            code, colonnes: tableau.colonnes.map { Intitule($0.code, $0.libelle) },
            lignes: tableau.lignes.map { Tableau.Ligne(Intitule($0.code, $0.libelle), $0.valeurs) })
        }
      })
  }
}

extension JSONValue {
  fileprivate static func entier(_ value: Int?) -> JSONValue { value.map { .int(Int64($0)) } ?? .null }
}
