import Guichet
import GuichetTestSupport
import Testing

/// A made-up directory of the whole country over the official files: 3 000 LINF, each with neighbouring communes; every
/// seventh commune of several postal codes gives one of them to the next LINF, every eleventh a street.
private struct AnnuaireNational {
  struct Commune {
    let code: String
    var rows: [[String]] = []
    var linf = 0
    /// Held by the next LINF.
    var codePostal: String?
    var aUneVoie = false

    var departement: String { String(code.prefix(code.hasPrefix("97") || code.hasPrefix("98") ? 3 : 2)) }
  }

  let communes: [Commune]
  static let linf = 3000
  static let day = jour("2026-11-23")

  init() {
    let arrondissements = Dictionary(
      FichiersOfficiels.communes.filter { $0[0] == "ARM" }.map { ($0[1], $0[11]) }, uniquingKeysWith: { $1 })
    var byCode: [String: Commune] = [:]
    for row in FichiersOfficiels.codesPostaux {
      let code = arrondissements[row[0]] ?? FichiersOfficiels.courante(row[0])
      byCode[code, default: Commune(code: code)].rows.append(row)
    }
    let sorted = byCode.values.sorted { $0.code < $1.code }
    communes = sorted.enumerated().map { rank, commune in
      var commune = commune
      commune.linf = rank * Self.linf / sorted.count
      let codes = Set(commune.rows.map { $0[2] }).sorted()
      if rank % 7 == 0, codes.count > 1 { commune.codePostal = codes[0] }
      commune.aUneVoie = rank % 11 == 0
      return commune
    }
  }

  static func id(_ rank: Int) -> String { "rpe-\(rank % linf)" }

  var files: [FichierReferentiel] {
    let held = communes.flatMap { commune in
      ["\(Self.id(commune.linf));\(commune.code);;;2022-01-01;"]
        + (commune.codePostal.map { ["\(Self.id(commune.linf + 1));\(commune.code);\($0);;2022-01-01;"] } ?? [])
        + (commune.aUneVoie ? ["\(Self.id(commune.linf + 2));\(commune.code);;avenue du Maréchal Foch;;"] : [])
        + ["\(Self.id(commune.linf + 3));\(commune.code);;;;2021-12-31"]
    }
    let made = [
      "linf.csv": ["linf;nom"] + (0..<Self.linf).map { "\(Self.id($0));Relais \($0)" },
      "rattachements.csv": ["linf;codeInsee;codePostal;voie;du;au"] + held,
    ]
    return ["communes.csv", "codes-postaux.csv"].compactMap { name in
      SharedData.file("referentiel-nord/\(name)").map { FichierReferentiel(nom: name, contenu: $0) }
    } + made.map { FichierReferentiel(nom: $0, contenu: Array(($1 + [""]).joined(separator: "\n").utf8)) }
  }
}

@Suite(
  "Under a generated national directory",
  .enabled(if: FichiersOfficiels.sontLa, "../shared/data is not beside this checkout"))
struct AnnuaireNationalTests {
  /// The whole is loaded once, and looked at as each département's Caf does: loading it for each would take minutes.
  @Test("every commune of every département goes to exactly the LINF that holds it")
  func everyCommune() throws {
    let annuaire = AnnuaireNational()
    let pays = try Referentiel.charger(annuaire.files, departement: "59")
    let departements = Dictionary(grouping: annuaire.communes, by: \.departement)
    #expect(departements.count > 100)
    #expect(annuaire.communes.count > 34_900)
    var wrong: [String] = []
    for (departement, communes) in departements {
      let routeur = Routeur(referentiel: pays.vu(de: departement))
      for (rank, commune) in communes.enumerated() {
        let row = commune.rows[rank % commune.rows.count]
        let isInPart = row[2] == commune.codePostal
        let isOnStreet = commune.aUneVoie && rank.isMultiple(of: 2)
        let decision = routeur.oriente(
          voie: isOnStreet ? "12 av. du Mal Foch" : "12 rue des Écoles", row[2], row[1],
          codeInsee: rank.isMultiple(of: 3) ? row[0] : nil, le: AnnuaireNational.day)
        let expected = AnnuaireNational.id(commune.linf + (isOnStreet ? 2 : isInPart ? 1 : 0))
        if decision.linf != expected || !decision.marques.isEmpty {
          wrong.append("\(row.joined(separator: ";")) \(decision.linf ?? decision.raison?.rawValue ?? "")")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }

  @Test("a commune of another département is sent there, whichever Caf looks")
  func elsewhere() throws {
    let petit = try PetitReferentiel().charge()
    for (departement, place) in [
      ("62", ("62000", "Arras")), ("2A", ("20000", "Ajaccio")), ("59", ("59100", "Roubaix")),
    ] {
      for viewer in ["59", "62", "2A"] {
        let seen = petit.vu(de: viewer)
        #expect(seen.departement == viewer)
        let decision = Routeur(referentiel: seen).oriente(place.0, place.1)
        #expect(decision.departement == (viewer == departement ? nil : departement))
        let byName = Routeur(referentiel: seen).oriente(nil, place.1)
        #expect((byName.codeInsee != nil) == (viewer == departement))
      }
    }
  }
}
