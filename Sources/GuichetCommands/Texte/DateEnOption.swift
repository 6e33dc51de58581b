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
  func moment(_ text: String) -> String { lu(text)?.saisi.texte ?? text }

  /// The moment of an option that looks back, as it goes to the daemon; one that is to come is told, since nothing is
  /// found from there.
  func momentPasse(_ text: String) -> String {
    guard let (moment, present) = lu(text, .dernier) else { return text }
    if moment.estAVenir(aujourdhui: present.aujourdhui, maintenant: present.maintenant) {
      console.writeError("« \(TerminalSafety.line(text)) » est dans l’avenir : rien n’a pu arriver depuis.\n")
    }
    return moment.texte
  }

  /// A day that an option names, as it goes to the daemon; what is none stays as it was typed.
  ///
  /// - Parameter sens: whether a day that comes again and again is the next one, or the last.
  func jourEnvoye(_ text: String, _ sens: JourSaisi.Sens = .prochain) -> String { lu(text, sens)?.saisi.texte ?? text }

  /// The day that an option names; nil where it names none.
  func jour(_ text: String) -> DateCivile? {
    guard case .jour(let day) = lu(text)?.saisi else { return nil }
    return day
  }

  /// The year that goes on, where the daemon is.
  var anneeEnCours: Int { present.aujourdhui.annee }

  private typealias Present = (aujourdhui: DateCivile, maintenant: Instant)

  /// By the daemon's clock, that of the Caf; by this machine's where no daemon tells.
  private var present: Present {
    guard let told = presentDuDemon(), let now = Instant(rfc3339: told), let day = DateCivile(iso: told.prefix(10))
    else { return (aujourdhui, maintenant()) }
    return (day, now)
  }

  /// What was typed, and by which present it was read: « demain » is asked of the daemon, 25/11/2026 means the same
  /// everywhere.
  private func lu(_ text: String, _ sens: JourSaisi.Sens = .prochain) -> (saisi: MomentSaisi, present: Present)? {
    let here: Present = (aujourdhui, maintenant())
    func read(_ present: Present) -> MomentSaisi? {
      MomentSaisi(text, aujourdhui: present.aujourdhui, maintenant: present.maintenant, sens)
    }
    guard let moment = read(here) else { return nil }
    let elsewhere = (here.aujourdhui.advanced(byDays: 400), here.maintenant.advanced(bySeconds: 400 * 86_400))
    guard read(elsewhere) != moment else { return (moment, here) }
    let present = present
    return read(present).map { ($0, present) }
  }
}
