import Guichet
import GuichetRegister

/// What a restore did, for whoever ran it.
struct RapportDeRestauration: Sendable {
  let controle: CopieControlee
  /// Demandes of the backup.
  let demandes: Int
  /// The path of the register that was there before; nil where there was none.
  let aside: String?
  /// Days for which that one is kept.
  let asideJours: Int
  /// What whoever restored is to know of the backup, French sentences.
  let avertissements: [String]
  /// Originals whose demandes the register has.
  var connus = 0
  /// Demandes registered again from their originals.
  var reprises = 0
  /// Those whose forms went into `depot/` once more.
  var remises: [Numero] = []
  /// Those whose originals cannot be read.
  var illisibles: [Numero] = []
  var reserves: [Numero] = []
  /// Demandes of families that were erased after the backup, and were erased anew.
  var effacees: [Numero] = []
  /// What may not hold of erased families, French sentences.
  var reservesDEffacement: [String] = []
  /// Registers that were set aside and cannot be read.
  var anciensIllisibles: [String] = []

  /// French lines, the last one with its end.
  var texte: String {
    var lines = [
      "Le registre est restauré de sa sauvegarde : \(demandes) demandes, \(controle.journal.entrees) faits\(suite).",
      "Originaux de recus/ : \(connus) déjà au registre, \(reprises) repris sous leur numéro.",
    ]
    lines += avertissements.map { "Attention : \($0)" }
    if !controle.fautes.isEmpty {
      lines.append("Le registre sauvegardé n’était pas intact : \(controle.fautes.count) fautes.")
    }
    if !remises.isEmpty {
      lines.append("Remis au dépôt, où ils seront jugés à nouveau : \(Self.list(remises)).")
    }
    if !illisibles.isEmpty {
      lines.append("Originaux illisibles, à regarder : \(Self.list(illisibles)).")
    }
    if !reserves.isEmpty {
      lines.append("Les numéros reprennent après : \(Self.list(reserves)).")
    }
    if !effacees.isEmpty {
      lines.append("Familles effacées depuis la sauvegarde, effacées de nouveau : \(Self.list(effacees)).")
    }
    lines += reservesDEffacement
    if let aside {
      lines.append(
        "Le registre d’avant est gardé : « \(aside) » ; l’entretien l’ôtera "
          + (asideJours == 0 ? "dès demain" : "après \(asideJours) jours") + " (rgpd.brut).")
    }
    for path in anciensIllisibles {
      lines.append(
        "« \(path) » est illisible : les numéros qu’il a donnés ne sont connus que par recus/ et sorties/.")
    }
    lines.append(
      "Ce qui a été noté par des personnes après la sauvegarde est à noter à nouveau. Démarrez le service : il reprend le "
        + "dépôt et les boîtes de sortie.")
    return lines.joined(separator: "\n") + "\n"
  }

  static let copies =
    "Des copies de familles effacées peuvent rester dans le fichier du registre jusqu’à l’entretien de cette nuit."

  private var suite: String {
    switch reprises {
    case 0: ""
    case 1: ", et 1 reprise de son original"
    default: ", et \(reprises) reprises de leurs originaux"
    }
  }

  private static func list(_ numeros: [Numero]) -> String {
    numeros.prefix(20).map(\.texte).joined(separator: ", ")
      + (numeros.count > 20 ? " et \(numeros.count - 20) autres" : "")
  }
}
