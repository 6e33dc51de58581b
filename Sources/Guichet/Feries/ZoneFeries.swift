/// A French zone of public holidays, by the names of the State's own calendar (« Jours fériés en France », data.gouv.fr).
package enum ZoneFeries: String, CaseIterable, Sendable {
  case metropole
  case alsaceMoselle = "alsace-moselle"
  case guadeloupe
  case guyane
  case martinique
  case mayotte
  case nouvelleCaledonie = "nouvelle-caledonie"
  case laReunion = "la-reunion"
  case polynesieFrancaise = "polynesie-francaise"
  case saintBarthelemy = "saint-barthelemy"
  case saintMartin = "saint-martin"
  case saintPierreEtMiquelon = "saint-pierre-et-miquelon"
  case wallisEtFutuna = "wallis-et-futuna"
}

extension ZoneFeries: CodeLibelle {
  package var libelle: String {
    switch self {
    case .metropole: "métropole"
    case .alsaceMoselle: "Alsace-Moselle"
    case .guadeloupe: "Guadeloupe"
    case .guyane: "Guyane"
    case .martinique: "Martinique"
    case .mayotte: "Mayotte"
    case .nouvelleCaledonie: "Nouvelle-Calédonie"
    case .laReunion: "La Réunion"
    case .polynesieFrancaise: "Polynésie française"
    case .saintBarthelemy: "Saint-Barthélemy"
    case .saintMartin: "Saint-Martin"
    case .saintPierreEtMiquelon: "Saint-Pierre-et-Miquelon"
    case .wallisEtFutuna: "Wallis-et-Futuna"
    }
  }
}
