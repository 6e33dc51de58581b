import Guichet
import GuichetTestSupport
import Testing

@Suite("Any set of rattachements")
struct ProprietesTests {
  typealias Row = TableAleatoire.Row

  private static func table(_ count: Int, seed: Int) -> TableAleatoire {
    var generator = SeededGenerator(seed: UInt64(seed))
    return TableAleatoire(count, using: &generator)
  }

  @Test("is refused exactly when two LINF hold the same place, at equal precision, on the same day", arguments: 0..<80)
  func refused(seed: Int) {
    let table = Self.table(2 + seed % 9, seed: seed)
    var pairs: [(Row, Row)] = []
    for later in table.rows.indices {
      for earlier in table.rows[..<later] {
        for _ in 0..<earlier.overlaps(table.rows[later]) { pairs.append((earlier, table.rows[later])) }
      }
    }
    let faults = table.petit.fautes
    #expect(faults.count == pairs.count, "\(table.rows.map(\.csv)) \(faults.map(\.description))")
    for (earlier, later) in pairs {
      let first = TableAleatoire.day(max(earlier.du, later.du)).francaise
      #expect(
        faults.contains { fault in
          [earlier.linf, later.linf, first, later.voie].allSatisfy { $0.isEmpty || fault.message.contains($0) }
            && later.communes.contains { fault.message.contains("(\($0))") }
        }, "holders, place and days are told")
    }
  }

  @Test("that is taken gives at most one LINF to any place on any day: the most precise", arguments: 0..<30)
  func atMostOne(seed: Int) throws {
    let table = Self.table(24, seed: 1000 + seed).sansChevauchement
    let routeur = Routeur(referentiel: try table.petit.charge())
    var generator = SeededGenerator(seed: UInt64(seed))
    for place in TableAleatoire.places.shuffled(using: &generator).prefix(60) {
      for day in stride(from: -1, to: 60, by: 5) {
        let expected = table.tenants(place, day)
        #expect(expected.count <= 1)
        let decision = routeur.oriente(
          voie: "\(place.numero) \(place.voie)", place.codePostal, place.nom, le: TableAleatoire.day(day))
        #expect(decision.linf == expected.first, "\(place) \(TableAleatoire.day(day)) \(table.rows.map(\.csv))")
        #expect(decision.raison == (expected.isEmpty ? .sansLinf : nil))
      }
    }
  }

  @Test("has gaps exactly where, day by day, nobody holds a postal code of a commune", arguments: 0..<40)
  func gaps(seed: Int) throws {
    var table = Self.table(16, seed: 2000 + seed)
    // Held for ever, so that some tables come out complete.
    let ground = seed.isMultiple(of: 2) ? ["59350", "59006", ""] : ["59350", "59006"]
    table.rows.insert(contentsOf: ground.map { Row(linf: "rpe-zone", codeInsee: $0, du: -400) }, at: 0)
    if seed.isMultiple(of: 3) { table.rows.remove(at: 0) }
    table = table.sansChevauchement
    let partition = try table.petit.charge().partition(aPartirDu: TableAleatoire.day(0))
    // A day after the last change stands for all that follow.
    let days = 0...61
    var free: Set<String> = []
    for (commune, codes) in TableAleatoire.codesPostaux {
      for code in codes {
        for day in days where !table.rows.contains(where: { holdsAll($0, commune, code, day) }) {
          free.insert("\(commune) \(code) \(day)")
        }
      }
    }
    var told: Set<String> = []
    for gap in partition.lacunes where TableAleatoire.codesPostaux[gap.codeInsee] != nil {
      let codes = gap.codesPostaux.isEmpty ? TableAleatoire.codesPostaux[gap.codeInsee] ?? [] : gap.codesPostaux
      for code in codes {
        for day in days where gap.periode.contient(TableAleatoire.day(day)) {
          told.insert("\(gap.codeInsee) \(code) \(day)")
        }
      }
    }
    #expect(told == free, "\(table.rows.map(\.csv))")
    let others = Set(partition.lacunes.map(\.codeInsee)).subtracting(TableAleatoire.codesPostaux.keys)
    #expect(others.count == 13 - TableAleatoire.codesPostaux.count)
    #expect(!partition.estComplete)
  }

  private func holdsAll(_ row: Row, _ commune: String, _ code: String, _ day: Int) -> Bool {
    row.voie.isEmpty && row.communes.contains(commune) && row.codes.contains(code) && row.isInForce(day)
  }

  @Test("is a partition exactly when nothing is free", arguments: 0..<12)
  func complete(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(3000 + seed))
    var petit = TableAleatoire(rows: []).petit
    let codes = [
      "59006", "59128", "59160", "59183", "59260", "59346", "59350", "59378", "59434", "59481", "59512", "59526",
      "59548",
    ]
    let cut = seed.isMultiple(of: 2) ? nil : Int.random(in: 0..<codes.count, using: &generator)
    for (rank, code) in codes.enumerated() {
      let day = TableAleatoire.day(Int.random(in: 1..<300, using: &generator))
      // The second of two LINF begins the day after the first one ends, or a day too late.
      let next = day.advanced(byDays: rank == cut ? 2 : 1)
      petit.add("rpe-sud;\(code);;;;;;;;\(day.iso)\nrpe-zone;\(code);;;;;;;\(next.iso);", to: "rattachements.csv")
    }
    let partition = try petit.charge().partition(aPartirDu: TableAleatoire.day(0))
    #expect(partition.estComplete == (cut == nil))
    #expect(partition.lacunes.map(\.codeInsee) == (cut.map { [codes[$0]] } ?? []))
    #expect(partition.enonce.contains("chacune des 13 communes") == (cut == nil))
  }

  @Test("differs from another exactly where routing does, from the first day on which it does", arguments: 0..<24)
  func differences(seed: Int) throws {
    let one = Self.table(14, seed: 4000 + seed).sansChevauchement
    var changed = one
    changed.rows.append(contentsOf: Self.table(3, seed: 5000 + seed).rows)
    changed.rows.removeAll { $0 == one.rows[seed % one.rows.count] }
    let two = changed.sansChevauchement
    let (old, new) = (try one.petit.charge(), try two.petit.charge())
    let since = TableAleatoire.day(5)
    let differences = new.differences(avec: old, le: since)
    let back = old.differences(avec: new, le: since)
    let days = Set([5] + (one.rows + two.rows).flatMap { [$0.du, ($0.au ?? $0.du) + 1] }).filter { $0 >= 5 }.sorted()
    for commune in TableAleatoire.codesPostaux.keys {
      var first: Int?
      for place in TableAleatoire.places where place.commune == commune {
        let day = days.first { one.tenants(place, $0) != two.tenants(place, $0) }
        if let day { first = min(first ?? day, day) }
      }
      let told = differences.changements.filter { $0.codeInsee == commune }
      // Few numbers of a street are looked at here, so that a change may be told that no place shows.
      if let first {
        #expect(
          told.contains { $0.aPartirDu == TableAleatoire.day(first) }, "\(one.rows.map(\.csv)) \(two.rows.map(\.csv))")
      } else {
        #expect(told.allSatisfy { $0.lieu.contains(" à ") })
      }
    }
    #expect(back.changements.count == differences.changements.count)
    #expect(
      Set(back.changements.map { [$0.lieu, $0.apres, $0.avant] })
        == Set(differences.changements.map { [$0.lieu, $0.avant, $0.apres] }))
    #expect(back.lacunesOuvertes == differences.lacunesComblees)
    #expect(back.lacunesComblees == differences.lacunesOuvertes)
    #expect(old.differences(avec: old, le: since).toutEstIdentique)
  }

  @Test("says the same when the rows of all files are shuffled", arguments: 0..<6)
  func shuffled(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(6000 + seed))
    var petit = seed < 3 ? PetitReferentiel() : Self.table(20, seed: seed).sansChevauchement.petit
    petit.fichiers["horaires.csv"] = """
      linf;jour;de;a
      rpe-sud;lundi;9:00;12:00
      rpe-sud;lundi;13:00;17:00
      rpe-sud;mardi;9:00;12:00

      """
    petit.fichiers["fermetures.csv"] = "linf;du;au\nrpe-sud;2026-12-24;2026-12-31\n;2026-05-15;2026-05-15\n"
    var other = petit
    for (name, text) in petit.fichiers {
      let lines = text.split(separator: "\n")
      other.fichiers[name] =
        ([lines[0]] + lines.dropFirst().shuffled(using: &generator)).joined(separator: "\n") + "\n"
    }
    let one = try petit.charge()
    let two = try other.charge()
    #expect(one.linf == two.linf)
    #expect(one.fermetures == two.fermetures)
    #expect(one.horaires(of: "rpe-sud") == two.horaires(of: "rpe-sud"))
    #expect(one.avertissements(le: aujourdhui) == two.avertissements(le: aujourdhui))
    #expect(one.partition(aPartirDu: aujourdhui) == two.partition(aPartirDu: aujourdhui))
    #expect(one.differences(avec: two, le: jour("2020-01-01")).toutEstIdentique)
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
