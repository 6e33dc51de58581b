import Guichet
import GuichetControl
import StrictJSON

/// What a correction came to, and what became of the demande after it.
struct CorrectionFaite: Presentable {
  let reply: CorrectDemande.Reply
  /// What came of letting it go where the rules would send it, where a person said so.
  let rendue: Wire.ResultatActe?

  init(_ reply: CorrectDemande.Reply, rendue: Wire.ResultatActe? = nil) {
    self.reply = reply
    self.rendue = rendue
  }

  func json(_ output: inout JSONOutput) {
    guard case .object(let members) = reply.json else { return }
    output.document(.object(members + [JSONMember("rendue", rendue.map(\.json) ?? .null)]))
  }

  func texte(_ page: inout TextPage) {
    guard let rendue else { return page.paragraphe(corrigee, ton: .bon) }
    page.paragraphe("\(rendue.numero) : \(rendue.message)", ton: rendue.fait ? .bon : .alerte)
  }

  private var corrigee: String {
    guard !reply.champs.isEmpty else { return "Demande \(reply.numero) : rien à changer." }
    let words = reply.champs.map { Correction.libelle(ofChamp: $0) ?? $0 }
    return (["Demande \(reply.numero) corrigée : \(words.joined(separator: ", "))."] + [suite].compactMap(\.self))
      .joined(separator: " ")
  }

  /// What became of a demande that waited; nil where a LINF had it.
  private var suite: String? {
    if let linf = reply.linf { return reply.deplacee == true ? "Les règles l’envoient à \(linf)." : nil }
    return Libelles.raison(reply.raison, departement: nil, marques: reply.marques ?? []).map {
      "Elle reste à orienter : \($0)."
    }
  }
}
