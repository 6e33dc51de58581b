import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

extension Wire.Creneau {
  /// `mercredi 25/11/2026`.
  var jour: String { DateCivile(iso: debut.prefix(10))?.avecJour ?? debut }

  /// `09:00–09:30`.
  var heures: String { "\(Horodatage.heure(debut))–\(Horodatage.heure(fin))" }

  /// `mercredi 25/11/2026 09:00–09:30`.
  var phrase: String { "\(jour) \(heures)" }
}

extension Wire.RendezVous {
  /// `mercredi 25/11/2026`.
  var jour: String { DateCivile(iso: debut.prefix(10))?.avecJour ?? debut }

  /// `09:00–09:30`.
  var heures: String { "\(Horodatage.heure(debut))–\(Horodatage.heure(fin))" }

  /// Where it stands: never the same for one that is ahead and one that is past and not filled in.
  var situation: (texte: String, ton: TextStyle.Ton) {
    if let aDeplacer { return ("à déplacer : \(RaisonDeplacement.libelle(aDeplacer))", .alerte) }
    if aRenseigner { return ("à renseigner", .attention) }
    return (RendezVous.Statut.libelle(statut), statut == RendezVous.Statut.prevu.rawValue ? .normal : .discret)
  }

  /// How and where.
  var comment: String {
    [RendezVous.Mode.libelle(mode), lieu].compactMap(\.self).joined(separator: ", ")
  }
}

/// What became of a rendez-vous.
struct RendezVousFait: Presentable {
  let rendezVous: Wire.RendezVous
  var avertissement: String?

  /// Its fields, and what is to be known of it.
  func json(_ output: inout JSONOutput) {
    guard let avertissement, case .object(let fields) = rendezVous.json else {
      return output.document(rendezVous.json)
    }
    output.document(.object(fields + [JSONMember("avertissement", .string(avertissement))]))
  }

  func texte(_ page: inout TextPage) {
    let (situation, ton) = rendezVous.situation
    page.paragraphe(
      "\(rendezVous.numero) : rendez-vous \(rendezVous.jour) \(rendezVous.heures), \(rendezVous.comment), \(situation).",
      ton: ton == .normal ? .bon : ton)
    if rendezVous.horsHoraires {
      page.paragraphe("Il est en dehors des horaires de rendez-vous de \(rendezVous.linf).", ton: .attention)
    }
    if let avertissement { page.paragraphe(avertissement, ton: .attention) }
  }
}

/// The mode of a rendez-vous, checked with the command line.
enum ModeEnOption {
  static func verifier(_ code: String?) throws {
    guard let code, RendezVous.Mode(rawValue: code) == nil else { return }
    throw ValidationError(
      "« \(TerminalSafety.line(code)) » n’est pas un mode : écrivez "
        + "\(RendezVous.Mode.allCases.map(\.rawValue).enumeres).")
  }

  static func verifier(duree: Int?) throws {
    let granule = Int(PlaceRendezVous.granule / 60)
    guard let duree, !PlaceRendezVous.estSurLaGrille(debut: Instant(microseconds: 0), duree: duree) else { return }
    throw ValidationError(
      "Un rendez-vous dure de \(granule) à \(PlaceRendezVous.dureeMaximale) minutes, par tranches de \(granule).")
  }
}
