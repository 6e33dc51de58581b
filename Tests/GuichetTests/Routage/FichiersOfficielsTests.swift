import Guichet
import GuichetTestSupport
import Testing

/// The official files beside the checkout, loaded once for all these tests.
enum FichiersOfficiels {
  static let noms = ["communes.csv", "codes-postaux.csv", "linf.csv", "rattachements.csv", "habilitations.csv"]

  static let sontLa = SharedData.file("referentiel-nord/communes.csv") != nil

  static let nord = Result { try charge(codesPostaux: "referentiel-nord/codes-postaux.csv", et: ["epci.csv"]) }
  static let nord2023 = Result { try charge(codesPostaux: "autres/hexasmal-2023-12.csv") }

  static func charge(codesPostaux: String, et others: [String] = []) throws -> Referentiel {
    try Referentiel.charger(
      (noms + others).compactMap { name in
        let path = name == "codes-postaux.csv" ? codesPostaux : "referentiel-nord/\(name)"
        return SharedData.file(path).map { FichierReferentiel(nom: name, contenu: $0) }
      })
  }

  static let communes = rows("referentiel-nord/communes.csv", ",")
  static let codesPostaux = rows("referentiel-nord/codes-postaux.csv", ";")
  /// The rows of another year's postal file that this year's has not, and a few of the others.
  static let codesPostaux2023: [[String]] = {
    let known = Set(codesPostaux)
    return rows("autres/hexasmal-2023-12.csv", ";").enumerated().filter { $0 % 20 == 0 || !known.contains($1) }.map(\.1)
  }()

  /// The commune current in the official file for a code of any postal file.
  static func courante(_ code: String) -> String { currents.contains(code) ? code : parents[code] ?? code }

  private static let currents = Set(communes.filter { $0[0] == "COM" || $0[0] == "ARM" }.map { $0[1] })
  private static let parents = Dictionary(
    communes.filter { $0[0] == "COMA" || $0[0] == "COMD" }.map { ($0[1], $0[11]) },
    uniquingKeysWith: { first, _ in first })

  /// The rows of a file without quotes, header left out.
  private static func rows(_ path: String, _ separator: Unicode.Scalar) -> [[String]] {
    let lines = (SharedData.file(path) ?? []).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return lines.dropFirst().map { line in
      line.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}

@Suite("Over the official files", .enabled(if: FichiersOfficiels.sontLa, "../shared/data is not beside this checkout"))
struct FichiersOfficielsTests {
  @Test(
    "every row of the postal file, by postal code and name, resolves to its code INSEE",
    arguments: [2023, 2025])
  func everyRow(year: Int) throws {
    let referentiel = try (year == 2023 ? FichiersOfficiels.nord2023 : FichiersOfficiels.nord).get()
    let routeur = Routeur(referentiel: referentiel)
    let rows = year == 2023 ? FichiersOfficiels.codesPostaux2023 : FichiersOfficiels.codesPostaux
    #expect(rows.count > (year == 2023 ? 2000 : 39_000))
    var wrong: [String] = []
    for row in rows {
      let decision = routeur.oriente(row[2], row[1])
      if decision.codeInsee != FichiersOfficiels.courante(row[0]) { wrong.append(row.joined(separator: ";")) }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }

  @Test("every postal code alone gives its commune, exactly its candidates, or their one common LINF")
  func postalCodes() throws {
    let routeur = Routeur(referentiel: try FichiersOfficiels.nord.get())
    var communes: [String: Set<String>] = [:]
    for row in FichiersOfficiels.codesPostaux {
      communes[row[2], default: []].insert(row[0])
    }
    var shared = 0
    for (code, all) in communes {
      let decision = routeur.oriente(code)
      if all.count == 1 {
        #expect(decision.codeInsee == all.first, "\(code)")
        continue
      }
      #expect(decision.codeInsee == nil, "\(code)")
      if let linf = decision.linf {
        shared += 1
        #expect(decision.marques.contains(.communeAPreciser))
        for commune in all {
          let one = routeur.oriente(code, codeInsee: commune)
          #expect(one.linf == linf, "\(code) \(commune)")
        }
      } else {
        #expect(Set(decision.candidats.map(\.codeInsee)) == all, "\(code)")
        #expect(decision.raison == .communeAmbigue || decision.raison == .horsDepartement)
      }
    }
    #expect(shared > 20)
  }

  @Test("a postal code given as code INSEE never misroutes")
  func copiedPostalCode() throws {
    let routeur = Routeur(referentiel: try FichiersOfficiels.nord.get())
    for row in FichiersOfficiels.codesPostaux where row[2].hasPrefix("59") {
      let right = routeur.oriente(row[2], row[1])
      let copied = routeur.oriente(row[2], row[1], codeInsee: row[2])
      #expect(copied.linf == right.linf && copied.codeInsee == right.codeInsee, "\(row)")
      // Without the postal code in its own field, the name still stands against the code.
      let misplaced = routeur.oriente(nil, row[1], codeInsee: row[2])
      #expect(misplaced.linf == nil || misplaced.linf == right.linf, "\(row)")
    }
  }

  @Test("every commune of the Nord goes to one LINF, by its code and by its name; only Lille needs more")
  func wholeNord() throws {
    let referentiel = try FichiersOfficiels.nord.get()
    let routeur = Routeur(referentiel: referentiel)
    #expect(referentiel.departement == "59")
    #expect(referentiel.communesCount == 647)
    #expect(referentiel.linf.count == 82)
    #expect(referentiel.avertissements.isEmpty)
    #expect(referentiel.lacunes(aPartirDu: aujourdhui).isEmpty)
    for commune in FichiersOfficiels.communes
    where commune[0] == "COM" && commune[3] == "59" {
      let decision = routeur.oriente(codeInsee: commune[1])
      #expect(decision.codeInsee == commune[1])
      #expect(commune[9] == "Lille" ? decision.raison == .lieuImprecis : decision.linf != nil, "\(commune[9])")
    }
  }

  @Test(
    "stale codes go to the commune that has them now",
    arguments: [
      ("59070", "59006"), ("59154", "59588"), ("59355", "59350"), ("59540", "59183"), ("59298", "59350"),
      ("02285", "59545"),
    ])
  func stale(code: String, commune: String) throws {
    let decision = Routeur(referentiel: try FichiersOfficiels.nord.get()).oriente(codeInsee: code)
    #expect(decision.codeInsee == commune)
    #expect(decision.linf != nil)
  }
}
