import Guichet
import GuichetControl

/// What a monitoring plugin answers: one line, `SERVICE STATUS - text | measures`, and the status as the exit code
/// (Monitoring Plugins Development Guidelines).
struct ResultatDeSonde {
  private let surveillance: Wire.Surveillance
  private let avertissements, critiques: [SeuilDeSonde]

  init(_ surveillance: Wire.Surveillance, avertissements: [SeuilDeSonde], critiques: [SeuilDeSonde]) {
    self.surveillance = surveillance
    self.avertissements = avertissements
    self.critiques = critiques
  }

  var statut: CommandStatus {
    if surveillance.sante == "critique" || !depasses(critiques).isEmpty { return .critique }
    if surveillance.sante != "ok" || !depasses(avertissements).isEmpty { return .avertissement }
    return .done
  }

  var ligne: String {
    let mesures = MesureDeSonde.allCases.map { mesure in
      // U: there is nothing to measure.
      let value = mesure.valeur(surveillance).map { "\($0)\(mesure.unite)" } ?? "U"
      let bounds = [avertissements, critiques].map { all in all.last { $0.mesure == mesure }?.texte ?? "" }
      let end = mesure.unite == "%" ? ";0;100" : ";0"
      return "\(mesure.rawValue)=\(value);\(bounds.joined(separator: ";"))\(end)"
    }
    return Self.ligne(statut, texte, mesures)
  }

  /// A line without measures, for what could not be measured.
  static func ligne(_ statut: CommandStatus, _ texte: String, _ mesures: [String] = []) -> String {
    let name =
      switch statut {
      case .done: "OK"
      case .avertissement: "WARNING"
      case .critique: "CRITICAL"
      default: "UNKNOWN"
      }
    // A bar begins the measures, and one line is all that is read.
    let text = TerminalSafety.line(texte).replacing("|", with: "/")
    return "GUICHET \(name) - \(text)" + (mesures.isEmpty ? "" : " | \(mesures.joined(separator: " "))") + "\n"
  }

  private var texte: String {
    let faults = surveillance.pannes.map(\.message)
    let passed = (depasses(critiques) + depasses(avertissements)).reduce(into: [String]()) { texts, seuil in
      let text = seuil.mesure.valeur(surveillance).map(seuil.mesure.phrase) ?? "aucune sauvegarde"
      if !texts.contains(text) { texts.append(text) }
    }
    let all = faults + passed
    guard !all.isEmpty else {
      return "la réception marche" + silence + (surveillance.sauvegarde == nil ? ", aucune sauvegarde encore" : "")
    }
    return all.joined(separator: " ; ") + (surveillance.pannes.first.map { " → \($0.remede)" } ?? "")
  }

  private var silence: String {
    guard let open = surveillance.silence else { return ", aucun formulaire reçu encore" }
    guard surveillance.aRecu != false else {
      return ", aucun formulaire reçu encore, \(Constats.duree(open)) d’ouverture après le premier référentiel"
    }
    return ", dernier formulaire il y a \(Constats.duree(open)) d’ouverture"
  }

  private func depasses(_ seuils: [SeuilDeSonde]) -> [SeuilDeSonde] {
    seuils.filter { one in
      // A backup that is asked for and is not there is older than any.
      one.mesure.valeur(surveillance).map { one.seuil.alerte(Double($0)) } ?? (one.mesure == .sauvegarde)
    }
  }
}
