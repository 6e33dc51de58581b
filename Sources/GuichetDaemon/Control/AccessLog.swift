import GuichetRegister

/// Notes each read of personal data before it is answered; those that come together share one transaction.
actor AccessLog {
  private let register: Register
  private var waiting: [(Acces, CheckedContinuation<Result<Void, RegisterError>, Never>)] = []
  private var isWriting = false

  init(_ register: Register) {
    self.register = register
  }

  /// Returns when the read is noted for good.
  func note(_ acces: Acces) async throws(RegisterError) {
    let result = await withCheckedContinuation { continuation in
      waiting.append((acces, continuation))
      if !isWriting {
        isWriting = true
        Task { await write() }
      }
    }
    try result.get()
  }

  private func write() async {
    while !waiting.isEmpty {
      let batch = waiting
      waiting = []
      let result: Result<Void, RegisterError>
      do throws(RegisterError) {
        try await register.recordAccesses(batch.map(\.0))
        result = .success(())
      } catch {
        result = .failure(error)
      }
      for (_, continuation) in batch { continuation.resume(returning: result) }
    }
    isWriting = false
  }
}
