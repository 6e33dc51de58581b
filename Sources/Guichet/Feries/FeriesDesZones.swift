extension ZoneFeries {
  /// What the zone has beside the holidays of the whole country.
  ///
  /// Days that are kept by custom or in some trades are no public holidays and are not here: Victor Schœlcher's on 21 July,
  /// mid-Lent and Good Friday in the Antilles, the Muslim feasts that article L3422-2 leaves to agreements in Mayotte. An
  /// office that closes then says so by a fermeture.
  var propres: [RegleFerie] {
    switch self {
    case .metropole, .saintPierreEtMiquelon: []
    case .alsaceMoselle: Self.droitLocal
    // Law n° 83-550 of 30 June 1983, decree n° 83-1003 of 23 November 1983; Code du travail, article L3422-2, since law
    // n° 2016-1088 of 8 August 2016. The decree came after every day of 1983 but that of La Réunion.
    case .mayotte: [Self.abolition(mois: 4, jour: 27, 1984...9999)]
    case .martinique: [Self.abolition(mois: 5, jour: 22, 1984...9999)]
    case .guadeloupe: [Self.abolition(mois: 5, jour: 27, 1984...9999)]
    case .guyane: [Self.abolition(mois: 6, jour: 10, 1984...9999)]
    case .laReunion: [Self.abolition(mois: 12, jour: 20, 1983...9999)]
    // With Guadeloupe, of which both islands were communes until 2007, until decree n° 2012-553 of 23 April 2012 gave
    // each a day. That of Saint-Martin is the 28th since the circular of 2018, and so in the State's calendar: the code
    // still says the 27th (28 March in 2016), « par suite d'une erreur matérielle ».
    case .saintBarthelemy:
      [Self.abolition(mois: 5, jour: 27, 1984...2011), Self.abolition(mois: 10, jour: 9, 2012...9999)]
    case .saintMartin:
      [Self.abolition(mois: 5, jour: 27, 1984...2017), Self.abolition(mois: 5, jour: 28, 2018...9999)]
    case .nouvelleCaledonie: Self.caledonienne
    case .polynesieFrancaise: Self.polynesienne
    case .wallisEtFutuna: Self.wallisienne
    }
  }

  private static func abolition(mois: Int, jour: Int, _ annees: ClosedRange<Int>) -> RegleFerie {
    RegleFerie("Abolition de l’esclavage", .fixe(mois: mois, jour: jour), annees)
  }

  /// Ordinance of 16 August 1892, Code du travail, article L3134-13. Good Friday holds « dans les communes ayant un temple
  /// protestant ou une église mixte »; the State's calendar gives it for the whole zone.
  private static let droitLocal = [
    RegleFerie("Vendredi saint", .apresPaques(-2), depuis: 1893),
    RegleFerie("2ème jour de Noël", .fixe(mois: 12, jour: 26), depuis: 1892),
  ]

  /// Accord interprofessionnel territorial, article 74. Observed since 1953, under the name of « fête de la
  /// citoyenneté » since 2004.
  private static let caledonienne = [
    RegleFerie("Prise de possession", .fixe(mois: 9, jour: 24), 1953...2003, .territoire),
    RegleFerie("Fête de la citoyenneté", .fixe(mois: 9, jour: 24), depuis: 2004, .territoire),
  ]

  /// Code du travail de la Polynésie française. The day of autonomy (1985) gave way to Matari’i from 2026 on, by loi du
  /// pays n° 2025-12. No text was found that says since when Good Friday is one of them; it is taken to be as old as 5 March
  /// (1978).
  private static let polynesienne = [
    RegleFerie("Arrivée de l’Évangile", .fixe(mois: 3, jour: 5), depuis: 1978, .territoire),
    RegleFerie("Vendredi saint", .apresPaques(-2), depuis: 1978, .territoire),
    RegleFerie("Fête de l’autonomie", .fixe(mois: 6, jour: 29), 1985...2025, .territoire),
    RegleFerie("Matari’i", .fixe(mois: 11, jour: 20), depuis: 2026, .territoire),
  ]

  /// Yearly arrêté of the préfet, administrateur supérieur (n° 2022-1071 of 28 December 2022 for 2023). Taken to hold since
  /// the territory has its statute (law n° 61-814 of 29 July 1961).
  private static let wallisienne = [
    RegleFerie("Saint Pierre Chanel", .fixe(mois: 4, jour: 28), depuis: 1962, .territoire),
    RegleFerie("Saints Pierre et Paul", .fixe(mois: 6, jour: 29), depuis: 1962, .territoire),
    RegleFerie("Fête du Territoire", .fixe(mois: 7, jour: 29), depuis: 1962, .territoire),
  ]
}
