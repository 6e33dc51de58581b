/// The lines of a year, sorted once by the LINF that they concern: a department has some eighty, and each is asked for.
package struct LignesDeLAnnee: Sendable {
  /// Of the whole Caf, in the order of their numeros.
  package let toutes: [LigneDeBilan]
  /// By the LINF that has them.
  private let parLinf: [String: [LigneDeBilan]]
  /// By each LINF that had them and has them no more.
  private let parPassage: [String: [LigneDeBilan]]
  /// By each LINF to which the rules gave them and that does not have them.
  private let parSortie: [String: [LigneDeBilan]]

  package init(_ lignes: [LigneDeBilan]) {
    toutes = lignes
    var (held, passed, left): ([String: [LigneDeBilan]], [String: [LigneDeBilan]], [String: [LigneDeBilan]]) =
      ([:], [:], [:])
    for ligne in lignes {
      if let linf = ligne.linf { held[linf, default: []].append(ligne) }
      for linf in ligne.passages { passed[linf, default: []].append(ligne) }
      for sortie in ligne.sorties { left[sortie.linf, default: []].append(ligne) }
    }
    (parLinf, parPassage, parSortie) = (held, passed, left)
  }

  func de(_ linf: String) -> [LigneDeBilan] { parLinf[linf] ?? [] }

  func passees(par linf: String) -> [LigneDeBilan] { parPassage[linf] ?? [] }

  func sorties(de linf: String) -> [LigneDeBilan] { parSortie[linf] ?? [] }
}
