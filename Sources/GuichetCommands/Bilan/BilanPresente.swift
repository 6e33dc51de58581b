import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// A year's figures on the terminal, as JSON and as rows.
struct BilanPresente: Presentable {
  let bilan: Wire.Bilan

  func json(_ output: inout JSONOutput) {
    output.document([
      "annee": .count(bilan.annee),
      "perimetre": ["genre": .string(bilan.genre), "code": .text(bilan.code), "nom": .string(bilan.nom)],
      "arreteAu": .string(bilan.arreteAu), "sequence": .count(bilan.sequence), "objectif": .count(bilan.objectif),
      "illisibles": .count(bilan.illisibles),
      "chiffres": .object(bilan.chiffres.map { ($0.code, .count($0.valeur)) }),
      "tableaux": .object(
        bilan.tableaux.map { ($0.code, .array($0.lignes.map { ligne in rangee(ligne, $0.colonnes) })) }),
    ])
  }

  private func rangee(_ ligne: Wire.Bilan.Ligne, _ colonnes: [Wire.Bilan.Intitule]) -> JSONValue {
    .object(
      [("code", .string(ligne.code)), ("libelle", .string(ligne.libelle))]
        + zip(colonnes, ligne.valeurs).map { ($0.code, .count($1)) })
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
    page.titre("Bilan \(bilan.annee) : \(bilan.nom)")
    page.paragraphe("Arrêté au \(Horodatage.court(bilan.arreteAu)), fait \(bilan.sequence) du journal.", ton: .discret)
    if bilan.illisibles > 0 {
      page.paragraphe(
        "\(bilan.illisibles.de("demande est illisible et n’est", "demandes sont illisibles et ne sont")) dans aucun "
          + "chiffre ; lancez « guichetctl journal verifier ».", ton: .mauvais)
    }
    var figures = TextTable([.init("CHIFFRE", minimum: 20, seReplie: true), .init("VALEUR", isRight: true)])
    for chiffre in bilan.chiffres {
      figures.append([.init(chiffre.libelle), .init(chiffre.montre)])
    }
    page.table(figures)
    for tableau in bilan.tableaux where tableau.lignes.contains(where: \.estRemplie) {
      page.titre(tableau.libelle)
      page.table(table(tableau))
    }
    if bilan.tableaux.contains(where: { $0.lignes.contains { $0.valeurs.contains(nil) } }) {
      page.paragraphe("• : moins de \(PetitesCellules.seuil), ou ce qui le donnerait par différence.", ton: .discret)
    }
  }

  /// Rows without any count are left out, but for the months, whose gaps tell something.
  private func table(_ tableau: Wire.Bilan.Tableau) -> TextTable {
    var table = TextTable(
      [.init("", minimum: 12)] + tableau.colonnes.map { .init($0.libelle.uppercased(), isRight: true) })
    for ligne in tableau.lignes where ligne.estRemplie || tableau.code == CodeDeTableau.mois.rawValue {
      table.append([.init(ligne.libelle)] + ligne.valeurs.map { .init($0.map(\.francais) ?? "•") })
    }
    return table
  }
}

extension Wire.Bilan.Ligne {
  /// It has something to show.
  fileprivate var estRemplie: Bool { valeurs.contains { $0 != 0 } }
}

extension Wire.Bilan.Chiffre {
  /// `2 jours ouverts`, `6 h 30`, `2,5`.
  fileprivate var montre: String {
    guard let valeur else { return "–" }
    return switch UniteDeChiffre(rawValue: unite) {
    case .minutes: DureeOuverte(heures: 0, minutes: valeur).phrase
    case .joursOuverts: valeur.de("jour ouvert", "jours ouverts")
    case .centiemes: "\(valeur / 100),\(valeur % 100 < 10 ? "0" : "")\(valeur % 100)"
    case .nombre, nil: valeur.francais
    }
  }
}
