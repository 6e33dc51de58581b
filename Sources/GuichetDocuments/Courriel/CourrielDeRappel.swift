package import Guichet

/// The mail by which a family is reminded of its rendez-vous.
///
/// It bears nothing of the children or of what the family looks for, since others may read a mailbox.
package struct CourrielDeRappel: Hashable, Sendable {
  package let message: MessageDeCourriel

  /// Nil where the family cannot be written to.
  ///
  /// - Parameters:
  ///   - rendezVous: of which it tells.
  ///   - linf: in whose name; nil where the référentiel in force does not have it.
  ///   - caf: the name of the Caf; may be empty.
  ///   - expediteur: the address from which mails are sent.
  package init?(
    _ demande: Demande, _ rendezVous: RendezVous, linf: Linf?, caf: String, expediteur: String, fuseau: Fuseau
  ) {
    let name = linf?.nom ?? rendezVous.linf
    guard let family = demande.courrielDeLaFamille.flatMap({ Boite(adresse: $0) }),
      let sender = Boite(nom: name, adresse: expediteur)
    else { return nil }
    let when = Self.quand(rendezVous.debut, fuseau)
    let phone = linf?.telephone
    let contact = phone ?? linf?.courriel ?? name
    let salut =
      switch demande.formulaire.demandeur.civilite {
      case .madame: "Madame"
      case .monsieur: "Monsieur"
      case nil: "Madame, Monsieur"
      }
    let reach =
      phone == nil && linf?.courriel != nil ? "écrivez à \(contact)" : "appelez \(phone == nil ? "" : "le ")\(contact)"
    let paragraphs = [
      "\(salut),",
      "Nous vous rappelons votre rendez-vous avec \(name) :\n\n    \(when),\n    pendant \(rendezVous.place.duree) minutes.",
      Self.comment(rendezVous, demande, linf),
      "Pour le déplacer ou l’annuler, \(reach), en indiquant la référence \(demande.numero.texte).",
      "Pour ne plus recevoir de message de notre part, dites-le-nous de la même façon.",
      name + (caf.isEmpty ? "" : "\nen lien avec la \(caf)"),
      "Ce message a été envoyé automatiquement.",
    ]
    message = MessageDeCourriel(
      de: sender, a: family, reponse: linf?.courriel.flatMap { Boite(nom: name, adresse: $0) },
      objet: "Votre rendez-vous du \(when)", texte: paragraphs.joined(separator: "\n\n") + "\n")
  }

  /// `mercredi 25 novembre 2026 à 14 h 30`.
  static func quand(_ instant: Instant, _ fuseau: Fuseau) -> String {
    let day = fuseau.date(of: instant)
    let parts = fuseau.heure(instant).split(separator: ":")
    let hour = parts.first.flatMap { Int($0) } ?? 0
    let minutes = parts.last.map { $0 == "00" ? "" : " \($0)" } ?? ""
    return "\(day.jourDeSemaine.rawValue) \(day.enToutesLettres) à \(hour) h\(minutes)"
  }

  private static func comment(_ rendezVous: RendezVous, _ demande: Demande, _ linf: Linf?) -> String {
    switch rendezVous.place.mode {
    case .telephone:
      let number = demande.numeros.first { !$0.estFaux }.map { " au \(Telephone.compose($0.e164))" } ?? ""
      return "Il a lieu par téléphone : nous vous appellerons\(number)."
    case .surSite:
      let city = [linf?.codePostal, linf?.commune].compactMap(\.self).joined(separator: " ")
      let address = [linf?.voie ?? "", city].filter { !$0.isEmpty }.joined(separator: ", ")
      let place = rendezVous.place.lieu ?? (address.isEmpty ? nil : address)
      return "Il a lieu sur place" + (place.map { " : \($0)." } ?? ".")
    case .visio:
      return "Il a lieu en visio" + (rendezVous.place.lieu.map { " : \($0)" } ?? ".")
    }
  }
}
