import ServiceLifecycle

/// Finishes, after a start, the re-routing that a stop interrupted; then waits for the end.
struct ReroutingService: Service {
  let rerouting: Rerouting

  func run() async throws {
    _ = try await rerouting.run()
    try await gracefulShutdown()
  }
}
