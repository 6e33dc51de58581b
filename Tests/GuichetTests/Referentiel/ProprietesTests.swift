import Guichet
import GuichetTestSupport
import Testing

/// Random rattachements of a few communes, judged row by row, which knows nothing of the index.
@Suite("Any set of rattachements")
struct ProprietesTests {
  struct Row: Hashable {
    var linf: String
    /// Lille, its associated commune Lomme, or Dunkerque.
    var codeInsee: String
    var codePostal: String
    var voie: String
    var du: Int
    var au: Int

    var isPart: Bool { codeInsee == "59355" }
    var commune: String { isPart ? "59350" : codeInsee }

    /// 0 for the most precise.
    var level: Int { !voie.isEmpty ? 0 : !codePostal.isEmpty ? 1 : isPart ? 2 : 3 }

    var csv: String { "\(linf);\(codeInsee);\(codePostal);\(voie);\(Self.day(du).iso);\(Self.day(au).iso)" }

    static func day(_ number: Int) -> DateCivile { jour("2026-01-01").advanced(byDays: number) }

    func overlaps(_ other: Row) -> Bool {
      linf != other.linf && commune == other.commune && level == other.level && voie == other.voie
        && (codePostal.isEmpty || other.codePostal.isEmpty || codePostal == other.codePostal)
        && (level != 2 || isPart == other.isPart) && du <= other.au && other.du <= au
    }

    /// Whether it holds a place of which everything is known.
    func holds(_ place: Place, _ day: Int) -> Bool {
      commune == place.commune && (codePostal.isEmpty || codePostal == place.codePostal)
        && (!isPart || place.codePostal == "59160") && (voie.isEmpty || voie == place.voie) && du <= day && day <= au
    }
  }

  struct Place {
    let commune: String
    let name: String
    let codePostal: String
    let voie: String
  }

  static let places =
    ["59000", "59160", "59800"].flatMap { code in
      ["rue Vauban", "place Foch", "quai Noir"].map {
        Place(commune: "59350", name: "Lille", codePostal: code, voie: $0)
      }
    } + [Place(commune: "59183", name: "Dunkerque", codePostal: "59140", voie: "place Foch")]

  static func rows(_ count: Int, using generator: inout SeededGenerator) -> [Row] {
    (0..<count).map { _ in
      let code = ["59350", "59350", "59355", "59183"].randomElement(using: &generator) ?? ""
      let postal: [String] =
        code == "59350" ? ["", "59000", "59160", "59800"] : code == "59355" ? ["", "59160"] : ["", "59140"]
      let first = Int.random(in: 0..<40, using: &generator)
      return Row(
        linf: ["rpe-centre", "rpe-sud", "rpe-lomme"].randomElement(using: &generator) ?? "", codeInsee: code,
        codePostal: postal.randomElement(using: &generator) ?? "",
        voie: ["", "", "rue Vauban", "place Foch"].randomElement(using: &generator) ?? "", du: first,
        au: first + Int.random(in: 0..<12, using: &generator))
    }
  }

  static func petit(_ rows: [Row]) -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.departement = "59"
    petit.fichiers["rattachements.csv"] =
      (["linf;codeInsee;codePostal;voie;du;au"] + rows.map(\.csv)).joined(separator: "\n") + "\n"
    return petit
  }

  @Test("is refused exactly when two LINF hold the same place, at equal precision, on the same day", arguments: 0..<60)
  func refused(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = Self.rows(Int.random(in: 1...7, using: &generator), using: &generator)
    var pairs = 0
    for later in rows.indices {
      for earlier in rows[..<later] where earlier.overlaps(rows[later]) { pairs += 1 }
    }
    #expect(Self.petit(rows).fautes.count == pairs)
  }

  @Test("that is taken gives at most one LINF to any place on any day: the most precise", arguments: 0..<30)
  func atMostOne(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    var rows: [Row] = []
    for row in Self.rows(14, using: &generator) where !rows.contains(where: { $0.overlaps(row) }) { rows.append(row) }
    let routeur = Routeur(referentiel: try Self.petit(rows).charge())
    for place in Self.places {
      for day in stride(from: -1, to: 54, by: 3) {
        let holding = rows.filter { $0.holds(place, day) }
        let level = holding.map(\.level).min()
        let expected = Set(holding.filter { $0.level == level }.map(\.linf))
        #expect(expected.count <= 1)
        let decision = routeur.oriente(voie: "3 \(place.voie)", place.codePostal, place.name, le: Row.day(day))
        #expect(decision.linf == expected.first, "\(place) \(Row.day(day))")
        #expect(decision.raison == (expected.isEmpty ? .sansLinf : nil))
      }
    }
  }

  @Test("says the same when the rows of all files are shuffled", arguments: 0..<5)
  func shuffled(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(2000 + seed))
    let petit = PetitReferentiel()
    var other = petit
    for (name, text) in petit.fichiers {
      let lines = text.split(separator: "\n")
      other.fichiers[name] =
        ([lines[0]] + lines.dropFirst().shuffled(using: &generator)).joined(separator: "\n") + "\n"
    }
    let one = try petit.charge()
    let two = try other.charge()
    #expect(one.linf == two.linf)
    #expect(one.avertissements(le: aujourdhui) == two.avertissements(le: aujourdhui))
    for place in [
      ("59160", nil), ("59160", "Lomme"), ("59000", "Lille"), ("59260", nil), ("59430", "Dunkerque"), (nil, "Lille"),
      ("59100", "Lille"),
    ]
      as [(String?, String?)]
    {
      #expect(
        Routeur(referentiel: one).oriente(place.0, place.1) == Routeur(referentiel: two).oriente(place.0, place.1))
    }
  }
}
