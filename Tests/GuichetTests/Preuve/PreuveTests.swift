import Guichet
import StrictJSON
import Testing

@Suite("The evidence for a control")
struct PreuveTests {
  private static func droit(_ genre: Habilitation.Genre, _ du: String?, _ au: String?) throws -> Habilitation {
    let periode = try #require(Periode(du: du.flatMap { DateCivile(iso: $0) }, au: au.flatMap { DateCivile(iso: $0) }))
    return Habilitation(genre: genre, periode: periode, guichetUnique: true)
  }

  private static func droits(_ rights: [Habilitation], _ year: Int, _ end: String? = nil) throws -> DroitsDeLAnnee {
    let first = try #require(DateCivile(annee: year, mois: 1, jour: 1))
    let last = try #require(end.flatMap { DateCivile(iso: $0) } ?? DateCivile(annee: year, mois: 12, jour: 31))
    return DroitsDeLAnnee(rights, du: first, au: last)
  }

  @Test("tells lapses by date: the year's edges, periods that overlap or touch, a leap year, a year cut short")
  func lapses() throws {
    let always = try Self.droit(.referencement, nil, nil)
    let whole = try Self.droits([always, Self.droit(.habilitation, "2026-01-01", "2026-12-31")], 2026)
    #expect(whole.sontEtablis && whole.joursLesDeux == 365 && whole.periodes.count == 2)
    let touching = try Self.droits(
      [always, Self.droit(.habilitation, nil, "2026-06-30"), Self.droit(.habilitation, "2026-07-01", nil)], 2026)
    #expect(touching.sontEtablis)
    let overlapping = try Self.droits(
      [always, Self.droit(.habilitation, nil, "2026-08-30"), Self.droit(.habilitation, "2026-07-01", nil)], 2026)
    #expect(overlapping.sontEtablis)
    let edges = try Self.droits([always, Self.droit(.habilitation, "2026-01-02", "2026-12-30")], 2026)
    #expect(edges.manques.map(\.du.iso) == ["2026-01-01", "2026-12-31"])
    #expect(edges.manques.allSatisfy { $0.du == $0.au && $0.manque == .habilitation })
    let leap = try Self.droits(
      [always, Self.droit(.habilitation, nil, "2028-02-28"), Self.droit(.habilitation, "2028-03-01", nil)], 2028)
    #expect(leap.jours == 366 && leap.joursLesDeux == 365 && leap.manques.map(\.du.iso) == ["2028-02-29"])
    let cut = try Self.droits([always, Self.droit(.habilitation, nil, "2026-06-30")], 2026, "2026-06-30")
    #expect(cut.sontEtablis && cut.jours == 181)
    let none = try Self.droits([], 2026)
    #expect(none.manques.count == 1 && none.manques.first?.manque == .lesDeux && none.joursLesDeux == 0)
    let mixed = try Self.droits(
      [Self.droit(.referencement, "2026-03-01", nil), Self.droit(.habilitation, nil, "2026-04-30")], 2026)
    #expect(mixed.manques.map(\.manque) == [.referencement, .habilitation])
    #expect(mixed.joursLesDeux == 61)
  }

  @Test("has the figures of the bilan of the same LINF, to the unit, and each part adds up")
  func reconcile() throws {
    let annee = try AnneeInventee(seed: 59, count: 400)
    for id in ["rpe-lille", "rpe-lomme"] {
      let linf = Linf(id: id, nom: id)
      let calcul = annee.calcul
      let bilan = calcul.bilan(.linf(id), nom: linf.nom)
      let made = CalculDePreuve(calcul, chaine: "00", referentiel: 1, delais: "", pieces: []).preuve(linf)
      let preuve = try #require(made)
      for point in preuve.points {
        for chiffre in point.chiffres {
          guard let code = ChiffreDeBilan(rawValue: chiffre.code) else { continue }
          #expect(chiffre.valeur == bilan.chiffre(code), "\(code)")
        }
      }
      let received = bilan.chiffre(.recues) ?? 0
      #expect(received > 20 && preuve.demandes.count == received)
      let central = try #require(preuve.point(.centralisation))
      for repartition in central.repartitions where repartition.code != .sorties {
        #expect(repartition.parts.reduce(0) { $0 + ($1.valeur ?? 0) } == received)
      }
      let left = central.repartitions.first { $0.code == .sorties }?.parts.reduce(0) { $0 + ($1.valeur ?? 0) }
      #expect(left == central.chiffre(.ailleurs) && left == central.liste(.ailleurs).count && (left ?? 0) > 0)
      // Counted again from the facts: those that the rules once gave it and another has.
      let elsewhere = annee.demandes.filter { demande in
        demande.linf != nil && demande.linf != id
          && annee.faits.contains {
            guard $0.numero == demande.numero, case .routee(let routee) = $0.evenement else { return false }
            return routee.decision.linf == id
          }
      }
      #expect(central.liste(.ailleurs).map(\.numero) == elsewhere.map(\.numero))
      let answers = try #require(preuve.point(.reponses)).delais
      #expect(answers.count == 6)
      for delai in answers where delai.degre == .repondue {
        #expect(delai.nombre == bilan.chiffre(.repondues) && delai.aTemps == bilan.chiffre(.reponduesATemps))
      }
      #expect(
        answers.first { $0.degre == .repondue && $0.depuis == .depot }?.ouvertMoyenne == bilan.chiffre(.delaiOuvert))
      let read = try Preuve(JSON.parse(preuve.canonique))
      #expect(read == preuve && read.canonique == preuve.canonique)
    }
  }

  @Test("tells where a document was altered, by JSON Pointer")
  func differences() throws {
    let expected = try JSON.parse(Array(#"{"a": {"b": [1, 2]}, "c": "x"}"#.utf8))
    let altered = try JSON.parse(Array(#"{"a": {"b": [1, 3, 4]}, "d": true}"#.utf8))
    #expect(
      DifferenceDeDocument.entre(attendu: expected, trouve: altered).map(\.phrase) == [
        "/a/b/1 : 3 au lieu de 2.", "/a/b/2 : 4 est de trop.", #"/c : manque, il faut "x"."#, "/d : true est de trop.",
      ])
    #expect(DifferenceDeDocument.entre(attendu: expected, trouve: expected).isEmpty)
  }
}
