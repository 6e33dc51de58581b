import GuichetControl

extension Samples {
  static let dossier = Wire.DossierDeSortie(
    linf: "rpe-lomme", chemin: "/var/spool/guichet/sorties/rpe-lomme", proprietaire: "guichet",
    groupe: "guichet-rpe-lomme", groupeExiste: true, faute: "Ouverture du dossier impossible.")
}
