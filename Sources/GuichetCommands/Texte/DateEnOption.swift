import ArgumentParser
import Guichet

/// The dates that options take: checked with the command line, made dates of the calendar when the command runs.
enum DateEnOption {
  /// Where a moment counts.
  static let formes = "25/11/2026, 25/11/2026 10:00, demain 14h30, hier, lundi 9:00, il y a 3 jours"
  /// Where a whole day does.
  static let formesDeJour = "25/11/2026, 2026-11-25, demain, hier, lundi, il y a 3 jours"

  static func verifierMoment(_ text: String?) throws {
    guard let text, lu(text) == nil else { return }
    throw ValidationError("« \(TerminalSafety.line(text)) » n’est ni un jour ni un instant : écrivez \(formes).")
  }

  static func verifierJour(_ text: String?) throws {
    guard let text else { return }
    switch lu(text) {
    case .jour: return
    case nil:
      throw ValidationError(
        "« \(TerminalSafety.line(text)) » n’est pas un jour du calendrier : écrivez \(formesDeJour).")
    default:
      throw ValidationError("« \(TerminalSafety.line(text)) » porte une heure : donnez le jour seul, \(formesDeJour).")
    }
  }

  /// Whether it can be read does not depend on the day.
  private static func lu(_ text: String) -> MomentSaisi? {
    MomentSaisi(text, aujourdhui: DateCivile(daysSince1970: 0), maintenant: Instant(microseconds: 0))
  }
}

extension Contexte {
  /// A moment as it goes to the daemon; what is none stays as it was typed.
  func moment(_ text: String) -> String {
    MomentSaisi(text, aujourdhui: aujourdhui, maintenant: maintenant())?.texte ?? text
  }

  /// The moment of an option that looks back, as it goes to the daemon; one that is to come is told, since nothing is
  /// found from there.
  func momentPasse(_ text: String) -> String {
    let moment = MomentSaisi(text, aujourdhui: aujourdhui, maintenant: maintenant(), .dernier)
    if moment?.estAVenir(aujourdhui: aujourdhui, maintenant: maintenant()) == true {
      console.writeError("« \(TerminalSafety.line(text)) » est dans l’avenir : rien n’a pu arriver depuis.\n")
    }
    return moment?.texte ?? text
  }

  /// A day that an option names, as it goes to the daemon; what is none stays as it was typed.
  ///
  /// - Parameter sens: whether a day that comes again and again is the next one, or the last.
  func jourEnvoye(_ text: String, _ sens: JourSaisi.Sens = .prochain) -> String {
    MomentSaisi(text, aujourdhui: aujourdhui, maintenant: maintenant(), sens)?.texte ?? text
  }

  /// The day that an option names; nil where it names none.
  func jour(_ text: String) -> DateCivile? {
    guard case .jour(let day) = MomentSaisi(text, aujourdhui: aujourdhui, maintenant: maintenant()) else { return nil }
    return day
  }
}
