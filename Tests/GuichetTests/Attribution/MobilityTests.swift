import Guichet
import Testing

@Suite("Whether the rules may move a demande")
struct MobilityTests {
  @Test(
    "depends on where it stands, on a lock, and on whether its LINF still is",
    arguments: [
      (Etat.aOrienter, false, true, Mobility.free), (.aContacter, false, true, .free),
      (.aContacter, false, false, .free), (.aContacter, true, true, .locked), (.aContacter, true, false, .lockLost),
      (.rendezVous, false, true, .advanced), (.rendezVous, false, false, .orphan), (.rendezVous, true, true, .locked),
      (.rendezVous, true, false, .lockLost), (.enSuivi, false, true, .advanced), (.enSuivi, false, false, .orphan),
      (.enSuivi, true, true, .locked), (.enSuivi, true, false, .lockLost), (.close, false, false, .advanced),
      (.close, true, false, .advanced),
    ])
  func table(etat: Etat, verrou: Bool, isKnown: Bool, mobility: Mobility) {
    #expect(
      Mobility(etat: etat, estVerrouillee: verrou, linfEstConnu: isKnown, attendUnePersonne: false) == mobility)
  }

  @Test("waits for a person's answer to a proposal only where the LINF that has it still is, and nothing else holds it")
  func proposed() {
    func mobility(_ etat: Etat, _ verrou: Bool, _ isKnown: Bool) -> Mobility {
      Mobility(etat: etat, estVerrouillee: verrou, linfEstConnu: isKnown, attendUnePersonne: false, estProposee: true)
    }
    #expect(mobility(.aContacter, false, true) == .proposed && mobility(.aContacter, false, false) == .free)
    #expect(mobility(.aContacter, true, true) == .locked && mobility(.enSuivi, false, true) == .advanced)
    #expect(mobility(.enSuivi, false, false) == .orphan)
  }

  /// The small référentiel without rpe-sud: what it held goes to rpe-centre.
  private static func sansSud() throws -> Routeur {
    try AttributionTests.routeur {
      $0.replace("rpe-sud;Relais de Lille Sud;rpe;;;;;;\n", by: "", in: "linf.csv")
      $0.replace("rpe-sud;2022-01-01;;non;habilitation\n", by: "", in: "habilitations.csv")
      $0.replace("rpe-sud;", by: "rpe-centre;", in: "rattachements.csv")
      $0.replace("rpe-lomme;59350;59160", by: "rpe-zone;59350;59160", in: "rattachements.csv")
    }
  }

  private static func confiee() throws -> Vie {
    var vie = try AttributionTests.vie()
    try vie.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-sud"), motif: "Fratrie", version: 1, isHabilite: true))
    return vie
  }

  @Test("one that a person gave to a LINF that is no more waits for a person, who alone moves it from there")
  func lockLost() throws {
    let (jours, without) = (AttributionTests.jours, try Self.sansSud())
    var vie = try Self.confiee()
    let routee = try #require(vie.demande.reroutage(without, jours, version: 2, cause: .referentiel))
    #expect(routee.decision.raison == .sansLinf && routee.decision.codeInsee == "59350")
    #expect(
      routee.decision.explication.last
        == "rpe-sud, à qui une personne l’avait confiée, n’est plus dans le référentiel : une personne doit choisir.")
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    #expect(vie.demande.etat == .aOrienter && vie.demande.raison == .sansLinf && !vie.demande.estVerrouillee)
    #expect(vie.demande.linf == nil && vie.demande.attendUnePersonne)
    #expect(vie.demande.attributions.last?.de == "rpe-sud" && vie.demande.attributions.last?.vers == nil)
    #expect(vie.demande.marques == [.linfRetire])
    #expect(vie.demande.candidats == [CommuneCandidate(codeInsee: "59350", nom: "Lille", linf: "rpe-zone")])

    // Neither the next version nor the return of the LINF chooses for the person.
    #expect(vie.demande.reroutage(without, jours, version: 3, cause: .referentiel) == nil)
    #expect(vie.demande.reroutage(try AttributionTests.routeur(), jours, version: 4, cause: .referentiel) == nil)

    var given = vie
    try given.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-zone"), motif: "Choisi", version: 2, isHabilite: true))
    #expect(given.demande.linf == "rpe-zone" && given.demande.estVerrouillee && !given.demande.attendUnePersonne)
    #expect(!given.demande.marques.contains(.linfRetire))
    try vie.happens(try vie.demande.rendreAuxRegles(without, jours, version: 2))
    #expect(vie.demande.linf == "rpe-zone" && !vie.demande.estVerrouillee && !vie.demande.marques.contains(.linfRetire))
  }

  @Test("that person's choice is still waited for when its place is corrected: its commune follows, its LINF does not")
  func correctedWhileLost() throws {
    let (jours, without) = (AttributionTests.jours, try Self.sansSud())
    var vie = try Self.confiee()
    let routee = try #require(vie.demande.reroutage(without, jours, version: 2, cause: .referentiel))
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    let depuis = vie.demande.depuis
    vie.heure = 60
    try vie.happens(try vie.demande.corriger(PropositionTests.dunkerque, without, jours, version: 2))
    #expect(vie.demande.linf == nil && vie.demande.etat == .aOrienter && vie.demande.attendUnePersonne)
    #expect(vie.demande.codeInsee == "59183" && vie.demande.depuis == depuis && vie.demande.attributions.count == 3)
    #expect(vie.demande.candidats.map(\.linf) == ["rpe-dunkerque"] && vie.demande.marques == [.linfRetire])
    #expect(vie.demande.routage?.decision.etapes.last == Etape(.linfDisparu, "rpe-sud"))
    #expect(vie.demande.routage?.reste == true)

    // Not even where it can no longer be reached, nor by what does not touch its place.
    var unreachable = vie
    try unreachable.happens(
      try vie.demande.corriger(PropositionTests.telephone(nil), without, jours, version: 2))
    #expect(unreachable.demande.attendUnePersonne && unreachable.demande.raison == .sansLinf)
    try vie.happens(try vie.demande.rendreAuxRegles(without, jours, version: 2))
    #expect(vie.demande.linf == "rpe-dunkerque" && vie.demande.marques == [.horsHabilitation, .transmise])
  }

  @Test("giving it back to the rules ends the waiting even where the rules know of no LINF either")
  func givenBack() throws {
    let jours = AttributionTests.jours
    var vie = try Self.confiee()
    let without = try AttributionTests.routeur {
      $0.replace("rpe-sud;Relais de Lille Sud;rpe;;;;;;\n", by: "", in: "linf.csv")
      $0.replace("rpe-sud;2022-01-01;;non;habilitation\n", by: "", in: "habilitations.csv")
      $0.replace("rpe-sud;", by: "rpe-centre;", in: "rattachements.csv")
      $0.replace("rpe-centre;59350;;;2022-01-01", by: "rpe-centre;59350;;;2027-01-01", in: "rattachements.csv")
      $0.replace("rpe-lomme;59350;59160;;2022-01-01", by: "rpe-lomme;59350;59160;;2027-01-01", in: "rattachements.csv")
    }
    let routee = try #require(vie.demande.reroutage(without, jours, version: 2, cause: .referentiel))
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    try vie.happens(try vie.demande.rendreAuxRegles(without, jours, version: 2))
    #expect(vie.demande.raison == .sansLinf && !vie.demande.attendUnePersonne)
    let later = vie.demande.reroutage(try AttributionTests.routeur(), jours, version: 3, cause: .referentiel)
    #expect(later?.decision.linf == "rpe-lomme")
  }

  @Test("says nothing of a LINF where no référentiel is loaded")
  func noReferentiel() throws {
    #expect(try Self.confiee().demande.mobility(in: nil) == .locked)
  }

  @Test("is told before loading, each removed LINF with the demandes that it still has")
  func removed() {
    #expect(
      LinfRetire(designation: "Relais (rpe-x)", ouvertes: 1).phrase
        == "Relais (rpe-x) n’est plus dans ce référentiel et a encore une demande ouverte : elle ira où disent les "
        + "règles, ou attendra une personne si une personne la lui avait confiée.")
    #expect(
      LinfRetire(designation: "rpe-x", ouvertes: 12).phrase
        == "rpe-x n’est plus dans ce référentiel et a encore 12 demandes ouvertes : elles iront où disent les règles, et "
        + "celles qu’une personne lui avait confiées attendront une personne.")
  }
}

@Suite("A day on which rattachements change")
struct JourDeChangementTests {
  static let jour = DateCivile(iso: "2027-01-01") ?? aujourdhui

  /// At Roubaix, which goes from rpe-zone to rpe-sud on that day.
  private static func roubaix() throws -> Vie {
    try AttributionTests.vie(AttributionTests.formulaire(codePostal: "59100", commune: "Roubaix"))
  }

  private static func suite(_ vie: Vie, debut: Int64 = 3600, le day: DateCivile = jour) throws -> SuiteDuJour? {
    vie.demande.suite(
      du: day, debut: DemandeTests.now.advanced(bySeconds: debut), depot: aujourdhui, try AttributionTests.routeur())
  }

  @Test("is told of who followed, and not of what moved before it")
  func moved() throws {
    var vie = try Self.roubaix()
    vie.heure = 3600
    let jours = JoursDeRoutage(decision: Self.jour, depot: aujourdhui)
    let routee = try #require(vie.demande.reroutage(try AttributionTests.routeur(), jours, version: 1, cause: .jour))
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    #expect(vie.demande.linf == "rpe-sud")
    #expect(try Self.suite(vie) == .deplacee)
    #expect(try Self.suite(vie, debut: 3601) == nil)
    #expect(try Self.suite(vie, le: Self.jour.advanced(byDays: 1)) == nil)
  }

  @Test("is told of who stayed by a person's decision, unless that put it there already")
  func locked() throws {
    var vie = try Self.roubaix()
    #expect(try Self.suite(vie) == nil)
    try vie.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-zone"), motif: "Connue", version: 1, isHabilite: true))
    #expect(try Self.suite(vie) == .verrouillee)
    try vie.happens(
      try vie.demande.attribuer(a: AttributionTests.linf("rpe-sud"), motif: "Connue", version: 1, isHabilite: true))
    #expect(try Self.suite(vie) == nil)
  }

  @Test("is told of nobody whose place stays with its LINF")
  func elsewhere() throws {
    #expect(try Self.suite(try AttributionTests.vie()) == nil)
  }

  @Test("reads as one sentence, with the first numeros of many")
  func phrase() throws {
    let numeros = (1...12).compactMap { Numero(annee: 2026, rang: $0) }
    func phrase(_ moved: Int, _ locked: Int, _ known: Int, _ communes: [String] = ["59512"]) -> String {
      RattachementsChanges(
        jour: Self.jour, version: 3, communes: communes, deplacees: Array(numeros.prefix(moved)),
        verrouillees: Array(numeros.prefix(locked)), avancees: Array(numeros.prefix(known))
      ).phrase
    }
    #expect(
      phrase(0, 0, 0)
        == "Rattachements changés le 01/01/2027 dans une commune (59512) par le référentiel 3 : aucune demande n’était "
        + "concernée.")
    #expect(
      phrase(1, 1, 1, ["59350", "59512"])
        == "Rattachements changés le 01/01/2027 dans 2 communes (59350, 59512) par le référentiel 3 : une demande a "
        + "suivi (2026-000001) ; une est restée par la décision d’une personne (2026-000001) ; une est restée avec qui "
        + "connaît la famille (2026-000001).")
    #expect(
      phrase(12, 0, 2).hasSuffix(
        "12 demandes ont suivi (2026-000001, 2026-000002, 2026-000003, 2026-000004, 2026-000005, 2026-000006, "
          + "2026-000007, 2026-000008, 2026-000009, 2026-000010, …) ; 2 sont restées avec qui connaît la famille "
          + "(2026-000001, 2026-000002)."))
  }
}
