import GuichetControl
import GuichetDocuments
import StrictJSON

/// What a référentiel would change, and for which demandes.
struct ComparaisonPresentee: Presentable {
  let envoi: EnvoiDeReferentiel

  private var reply: CompareReferentiel.Reply { envoi.comparaison }
  private var deplacements: [Wire.Deplacement] { reply.deplacements ?? [] }

  /// The answer of the daemon, and the files that were left aside.
  func json(_ output: inout JSONOutput) {
    guard case .object(let members) = reply.json else { return }
    output.document(
      .object(members + [JSONMember("ignores", .array(envoi.dossier.ignores.map(JSONValue.string)))]))
  }

  var csv: CSVDocument? { deplacements.csv }

  func texte(_ page: inout TextPage) {
    if let remarque = envoi.dossier.remarque { page.paragraphe(remarque, ton: .attention) }
    page.paragraphe(
      reply.version == 0
        ? "Aucun référentiel n’est encore en vigueur." : "Comparé à la version \(reply.version), en vigueur.")
    if reply.differences.isEmpty { page.paragraphe("Aucune différence.") }
    page.liste(reply.differences)
    if !reply.avertissements.isEmpty {
      page.titre("Avertissements")
      page.liste(reply.avertissements, ton: .attention)
    }
    ouvertes(&page)
    rejeu(&page)
  }

  private func ouvertes(_ page: inout TextPage) {
    // A daemon that does not tell is not one that tells of none.
    guard reply.deplacements != nil else { return }
    page.titre("Demandes ouvertes")
    guard !deplacements.isEmpty else { return page.paragraphe("Aucune ne passerait ailleurs.") }
    let total = reply.deplacementsTotal ?? deplacements.count
    page.paragraphe("\(deplacements.compte(sur: total)) :")
    page.table(deplacements.table)
    if let more = deplacements.reste(sur: total) { page.paragraphe(more, ton: .discret) }
  }

  private func rejeu(_ page: inout TextPage) {
    guard let rejeu = reply.rejeu else { return }
    page.titre(rejeu.jours == 1 ? "Demandes du dernier jour" : "Demandes des \(rejeu.jours.francais) derniers jours")
    let examined = rejeu.examinees.de("décidée de nouveau", "décidées de nouveau")
    page.paragraphe(
      rejeu.ailleurs == 0
        ? "\(examined), aucune ne serait allée ailleurs que par le référentiel en vigueur."
        : "\(examined), dont \(rejeu.ailleurs.de("serait allée", "seraient allées")) ailleurs que par le référentiel "
          + "en vigueur :")
    guard !rejeu.deplacements.isEmpty else { return }
    page.table(rejeu.deplacements.tablePassee)
    if let more = rejeu.deplacements.reste(sur: rejeu.ailleurs) { page.paragraphe(more, ton: .discret) }
  }
}
