import Guichet
import GuichetControl
import StrictJSON

/// What an act about the children of a demande came to.
struct EnfantsSuivis: Presentable {
  enum Acte {
    case note
    case annule
    case confirme
    /// `silence`: the family is left alone already.
    case plusAttendu(silence: Bool)
    case ajoute
    case retire
  }

  let reply: Wire.EnfantsSuivis
  let acte: Acte

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  func texte(_ page: inout TextPage) {
    let numero = reply.demande.numero
    page.paragraphe("\(numero) : \(fait)", ton: .bon)
    EnfantsTexte(reply.enfants).write(to: &page)
    if let motif = reply.cloture { page.paragraphe(EnfantsTexte.cloture(numero, motif), ton: .bon) }
    if case .plusAttendu(silence: false) = acte {
      page.paragraphe("« guichetctl demande silence \(numero) » pour ne plus relancer la famille.")
    }
  }

  private var fait: String {
    let which = reply.id.map { "n° \($0)" } ?? ""
    return switch acte {
    case .note: "noté, \(which)."
    case .annule: "\(which) annulé."
    case .confirme: "naissance notée."
    case .plusAttendu: "c’est noté."
    case .ajoute: "enfant \(reply.enfants.last?.rang ?? 0) ajouté."
    case .retire: "enfant retiré."
    }
  }
}

/// The children of a demande, each with what the family found for it.
struct EnfantsTexte {
  private let enfants: [Wire.EnfantSuivi]

  init(_ enfants: [Wire.EnfantSuivi]) {
    self.enfants = enfants
  }

  func write(to page: inout TextPage) {
    for enfant in enfants {
      page.paragraphe(
        "Enfant \(enfant.rang)\(enfant.designation) : \(EtatEnfant.libelle(enfant.etat))",
        ton: enfant.aConfirmer ? .attention : .normal)
      if enfant.aConfirmer {
        page.paragraphe(
          "Sa venue était prévue : à confirmer, « guichetctl enfant confirmer ».", retrait: 2, ton: .attention)
      }
      page.liste(enfant.issues.map { "n° \($0.id), \($0.phrase)" })
    }
  }

  /// What can be done now that all is known.
  static func cloture(_ numero: String, _ motif: String) -> String {
    "Tout est su de chaque enfant : « guichetctl demande clore \(numero) --motif \(motif) » la clôt."
  }
}

extension Wire.EnfantSuivi {
  /// Whether there is more to say of it than the form does.
  var estADire: Bool { aConfirmer || etat != EtatEnfant.sansNouvelles.rawValue || !issues.isEmpty }

  /// ` (Léo, né le 01/03/2026)`; empty where nothing is known.
  fileprivate var designation: String {
    let date =
      naissance.map { "né le \(Horodatage.jour($0))" }
      ?? naissancePrevue.map { "naissance prévue le \(Horodatage.jour($0))" }
      ?? adoptionPrevue.map { "adoption prévue le \(Horodatage.jour($0))" }
    let parts = [prenom, date].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

extension Wire.IssueEnfant {
  /// `crèche collective à partir du 04/01/2027, 32 h par semaine, à Lomme, souhaitée (martine)`.
  var phrase: String {
    var text: String
    switch issue {
    case IssueDeRecherche.Genre.attente.rawValue:
      text = attente.map(Attente.Nature.libelle) ?? IssueDeRecherche.Genre.attente.libelle
      if let le {
        text += attente == Attente.Nature.commission.rawValue ? " le " : " depuis le "
        text += Horodatage.jour(le)
      }
      if let mode { text += ", \(ModeDAccueil.libelle(mode))" }
    case IssueDeRecherche.Genre.sansSolution.rawValue:
      text = IssueDeRecherche.Genre.sansSolution.libelle + (raison.map { " : \(BesoinNonCouvert.libelle($0))" } ?? "")
    default:
      text = mode.map(ModeDAccueil.libelle) ?? issue
      if provisoire { text += ", provisoire" }
      if let debut { text += ", à partir du \(Horodatage.jour(debut))" }
      if let heuresParSemaine { text += ", \(heuresParSemaine) h par semaine" }
      if let commune { text += ", à \(communeNom ?? commune)" }
      if let souhaitee { text += souhaitee ? ", souhaitée" : ", autre que souhaitée" }
    }
    if annulee { text += ", annulée" } else if !enCours { text += ", remplacée" }
    return "\(text) (\(auteur), le \(Horodatage.jour(ofInstant: noteeLe)))"
  }
}
