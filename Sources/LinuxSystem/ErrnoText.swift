internal import Glibc

/// The system's error codes in French: the cause, and what whoever reads it can do.
enum ErrnoText {
  private struct Entry {
    let name: String
    let cause: String
    let remedy: String?

    init(_ name: String, _ cause: String, _ remedy: String? = nil) {
      self.name = name
      self.cause = cause
      self.remedy = remedy
    }
  }

  /// Cause, and remedy where there is a usual one; neither has a capital or a final stop.
  static func french(_ errno: Int32) -> (cause: String, remedy: String?) {
    guard let entry = entries[errno] else { return ("erreur du système", nil) }
    return (entry.cause, entry.remedy)
  }

  /// The symbol, such as `ENOENT`, or the number where we have no symbol.
  static func name(_ errno: Int32) -> String {
    entries[errno]?.name ?? "errno \(errno)"
  }

  private static let entries: [Int32: Entry] = [
    EACCES: Entry("EACCES", "permission refusée", "vérifiez les droits du fichier et de ses dossiers"),
    EADDRINUSE: Entry("EADDRINUSE", "l’adresse est déjà utilisée", "un autre programme y écoute : arrêtez-le"),
    EAGAIN: Entry("EAGAIN", "pas de réponse dans le délai", "réessayez"),
    EBADF: Entry("EBADF", "le descripteur est fermé"),
    EBUSY: Entry("EBUSY", "la ressource est occupée", "réessayez"),
    ECONNREFUSED: Entry("ECONNREFUSED", "personne n’écoute à cette adresse", "démarrez le service"),
    ECONNRESET: Entry("ECONNRESET", "le correspondant a coupé la connexion", "réessayez"),
    EDQUOT: Entry("EDQUOT", "le quota est atteint", "libérez de la place ou relevez le quota"),
    EEXIST: Entry("EEXIST", "ce nom est déjà pris"),
    EFBIG: Entry("EFBIG", "le fichier est trop gros"),
    EINVAL: Entry("EINVAL", "l’opération n’est pas possible sur cet objet"),
    EIO: Entry("EIO", "erreur d’entrée-sortie", "vérifiez le disque et le journal du noyau"),
    EISDIR: Entry("EISDIR", "c’est un dossier"),
    ELOOP: Entry("ELOOP", "c’est un lien symbolique, qui n’est jamais suivi", "donnez le fichier lui-même"),
    EMFILE: Entry("EMFILE", "trop de fichiers sont ouverts par ce programme", "relevez LimitNOFILE"),
    EMLINK: Entry("EMLINK", "trop de liens"),
    ENAMETOOLONG: Entry("ENAMETOOLONG", "le nom est trop long", "choisissez un nom plus court"),
    ENFILE: Entry("ENFILE", "trop de fichiers sont ouverts sur la machine"),
    ENOENT: Entry("ENOENT", "il n’existe pas", "vérifiez le chemin"),
    ENOMEM: Entry("ENOMEM", "la mémoire manque"),
    ENOSPC: Entry("ENOSPC", "il n’y a plus de place sur le disque", "libérez de la place"),
    ENOSYS: Entry("ENOSYS", "le noyau n’offre pas cette opération"),
    ENOTCONN: Entry("ENOTCONN", "la connexion est fermée"),
    ENOTDIR: Entry("ENOTDIR", "ce n’est pas un dossier", "vérifiez le chemin"),
    ENOTEMPTY: Entry("ENOTEMPTY", "le dossier n’est pas vide"),
    ENOTSOCK: Entry("ENOTSOCK", "ce n’est pas une socket", "choisissez un autre chemin"),
    ENXIO: Entry("ENXIO", "personne n’est à l’autre bout"),
    EOPNOTSUPP: Entry("EOPNOTSUPP", "le système de fichiers n’offre pas cette opération"),
    EPERM: Entry("EPERM", "opération interdite", "vérifiez les droits"),
    EPIPE: Entry("EPIPE", "le correspondant a coupé la connexion", "réessayez"),
    EROFS: Entry("EROFS", "le système de fichiers est en lecture seule", "remontez-le en écriture"),
    ESTALE: Entry("ESTALE", "le dossier distant n’est plus accessible", "remontez-le"),
    ETIMEDOUT: Entry("ETIMEDOUT", "pas de réponse dans le délai", "réessayez"),
    EXDEV: Entry(
      "EXDEV", "les deux dossiers sont sur des systèmes de fichiers différents", "réunissez-les sur un seul"),
  ]
}
