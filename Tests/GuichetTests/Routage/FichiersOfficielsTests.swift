import Guichet
import GuichetTestSupport
import Testing

/// The official files beside the checkout, loaded once for all these tests.
enum FichiersOfficiels {
  static let noms = [
    "communes.csv", "mouvements.csv", "codes-postaux.csv", "linf.csv", "rattachements.csv", "habilitations.csv",
  ]

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
  /// Another year's.
  static let codesPostaux2023 = rows("autres/hexasmal-2023-12.csv", ";")
  static let mouvements = rows("referentiel-nord/mouvements.csv", ",")

  /// The commune current in the official file for a code of any postal file.
  static func courante(_ code: String) -> String {
    currents.contains(code) ? code : parents[code] ?? fusionneesDepuis2023[code] ?? code
  }

  /// The codes of the postal file of 2023 that were no commune's any more in 2026, as looked up by hand.
  static let fusionneesDepuis2023 = [
    "02311": "02589", "08300": "08439", "16238": "16023", "18131": "18173", "25282": "25060", "25297": "25364",
    "25549": "25060", "26371": "26289", "27058": "27676", "42072": "42217", "71131": "71566", "72287": "72155",
    "95282": "95169",
  ]

  static let currents = Set(communes.filter { $0[0] == "COM" || $0[0] == "ARM" }.map { $0[1] })
  static let parents = Dictionary(
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
    "every row of the postal file, by postal code and name, with its code too or by it alone, resolves to its commune",
    arguments: [2023, 2025])
  func everyRow(year: Int) throws {
    let referentiel = try (year == 2023 ? FichiersOfficiels.nord2023 : FichiersOfficiels.nord).get()
    #expect(!referentiel.avertissements.contains { $0.contains("codes-postaux.csv") }, "no commune is added")
    let routeur = Routeur(referentiel: referentiel)
    let rows = year == 2023 ? FichiersOfficiels.codesPostaux2023 : FichiersOfficiels.codesPostaux
    #expect(rows.count > 39_000)
    var wrong: [String] = []
    for (rank, row) in rows.enumerated() {
      let commune = FichiersOfficiels.courante(row[0])
      var decisions = [routeur.oriente(row[2], row[1])]
      // All rows of codes that are no commune's any more, and some of the others.
      if !FichiersOfficiels.currents.contains(row[0]) || rank % 4 == 0 {
        decisions.append(routeur.oriente(row[2], row[1], codeInsee: row[0]))
        decisions.append(routeur.oriente(codeInsee: row[0]))
      }
      if !decisions.allSatisfy({ $0.codeInsee == commune }) { wrong.append(row.joined(separator: ";")) }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }

  @Test("T8: every code that ever was resolves to a commune of today, or says why not")
  func everyFormerCode() throws {
    let referentiel = try FichiersOfficiels.nord.get()
    let routeur = Routeur(referentiel: referentiel)
    let codes = Set(FichiersOfficiels.mouvements.flatMap { [$0[3], $0[9]] }.filter { !$0.isEmpty })
    #expect(codes.count > 7600)
    var one = 0
    var former = 0
    for code in codes {
      let decision = routeur.oriente(codeInsee: code)
      let all = decision.candidats.map(\.codeInsee) + [decision.codeInsee].compactMap(\.self)
      #expect(FichiersOfficiels.currents.isSuperset(of: all), "\(code)")
      #expect(referentiel.nom(ofCommune: code) != nil, "\(code)")
      guard let commune = decision.codeInsee else {
        #expect(all.count > 1 || decision.explication.contains { $0.contains(code) && $0.contains("suppression du") })
        continue
      }
      one += 1
      if FichiersOfficiels.currents.contains(code) {
        #expect(commune == code)
      } else if FichiersOfficiels.parents[code] == nil {
        former += 1
        #expect(referentiel.codes(ofCommune: commune).contains(code), "\(code)")
        #expect(decision.explication.contains { $0.contains(" du ") && $0.contains("aujourd’hui") }, "\(code)")
      }
    }
    #expect(one >= codes.count - 8)
    #expect(former >= 2242)
  }

  @Test(
    "T8: chains of changes are followed to their end",
    arguments: [
      // The seat of the first moved there and back.
      ("27058", "27676"), ("49069", "49126"), ("78122", "91122"), ("14513", "50592"), ("01324", "01245"),
      ("97127", nil), ("08227", nil),
    ] as [(String, String?)])
  func chains(code: String, commune: String?) throws {
    let routeur = Routeur(referentiel: try FichiersOfficiels.nord.get())
    #expect(routeur.oriente(codeInsee: code).codeInsee == commune)
  }

  @Test("T8: the former name of every commune that was merged, with a postal code of today's, finds it or says which")
  func everyFormerName() throws {
    let routeur = Routeur(referentiel: try FichiersOfficiels.nord.get())
    var codesPostaux: [String: String] = [:]
    for row in FichiersOfficiels.codesPostaux { codesPostaux[row[0]] = row[2] }
    var right = 0
    var other: [String] = []
    for row in FichiersOfficiels.mouvements where row[0] == "31" && row[3] != row[9] {
      guard let commune = routeur.oriente(codeInsee: row[3]).codeInsee, let code = codesPostaux[commune] else {
        continue
      }
      let decision = routeur.oriente(code, row[7])
      if decision.codeInsee == commune { right += 1 } else { other.append("\(row[3]) \(row[7]) \(code)") }
    }
    #expect(right > 600)
    #expect(other.count < right / 50, "\(right), \(other.count): \(other.prefix(20))")
  }

  @Test("T9: every postal code alone gives its commune, exactly its candidates, or their one common LINF")
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

  @Test("T9: a postal code given as code INSEE never misroutes, whichever the département")
  func copiedPostalCode() throws {
    let routeur = Routeur(referentiel: try FichiersOfficiels.nord.get())
    for row in FichiersOfficiels.codesPostaux {
      let right = routeur.oriente(row[2], row[1])
      let copied = routeur.oriente(row[2], row[1], codeInsee: row[2])
      #expect(copied.linf == right.linf && copied.codeInsee == right.codeInsee, "\(row)")
      // Without the postal code in its own field, the name still stands against the code.
      let misplaced = routeur.oriente(nil, row[1], codeInsee: row[2])
      #expect(misplaced.codeInsee == nil || misplaced.codeInsee == right.codeInsee, "\(row)")
      #expect(misplaced.linf == nil || misplaced.linf == right.linf, "\(row)")
      // Nor does another place's postal code in that field lead astray, nor a name a letter short.
      for (code, name) in [("97133", row[1]), (nil, String(row[1].dropLast()))] {
        let wrong = routeur.oriente(code, name, codeInsee: row[2])
        let isSure =
          wrong.linf == nil || wrong.marques.contains(.communeAPreciser) || wrong.codeInsee == right.codeInsee
        #expect(isSure, "\(row) \(code ?? "") \(wrong.explication)")
      }
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
    "T8: stale codes go to the commune that has them now",
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
