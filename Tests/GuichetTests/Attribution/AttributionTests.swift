import Guichet
import Testing

/// A demande that is led through its life by facts, one after the other.
struct Vie {
  private(set) var demande: Demande
  private var seq: Int64 = 1
  /// Seconds since it was received.
  var heure: Int64 = 0

  init(_ formulaire: Formulaire) throws {
    let recue = Recue(
      formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))
    demande = try Demande.apply(DemandeTests.fait(.recue(recue)), to: nil)
  }

  mutating func happens(_ evenements: [Evenement], auteur: Int64 = 5) throws {
    for evenement in evenements {
      seq += 1
      let now = DemandeTests.now.advanced(bySeconds: heure)
      demande = try Demande.apply(
        Fait(
          seq: seq, numero: demande.numero, nature: evenement.nature, survenuLe: now, enregistreLe: now, auteur: auteur,
          evenement: evenement), to: demande)
    }
  }
}

@Suite("Where a demande stands, and who put it there")
struct AttributionTests {
  static let jours = JoursDeRoutage(decision: aujourdhui, depot: aujourdhui)

  static func formulaire(codePostal: String = "59160", commune: String = "Lomme") -> Formulaire {
    var demandeur = Demandeur()
    demandeur.telephone = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34")
    demandeur.adresse = Adresse(voie: "12 rue Haute", codePostal: codePostal, commune: commune)
    return Formulaire(reference: "MEF-1", origine: .monenfantFr, demandeur: demandeur)
  }

  static func routeur(_ change: (inout PetitReferentiel) -> Void = { _ in }) throws -> Routeur {
    var petit = PetitReferentiel()
    change(&petit)
    return Routeur(referentiel: try petit.charge())
  }

  /// Received and routed by the small référentiel: to rpe-lomme.
  static func vie(_ formulaire: Formulaire = formulaire()) throws -> Vie {
    var vie = try Vie(formulaire)
    let routee = try #require(
      vie.demande.reroutage(try routeur(), jours, version: 1, cause: .reception))
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    return vie
  }

  static func linf(_ id: String) throws -> Linf { try #require(try routeur().referentiel?.linf(id)) }

  @Test("T6: one that is given to another LINF is new again there, and marked as coming from elsewhere")
  func movedIsNew() throws {
    var vie = try Self.vie()
    let begun = vie.demande.depuis
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.marques.isEmpty)
    vie.heure = 3600
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(vie.demande.linf == "rpe-sud" && vie.demande.etat == .aContacter)
    #expect(vie.demande.marques == [.transmise])
    #expect(vie.demande.depuis == begun.advanced(bySeconds: 3600))
    #expect(vie.demande.departs == ["rpe-lomme": vie.demande.depuis])
  }

  @Test("T11: what a person decided is a lock that no re-routing undoes, until a person gives it back to the rules")
  func locked() throws {
    var vie = try Self.vie()
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    #expect(vie.demande.estVerrouillee)
    let other = try Self.routeur {
      $0.replace("rpe-lomme;59350;59160", by: "rpe-zone;59350;59160", in: "rattachements.csv")
    }
    #expect(vie.demande.reroutage(other, Self.jours, version: 2, cause: .referentiel) == nil)
    #expect(throws: ActeRefuse.self) {
      try vie.demande.attribuer(a: Self.linf("rpe-sud"), motif: "Encore", version: 1, isHabilite: true)
    }
    try vie.happens(try vie.demande.rendreAuxRegles(other, Self.jours, version: 2))
    #expect(vie.demande.linf == "rpe-zone" && !vie.demande.estVerrouillee)
    #expect(throws: ActeRefuse.self) { try vie.demande.rendreAuxRegles(other, Self.jours, version: 2) }
  }

  @Test("a lock on the LINF that has it already changes nothing else")
  func lockedInPlace() throws {
    var vie = try Self.vie()
    let before = vie.demande
    vie.heure = 60
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-lomme"), motif: "Elle y reste", version: 1, isHabilite: false))
    #expect(vie.demande.estVerrouillee && vie.demande.depuis == before.depuis && vie.demande.departs.isEmpty)
    #expect(vie.demande.marques == [.horsHabilitation])
  }

  @Test("every assignment keeps mode, rule, version, from whom, to whom, when and by whom")
  func history() throws {
    var vie = try Self.vie()
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-sud"), motif: "Fratrie", version: 2, isHabilite: true), auteur: 9)
    vie.heure = 7200
    try vie.happens(
      try vie.demande.decliner(.dejaSuivie, note: "Au centre", Self.routeur(), Self.jours, version: 3), auteur: 10)
    let all = vie.demande.attributions
    #expect(
      all.map(\.mode) == [
        .automatique(.reception, .codePostal), .manuel(motif: "Fratrie"), .decline(.dejaSuivie, note: "Au centre"),
      ])
    #expect(all.map(\.de) == [nil, "rpe-lomme", "rpe-sud"] && all.map(\.vers) == ["rpe-lomme", "rpe-sud", nil])
    #expect(all.map(\.version) == [1, 2, 3] && all.map(\.auteur) == [0, 9, 10])
    #expect(all[2].raison == .decline && all[2].le == DemandeTests.now.advanced(bySeconds: 7200))
  }

  @Test("a LINF that declines is spared while the same rattachement gives it the place, and the table is to be checked")
  func declined() throws {
    var vie = try Self.vie()
    let same = try Self.routeur()
    try vie.happens(try vie.demande.decliner(.horsTerritoire, note: nil, Self.routeur(), Self.jours, version: 1))
    #expect(vie.demande.etat == .aOrienter && vie.demande.raison == .decline && vie.demande.linf == nil)
    #expect(vie.demande.marques == [.tableAVerifier])
    #expect(vie.demande.reroutage(same, Self.jours, version: 2, cause: .referentiel) == nil)
    #expect(vie.demande.decider(same, Self.jours).explication.last?.contains("a décliné") == true)
    // Other names and a last day make it no other rattachement.
    let renamed = try Self.routeur {
      $0.replace("rpe-lomme;Relais de Lomme", by: "rpe-lomme;Relais des Weppes", in: "linf.csv")
      $0.replace(
        "rpe-lomme;59350;59160;;2022-01-01;", by: "rpe-lomme;59350;59160;;2022-01-01;2030-12-31",
        in: "rattachements.csv")
      $0.replace(",Lomme,Lomme,", by: ",Lomme,Lomme-les-Lille,", in: "communes.csv")
    }
    #expect(vie.demande.reroutage(renamed, Self.jours, version: 2, cause: .referentiel) == nil)
    // Another holder gets it.
    let other = try Self.routeur {
      $0.replace("rpe-lomme;59350;59160", by: "rpe-zone;59350;59160", in: "rattachements.csv")
    }
    #expect(
      vie.demande.reroutage(other, Self.jours, version: 2, cause: .referentiel)?.decision.linf == "rpe-zone")
    // The same LINF by another rattachement gets it too, and is no longer spared.
    let confirmed = try Self.routeur {
      $0.replace("rpe-lomme;59350;59160;;2022-01-01", by: "rpe-lomme;59350;59160;;2026-11-01", in: "rattachements.csv")
    }
    let again = try #require(vie.demande.reroutage(confirmed, Self.jours, version: 2, cause: .referentiel))
    try vie.happens([.routee(again)])
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.marques.isEmpty && vie.demande.departs.isEmpty)
  }

  @Test("T5: what a person had given and is declined says nothing of the table, and is no longer locked")
  func declinedAfterPerson() throws {
    var vie = try Self.vie()
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    try vie.happens(try vie.demande.decliner(.conflitInterets, note: nil, Self.routeur(), Self.jours, version: 1))
    #expect(vie.demande.etat == .aOrienter && vie.demande.marques.isEmpty && !vie.demande.estVerrouillee)
    // The table never gave it to who declined: the rules may look at it again.
    let again = vie.demande.reroutage(try Self.routeur(), Self.jours, version: 2, cause: .referentiel)
    #expect(again?.decision.linf == "rpe-lomme")
    #expect(throws: ActeRefuse.self) {
      try vie.demande.decliner(.autre, note: nil, Self.routeur(), Self.jours, version: 1)
    }
  }

  @Test("nothing is recorded where the rules come to what it is")
  func unchanged() throws {
    let vie = try Self.vie()
    #expect(vie.demande.reroutage(try Self.routeur(), Self.jours, version: 2, cause: .referentiel) == nil)
  }

  @Test("a demande that was listed follows its commune on its day, whatever its état, and is listed no more")
  func transferred() throws {
    var vie = try Self.vie()
    try vie.happens(try vie.demande.prevoirTransfert(le: aujourdhui, vers: "rpe-zone"))
    #expect(vie.demande.transfertLe == aujourdhui && vie.demande.transfertVers == "rpe-zone")
    #expect(throws: ActeRefuse.self) { try vie.demande.prevoirTransfert(le: aujourdhui, vers: "rpe-zone") }
    let other = try Self.routeur {
      $0.replace("rpe-lomme;59350;59160", by: "rpe-zone;59350;59160", in: "rattachements.csv")
    }
    var kept = vie
    try kept.happens(
      try kept.demande.attribuer(a: Self.linf("rpe-lomme"), motif: "Elle y reste", version: 1, isHabilite: true))
    #expect(kept.demande.transfertLe == nil, "T11: a later lock ends what was planned")
    try vie.happens([try #require(vie.demande.transfert(other, Self.jours, version: 2))])
    #expect(vie.demande.linf == "rpe-zone" && vie.demande.transfertLe == nil)
    #expect(vie.demande.attributions.last?.mode == .automatique(.transfert, .codePostal))
    #expect(vie.demande.transfert(other, Self.jours, version: 2) == nil)
  }

  @Test(
    "T11: a transfer to another LINF than was shown, or to one that was not noted, is dropped, and the lock stays",
    arguments: ["rpe-sud", nil])
  func dropped(shown: String?) throws {
    var vie = try Self.vie()
    try vie.happens(
      try vie.demande.attribuer(a: Self.linf("rpe-lomme"), motif: "Fratrie", version: 1, isHabilite: true))
    try vie.happens([.transfertPrevu(TransfertPrevu(le: aujourdhui, vers: shown))])
    let eve = JoursDeRoutage(decision: aujourdhui.advanced(byDays: -1), depot: Self.jours.depot)
    #expect(vie.demande.transfert(try Self.routeur(), eve, version: 2) == nil)
    let due = try #require(vie.demande.transfert(try Self.routeur(), Self.jours, version: 2))
    #expect(due == .transfertAbandonne(TransfertAbandonne(le: aujourdhui, vers: shown, version: 2)))
    try vie.happens([due])
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.estVerrouillee)
    #expect(vie.demande.transfertLe == nil && vie.demande.transfertVers == nil)
  }
}
