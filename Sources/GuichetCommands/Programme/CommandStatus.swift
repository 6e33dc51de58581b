/// How the command ends, as scripts read it.
package enum CommandStatus: Int32, Hashable, Sendable {
  case done = 0
  /// Refused by a rule, by the person who was asked, or not found.
  case refused = 1
  /// What a monitoring plugin has to say: CRITICAL.
  case critique = 2
  /// The same: UNKNOWN.
  case inconnu = 3
  /// EX_USAGE of sysexits.h: the command line is wrong.
  case usage = 64
  /// EX_UNAVAILABLE: the daemon cannot be reached or cannot answer for now.
  case unreachable = 69
  /// EX_NOPERM: whoever asks has not the right.
  case denied = 77

  /// WARNING of a monitoring plugin, which has the number of a refusal.
  static let avertissement = CommandStatus.refused
}
