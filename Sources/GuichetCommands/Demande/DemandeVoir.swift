import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct DemandeVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Tout d’une demande.", usage: "guichetctl demande voir NUMÉRO [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl demande voir 2026-000123", "Tout ce qui est su de la demande."),
    Exemple("guichetctl demande voir 123", "La même, par son rang dans l’année en cours."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ShowDemande.self, .init(numero: numero.numeroSaisi))
    try sortie(contexte).montrer(Dossier(demande: reply.demande, fiche: reply.fiche))
    return .done
  }
}

/// All of one demande.
private struct Dossier: Presentable {
  let demande: Wire.Demande
  let fiche: Wire.Fiche

  /// The fields of the row, followed by those of the card.
  func json(_ output: inout JSONOutput) {
    guard case .object(let row) = demande.json, case .object(let card) = fiche.json else { return }
    output.document(.object(row + card))
  }

  func texte(_ page: inout TextPage) {
    page.titre("Demande \(demande.numero)")
    page.champ(
      "État", Libelles.etat(demande.etat) + (demande.motifCloture.map { " (\(MotifCloture.libelle($0)))" } ?? ""))
    page.champ("Clôture", fiche.noteCloture)
    page.champ(
      "Fusionnée",
      fiche.fusionneeDans.map { "dans la demande \($0), qui reste ; « guichetctl demande defusionner » le défait" },
      ton: .attention)
    page.champ("LINF", linf)
    page.champ(
      "À orienter",
      Libelles.raison(demande.raison, departement: demande.departement, marques: demande.marques), ton: .attention)
    page.champ("Depuis", depuis)
    page.champ("Verrou", demande.verrou == true ? "la décision d’une personne la garde là" : nil, ton: .attention)
    page.champ("En main", prise, ton: .attention)
    page.champ("Transfert", transfert, ton: .attention)
    page.champ("Commune", commune)
    page.champ("Candidats", demande.candidats.map(Libelles.candidats))
    rendezVous(&page)
    page.champ("Échéance", echeance(page), ton: demande.enRetard ? .alerte : .normal)
    page.champ("À noter", Libelles.marques(of: demande).joined(separator: ", "), ton: .attention)
    page.champ("Référence", demande.reference)
    page.champ("Déposée le", demande.deposeeLe.map(page.moment))
    page.champ("Reçue le", page.moment(demande.recueLe))
    if let propose = fiche.propose {
      RoutagePropose(demande.numero, chez: demande.linf, verrou: demande.verrou == true, propose).write(to: &page)
    }
    page.titre("Formulaire")
    FormulaireTexte(fiche.formulaire).write(to: &page)
    if !fiche.anomalies.isEmpty {
      page.titre("Champs vidés à la lecture")
      page.liste(
        fiche.anomalies.map { "\($0.chemin) : \($0.message)" + ($0.saisi.map { " (saisi : « \($0) »)" } ?? "") },
        ton: .attention)
    }
    if !fiche.avertissements.isEmpty {
      page.titre("Remarques")
      page.liste(fiche.avertissements.map { "\($0.chemin) : \($0.message)" })
    }
    if let corrections = fiche.corrections, !corrections.isEmpty {
      page.titre("Corrections")
      page.liste(corrections.flatMap(\.phrases))
    }
    if let enfants = fiche.enfants, !retires.isEmpty || enfants.contains(where: \.estADire) {
      page.titre("Ce que la famille a trouvé")
      EnfantsTexte(enfants).write(to: &page)
      for rang in retires { page.paragraphe("Enfant \(rang) : retiré, entré par erreur", ton: .discret) }
      if let motif = fiche.cloture { page.paragraphe(EnfantsTexte.cloture(demande.numero, motif), ton: .bon) }
    }
    FusionMontree(numero: demande.numero, fiche: fiche).writeDoublons(to: &page)
    if let joindre = fiche.joindre { write(joindre, &page) }
    if let notes = fiche.notes, !notes.isEmpty {
      page.titre("Notes")
      page.liste(notes.map { "\(Horodatage.court($0.le)), \($0.auteur) : \($0.texte)" })
    }
    if let attributions = fiche.attributions, !attributions.isEmpty {
      page.titre("Attributions")
      page.liste(attributions.map(\.phrase))
    }
    page.titre("Histoire")
    page.liste(fiche.faits.map { "\(Horodatage.court($0.survenuLe)) : \($0.resume)" })
    FusionMontree(numero: demande.numero, fiche: fiche).writeHistoires(to: &page)
  }

  private func write(_ joindre: Wire.Joindre, _ page: inout TextPage) {
    guard !joindre.contacts.isEmpty || joindre.fenetre != nil || !joindre.conseils.isEmpty else { return }
    page.titre("Contacts")
    page.liste(joindre.contacts.map(\.phrase))
    page.champ("Informée le", joindre.informeeLe.map(page.moment))
    page.champ(
      joindre.contacts.isEmpty ? "À appeler" : "À essayer",
      joindre.fenetre.map { "\($0.phrase) (\(FenetreDAppel.Origine.libelle($0.origine)))" })
    page.liste(joindre.conseils, ton: .attention)
    if joindre.contacts.isEmpty { return }
    if let suivi = demande.suivi, suivi.manque == nil {
      page.champ("Sans nouvelle", "la règle est remplie", ton: .attention)
    }
    page.champ("Injoignable", joindre.injoignable ? "la règle est remplie" : nil, ton: .attention)
  }

  /// The last one, unless it is over; the history tells of the others.
  private func rendezVous(_ page: inout TextPage) {
    guard let last = fiche.rendezVous?.last, last.statut == RendezVous.Statut.prevu.rawValue else { return }
    let (situation, ton) = last.situation
    page.champ("Rendez-vous", "\(last.jour) \(last.heures), \(last.comment), \(situation)", ton: ton)
  }

  /// The ranks of the children that the form still shows, and that were withdrawn.
  private var retires: [Int] {
    guard let enfants = fiche.enfants, case .array(let all) = fiche.formulaire["enfants"] else { return [] }
    let kept = Set(enfants.map(\.rang))
    return all.indices.map { $0 + 1 }.filter { !kept.contains($0) }
  }

  private var linf: String? {
    guard let id = demande.linf else { return nil }
    return (fiche.linfNom.map { "\($0) (\(id))" } ?? id) + (fiche.linfTelephone.map { ", \($0)" } ?? "")
  }

  private var prise: String? {
    demande.prisePar.map { login in
      login + (demande.priseJusque.map { ", jusqu’à \(Horodatage.heure($0))" } ?? "")
    }
  }

  private var transfert: String? {
    fiche.transfert.map { transfert in
      let linf = transfert.vers.map { id in " à " + (transfert.nom.map { "\($0) (\(id))" } ?? id) } ?? ""
      return "prévu le \(Horodatage.jour(transfert.le))\(linf)"
    }
  }

  /// To the nearest minute, as the instants below it: one moment is not to be of two ages.
  private var depuis: String? {
    demande.depuis.map {
      Horodatage.court($0) + (demande.age.map { " (\(Horodatage.duree(secondes: $0 + 30)))" } ?? "")
    }
  }

  private func echeance(_ page: TextPage) -> String? {
    guard let etape = fiche.etape else {
      return demande.echeance.map { page.moment($0) + (demande.enRetard ? ", en retard" : "") }
    }
    return etape.phrase(page.moment) + (demande.enRetard ? ", en retard" : "")
  }

  private var commune: String? {
    guard let code = demande.codeInsee else { return nil }
    return fiche.commune.map { "\($0) (\(code))" } ?? code
  }
}
