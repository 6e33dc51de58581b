package import Guichet

/// How long write transactions took, and of that their COMMIT, in which the disk is waited for.
package struct DureesDEcriture: Sendable {
  package private(set) var transactions = Histogramme()
  package private(set) var commits = Histogramme()

  mutating func compter(
    _ begun: ContinuousClock.Instant, _ ending: ContinuousClock.Instant, _ end: ContinuousClock.Instant
  ) {
    transactions.compter(end - begun)
    commits.compter(end - ending)
  }
}
