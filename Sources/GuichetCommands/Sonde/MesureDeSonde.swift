import Guichet
import GuichetControl

/// What a monitoring plugin measures; times in seconds, the only unit of time that such plugins have.
enum MesureDeSonde: String, CaseIterable {
  case battement
  case silence
  case orienter
  case depot
  case retard
  case refus
  case espace
  case sauvegarde

  /// Nil where there is nothing to measure.
  func valeur(_ surveillance: Wire.Surveillance) -> Int? {
    switch self {
    case .battement: surveillance.battement
    case .silence: surveillance.silence
    case .orienter: surveillance.aOrienter ?? 0
    case .depot: surveillance.depot ?? 0
    case .retard: surveillance.retard
    case .refus: surveillance.rejets
    case .espace: surveillance.espace
    case .sauvegarde: surveillance.sauvegarde
    }
  }

  var unite: String {
    switch self {
    case .battement, .silence, .orienter, .depot, .sauvegarde: "s"
    case .espace: "%"
    case .retard, .refus: ""
    }
  }

  /// What an alert of it says.
  func phrase(_ value: Int) -> String {
    switch self {
    case .battement: "la réception n’a plus donné signe de vie depuis \(Constats.duree(value))"
    case .silence: "aucun formulaire depuis \(Constats.duree(value)) d’ouverture"
    case .orienter: "une demande attend d’être orientée depuis \(Constats.duree(value))"
    case .depot: "un fichier attend dans depot/ depuis \(Constats.duree(value))"
    case .retard: value.de("demande en retard", "demandes en retard")
    case .refus: value.de("fichier refusé", "fichiers refusés")
    case .espace: "\(value) % de place ou d’inodes libres"
    case .sauvegarde: "la dernière sauvegarde a \(Constats.duree(value))"
    }
  }
}

/// `MESURE=SEUIL`, such as `retard=50` or `espace=20:`.
struct SeuilDeSonde {
  let mesure: MesureDeSonde
  let texte: String
  let seuil: Seuil

  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let mesure = MesureDeSonde(rawValue: String(parts[0])), let seuil = Seuil(String(parts[1]))
    else { return nil }
    self.mesure = mesure
    texte = String(parts[1])
    self.seuil = seuil
  }
}
