import Guichet
import Testing

@Suite("What a demande counts for")
struct LigneDeBilanTests {
  private static func ligne(_ demande: Demande) throws -> LigneDeBilan {
    LigneDeBilan(demande, try Pendules.horloges(), tentatives: 3)
  }

  private static func texte(_ ligne: LigneDeBilan) -> String {
    Mirror(reflecting: ligne).children.map { "\($0.label ?? ""): \($0.value)" }.joined(separator: "\n")
  }

  /// One fact of each nature that bilans are read without.
  private static func sansEffet() throws -> [Evenement] {
    let le = DemandeTests.now.advanced(bySeconds: 400 * 86_400)
    let jour = DateCivile(daysSince1970: 20_900)
    return [
      .escalade(Escalade(niveau: .echeance, echeance: le)),
      .rappelRendezVous(RappelRendezVous(id: 1, sequence: 0)), .prise(PriseEnMain(jusqua: le)),
      .laissee(Laissee(agent: 5)), .saisie(Saisie(origine: .partenaire)), .note(NoteEcrite(texte: "Rien.")), .silence,
      .echeanceFixee(EcheanceFixee(le: le, motif: nil)), .transfertPrevu(TransfertPrevu(le: jour, vers: "rpe-lille")),
      .transfertAbandonne(TransfertAbandonne(le: jour, vers: "rpe-lille", version: 1)),
    ]
  }

  @Test("does not depend on the facts that bilans are read without, wherever they come in its life")
  func withoutEffect() throws {
    let events = try Self.sansEffet()
    #expect(
      Set(events.map(\.nature)) == Set(NatureFait.horsDesBilans) && events.count == NatureFait.horsDesBilans.count)
    let annee = try AnneeInventee(seed: 7, count: 120)
    var applied: Set<String> = []
    for (numero, facts) in Dictionary(grouping: annee.faits, by: \.numero) {
      var (bare, full): (Demande?, Demande?) = (nil, nil)
      for fact in facts.sorted(by: { $0.seq < $1.seq }) {
        bare = try Demande.apply(fact, to: bare)
        full = try Demande.apply(fact, to: full)
        for event in events {
          guard let demande = full, Transition.line(of: event.nature)?.allows(from: demande.etat) == true else {
            continue
          }
          let more = Fait(
            seq: fact.seq, numero: numero, nature: event.nature, survenuLe: fact.survenuLe,
            enregistreLe: fact.enregistreLe, auteur: 5, evenement: event)
          full = try Demande.apply(more, to: demande)
          applied.insert("\(event.nature)")
        }
      }
      let (expected, found) = (try Self.ligne(#require(bare)), try Self.ligne(#require(full)))
      #expect(Self.texte(found) == Self.texte(expected))
    }
    #expect(applied.count == events.count, "each came at least once")
  }

  @Test("does depend on pauses, so that those are read")
  func pausesAreRead() {
    #expect(!NatureFait.horsDesBilans.contains(.suspendue) && !NatureFait.horsDesBilans.contains(.reprise))
  }

  /// Called so many days after it was received, with what came before.
  private static func estATemps(_ days: Int64, _ live: (inout Vie) throws -> Void) throws -> Bool? {
    var vie = try AttributionTests.vie()
    try live(&vie)
    vie.heure = days * 86_400
    try vie.happens([.contact(Contact(resultat: .joint, themes: [.modes]))])
    return try ligne(vie.demande).repondue?.estATemps
  }

  private static func suspendue(_ from: Int64, _ to: Int64?) -> (inout Vie) throws -> Void {
    { vie in
      vie.heure = from * 86_400
      try vie.happens([.suspendue(Suspendue(motif: "Hôpital"))])
      guard let to else { return }
      vie.heure = to * 86_400
      try vie.happens([.reprise(Reprise(suspendueLe: DemandeTests.now.advanced(bySeconds: from * 86_400)))])
    }
  }

  @Test("is answered in time by the échéance as pauses moved it")
  func pauses() throws {
    #expect(try Self.estATemps(1) { _ in } == true)
    #expect(try Self.estATemps(14) { _ in } == false)
    #expect(try Self.estATemps(14, Self.suspendue(1, 14)) == true)
    #expect(try Self.estATemps(14, Self.suspendue(1, nil)) == true, "its clock still stood still")
    #expect(try Self.estATemps(28, Self.suspendue(1, 14)) == false, "and it was late all the same")
    #expect(try Self.estATemps(14, Self.suspendue(8, 14)) == false, "what is late stays late")
  }

  @Test("keeps the pauses that a closing ended")
  func closed() throws {
    var vie = try AttributionTests.vie()
    try Self.suspendue(1, 14)(&vie)
    try vie.happens([.contact(Contact(resultat: .joint, themes: [.modes]))])
    #expect(try Self.ligne(vie.demande).repondue?.estATemps == true)
    try vie.happens([.cloture(Cloture(motif: .informationDonnee, note: nil))])
    #expect(try Self.ligne(vie.demande).repondue?.estATemps == true)
  }

  @Test("is absorbed whether it was merged or closed as the same as another, also when its motif is corrected")
  func absorbed() throws {
    let other = try #require(Numero(annee: 2026, rang: 2))
    let merged: [[Evenement]] = [
      [.fusionnee(Fusionnee(dans: other, motif: nil))], [.cloture(Cloture(motif: .doublon, note: "2026-000002"))],
      [.fusionnee(Fusionnee(dans: other, motif: nil)), .motifCorrige(Cloture(motif: .sansSuite, note: nil))],
    ]
    for events in merged {
      var vie = try AttributionTests.vie()
      try vie.happens(events)
      #expect(try Self.ligne(vie.demande).estAbsorbee, "\(events)")
    }
    var vie = try AttributionTests.vie()
    try vie.happens([.fusionnee(Fusionnee(dans: other, motif: nil)), .defusionnee(Defusionnee(de: other))])
    #expect(try !Self.ligne(vie.demande).estAbsorbee)
  }
}
