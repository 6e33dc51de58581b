extension RegleFerie {
  /// The holidays of the whole country (Code du travail, article L3133-1), each since the law that made it one.
  ///
  /// The names are those of the article, as the State's calendar writes them. Whit Monday was a day of work for many from
  /// 2005 to 2007 (law n° 2004-626 of 30 June 2004, until law n° 2008-351 of 16 April 2008), and yet a public holiday.
  static let nationales: [RegleFerie] = [
    // Opinion of the Conseil d'État, 23 March 1810.
    RegleFerie("1er janvier", .fixe(mois: 1, jour: 1), depuis: 1811),
    // Law of 8 March 1886, for both Mondays.
    RegleFerie("Lundi de Pâques", .apresPaques(1), depuis: 1886),
    // Law n° 47-778 of 30 April 1947; law n° 46-828 of 26 April 1946 was for that year alone.
    RegleFerie("1er mai", .fixe(mois: 5, jour: 1), depuis: 1946),
    // Law n° 53-225 of 20 March 1953, until decree n° 59-533 of 11 April 1959 (from 1946 to 1952 the day was kept on a
    // Sunday, law n° 46-934 of 7 May 1946); again since law n° 81-893 of 2 October 1981.
    RegleFerie("8 mai", .fixe(mois: 5, jour: 8), 1953...1959),
    RegleFerie("8 mai", .fixe(mois: 5, jour: 8), depuis: 1982),
    // Arrêté of 29 germinal an X (19 April 1802), for the four feasts of the Concordat.
    RegleFerie("Ascension", .apresPaques(39), depuis: 1802),
    RegleFerie("Lundi de Pentecôte", .apresPaques(50), depuis: 1886),
    // Law of 6 July 1880.
    RegleFerie("14 juillet", .fixe(mois: 7, jour: 14), depuis: 1880),
    RegleFerie("Assomption", .fixe(mois: 8, jour: 15), depuis: 1802),
    RegleFerie("Toussaint", .fixe(mois: 11, jour: 1), depuis: 1802),
    // Law of 24 October 1922.
    RegleFerie("11 novembre", .fixe(mois: 11, jour: 11), depuis: 1922),
    RegleFerie("Jour de Noël", .fixe(mois: 12, jour: 25), depuis: 1802),
  ]
}
