import GuichetControl

extension Samples {
  static let bilan = Wire.Bilan(
    annee: 2026, genre: "linf", code: "rpe-lomme", nom: "Relais de Lomme", arreteAu: "2026-12-31T23:59:59+01:00",
    sequence: 812, objectif: 2, illisibles: 0,
    chiffres: [.init(code: "recues", libelle: "demandes reçues", unite: "nombre", valeur: 12)],
    tableaux: [
      .init(
        code: "nonCouvertsParAge", libelle: "Besoins non couverts", colonnes: [.init(code: "unAn", libelle: "1 an")],
        lignes: [
          .init(code: "59350", libelle: "Lille", valeurs: [nil]), .init(code: "total", libelle: "total", valeurs: [9]),
        ])
    ])
}
