internal import Synchronization

/// A line on the error stream that comes up only while something takes long, and goes when it is over.
public final class SlowNotice: Sendable {
  private let over: WakeUp
  private let gone: WakeUp
  private let isShown = Atomic(false)

  /// - Parameters:
  ///   - line: without its end, short enough for one line of the terminal.
  ///   - delay: until it comes up.
  public init(_ line: String, after delay: Duration) throws(SystemError) {
    over = try WakeUp()
    gone = try WakeUp()
    let deadline = ContinuousClock.now + delay
    DedicatedThread.start("attente") { [self] in
      defer { gone.wake() }
      do throws(SystemError) {
        guard try over.wait(for: nil, until: deadline) == .timeout else { return }
      } catch {
        // Without a way to wait there is no line either: what it tells of goes on.
        return
      }
      isShown.store(true, ordering: .releasing)
      StandardError.write("\r\(line)\u{1B}[K")
    }
  }

  /// Takes the line away; what is written from now on begins on a clean one.
  public func end() {
    over.stop()
    do throws(SystemError) {
      _ = try gone.wait(for: nil, until: nil)
    } catch {
      return
    }
    if isShown.load(ordering: .acquiring) { StandardError.write("\r\u{1B}[K") }
  }
}
