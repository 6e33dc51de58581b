import Guichet
import Testing

@Suite("A place that is corrected while a LINF has the demande")
struct PropositionTests {
  static let jours = AttributionTests.jours

  static func correction(_ codePostal: String, _ commune: String) -> Correction {
    var correction = Correction()
    correction.adresse = .devient(Adresse(codePostal: codePostal, commune: commune))
    return correction
  }

  static let dunkerque = correction("59140", "Dunkerque")

  static func telephone(_ saisi: String?) -> Correction {
    var correction = Correction()
    correction.telephone = .devient(saisi.map { Telephone(e164: "+33639981235", saisi: $0) })
    return correction
  }

  /// At rpe-lomme, its place corrected to one of rpe-dunkerque.
  static func proposee(verrou: Bool = false) throws -> Vie {
    var vie = try AttributionTests.vie()
    if verrou {
      try vie.happens(
        try vie.demande.attribuer(a: AttributionTests.linf("rpe-lomme"), motif: "Connue", version: 1, isHabilite: true))
    }
    vie.heure = 60
    try vie.happens(corrige(vie, dunkerque))
    return vie
  }

  static func corrige(_ vie: Vie, _ correction: Correction, _ routeur: Routeur? = nil) throws -> [Evenement] {
    try vie.demande.corriger(correction, routeur ?? AttributionTests.routeur(), jours, version: 1)
  }

  @Test("changes the commune at once, is only proposed to the LINF that the rules then give, and is marked so")
  func proposed() throws {
    let before = try AttributionTests.vie().demande
    let vie = try Self.proposee()
    #expect(before.codeInsee == "59350" && vie.demande.codeInsee == "59183")
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.etat == .aContacter && vie.demande.depuis == before.depuis)
    #expect(vie.demande.marques == [.routagePropose])
    #expect(vie.demande.proposition?.decision.linf == "rpe-dunkerque")
    #expect(vie.demande.attributions.count == 1)
  }

  @Test("T11: is proposed of a locked one too, whose lock stays")
  func locked() throws {
    let vie = try Self.proposee(verrou: true)
    #expect(vie.demande.estVerrouillee && vie.demande.linf == "rpe-lomme" && vie.demande.codeInsee == "59183")
    #expect(vie.demande.marques == [.routagePropose])
  }

  @Test("is moved by no loading and no day of change while a person has not answered")
  func pending() throws {
    let vie = try Self.proposee()
    let other = try AttributionTests.routeur {
      $0.replace("rpe-dunkerque;59183", by: "rpe-zone;59183", in: "rattachements.csv")
    }
    for cause in [CauseRoutage.referentiel, .jour] {
      #expect(try vie.demande.reroutage(AttributionTests.routeur(), Self.jours, version: 2, cause: cause) == nil)
      #expect(vie.demande.reroutage(other, Self.jours, version: 2, cause: cause) == nil)
    }
  }

  @Test("is settled by itself where the rules have come to give it to the LINF that has it")
  func settled() throws {
    var vie = try Self.proposee()
    let same = try AttributionTests.routeur {
      $0.replace("rpe-dunkerque;59183", by: "rpe-lomme;59183", in: "rattachements.csv")
    }
    let routee = try #require(vie.demande.reroutage(same, Self.jours, version: 2, cause: .referentiel))
    try vie.happens([.routee(routee)], auteur: Fait.regles)
    #expect(vie.demande.proposition == nil && vie.demande.linf == "rpe-lomme" && vie.demande.marques.isEmpty)
    #expect(vie.demande.attributions.count == 1 && vie.demande.departs.isEmpty)
  }

  @Test("where the same LINF has the new place, brings commune and marks up to date and assigns nothing")
  func sameLinf() throws {
    let routeur = try AttributionTests.routeur {
      $0.replace("rpe-dunkerque;59183;;", by: "rpe-lomme;59183;;", in: "rattachements.csv")
      $0.add("rpe-sud;59183;;quai Noir;2022-01-01;", to: "rattachements.csv")
    }
    var vie = try AttributionTests.vie()
    vie.heure = 60
    let evenements = try Self.corrige(vie, Self.dunkerque, routeur)
    #expect(evenements.map(\.nature) == [.corrigee, .routee])
    let since = vie.demande.depuis
    try vie.happens(evenements)
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.proposition == nil && vie.demande.depuis == since)
    #expect(vie.demande.codeInsee == "59183" && vie.demande.marques == [.voieNonReconnue])
    #expect(vie.demande.routage?.cause == .correction && vie.demande.attributions.count == 1)
  }

  @Test("of a locked one that the same LINF has changes the commune, and neither lock nor marks")
  func sameLinfLocked() throws {
    var vie = try AttributionTests.vie()
    try vie.happens(
      try vie.demande.attribuer(
        a: AttributionTests.linf("rpe-dunkerque"), motif: "Grands-parents", version: 1, isHabilite: true))
    try vie.happens(Self.corrige(vie, Self.dunkerque))
    #expect(vie.demande.estVerrouillee && vie.demande.codeInsee == "59183" && vie.demande.proposition == nil)
    #expect(vie.demande.marques == [.transmise] && vie.demande.attributions.count == 2)
  }

  @Test(
    "goes there when a person accepts: new for that LINF, left by the other, and open to the rules again",
    arguments: [
      false, true,
    ])
  func accepted(verrou: Bool) throws {
    var vie = try Self.proposee(verrou: verrou)
    vie.heure = 3600
    try vie.happens(try vie.demande.accepter(AttributionTests.routeur(), Self.jours, version: 1), auteur: 9)
    #expect(
      vie.demande.linf == "rpe-dunkerque" && vie.demande.marques == [.horsHabilitation, .transmise]
        && !vie.demande.estVerrouillee)
    #expect(vie.demande.departs == ["rpe-lomme": vie.demande.depuis] && vie.demande.proposition == nil)
    let last = try #require(vie.demande.attributions.last)
    #expect(last.mode == .automatique(.acceptation, .commune) && last.auteur == 9)
    #expect(last.de == "rpe-lomme" && last.vers == "rpe-dunkerque")
  }

  @Test("goes where the rules send it on the day of the answer, which may have changed since")
  func acceptedLater() throws {
    var vie = try Self.proposee()
    let other = try AttributionTests.routeur {
      $0.replace("rpe-dunkerque;59183", by: "rpe-zone;59183", in: "rattachements.csv")
    }
    try vie.happens(try vie.demande.accepter(other, Self.jours, version: 2))
    #expect(vie.demande.linf == "rpe-zone" && vie.demande.routage?.version == 2)
  }

  @Test("stays where it is when a person keeps it, with a motive and a lock; marks of the old place go")
  func kept() throws {
    var vie = try Self.proposee()
    vie.heure = 3600
    try vie.happens(try vie.demande.garder(motif: "Fratrie", version: 1), auteur: 9)
    #expect(vie.demande.linf == "rpe-lomme" && vie.demande.estVerrouillee && vie.demande.proposition == nil)
    #expect(vie.demande.marques.isEmpty && vie.demande.departs.isEmpty && vie.demande.codeInsee == "59183")
    #expect(vie.demande.attributions.last?.mode == .manuel(motif: "Fratrie"))
    #expect(vie.demande.attributions.last?.de == vie.demande.attributions.last?.vers)
  }

  @Test("is answered as well by who assigns it, to the LINF that has it or to another, or gives it back to the rules")
  func assigned() throws {
    for linf in ["rpe-lomme", "rpe-sud"] {
      var vie = try Self.proposee(verrou: true)
      try vie.happens(
        try vie.demande.attribuer(a: AttributionTests.linf(linf), motif: "Fratrie", version: 1, isHabilite: true))
      #expect(vie.demande.linf == linf && vie.demande.proposition == nil)
    }
    var vie = try Self.proposee()
    try vie.happens(try vie.demande.rendreAuxRegles(AttributionTests.routeur(), Self.jours, version: 1))
    #expect(vie.demande.linf == "rpe-dunkerque" && vie.demande.proposition == nil)
  }

  @Test("is answered by a decline, which then says nothing of the table, and bars nobody")
  func declined() throws {
    var vie = try Self.proposee()
    try vie.happens(
      try vie.demande.decliner(.horsTerritoire, note: nil, AttributionTests.routeur(), Self.jours, version: 1))
    #expect(vie.demande.etat == .aOrienter && vie.demande.proposition == nil && vie.demande.marques.isEmpty)
    #expect(try vie.demande.decider(AttributionTests.routeur(), Self.jours).linf == "rpe-dunkerque")
  }

  @Test("can be answered only once, and only where something is proposed")
  func unanswerable() throws {
    var vie = try AttributionTests.vie()
    for _ in 1...2 {
      let accepted = #expect(throws: ActeRefuse.self) {
        try vie.demande.accepter(AttributionTests.routeur(), Self.jours, version: 1)
      }
      let kept = #expect(throws: ActeRefuse.self) { try vie.demande.garder(motif: "Fratrie", version: 1) }
      #expect(accepted?.code == .sansProposition && kept?.code == .sansProposition)
      vie = try Self.proposee()
      try vie.happens(try vie.demande.garder(motif: "Fratrie", version: 1))
    }
  }

  @Test("is proposed no more when it is corrected back")
  func back() throws {
    var vie = try Self.proposee()
    try vie.happens(Self.corrige(vie, Self.correction("59160", "Lomme")))
    #expect(vie.demande.proposition == nil && vie.demande.codeInsee == "59350" && vie.demande.marques.isEmpty)
    #expect(vie.demande.attributions.count == 1)
    var locked = try Self.proposee(verrou: true)
    try locked.happens(Self.corrige(locked, Self.correction("59160", "Lomme")))
    #expect(locked.demande.proposition == nil && locked.demande.estVerrouillee && locked.demande.codeInsee == "59350")
  }

  @Test("ends what was planned for the commune that it had")
  func transfer() throws {
    var vie = try AttributionTests.vie()
    try vie.happens(try vie.demande.prevoirTransfert(le: aujourdhui, vers: "rpe-zone"))
    try vie.happens(Self.corrige(vie, Self.dunkerque))
    #expect(vie.demande.transfertLe == nil && vie.demande.transfertVers == nil)
  }

  @Test("other fields leave what is proposed, the commune and the rules alone")
  func otherFields() throws {
    var vie = try Self.proposee()
    var correction = Correction()
    correction.debut = .devient(jour("2027-02-01"))
    let evenements = try Self.corrige(vie, correction)
    #expect(evenements == [.corrigee(Corrigee(correction: correction))])
    try vie.happens(evenements)
    #expect(vie.demande.proposition != nil && vie.demande.codeInsee == "59183")
    #expect(vie.demande.formulaire.besoin.debut == jour("2027-02-01"))
  }

  @Test("the last way to reach the family, once emptied, and the first, once given, make the rules decide again")
  func reach() throws {
    // While it waits they decide at once.
    var waiting = try AttributionTests.vie(AttributionTests.formulaire(codePostal: "59700", commune: "Nulle-Part"))
    #expect(waiting.demande.raison == .communeInconnue)
    try waiting.happens(Self.corrige(waiting, Self.telephone(nil)))
    #expect(waiting.demande.raison == .contactManquant)
    try waiting.happens(Self.corrige(waiting, Self.dunkerque))
    #expect(waiting.demande.raison == .contactManquant && waiting.demande.codeInsee == "59183")
    try waiting.happens(Self.corrige(waiting, Self.telephone("06 39 98 12 35")))
    #expect(waiting.demande.linf == "rpe-dunkerque" && waiting.demande.raison == nil)
    // Who has it keeps it until a person decides.
    var held = try AttributionTests.vie()
    try held.happens(Self.corrige(held, Self.telephone(nil)))
    #expect(held.demande.linf == "rpe-lomme" && held.demande.marques == [.routagePropose])
    #expect(held.demande.proposition?.decision.raison == .contactManquant && held.demande.codeInsee == "59350")
    var back = held
    try back.happens(Self.corrige(back, Self.telephone("06 39 98 12 35")))
    #expect(back.demande.proposition == nil && back.demande.marques.isEmpty)
    try held.happens(try held.demande.accepter(AttributionTests.routeur(), Self.jours, version: 1))
    #expect(held.demande.etat == .aOrienter && held.demande.raison == .contactManquant)
    // Another number is not the first one.
    #expect(try Self.corrige(AttributionTests.vie(), Self.telephone("06 39 98 12 35")).count == 1)
  }

  @Test("while it waits, the rules look at a new place at once, and tell the département of another Caf")
  func waiting() throws {
    var vie = try AttributionTests.vie(AttributionTests.formulaire(codePostal: "59700", commune: "Nulle-Part"))
    try vie.happens(Self.corrige(vie, Self.correction("62000", "Arras")))
    #expect(vie.demande.raison == .horsDepartement && vie.demande.departement == "62")
    #expect(vie.demande.codeInsee == "62041" && vie.demande.proposition == nil)
    try vie.happens(Self.corrige(vie, Self.dunkerque))
    #expect(vie.demande.linf == "rpe-dunkerque" && vie.demande.departement == nil)
    #expect(vie.demande.attributions.last?.mode == .automatique(.correction, .commune))
  }
}
