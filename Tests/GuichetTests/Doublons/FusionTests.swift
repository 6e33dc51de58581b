import Guichet
import Testing

@Suite("A demande that is merged into another")
struct FusionTests {
  /// The one that stays, beside the one that is looked at, whose numero ends in 7.
  static func autre(_ vie: Vie, rang: Int = 1, linf: String? = nil) throws -> Demande {
    let numero = try #require(Numero(annee: 2026, rang: rang))
    var demande: Demande?
    var faits: [Evenement] = [
      .recue(vie.demande.recue), .routee(try #require(vie.demande.routage)),
    ]
    if let linf { faits.append(.attribuee(Attribuee(linf: linf, motif: "Fratrie", version: 1, marques: []))) }
    for (index, evenement) in faits.enumerated() {
      demande = try Demande.apply(
        Fait(
          seq: Int64(index + 1), numero: numero, nature: evenement.nature, survenuLe: DemandeTests.now,
          enregistreLe: DemandeTests.now, auteur: 0, evenement: evenement), to: demande)
    }
    return try #require(demande)
  }

  static func fusionner(
    _ vie: Vie, _ other: Demande, suite: [Numero] = [], parSuperviseur: Bool = false
  ) throws -> [Evenement] {
    try vie.demande.fusionner(
      dans: other, motif: "Même appel", suite: suite, fuseau: try OpenOffice.caf().fuseau,
      parSuperviseur: parSuperviseur)
  }

  private static func refusal(_ act: () throws -> [Evenement]) -> String {
    do {
      return "\(try act())"
    } catch {
      return (error as? ActeRefuse)?.message ?? "\(error)"
    }
  }

  @Test("is closed as its doublon, without a clock, and stands again where it stood when that is undone")
  func undone() throws {
    let horloges = try Pendules.horloges()
    let routeur = try AttributionTests.routeur()
    var vie = try Pendules.vie()
    let other = try Self.autre(vie)
    let (etat, linf, marques) = (vie.demande.etat, vie.demande.linf, vie.demande.marques)
    #expect(try Pendules.due(vie, horloges) == "2026-11-25T17:00:00+01:00")
    try vie.happens(try Self.fusionner(vie, other))
    #expect(vie.demande.etat == .close && vie.demande.cloture == Cloture(motif: .doublon, note: "Même appel"))
    #expect(vie.demande.fusionneeDans == other.numero && horloges.etape(of: vie.demande) == nil)

    try vie.comes(to: "2026-12-07T10:00")
    let undo = try vie.demande.defusionner(routeur, AttributionTests.jours, version: 1)
    #expect(undo == [.defusionnee(Defusionnee(de: other.numero))])
    try vie.happens(undo)
    #expect(vie.demande.etat == etat && vie.demande.linf == linf && vie.demande.marques == marques)
    #expect(vie.demande.fusionneeDans == nil && vie.demande.cloture == nil && vie.demande.closeLe == nil)
    #expect(try Pendules.due(vie, horloges) == "2026-12-09T17:00:00+01:00")
    #expect(
      Self.refusal { try vie.demande.defusionner(routeur, AttributionTests.jours, version: 1) }
        == "Elle n’est fusionnée dans aucune demande ; rien ne change.")
    try vie.happens(try Self.fusionner(vie, other))
    #expect(vie.demande.fusionneeDans == other.numero)
  }

  @Test("is neither opened again nor given another reason while it is, and admits what every closed one does")
  func whileMerged() throws {
    let routeur = try AttributionTests.routeur()
    var vie = try Pendules.vie()
    try vie.happens(try Self.fusionner(vie, try Self.autre(vie)))
    let sentence =
      "Elle est fusionnée dans une autre demande ; défaites d’abord la fusion par « guichetctl demande defusionner »."
    #expect(
      Self.refusal { try vie.demande.rouvrir(motif: "Non", routeur, AttributionTests.jours, version: 1) } == sentence)
    #expect(
      Self.refusal { try vie.demande.clore(.sansSuite, note: nil, injoignable: .non("Non.")) } == sentence)
    #expect(try vie.demande.noter("Vu.") == [.note(NoteEcrite(texte: "Vu."))])
    #expect(Transition.line(of: .fusionnee)?.vers == [.close] && Transition.line(of: .defusionnee)?.depuis == [.close])
  }

  @Test("is refused with its sentence where that would lose something or go nowhere")
  func refused() throws {
    let vie = try Pendules.vie()
    let other = try Self.autre(vie)
    let third = try #require(Numero(annee: 2026, rang: 3))
    #expect(
      Self.refusal { try Self.fusionner(vie, vie.demande) }
        == "Une demande ne se fusionne pas dans elle-même ; donnez les numéros de deux demandes.")
    #expect(
      Self.refusal { try Self.fusionner(vie, other, suite: [third]) }
        == "La demande 2026-000001 est elle-même fusionnée dans la demande 2026-000003 ; fusionnez dans la demande "
        + "2026-000003.")
    #expect(
      Self.refusal { try Self.fusionner(vie, other, suite: [third, vie.demande.numero]) }
        .contains("est fusionnée dans celle-ci : elle ne peut pas la recevoir"))
    #expect(
      Self.refusal { try Self.fusionner(vie, try Self.autre(vie, linf: "rpe-lille")) }
        .contains("seul un superviseur peut les fusionner"))
    #expect(
      try Self.fusionner(vie, try Self.autre(vie, linf: "rpe-lille"), parSuperviseur: true).map(\.nature)
        == [.fusionnee])
    var closed = vie
    try closed.happens(try closed.demande.clore(.sansSuite, note: nil, injoignable: .non("Non.")))
    #expect(Self.refusal { try Self.fusionner(closed, other) }.contains("n’admet pas « fusion »"))
    #expect(
      Self.refusal { try Self.fusionner(vie, closed.demande) }.contains("Une demande ne se fusionne pas dans elle-même")
    )
    var merged = vie
    try merged.happens(try Self.fusionner(merged, other))
    #expect(
      Self.refusal { try Self.fusionner(merged, other) }
        == "Elle est déjà fusionnée dans cette demande ; rien ne change.")
    #expect(
      Self.refusal { try Self.fusionner(merged, try Self.autre(vie, rang: 3)) }
        == "Elle est déjà fusionnée dans la demande 2026-000001 ; défaites d’abord cette fusion.")
  }

  @Test("goes into no closed one, which nobody would answer any more")
  func closedSurvivor() throws {
    let vie = try Pendules.vie()
    var other = try Self.autre(vie)
    let cloture = Evenement.cloture(Cloture(motif: .informationDonnee, note: nil))
    other = try Demande.apply(
      Fait(
        seq: 9, numero: other.numero, nature: .cloture, survenuLe: DemandeTests.now, enregistreLe: DemandeTests.now,
        auteur: 0, evenement: cloture), to: other)
    #expect(
      Self.refusal { try Self.fusionner(vie, other) }
        == "La demande 2026-000001 est close (information donnée) : personne ne répondrait plus à la famille ; "
        + "rouvrez-la d’abord, ou laissez celle-ci ouverte.")
  }

  @Test("keeps its rendez-vous from being lost: it is called off or filled in first")
  func rendezVous() throws {
    var vie = try Pendules.vie()
    let place = PlaceRendezVous(
      debut: try Pendules.at("2026-11-26T10:00"), duree: 30, mode: .surSite, lieu: nil, poste: 1,
      horsHoraires: false)
    try vie.happens([.rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place))])
    #expect(
      Self.refusal { try Self.fusionner(vie, try Self.autre(vie)) }
        == "Un rendez-vous est fixé pour elle : annulez-le, ou dites ce qu’il en a été, avant de la fusionner.")
  }
}
