/// What became of one mail that was given to the mail program.
package enum Verdict: Hashable, Sendable {
  case sent
  /// Nothing is wrong with the mail itself: it is offered again later. The reason is a French clause.
  case later(String)
  /// The mail will never be taken as it is. The reason is a French clause.
  case refused(String)
}

extension Verdict {
  /// Reads the exit status of a program that behaves like sendmail(8), by the codes of `sysexits.h`.
  ///
  /// Only what says that this very mail is at fault refuses it. An unknown status, a wrong installation or a signal
  /// keeps it: it can be sent once somebody has mended that.
  package init(exitStatus: Int32) {
    switch exitStatus {
    case 0: self = .sent
    case 65: self = .refused("le message est mal formé (EX_DATAERR)")
    case 67: self = .refused("le destinataire est inconnu (EX_NOUSER)")
    case 68: self = .refused("le domaine du destinataire est inconnu (EX_NOHOST)")
    case 75: self = .later("le programme d’envoi demande d’attendre (EX_TEMPFAIL)")
    default: self = .later("le programme d’envoi a échoué (code \(exitStatus))")
    }
  }
}
