import Guichet
import LinuxSystem

extension Motif {
  /// Why an entry that is not a regular file with one name is refused.
  static func pasUnFichier(_ status: FileStatus) -> Motif {
    let what =
      switch status.kind {
      case .regular:
        "Ce fichier porte \(status.links) noms (liens durs), si bien qu’il pourrait changer après coup : retirez ses "
          + "autres noms ou déposez-en une copie."
      case .directory:
        "C’est un dossier et non un fichier : déposez un à un les formulaires qu’il contient."
      case .link:
        "C’est un lien symbolique et non un fichier : déposez le fichier lui-même."
      case .fifo:
        "C’est un tube nommé et non un fichier : déposez un fichier ordinaire."
      case .socket:
        "C’est une socket et non un fichier : déposez un fichier ordinaire."
      case .device, .other:
        "Ce n’est pas un fichier ordinaire : déposez un fichier ordinaire."
      }
    return .pasUnFichier(what)
  }
}
