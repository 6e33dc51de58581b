import Guichet
import Testing

/// Places that lack the postal code which would tell the parts of a commune apart.
@Suite("A commune whose parts cannot be told apart")
struct PartagesTests {
  private func decision(_ rows: [String], _ place: [String?], voie: String? = nil) throws -> Decision {
    var petit = PetitReferentiel()
    petit.departement = "59"
    petit.fichiers["rattachements.csv"] =
      (["linf;codeInsee;codePostal;voie;du;au"] + rows).joined(separator: "\n") + "\n"
    return Routeur(referentiel: try petit.charge()).oriente(voie: voie, place[0], place[1], codeInsee: place[2])
  }

  static let codes = ["59000", "59160", "59260", "59800"].map { "rpe-sud;59350;\($0);;2022-01-01;" }

  @Test("goes to the LINF that holds every postal code of it, and says so")
  func whole() throws {
    let decision = try decision(Self.codes, [nil, "Lille", nil])
    #expect(decision.issue == .linf("rpe-sud", regle: .codePostal))
    #expect(decision.marques == [.communeAPreciser])
    #expect(decision.codeInsee == "59350")
    #expect(
      decision.explication.last
        == "Toutes les parties de Lille relèvent de Relais de Lille Sud (rpe-sud) le 23/11/2026 : la demande y va, le code "
        + "postal reste à préciser.")
  }

  @Test(
    "waits for a person while a part is nobody's, or another LINF's, that day",
    arguments: [
      ["rpe-sud;59350;59000;;;", "rpe-sud;59350;59160;;;", "rpe-sud;59350;59260;;;"],
      ["rpe-sud;59350;59000;;;"],
      codes.dropLast() + ["rpe-lomme;59350;59800;;2022-01-01;"],
      codes.dropLast() + ["rpe-sud;59350;59800;;2022-01-01;2026-11-22"],
      codes.dropLast() + ["rpe-sud;59350;59800;;2026-11-24;"],
      // A part held as such, whose postal codes are others' too.
      ["rpe-sud;59355;;;;"],
    ])
  func partly(rows: [String]) throws {
    let decision = try decision(rows, [nil, "Lille", nil])
    #expect(decision.raison == .lieuImprecis)
    #expect(decision.marques.isEmpty)
    // Whoever decides sees between whom.
    #expect(Set(decision.candidats.map(\.codeInsee)) == ["59350"])
    #expect(decision.candidats.compactMap(\.linf).contains("rpe-sud"))
  }

  @Test("counts a part that is held as such, where a postal code is its own")
  func parts() throws {
    let rows = Array(Self.codes.filter { !$0.contains("59160") })
    #expect(try decision(rows + ["rpe-sud;59355;;;;"], [nil, "Lille", nil]).linf == "rpe-sud")
    #expect(try decision(rows + ["rpe-lomme;59355;;;;"], [nil, "Lille", nil]).raison == .lieuImprecis)
  }

  @Test("takes the more precise rules of its postal codes into account")
  func precise() throws {
    let rows = ["rpe-centre;59350;;;;"] + Self.codes
    #expect(try decision(rows, [nil, "Lille", nil]).linf == "rpe-sud")
    #expect(try decision(Array(rows.dropLast()), [nil, "Lille", nil]).raison == .lieuImprecis)
  }

  @Test("looks at its streets as anywhere else")
  func streets() throws {
    let rows = Self.codes + ["rpe-zone;59350;59000;boulevard Vauban;;"]
    #expect(try decision(rows, [nil, "Lille", nil], voie: "3 bd Vauban").raison == .lieuImprecis)
    #expect(try decision(rows, [nil, "Lille", nil], voie: "3 rue Foch").marques == [.communeAPreciser])
    let unknown = try decision(rows, [nil, "Lille", nil])
    #expect(unknown.linf == "rpe-sud")
    #expect(unknown.marques == [.communeAPreciser, .voieNonReconnue])
  }

  @Test("is one of the candidates of a shared postal code like any other")
  func candidate() throws {
    let rows = ["rpe-zone;59006;59144;;;", "rpe-zone;59006;59570;;;", "rpe-zone;59548;;;;"]
    #expect(try decision(rows, ["59570", nil, nil]).linf == "rpe-zone")
    #expect(try decision(rows, [nil, nil, "59006"]).linf == "rpe-zone")
  }
}
