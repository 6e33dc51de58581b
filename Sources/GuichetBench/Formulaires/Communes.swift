/// The places where families live: commune names as La Poste writes them, with a postal code and the INSEE code.
struct Communes: Sendable {
  struct Place: Sendable {
    let codeInsee: String
    let nom: String
    let codePostal: String
  }

  let places: [Place]

  /// A few communes of the Nord, for when no référentiel is at hand.
  static let quelques = Communes(
    places: [
      ("59009", "VILLENEUVE D ASCQ", "59491"), ("59014", "ANZIN", "59410"), ("59017", "ARMENTIERES", "59280"),
      ("59122", "CAMBRAI", "59400"), ("59139", "CAUDRY", "59540"), ("59178", "DOUAI", "59500"),
      ("59183", "DUNKERQUE", "59140"), ("59350", "LILLE", "59000"), ("59378", "MARCQ EN BAROEUL", "59700"),
      ("59392", "MAUBEUGE", "59600"), ("59512", "ROUBAIX", "59100"), ("59526", "ST AMAND LES EAUX", "59230"),
      ("59599", "TOURCOING", "59200"), ("59606", "VALENCIENNES", "59300"),
    ].map { Place(codeInsee: $0.0, nom: $0.1, codePostal: $0.2) })

  private init(places: [Place]) {
    self.places = places
  }

  /// The same with some communes so many times as often, so that what happens to them is seen in few forms.
  func insistant(sur codes: [String], fois: Int) -> Communes {
    Communes(places: places.flatMap { Array(repeating: $0, count: codes.contains($0.codeInsee) ? fois : 1) })
  }

  /// All places of the département of most rattachements, from the official files of a référentiel.
  init(referentiel: String) throws(BenchFailure) {
    let rattachements = try PlainTable.rows(of: "\(referentiel)/rattachements.csv", ["codeInsee"])
    let counts = rattachements.reduce(into: [:]) { $0[Self.departement($1[0]), default: 0] += 1 }
    guard let departement = counts.max(by: { $0.value < $1.value })?.key else {
      throw BenchFailure("« \(referentiel)/rattachements.csv » n’a aucune ligne.")
    }
    let columns = ["Code_commune_INSEE", "Nom_de_la_commune", "Code_postal"]
    places = try PlainTable.rows(of: "\(referentiel)/codes-postaux.csv", columns).compactMap { row in
      Self.departement(row[0]) == departement ? Place(codeInsee: row[0], nom: row[1], codePostal: row[2]) : nil
    }
    guard !places.isEmpty else {
      throw BenchFailure("« \(referentiel)/codes-postaux.csv » n’a pas de commune du département \(departement).")
    }
  }

  /// The first characters of an INSEE code: `59`, `2A`, `974`.
  static func departement(_ codeInsee: String) -> String {
    String(codeInsee.prefix(codeInsee.hasPrefix("97") || codeInsee.hasPrefix("98") ? 3 : 2))
  }
}
