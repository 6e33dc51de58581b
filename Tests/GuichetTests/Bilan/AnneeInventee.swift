import Guichet
import GuichetTestSupport
import Testing

/// A made-up year of a small office: lives of demandes, with every fact that was recorded of them.
struct AnneeInventee {
  private(set) var faits: [Fait] = []
  private(set) var demandes: [Demande] = []
  let horloges: Horloges
  let referentiel: Referentiel
  private var random: SeededGenerator

  private static let linf = ["rpe-lille", "rpe-lomme", "rpe-marcq"]

  init(seed: UInt64, count: Int) throws {
    horloges = try Pendules.horloges()
    referentiel = try #require(try AttributionTests.routeur().referentiel)
    random = SeededGenerator(seed: seed)
    for rank in 1...count { demandes.append(try live(rank)) }
  }

  var lignes: [LigneDeBilan] { demandes.map { LigneDeBilan($0, horloges, tentatives: 3) } }

  var calcul: CalculDeBilan {
    CalculDeBilan(
      annee: 2026, arreteAu: fin, seq: Int64(faits.count), lignes: LignesDeLAnnee(lignes), illisibles: [],
      referentiel: referentiel, horloges: horloges)
  }

  /// The end of the year.
  var fin: Instant { Instant(microseconds: 1_798_757_999_000_000) }

  private mutating func live(_ rank: Int) throws -> Demande {
    let start = Instant(microseconds: 1_767_225_600_000_000).advanced(bySeconds: pick(0..<300 * 86_400))
    let numero = try #require(Numero(annee: 2026, rang: rank))
    var clock = start
    var demande: Demande?
    func happens(_ evenements: [Evenement], _ year: inout AnneeInventee) throws {
      for evenement in evenements {
        let fait = Fait(
          seq: Int64(year.faits.count + 1), numero: numero, nature: evenement.nature, survenuLe: clock,
          enregistreLe: clock, auteur: 5, evenement: evenement)
        year.faits.append(fait)
        demande = try Demande.apply(fait, to: demande)
      }
    }
    try happens([.recue(recue(rank, filed: start))], &self)
    if one(in: 12) {
      try happens([DemandeTests.routee(.aOrienter(.communeInconnue, candidats: [], departement: nil))], &self)
      return try #require(demande)
    }
    try happens([routee()], &self)
    for _ in 0..<Int(pick(0..<7)) {
      clock = clock.advanced(bySeconds: pick(600..<4 * 86_400))
      guard let current = demande, current.etat != .close else { break }
      try happens(act(on: current, at: clock), &self)
    }
    return try #require(demande)
  }

  private mutating func act(on demande: Demande, at now: Instant) -> [Evenement] {
    let fuseau = horloges.heures.fuseau
    do {
      switch pick(0..<12) {
      case 0...3:
        return [
          .contact(Contact(resultat: [.sansReponse, .messageLaisse, .occupe].randomElement(using: &random) ?? .occupe))
        ]
      case 4...6: return [.contact(Contact(resultat: .joint, themes: [.modes]))]
      case 7: return [.contact(Contact(sens: .entrant, resultat: .joint))]
      case 8: return [.rendezVousFixe(pose(demande, now))]
      case 9: return try demande.clore(.sansSuite, note: nil, injoignable: .non("")).filter { _ in one(in: 2) }
      case 10: return [routee()]
      default:
        let unreachable = demande.peutEtreInjoignable(tentatives: 3, fuseau: fuseau)
        return unreachable == .oui ? try demande.clore(.injoignable, note: nil, injoignable: unreachable) : []
      }
    } catch {
      return []
    }
  }

  private func pose(_ demande: Demande, _ now: Instant) -> RendezVousPose {
    RendezVousPose(
      id: demande.rendezVous.count + 1, linf: demande.linf ?? "",
      place: PlaceRendezVous(debut: now.advanced(bySeconds: 86_400), duree: 30, mode: .surSite, poste: 1))
  }

  private mutating func routee() -> Evenement {
    let id = Self.linf.randomElement(using: &random) ?? "rpe-lille"
    return DemandeTests.routee(.linf(id, regle: .commune))
  }

  private mutating func recue(_ rank: Int, filed: Instant) -> Recue {
    var formulaire = AttributionTests.formulaire()
    formulaire.deposeeLe = filed
    formulaire.origine = Origine.allCases.randomElement(using: &random)
    formulaire.enfants = [Enfant(etape: .naissance(DateCivile(daysSince1970: 20_000 - Int(pick(0..<900)))))]
    formulaire.besoin.modes = [Mode.allCases.randomElement(using: &random) ?? .mam]
    formulaire.reference = "INV-\(rank)"
    return Recue(
      formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))
  }

  private mutating func pick(_ range: Range<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
  private mutating func one(in count: Int64) -> Bool { pick(0..<count) == 0 }
}
