import Guichet
import GuichetControl

/// What a monitoring plugin answers: one line, `SERVICE STATUS - text | measures`, and the status as the exit code
/// (Monitoring Plugins Development Guidelines).
struct ResultatDeSonde {
  private let surveillance: Wire.Surveillance
  private let avertissements, critiques: [SeuilDeSonde]
  private let source: String
  private let verbosite: Int

  /// - Parameters:
  ///   - source: where it was read or asked, as people say it.
  ///   - verbosite: 0 for one line, 1 for one that tells its source, 2 for every fault and measure on a line of its own.
  init(
    _ surveillance: Wire.Surveillance, avertissements: [SeuilDeSonde], critiques: [SeuilDeSonde], source: String,
    verbosite: Int
  ) {
    self.surveillance = surveillance
    self.source = source
    self.verbosite = verbosite
    self.avertissements = avertissements
    self.critiques = critiques
  }

  var statut: CommandStatus {
    if surveillance.sante == "critique" || !depasses(critiques).isEmpty { return .critique }
    if surveillance.sante != "ok" || !depasses(avertissements).isEmpty { return .avertissement }
    // What was asked for and cannot be answered is no OK.
    return inconnues.isEmpty ? .done : .inconnu
  }

  var lignes: String {
    let mesures = MesureDeSonde.allCases.map { mesure in
      // U: there is nothing to measure.
      let value = mesure.valeur(surveillance).map { "\($0)\(mesure.unite)" } ?? "U"
      let bounds = [avertissements, critiques].map { all in all.last { $0.mesure == mesure }?.texte ?? "" }
      let end = mesure.unite == "%" ? ";0;100" : ";0"
      return "\(mesure.rawValue)=\(value);\(bounds.joined(separator: ";"))\(end)"
    }
    return Self.ligne(statut, texte + (verbosite > 0 ? " (\(source))" : ""), mesures)
      + (verbosite > 1 ? details.map { Self.sure($0) + "\n" }.joined() : "")
  }

  /// What follows the line for whoever looks into it: each fault, then each measure with its thresholds.
  private var details: [String] {
    surveillance.pannes.map { "\($0.code) (\($0.gravite)) : \($0.message) → \($0.remede)" }
      + MesureDeSonde.allCases.map { mesure in
        let value = mesure.valeur(surveillance).map { "\($0)\(mesure.unite)" } ?? "inconnu"
        let bounds = [("avertissement", avertissements), ("critique", critiques)].compactMap { name, all in
          all.first { $0.mesure == mesure }.map { "\(name) \($0.texte)" }
        }
        return "\(mesure.rawValue) : \(value)" + (bounds.isEmpty ? "" : " (\(bounds.joined(separator: ", ")))")
      }
  }

  /// On one line, and without the bar that begins measures.
  private static func sure(_ text: String) -> String { TerminalSafety.line(text).replacing("|", with: "/") }

  /// A line without measures, for what could not be measured.
  static func ligne(_ statut: CommandStatus, _ texte: String, _ mesures: [String] = []) -> String {
    let name =
      switch statut {
      case .done: "OK"
      case .avertissement: "WARNING"
      case .critique: "CRITICAL"
      default: "UNKNOWN"
      }
    return "GUICHET \(name) - \(sure(texte))" + (mesures.isEmpty ? "" : " | \(mesures.joined(separator: " "))") + "\n"
  }

  private var texte: String {
    let faults = surveillance.pannes.map(\.message)
    let grave = depasses(critiques)
    let passed = grave + depasses(avertissements).filter { one in !grave.contains { $0.mesure == one.mesure } }
    let unknown = inconnues.map { "« \($0.rawValue) » est inconnu pour l’instant, son seuil n’est pas jugé" }
    let all = faults + passed.map(phrase) + unknown
    guard !all.isEmpty else {
      return "la réception marche" + silence + (surveillance.sauvegarde == nil ? ", aucune sauvegarde encore" : "")
    }
    return all.joined(separator: " ; ") + (surveillance.pannes.first.map { " → \($0.remede)" } ?? "")
  }

  private var silence: String {
    guard let open = surveillance.silence else {
      // A Caf without open hours has no silence to count.
      return surveillance.aRecu == true ? "" : ", aucun formulaire reçu encore"
    }
    guard surveillance.aRecu != false else {
      return ", aucun formulaire reçu encore, \(Constats.duree(open)) d’ouverture après le premier référentiel"
    }
    return ", dernier formulaire il y a \(Constats.duree(open)) d’ouverture"
  }

  private func phrase(_ seuil: SeuilDeSonde) -> String {
    guard let value = seuil.mesure.valeur(surveillance) else { return "aucune sauvegarde" }
    return seuil.mesure.phrase(value, seuil.seuil)
  }

  /// Measures that have a threshold and no value.
  private var inconnues: [MesureDeSonde] {
    MesureDeSonde.allCases.filter { mesure in
      mesure != .sauvegarde && mesure.valeur(surveillance) == nil
        && (avertissements + critiques).contains { $0.mesure == mesure }
    }
  }

  private func depasses(_ seuils: [SeuilDeSonde]) -> [SeuilDeSonde] {
    seuils.filter { one in
      // A backup that is asked for and is not there is older than any.
      one.mesure.valeur(surveillance).map { one.seuil.alerte(Double($0)) } ?? (one.mesure == .sauvegarde)
    }
  }
}
