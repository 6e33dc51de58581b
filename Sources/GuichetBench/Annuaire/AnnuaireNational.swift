import Guichet

/// A made-up directory of the whole country: each commune has its LINF, and some are split, by postal code, by delegated
/// or associated commune, by street; some change hands on a day. The same seed makes the same one.
struct AnnuaireNational {
  /// Who holds a commune and its parts on the day that counts.
  struct Tenue {
    let commune: Carte.Commune
    let principal: Int
    /// The postal code that another LINF holds, by itself or as that of a delegated or associated commune.
    var part: (codePostal: String, linf: Int, codeInsee: String?)?
    var voies: [(voie: VoiePartagee, linf: Int)] = []
    /// Who held it until the day before, or who takes it on the day after.
    var change: (linf: Int, isPast: Bool)?

    func linf(codePostal: String) -> Int { part?.codePostal == codePostal ? part?.linf ?? principal : principal }
  }

  let tenues: [Tenue]
  let linfCount: Int
  private let jour: DateCivile

  init(carte: Carte, linf count: Int, seed: UInt64, jour: DateCivile) {
    var draw = SeededGenerator(seed: seed)
    let communes = carte.communes
    linfCount = min(count, communes.count)
    self.jour = jour
    let total = linfCount
    tenues = communes.enumerated().map { rank, commune in
      let own = rank * total / communes.count
      let other = (own + 1) % total
      var tenue = Tenue(commune: commune, principal: own)
      guard other != own else { return tenue }
      if let part = commune.parties.first, draw.once(in: 2) {
        tenue.part = (part.codePostal, other, part.code)
      } else if commune.codesPostaux.count > 1, draw.once(in: 2) {
        tenue.part = (draw.pick(commune.codesPostaux), other, nil)
      } else if draw.once(in: 20) {
        tenue.change = (other, draw.once(in: 2))
      }
      if draw.once(in: 6) {
        tenue.voies = VoiePartagee.toutes.filter { _ in draw.once(in: 2) }.map { ($0, other) }
      }
      return tenue
    }
  }

  static func id(_ linf: Int) -> String { "rpe-\(FormulaireMaker.padded(linf, 5))" }

  /// The files of the Caf's own, for the whole country or for one département.
  func files(of departement: String? = nil) -> [FichierReferentiel] {
    let tenues = tenues.filter { departement == nil || $0.commune.departement == departement }
    let busy = Set(tenues.flatMap { rattachements($0).map(\.linf) }).sorted()
    return [
      file("linf.csv", "linf;nom;type;gestionnaire;telephone;courriel", busy.map(ligneDeLinf)),
      file(
        "rattachements.csv", "linf;codeInsee;codePostal;voie;numeroDe;numeroA;cote;du;au",
        tenues.flatMap { rattachements($0).map { "\(Self.id($0.linf));\($0.reste)" } }),
      file(
        "habilitations.csv", "linf;du;au;guichetUnique;type",
        busy.flatMap { linf in
          ["referencement", "habilitation"].map {
            "\(Self.id(linf));2022-01-01;;\(linf % 3 == 0 ? "oui" : "non");\($0)"
          }
        }),
    ]
  }

  private func ligneDeLinf(_ rank: Int) -> String {
    let name = tenues[min(tenues.count - 1, (rank * tenues.count + linfCount - 1) / linfCount)].commune.nom
    let phone = Mots.phone(rank % Mots.phoneCount)
    return "\(Self.id(rank));Relais petite enfance \(name);rpe;Ville de \(name);\(phone);\(Self.id(rank))@exemple.fr"
  }

  private func rattachements(_ tenue: Tenue) -> [(linf: Int, reste: String)] {
    let code = tenue.commune.code
    let before = jour.advanced(byDays: -1).iso
    let after = jour.advanced(byDays: 1).iso
    var rows: [(linf: Int, reste: String)] = []
    switch tenue.change {
    case nil: rows.append((tenue.principal, "\(code);;;;;;2022-01-01;"))
    case (let other, isPast: true)?:
      rows.append((other, "\(code);;;;;;2022-01-01;\(before)"))
      rows.append((tenue.principal, "\(code);;;;;;\(jour.iso);"))
    case (let other, isPast: false)?:
      rows.append((tenue.principal, "\(code);;;;;;2022-01-01;\(jour.iso)"))
      rows.append((other, "\(code);;;;;;\(after);"))
    }
    if let part = tenue.part {
      rows.append((part.linf, part.codeInsee.map { "\($0);;;;;;;" } ?? "\(code);\(part.codePostal);;;;;;"))
    }
    rows += tenue.voies.map { ($0.linf, "\(code);;\($0.voie.nom);\($0.voie.numeros);;") }
    return rows
  }

  private func file(_ name: String, _ header: String, _ lines: [String]) -> FichierReferentiel {
    FichierReferentiel(nom: name, contenu: Array(([header] + lines + [""]).joined(separator: "\n").utf8))
  }
}

/// A street that a made-up directory gives to another LINF than the rest of its commune.
struct VoiePartagee {
  let nom: String
  /// `numeroDe;numeroA;cote`
  let numeros: String
  /// House numbers that it is for.
  let exemples: [Int]
  /// The same street as families write it.
  let ecritures: [String]

  static let toutes = [
    VoiePartagee(
      nom: "boulevard Vauban", numeros: ";;", exemples: [1, 12, 150],
      ecritures: ["bd Vauban", "BLD VAUBAN", "Boulevard Vauban", "Bd. Vauban, appt 4"]),
    VoiePartagee(
      nom: "rue Nationale", numeros: "1;99;impair", exemples: [1, 57, 99],
      ecritures: ["rue Nationale", "RUE NATIONALE", "r. nationale"]),
    VoiePartagee(
      nom: "avenue du Maréchal Foch", numeros: "2;50;pair", exemples: [2, 38, 50],
      ecritures: ["av. du Mal Foch", "avenue du maréchal Foch", "AV DU MARECHAL FOCH"]),
    VoiePartagee(
      nom: "chemin de Saint-Exupéry", numeros: ";;", exemples: [3, 44],
      ecritures: ["ch. de St Exupéry", "CHEMIN DE SAINT EXUPERY"]),
  ]
}
