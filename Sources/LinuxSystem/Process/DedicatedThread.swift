internal import CLinux
internal import Glibc

/// A thread of its own for work that blocks (a watch, a socket, a database), so that it holds up no task.
///
/// The threads that run tasks are as few as the machine has processors: one that blocks there can stop the program.
public enum DedicatedThread {
  /// Runs the body on a new thread and waits for it without blocking one. Cancelling does nothing by itself: the body
  /// must be woken by what it waits on (`DirectoryWatch.stop()`, `UnixListener.close()`).
  /// - Parameter name: for top(1); at most 15 bytes.
  public static func run<Value: Sendable, Failure: Error>(
    _ name: String, _ body: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
      start(name) {
        do throws(Failure) {
          continuation.resume(returning: .success(try body()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }

  private final class Work {
    let name: String
    let body: @Sendable () -> Void

    init(_ name: String, _ body: @escaping @Sendable () -> Void) {
      self.name = name
      self.body = body
    }
  }

  /// Starts the body without waiting for it.
  static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(name, body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        clinux_name_thread(work.name)
        work.body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      // No thread to be had (EAGAIN): the work is done all the same, here, which blocks one of the few.
      work.takeRetainedValue().body()
      return
    }
    pthread_detach(thread)
  }
}
