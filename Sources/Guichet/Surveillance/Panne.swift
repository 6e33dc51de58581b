/// Something that is wrong with the office's machinery, with what to do about it.
package struct Panne: Hashable, Sendable {
  /// A closed list: what watches over the office knows them all.
  package enum Code: String, CaseIterable, Sendable {
    case arrete
    case accueilSuspendu
    case boucleArretee
    case silence
    case espace
    case sauvegarde
    case sauvegardeFautive
    case referentielAbsent
    case depotEnRetard
    case aOrienterAncienne
    case dossiersDeSortie
    case courriels
    case fichiersDEtat
  }

  package enum Gravite: String, Comparable, Sendable {
    /// It works; a person should look.
    case avertissement
    /// Something does not work: families wait for it, or might.
    case critique

    package static func < (left: Gravite, right: Gravite) -> Bool { left == .avertissement && right == .critique }
  }

  package let code: Code
  package let gravite: Gravite
  /// One French sentence, without personal data.
  package let message: String
  /// One French sentence.
  package let remede: String

  /// The daemon was stopped by somebody, and by nothing else.
  package static func arrete(_ message: String) -> Panne {
    Panne(.arrete, .critique, message, "Démarrez-le par « systemctl start guichetd » si personne ne le fait.")
  }

  package init(_ code: Code, _ gravite: Gravite, _ message: String, _ remede: String) {
    self.code = code
    self.gravite = gravite
    self.message = message
    self.remede = remede
  }
}
