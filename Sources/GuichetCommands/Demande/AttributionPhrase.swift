import Guichet
import GuichetControl

extension Wire.Attribution {
  /// Who had the demande, who got it, by what and by whom: one line.
  var phrase: String {
    "\(Horodatage.court(le)) : \(mouvement), \(acte)" + version(version)
  }

  /// `rpe-lille → rpe-lomme`, `rpe-lille → à orienter (commune ambiguë)`.
  private var mouvement: String {
    let end = vers ?? "à orienter" + (mode == "decline" ? "" : raison.map { " (\(Libelles.raison($0)))" } ?? "")
    if let de { return de == vers ? "reste à \(de)" : "\(de) → \(end)" }
    return "→ \(end)"
  }

  private var acte: String {
    switch mode {
    case "automatique":
      let parts = [
        "routée \(CauseRoutage.libelle(cause))", regle.map(Regle.libelle), auteur == "guichet" ? nil : "par \(auteur)",
        cite,
      ]
      return parts.compactMap(\.self).joined(separator: ", ")
    case "manuel":
      return ["attribuée par \(auteur)", cite].compactMap(\.self).joined(separator: " : ")
    case "decline":
      let declined = "déclinée par \(auteur)" + (raison.map { " (\(RaisonDeclin.libelle($0)))" } ?? "")
      return [declined, cite].compactMap(\.self).joined(separator: " : ")
    default:
      // A mode of a newer daemon: its code, and what comes with it.
      return [mode, "par \(auteur)", cite].compactMap(\.self).joined(separator: ", ")
    }
  }

  private var cite: String? { motif.map { "« \($0) »" } }

  private func version(_ number: Int) -> String { number == 0 ? "" : ", référentiel version \(number)" }
}

extension [Wire.Attribution] {
  /// What a person decided last and still holds, told with who, when and why; nil where the rules decided.
  ///
  /// - Parameter mode: what put the demande where it is, a code.
  func decisionHumaine(_ mode: String?) -> String? {
    let act = last { $0.mode == mode }
    switch mode {
    case "manuel":
      guard let act else { return "Une personne l’a attribuée : aucune règle ne la déplace." }
      let why = act.motif.map { " : « \($0) »" } ?? ""
      return "\(act.auteur) l’a attribuée\(act.vers.map { " à \($0)" } ?? "") le \(Horodatage.court(act.le))\(why). "
        + "Aucune règle ne la déplace."
    case "decline":
      guard let act else { return "Le LINF qui l’avait l’a déclinée : une personne doit décider." }
      let why = act.raison.map { " (\(RaisonDeclin.libelle($0)))" } ?? ""
      let note = act.motif.map { " : « \($0) »" } ?? ""
      return
        "\(act.auteur) l’a déclinée\(act.de.map { " pour \($0)" } ?? "") le \(Horodatage.court(act.le))\(why)\(note). "
        + "Une personne doit décider."
    default: return nil
    }
  }
}
