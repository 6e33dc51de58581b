import GuichetControl
import StrictJSON

/// What a correction came to, and what became of the demande after it.
struct CorrectionFaite: Presentable {
  let reply: CorrectDemande.Reply
  /// What came of giving it back to the rules, where that was done.
  let rendue: Wire.ResultatActe?

  func json(_ output: inout JSONOutput) {
    guard case .object(let members) = reply.json else { return }
    output.document(.object(members + [JSONMember("rendue", rendue.map(\.json) ?? .null)]))
  }

  func texte(_ page: inout TextPage) {
    guard let rendue else {
      page.paragraphe(corrigee, ton: .bon)
      for sentence in reply.proposition { page.paragraphe(sentence, ton: .attention) }
      return
    }
    page.paragraphe("\(rendue.numero) : \(rendue.message)", ton: rendue.fait ? .bon : .alerte)
  }

  private var corrigee: String {
    guard !reply.champs.isEmpty else { return "Demande \(reply.numero) : rien à changer." }
    var seen: Set<String> = []
    let words = reply.champs.map(Self.nom(ofChamp:)).filter { seen.insert($0).inserted }
    return "Demande \(reply.numero) corrigée : \(words.joined(separator: ", "))."
  }

  /// The words for a JSON Pointer into the form; one that this version does not know is shown as it is.
  static func nom(ofChamp pointer: String) -> String {
    let parts = pointer.split(separator: "/").map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("demandeur", "telephone"): return "téléphone"
    case ("demandeur", "courriel"): return "courriel"
    case ("demandeur", "adresse"): return "adresse"
    case ("besoin", "lieu"): return "lieu de recherche"
    case ("besoin", "debut"): return "début souhaité"
    case ("enfants", let rank?): return Int(rank).map { "date de l’enfant \($0 + 1)" } ?? pointer
    default: return pointer
    }
  }
}

extension CorrectDemande.Reply {
  /// Where the corrected place would go, when that is elsewhere, and what keeps it where it is; sentences.
  var proposition: [String] {
    guard let propose else { return [] }
    let there =
      propose.linf.map { "Ce lieu relève de \($0)" }
      ?? "Ce lieu serait à orienter" + (propose.raison.map { " (\(Libelles.raison($0)))" } ?? "")
    let here = linf.map { "elle est chez \($0)" } ?? "elle est à orienter"
    return ["\(there) ; \(here)."]
      + (verrou ? ["La décision d’une personne l’y garde ; « \(commande) » la rend aux règles."] : [])
  }

  /// What the rules would do with it: the end of a sentence about giving it back to them.
  var suite: String { propose?.linf.map { "qui l’enverront à \($0)" } ?? "qui la mettront à orienter" }

  var commande: String { "guichetctl demande router \(numero) --selon-table" }
}
