/// The version of this software, the same for the daemon and the command.
package enum GuichetVersion {
  package static let texte = "0.1.0"
}
