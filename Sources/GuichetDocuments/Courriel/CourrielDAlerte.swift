package import Guichet

/// The mail by which a LINF is told that an échéance has passed. It bears nothing of the family but the number of its
/// demande.
package struct CourrielDAlerte: Hashable, Sendable {
  package let message: MessageDeCourriel

  /// Nil where that LINF cannot be written to.
  ///
  /// - Parameters:
  ///   - nature: what was due; nil where nothing is any more.
  ///   - linf: to which it goes.
  ///   - supplee: the name of the LINF, closed now, that has the demande; nil for the same.
  package init?(
    _ numero: Numero, _ niveau: Escalade.Niveau, echeance: Instant, nature: NatureEcheance?, linf: Linf,
    supplee: String?, caf: String, expediteur: String, fuseau: Fuseau
  ) {
    guard let recipient = linf.courriel.flatMap({ Boite(nom: linf.nom, adresse: $0) }),
      let sender = Boite(nom: caf.isEmpty ? "Guichet" : caf, adresse: expediteur)
    else { return nil }
    let what = nature.map { "Son étape « \($0.libelle) » était due" } ?? "Elle était due"
    let long = niveau == .apres ? ", il y a longtemps déjà" : ""
    let paragraphs = [
      "Bonjour,",
      "La demande \(numero.texte) attend une suite. \(what) pour le "
        + "\(CourrielDeRappel.quand(echeance, fuseau))\(long).",
      supplee.map { "Elle est suivie par \($0), fermé en ce moment, que vous suppléez." }
        ?? "Elle est suivie par vous.",
      "Pour la voir : guichetctl demande voir \(numero.texte)",
      "Ce message a été envoyé automatiquement.",
    ]
    message = MessageDeCourriel(
      de: sender, a: recipient,
      objet: "Demande \(numero.texte) : échéance passée" + (niveau == .apres ? " depuis longtemps" : ""),
      texte: paragraphs.joined(separator: "\n\n") + "\n")
  }
}
