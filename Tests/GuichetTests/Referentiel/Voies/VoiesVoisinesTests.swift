import Guichet
import GuichetTestSupport
import Testing

/// « Rue du 8 mai » and « rue du 8 mai 1945 »: what a family writes may be read as either.
@Suite("Streets of which one may be read for the other")
struct VoiesVoisinesTests {
  @Test(
    "are refused when two LINF hold them, with both holders, lines and spellings, the place and the days",
    arguments: [
      ("rue du 8 mai", "Rue du 8-Mai 1945"), ("Grande Rue", "La Grande Rue"), ("Cantons", "4 Cantons"),
      ("rue Vauban", "r. Vauban, résidence Iris"), ("bd Pasteur", "boulevard Pasteur 2"),
      ("rue Vauban", "rue Vauban Bât. B"),
    ])
  func refused(short: String, long: String) throws {
    for (first, second) in [(short, long), (long, short)] {
      var petit = PetitReferentiel()
      petit.add("rpe-sud;59350;59000;\"\(first)\";2026-01-01;", to: "rattachements.csv")
      petit.add("rpe-lomme;59350;;\"\(second)\";;2026-12-31", to: "rattachements.csv")
      let fault = try #require(petit.fautes.first)
      #expect(petit.fautes.count == 1)
      #expect(fault.fichier == "rattachements.csv" && fault.ligne == 19)
      for part in [
        "rpe-sud (ligne 18) tient « \(first) »", "rpe-lomme (ligne 19) « \(second) »", "Lille (59350)",
        "code postal 59000", "du 01/01/2026 au 31/12/2026", "même LINF",
      ] {
        #expect(fault.message.contains(part), "\(fault.message)")
      }
    }
  }

  @Test(
    "are taken where no address can be on both, or where one LINF holds both",
    arguments: [
      ("rpe-sud;59350;59000;rue du 8 mai;;;;;", "rpe-lomme;59350;59800;rue du 8 mai 1945;;;;;"),
      ("rpe-sud;59350;;rue du 8 mai;1;49;;;", "rpe-lomme;59350;;rue du 8 mai 1945;50;;;;"),
      ("rpe-sud;59350;;rue du 8 mai;;;pair;;", "rpe-lomme;59350;;rue du 8 mai 1945;;;impair;;"),
      ("rpe-sud;59350;;rue du 8 mai;;;;;2026-01-31", "rpe-lomme;59350;;rue du 8 mai 1945;;;;2026-02-01;"),
      ("rpe-sud;59350;;rue du 8 mai;;;;;", "rpe-sud;59350;;rue du 8 mai 1945;;;;;"),
      ("rpe-sud;59350;;rue du 8 mai;;;;;", "rpe-lomme;59512;;rue du 8 mai 1945;;;;;"),
      ("rpe-sud;59350;;rue du 8 mai;;;;;", "rpe-lomme;59350;;rue du 8 juin 1945;;;;;"),
      ("rpe-sud;59350;;rue du 8 mai;;;;;", "rpe-lomme;59350;;place du 8 mai 1945;;;;;"),
    ])
  func apart(first: String, second: String) {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] = """
      linf;codeInsee;codePostal;voie;numeroDe;numeroA;cote;du;au
      rpe-centre;59350;;;;;;;
      \(first)
      \(second)

      """
    #expect(petit.fautes.isEmpty, "\(petit.fautes.map(\.description))")
  }

  @Test("are told apart by the longest that the address can be read as, whatever the order of the rows")
  func longest() throws {
    // Neither is the beginning of the other's reading: only a number behind makes an address that may be on both.
    let rows = ["rpe-sud;59350;rue Vauban;;;", "rpe-lomme;59350;rue Vauban Parc;;;"]
    for order in [rows, rows.reversed()] {
      let routeur = try VoiesTests.routeur(order)
      #expect(routeur.oriente(voie: "4 rue Vauban Parc 4", "59000", "Lille").linf == "rpe-lomme")
      #expect(routeur.oriente(voie: "4 rue Vauban 4", "59000", "Lille").linf == "rpe-sud")
    }
    let same = ["rpe-sud;59350;rue du 8 mai;;;", "rpe-sud;59350;rue du 8 mai 1945;;;"]
    for order in [same, same.reversed()] {
      let decision = try VoiesTests.routeur(order).oriente(voie: "4 rue du 8 mai 1945", "59000", "Lille")
      #expect(decision.explication.contains { $0.contains("rue du 8 mai 1945 à Lille") })
    }
  }

  // MARK: Any set of them

  /// One row of the table, and what it is by rules that know nothing of the index.
  struct Row: Hashable {
    let linf: String
    let voie: String
    let codePostal: String
    let numeros: String
    let du: Int
    let au: Int

    var csv: String {
      let days = [du, au].map { TableAleatoire.day($0).iso }.joined(separator: ";")
      return "\(linf);59350;\(codePostal);\(voie);\(numeros);\(days)"
    }

    /// Whether all of these are its; without any that cannot be told, but where it is the whole street.
    func has(_ numbers: [Int]) -> Bool { numeros == ";;" || (!numbers.isEmpty && numbers.allSatisfy(has)) }

    func has(_ number: Int) -> Bool {
      guard numeros != ";;" else { return true }
      let parts = numeros.split(separator: ";", omittingEmptySubsequences: false)
      return number >= Int(parts[0]) ?? 1 && number <= Int(parts[1]) ?? .max
        && (parts[2].isEmpty || number.isMultiple(of: 2) == (parts[2] == "pair"))
    }

    func overlaps(_ other: Row) -> Bool {
      linf != other.linf && (voie == other.voie || VoiesVoisinesTests.voisines.contains([voie, other.voie]))
        && (codePostal.isEmpty || other.codePostal.isEmpty || codePostal == other.codePostal)
        && (1...60).contains { has($0) && other.has($0) } && du <= other.au && other.du <= au
    }
  }

  static let voisines: Set<Set<String>> = [
    ["rue du 8 mai", "rue du 8 mai 1945"], ["Grande Rue", "La Grande Rue"], ["Cantons", "4 Cantons"],
    ["rue Vauban", "rue Vauban parc Iris"],
  ]

  /// What a family writes, and each street that it can be read as, the longest first, with the house numbers on it.
  static let adresses: [(texte: String, lectures: [(voie: String, numeros: [Int])])] = [
    ("4 rue du 8 mai", [("rue du 8 mai", [4])]),
    ("15 rue du 8 mai 1945", [("rue du 8 mai 1945", [15]), ("rue du 8 mai", [15])]),
    ("4 Grande Rue", [("Grande Rue", [4])]), ("4 la Grande Rue", [("La Grande Rue", [4]), ("Grande Rue", [4])]),
    ("4 Cantons", [("4 Cantons", []), ("Cantons", [4])]),
    ("15 4 Cantons", [("4 Cantons", [15]), ("Cantons", [15, 4])]),
    ("15 Cantons", [("Cantons", [15])]), ("4 rue Vauban", [("rue Vauban", [4])]),
    ("15 rue Vauban parc Iris", [("rue Vauban parc Iris", [15]), ("rue Vauban", [15])]),
    ("4 rue Nationale", []),
  ]

  static func rows(_ count: Int, seed: Int) -> [Row] {
    var generator = SeededGenerator(seed: UInt64(seed))
    let streets = voisines.flatMap(\.self).sorted()
    return (0..<count).map { _ in
      let du = Int.random(in: 0..<20, using: &generator)
      return Row(
        linf: ["rpe-sud", "rpe-lomme", "rpe-zone"].randomElement(using: &generator) ?? "",
        voie: streets.randomElement(using: &generator) ?? "",
        codePostal: ["", "59000", "59800"].randomElement(using: &generator) ?? "",
        numeros: [";;", ";;", "1;10;", "11;;", ";;pair", "3;20;impair"].randomElement(using: &generator) ?? "", du: du,
        au: du + Int.random(in: 0..<20, using: &generator))
    }
  }

  static func petit(_ rows: [Row]) -> PetitReferentiel {
    var petit = PetitReferentiel()
    petit.fichiers["rattachements.csv"] =
      (["linf;codeInsee;codePostal;voie;numeroDe;numeroA;cote;du;au", "rpe-centre;59350;;;;;;;"] + rows.map(\.csv))
      .joined(separator: "\n") + "\n"
    return petit
  }

  @Test(
    "is refused exactly when two rows of two LINF could both have one address, once for each pair", arguments: 0..<60)
  func refusedExactly(seed: Int) {
    let rows = Self.rows(2 + seed % 8, seed: 7000 + seed)
    let pairs = rows.indices.map { later in rows[..<later].count { $0.overlaps(rows[later]) } }.reduce(0, +)
    let faults = Self.petit(rows).fautes
    #expect(faults.count == pairs, "\(rows.map(\.csv)) \(faults.map(\.description))")
  }

  @Test(
    "that is taken gives one LINF to any address on any day, the same in whatever order its rows are", arguments: 0..<25
  )
  func sameInAnyOrder(seed: Int) throws {
    var rows: [Row] = []
    for row in Self.rows(24, seed: 8000 + seed) where !rows.contains(where: row.overlaps) { rows.append(row) }
    var generator = SeededGenerator(seed: UInt64(seed))
    let one = Routeur(referentiel: try Self.petit(rows).charge())
    let two = Routeur(referentiel: try Self.petit(rows.shuffled(using: &generator)).charge())
    for (texte, lectures) in Self.adresses {
      for code in ["59000", "59800", "59160", nil] {
        for day in stride(from: -1, to: 42, by: 3) {
          let decision = one.oriente(voie: texte, code, "Lille", le: TableAleatoire.day(day))
          #expect(two.oriente(voie: texte, code, "Lille", le: TableAleatoire.day(day)) == decision, "\(texte)")
          guard let code else { continue }
          let holding = lectures.flatMap { reading in
            rows.filter {
              $0.voie == reading.voie && $0.has(reading.numeros) && $0.du <= day && day <= $0.au
                && ($0.codePostal.isEmpty || $0.codePostal == code)
            }
          }
          #expect(Set(holding.map(\.linf)).count <= 1)
          #expect(decision.linf == holding.first?.linf ?? "rpe-centre", "\(texte) \(code) \(rows.map(\.csv))")
          guard let first = holding.first else { continue }
          #expect(decision.explication.contains { $0.contains("\(first.voie) ") }, "\(decision.explication)")
        }
      }
    }
  }
}
