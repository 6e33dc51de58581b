import Guichet
import Testing

@Suite("Who stands in for a LINF that is closed")
struct SuppleanceTests {
  @Test("sees its demandes on those days, both included, and nobody else does")
  func days() throws {
    let referentiel = try #require(
      try AttributionTests.routeur { petit in
        petit.fichiers["fermetures.csv"] =
          "linf;du;au;motif;suppleant\nrpe-lomme;2026-08-03;2026-08-21;congés;rpe-centre\n"
      }.referentiel)
    for (day, found) in [
      ("2026-08-02", []), ("2026-08-03", ["rpe-lomme"]), ("2026-08-21", ["rpe-lomme"]), ("2026-08-22", []),
    ] as [(String, Set<String>)] {
      let day = try #require(DateCivile(iso: day))
      #expect(referentiel.supplees(par: ["rpe-centre"], le: day) == found)
      #expect(referentiel.supplees(par: ["rpe-lomme"], le: day).isEmpty)
      let last = try #require(DateCivile(iso: "2026-08-21"))
      #expect(referentiel.suppleances(par: ["rpe-centre"], le: day).allSatisfy { $0.jusqua == last })
    }
  }
}
