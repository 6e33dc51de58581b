package import Guichet

/// The whole life of a demande in French sentences, for a complaint or a right of access: made of its facts alone.
package struct Recit: Sendable {
  /// How what facts name by an id or a code is called.
  package struct Noms: Sendable {
    /// The login of who entered a fact, by its seq; those of the rules are left out.
    package let auteurs: [Int64: String]
    /// By the id of the LINF.
    package let linf: [String: String]
    /// By INSEE code.
    package let communes: [String: String]

    package init(auteurs: [Int64: String], linf: [String: String], communes: [String: String]) {
      self.auteurs = auteurs
      self.linf = linf
      self.communes = communes
    }
  }

  /// One for each fact, in the order of the journal.
  package let phrases: [String]

  /// - Parameter faits: all of one demande, from its first.
  package init(_ faits: [Fait], noms: Noms, fuseau: Fuseau) {
    var conteur = Conteur(noms: noms, fuseau: fuseau, corrections: faits.corrections)
    phrases = faits.map { conteur.phrase($0) }
  }
}

/// Tells one fact after the other, and remembers what later ones speak of.
struct Conteur {
  let noms: Recit.Noms
  let fuseau: Fuseau
  private let corrections: [Int64: CorrectionPassee]
  private var contacts: [Int64: Instant] = [:]
  private var issues: [Int: IssueDeRecherche] = [:]
  private var rendezVous: [Int: PlaceRendezVous] = [:]

  init(noms: Recit.Noms, fuseau: Fuseau, corrections: [CorrectionPassee]) {
    self.noms = noms
    self.fuseau = fuseau
    self.corrections = Dictionary(corrections.map { ($0.seq, $0) }) { first, _ in first }
  }

  /// When it happened, what, and when it was entered where that was later.
  mutating func phrase(_ fait: Fait) -> String {
    guard let evenement = fait.evenement else {
      return "Le \(fuseau.enMots(fait.survenuLe)) : \(fait.nature.libelle) ; le contenu en a été effacé."
    }
    let told = recit(evenement, fait)
    if case .recue = evenement { return told }
    return "Le \(fuseau.enMots(fait.survenuLe)), \(told)\(note(fait))."
  }

  private func note(_ fait: Fait) -> String {
    guard fait.enregistreLe.seconds / 60 != fait.survenuLe.seconds / 60 else { return "" }
    let isSameDay = fuseau.date(of: fait.enregistreLe) == fuseau.date(of: fait.survenuLe)
    return isSameDay
      ? " (noté à \(fuseau.heureEnMots(fait.enregistreLe)))" : " (noté le \(fuseau.enMots(fait.enregistreLe)))"
  }

  private mutating func recit(_ evenement: Evenement, _ fait: Fait) -> String {
    let qui = auteur(fait)
    switch evenement {
    case .recue(let recue): return reception(recue, fait)
    case .routee(let routee): return routage(routee)
    case .attribuee(let attribuee):
      return "\(qui) l’a confiée à \(linf(attribuee.linf)), pour ce motif : « \(attribuee.motif) »"
    case .declinee(let declinee):
      return "\(qui) l’a déclinée pour \(linf(declinee.linf)) (\(declinee.raison.libelle))" + cite(declinee.note)
    case .corrigee: return correction(fait, qui)
    case .transfertPrevu(let prevu):
      return "\(qui) a prévu qu’elle suive sa commune le \(prevu.le.enToutesLettres)"
        + (prevu.vers.map { ", vers \(linf($0))" } ?? "")
    case .transfertAbandonne(let abandonne):
      return "le transfert prévu le \(abandonne.le.enToutesLettres) a été abandonné"
    case .rejet, .rejetRejoue, .referentielCharge, .rattachementsChanges, .pieceAjoutee, .preuveScellee,
      .rejetExpire, .registreRestaure:
      return "le bureau a noté : \(fait.resume.sansPoint)"
    case .prise(let prise): return "\(qui) l’a prise en main jusqu’à \(fuseau.heureEnMots(prise.jusqua))"
    case .laissee(let laissee):
      return laissee.agent == fait.auteur
        ? "\(qui) a cessé de l’avoir en main" : "\(qui) a mis fin à la prise en main d’une autre personne"
    case .saisie(let saisie): return "\(qui) l’avait saisie pour la famille, \(Self.venue(saisie.origine))"
    case .contact(let contact):
      contacts[fait.seq] = fait.survenuLe
      return self.contact(contact, qui)
    case .contactAnnule(let annule):
      let which = contacts[annule.seq].map { "le contact du \(fuseau.enMots($0))" } ?? "le dernier contact"
      return "\(qui) a annulé \(which), noté par erreur"
    case .cloture(let cloture): return "\(qui) l’a close : \(cloture.motif.libelle)" + cite(cloture.note)
    case .motifCorrige(let cloture):
      return "\(qui) a corrigé le motif de sa clôture : \(cloture.motif.libelle)" + cite(cloture.note)
    case .rouverte(let rouverte): return "\(qui) l’a rouverte, pour ce motif : « \(rouverte.motif) »"
    case .note(let note): return "\(qui) a noté : « \(note.texte) »"
    case .silence: return "\(qui) a noté que la famille ne doit plus être relancée"
    case .echeanceFixee(let fixee):
      guard let le = fixee.le else { return "\(qui) a rendu son échéance à la règle" + cite(fixee.motif) }
      return "\(qui) a fixé son échéance au \(fuseau.enMots(le))" + cite(fixee.motif)
    case .suspendue(let suspendue): return "\(qui) a suspendu son délai, pour ce motif : « \(suspendue.motif) »"
    case .reprise: return "\(qui) a fait repartir son délai"
    case .escalade(let escalade): return Self.alerte(escalade, fuseau)
    case .rendezVousFixe(let pose):
      rendezVous[pose.id] = pose.place
      return "\(qui) a donné à la famille un rendez-vous \(lieu(pose))"
    case .rendezVousDeplace(let pose):
      let before = rendezVous.updateValue(pose.place, forKey: pose.id)
      let was = before.map { " du \(fuseau.enMots($0.debut))" } ?? ""
      return "\(qui) a déplacé le rendez-vous\(was) : il est \(lieu(pose))"
    case .rendezVousAnnule(let vise): return "\(qui) a annulé \(rendezVous(vise)) pour le lieu d’information"
    case .rendezVousExcuse(let vise): return "\(rendezVous(vise)) a été annulé par la famille, note \(qui)"
    case .rendezVousHonore(let vise): return "la famille est venue : \(rendezVous(vise)) a eu lieu, note \(qui)"
    case .rendezVousNonHonore(let vise):
      return "\(rendezVous(vise)) n’a pas eu lieu, la famille étant absente, note \(qui)"
    case .solution(let notee):
      let replaced = notee.remplace.compactMap { issues[$0]?.phrase }
      issues[notee.id] = notee.issue
      return "\(qui) a noté pour l’enfant \(notee.enfant) : \(issue(notee.issue))"
        + (replaced.isEmpty ? "" : ", à la place de : \(replaced.joined(separator: " ; "))")
    case .solutionAnnulee(let annulee):
      return "\(qui) a annulé ce qui était noté par erreur pour l’enfant \(annulee.enfant)"
        + (issues[annulee.id].map { " : \($0.phrase)" } ?? "")
    case .enfantConfirme(let confirme):
      guard let naissance = confirme.naissance else {
        return "\(qui) a noté que l’enfant \(confirme.enfant) n’est plus attendu"
      }
      return "\(qui) a noté la naissance de l’enfant \(confirme.enfant), le \(naissance.enToutesLettres)"
    case .enfantAjoute(let ajoute): return "\(qui) a ajouté un enfant, le n° \(ajoute.rang)" + venue(ajoute.enfant)
    case .enfantRetire(let retire): return "\(qui) a retiré l’enfant \(retire.enfant), entré par erreur"
    case .fusionnee(let fusionnee):
      return "\(qui) l’a fusionnée dans la demande \(fusionnee.dans.texte), de la même famille" + cite(fusionnee.motif)
    case .defusionnee(let defusionnee):
      return "\(qui) a défait sa fusion dans la demande \(defusionnee.de.texte)"
    case .effacee(let effacee):
      return "\(qui) a effacé la famille, \(effacee.cause.libelle) : il n’en reste que ce que comptent les bilans"
    case .rappelRendezVous(let rappel):
      let which = rendezVous(RendezVousVise(id: rappel.id))
      return rappel.estOmis
        ? "le rappel pour \(which) n’est pas parti, trop tard pour être utile"
        : "le rappel pour \(which) a été remis au courriel"
    }
  }

  /// Who did it; the rules have no name.
  private func auteur(_ fait: Fait) -> String {
    fait.auteur == Fait.regles ? "la règle" : noms.auteurs[fait.seq] ?? "une personne du bureau"
  }

  func linf(_ id: String) -> String { noms.linf[id] ?? id }

  func cite(_ text: String?) -> String { text.map { " ; note : « \($0) »" } ?? "" }

  private func rendezVous(_ vise: RendezVousVise) -> String {
    "le rendez-vous" + (rendezVous[vise.id].map { " du \(fuseau.enMots($0.debut))" } ?? " n° \(vise.id)")
  }

  private func lieu(_ pose: RendezVousPose) -> String {
    "le \(fuseau.enMots(pose.place.debut)), \(pose.place.mode.libelle), \(pose.place.duree) minutes, avec \(linf(pose.linf))"
      + (pose.place.lieu.map { " (\($0))" } ?? "")
  }

  /// Value by value, before and after.
  private func correction(_ fait: Fait, _ qui: String) -> String {
    guard let passed = corrections[fait.seq], !passed.champs.isEmpty else { return "\(qui) a corrigé la demande" }
    let values = passed.champs.map { champ in
      let name = Correction.libelle(ofChamp: champ.chemin) ?? champ.chemin
      return "\(name), de \(Self.valeur(champ.avant)) à \(Self.valeur(champ.apres))"
    }
    return "\(qui) a corrigé la demande : \(values.joined(separator: " ; "))"
  }

  private static func valeur(_ text: String?) -> String {
    guard let text else { return "rien" }
    return "« \(DateCivile(iso: text)?.enToutesLettres ?? text) »"
  }
}

extension String {
  /// The sentence as a part of another.
  var sansPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
