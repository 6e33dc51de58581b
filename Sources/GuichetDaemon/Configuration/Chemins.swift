/// How the daemon's places lie on the disk.
package enum Disposition: Hashable, Sendable {
  /// Those of a packaged service: `/var/spool/guichet`, `/var/lib/guichet`, `/run`.
  case systeme
  /// All under one folder, with short names.
  case racine(String)
}

/// Every place that the daemon reads or writes, as absolute paths without a slash at the end.
package struct Chemins: Hashable, Sendable {
  package var depot: String
  package var rejets: String
  package var recus: String
  package var sorties: String
  package var retours: String
  package var courriel: String
  /// The SQLite file.
  package var registre: String
  package var sauvegardes: String
  /// The control socket.
  package var socket: String
  /// Folder of the status files.
  package var etat: String

  /// Each with its key in the configuration.
  static var places: [(cle: String, place: WritableKeyPath<Chemins, String>)] {
    [
      ("depot", \.depot), ("rejets", \.rejets), ("recus", \.recus), ("sorties", \.sorties), ("retours", \.retours),
      ("courriel", \.courriel), ("sauvegardes", \.sauvegardes), ("etat", \.etat), ("registre", \.registre),
      ("socket", \.socket),
    ]
  }

  package init(_ disposition: Disposition) {
    let spool: String
    switch disposition {
    case .systeme:
      spool = "/var/spool/guichet"
      registre = "/var/lib/guichet/guichet.sqlite"
      sauvegardes = "/var/lib/guichet/sauvegardes"
      socket = "/run/guichet/controle.sock"
      etat = "/run/guichetd"
    case .racine(let dossier):
      spool = dossier.count > 1 && dossier.hasSuffix("/") ? String(dossier.dropLast()) : dossier
      registre = "\(spool)/guichet.sqlite"
      sauvegardes = "\(spool)/sauvegardes"
      socket = "\(spool)/controle.sock"
      etat = "\(spool)/etat"
    }
    depot = "\(spool)/depot"
    rejets = "\(spool)/rejets"
    recus = "\(spool)/recus"
    sorties = "\(spool)/sorties"
    retours = "\(spool)/retours"
    courriel = "\(spool)/courriel"
  }
}
