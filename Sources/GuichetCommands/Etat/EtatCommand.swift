import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct EtatCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "etat", abstract: "Le bureau d’un coup d’œil.", usage: "guichetctl etat [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl etat", "Ce qui attend, où en est chaque demande, et si tout marche."),
    Exemple("guichetctl etat --json", "Le même état pour un programme."),
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let etat = try demon(contexte).call(GetEtat.self, .init()).etat
    try sortie(contexte).montrer(Tableau(etat: etat))
    return .done
  }

  private struct Tableau: Presentable {
    let etat: Wire.Etat

    func json(_ output: inout JSONOutput) { output.document(etat.json) }

    func texte(_ page: inout TextPage) {
      page.champ(
        "Réception", etat.intake.enPause ? "en pause : \(etat.intake.raison ?? "raison inconnue")" : "en marche",
        ton: etat.intake.enPause ? .alerte : .bon)
      page.champ("Dépôt", depot(page))
      page.champ("Demandes", etat.demandes.total.francais)
      page.liste(parEtat)
      if let late = etat.demandes.enRetard {
        page.champ("En retard", late == 0 ? "aucune" : late.francais, ton: late > 0 ? .alerte : .bon)
      }
      if let unfilled = etat.demandes.aRenseigner, unfilled > 0 {
        page.champ("À renseigner", unfilled.de("rendez-vous passé", "rendez-vous passés"), ton: .attention)
      }
      page.champ("Rejets", rejets, ton: etat.rejets.total > 0 ? .attention : .normal)
      page.champ("Sorties", sorties, ton: empechees > 0 ? .alerte : .normal)
      if let courriels = etat.courriels {
        page.champ("Courriels", Self.texte(courriels), ton: courriels.faute == nil ? .normal : .alerte)
      }
      page.champ("Référentiel", referentiel, ton: etat.referentiel.version == 0 ? .attention : .normal)
      page.champ("Journal", etat.journal.entrees.de("fait", "faits") + tete)
    }

    private func depot(_ page: TextPage) -> String {
      var text = "\(etat.depot.enAttente.francais) en attente"
      if let oldest = etat.depot.plusAncien { text += ", depuis le \(page.moment(oldest))" }
      if etat.depot.empeches > 0 {
        text += " ; \(etat.depot.empeches.de("fichier ne peut pas être lu", "fichiers ne peuvent pas être lus"))"
      }
      if etat.depot.ignores > 0 { text += " ; \(etat.depot.ignores.de("élément ignoré", "éléments ignorés"))" }
      return text
    }

    /// The états that have any, in the order of a demande's life, unknown ones last.
    private var parEtat: [String] {
      let known = Guichet.Etat.allCases.map(\.rawValue)
      let codes = known + etat.demandes.parEtat.keys.filter { !known.contains($0) }.sorted()
      return codes.compactMap { code in
        guard let count = etat.demandes.parEtat[code], count > 0 else { return nil }
        return "\(Libelles.etat(code)) : \(count.francais)"
      }
    }

    private var rejets: String {
      var text = etat.rejets.total == 0 ? "aucun" : etat.rejets.total.de("fichier refusé", "fichiers refusés")
      if etat.rejets.bloques > 0 { text += ", dont \(etat.rejets.bloques.francais) encore au dépôt" }
      return text
    }

    private var empechees: Int { etat.sorties.empechees ?? 0 }

    private var sorties: String {
      let waiting = "\(etat.sorties.enAttente.francais) en attente"
      guard empechees > 0 else { return waiting }
      let unfit = empechees.de("dossier de LINF inaccessible", "dossiers de LINF inaccessibles")
      return "\(waiting) ; \(unfit)" + (etat.sorties.raison.map { " (\($0))" } ?? "")
    }

    private static func texte(_ courriels: Wire.EtatCourriels) -> String {
      "\(courriels.enAttente.francais) en attente" + (courriels.faute.map { " ; \($0)" } ?? "")
    }

    private var referentiel: String {
      guard etat.referentiel.version > 0 else {
        return "aucun ; chargez-en un par « guichetctl referentiel charger »"
      }
      return "version \(etat.referentiel.version), \(etat.referentiel.communes.de("commune", "communes")), "
        + "\(etat.referentiel.linf.francais) LINF"
    }

    private var tete: String { etat.journal.tete.isEmpty ? "" : ", tête \(etat.journal.tete.prefix(16))…" }
  }
}
