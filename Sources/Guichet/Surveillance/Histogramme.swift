/// How often something took how long, since the start; as a Prometheus histogram counts it.
package struct Histogramme: Hashable, Sendable {
  /// Upper bounds, in seconds: from a cached write to a disk in trouble.
  package static let bornes = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  /// How many were at most as long as each bound.
  package private(set) var cumules = Array(repeating: 0, count: Self.bornes.count)
  package private(set) var nombre = 0
  /// Seconds.
  package private(set) var somme = 0.0

  package init() {}

  package mutating func compter(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    nombre += 1
    somme += seconds
    for (rank, bound) in Self.bornes.enumerated() where seconds <= bound { cumules[rank] += 1 }
  }
}
