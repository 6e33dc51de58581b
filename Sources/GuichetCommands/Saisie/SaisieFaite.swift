import Guichet
import GuichetControl
import StrictJSON

/// What entering a demande came to, for the family to be told.
struct SaisieFaite: Presentable {
  let reply: EnterDemande.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  func texte(_ page: inout TextPage) {
    page.paragraphe(
      reply.deja
        ? "Déjà saisie : c’est la demande \(reply.numero) (référence \(reply.reference))."
        : "Demande \(reply.numero) enregistrée (référence \(reply.reference)).", ton: .bon)
    page.paragraphe(place)
    page.liste(
      reply.anomalies.map { "\($0.chemin) : \($0.message)" }
        + reply.avertissements.map { "\($0.chemin) : \($0.message)" },
      ton: .attention)
  }

  private var place: String {
    guard let linf = reply.linf else {
      if reply.deja, reply.raison == nil { return "Elle a changé de lieu d’information depuis." }
      return "Elle attend d’être orientée"
        + (Libelles.raison(reply.raison, departement: nil).map { " : \($0)." } ?? ".")
    }
    return "La famille sera rappelée par \(reply.linfNom ?? linf)" + (reply.linfTelephone.map { ", \($0)." } ?? ".")
  }
}
