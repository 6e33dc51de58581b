import Synchronization
import Varlink

/// What has happened, in order; a test waits for what it expects.
final class Happenings: Sendable {
  private struct Kept {
    var all: [String] = []
    var counts: [String: Int] = [:]
  }

  private let kept = Mutex(Kept())
  private let stream = AsyncStream<Void>.makeStream()

  var all: [String] { kept.withLock(\.all) }

  func add(_ text: String) {
    kept.withLock { kept in
      kept.all.append(text)
      kept.counts[text, default: 0] += 1
    }
    stream.continuation.yield()
  }

  func count(_ text: String) -> Int { kept.withLock { $0.counts[text] ?? 0 } }

  /// Returns when it has happened that many times. One test task at a time may wait.
  func wait(for text: String, times: Int = 1) async {
    for await _ in happened where count(text) >= times { return }
  }

  private var happened: some AsyncSequence<Void, Never> {
    stream.continuation.yield()
    return stream.stream
  }
}
