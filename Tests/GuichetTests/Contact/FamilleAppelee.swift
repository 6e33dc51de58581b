import Guichet
import Testing

/// A demande of Lomme that is called: received on Monday 23/11/2026 at 08:15, in an office that is open on weekdays from
/// 9 to 12 and from 13:30 to 17.
struct FamilleAppelee {
  static let martine: Int64 = 5
  let calendrier: CalendrierOuvert
  private(set) var demande: Demande
  private var seq: Int64 = 1

  init(
    telephone: Telephone? = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34"), courriel: String? = nil,
    rappel: Rappel? = nil, enfants: [Enfant]? = nil, debut: String? = nil
  ) throws {
    calendrier = try OpenOffice.linf()
    var formulaire = AttributionTests.formulaire()
    formulaire.demandeur.telephone = telephone
    formulaire.demandeur.courriel = courriel
    formulaire.demandeur.rappel = rappel
    if let enfants { formulaire.enfants = enfants }
    formulaire.besoin.debut = debut.flatMap { DateCivile(iso: $0) }
    let received = try calendrier.at("2026-11-23T08:15")
    let recue = Recue(
      formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))
    demande = try Demande.apply(
      Fait(
        seq: 1, numero: Numero(annee: 2026, rang: 7), nature: .recue, survenuLe: received, enregistreLe: received,
        auteur: Fait.regles, evenement: .recue(recue)), to: nil)
    try happens([DemandeTests.routee(.linf("rpe-lomme", regle: .codePostal))], "2026-11-23T08:15")
  }

  mutating func happens(
    _ evenements: [Evenement], _ moment: String, survenuLe: String? = nil, auteur: Int64 = martine
  ) throws {
    let now = try calendrier.at(moment)
    for evenement in evenements {
      seq += 1
      demande = try Demande.apply(
        Fait(
          seq: seq, numero: demande.numero, nature: evenement.nature,
          survenuLe: evenement.nature == .contact ? try survenuLe.map(calendrier.at) ?? now : now, enregistreLe: now,
          auteur: auteur, evenement: evenement), to: demande)
    }
  }

  /// The office calls, and enters it at once.
  mutating func appelle(_ resultat: ResultatContact, _ moment: String, survenuLe: String? = nil) throws {
    try note(Contact(resultat: resultat), moment, survenuLe: survenuLe)
  }

  mutating func note(_ contact: Contact, _ moment: String, survenuLe: String? = nil) throws {
    try happens(
      try demande.noter(
        contact, survenuLe: try calendrier.at(survenuLe ?? moment), par: Self.martine, at: try calendrier.at(moment),
        fuseau: calendrier.fuseau), moment, survenuLe: survenuLe)
  }

  /// When to try next, as people read it; nil where there is nothing to try.
  func fenetre(_ moment: String) throws -> String? {
    demande.prochaineFenetre(calendrier, at: try calendrier.at(moment)).map {
      "\($0.phrase(calendrier.fuseau)) \($0.origine.rawValue)"
    }
  }

  func injoignable(_ tentatives: Int = 3) -> Injoignable {
    demande.peutEtreInjoignable(tentatives: tentatives, fuseau: calendrier.fuseau)
  }
}
