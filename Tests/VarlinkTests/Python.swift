/// What python3 on this machine has.
enum Python {
  /// Whether `python3 -c` that imports this succeeds.
  static func has(_ module: String) async -> Bool {
    do {
      return try await Program.run(["python3", "-c", "import \(module)"]).status == 0
    } catch {
      return false
    }
  }
}
