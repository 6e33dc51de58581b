import Glibc
import LinuxSystem

/// A program that serves while a test runs; ended when the test lets go of it.
final class RunningProgram {
  private let pid: pid_t
  private var isOver = false

  /// - Parameter arguments: the first is the program, looked up in PATH.
  init(_ arguments: [String]) throws(SystemError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid = pid_t()
    let code = posix_spawnp(&pid, arguments[0], &actions, nil, words, environ)
    guard code == 0 else { throw SystemError(errno: code, operation: "lancement", path: arguments[0]) }
    self.pid = pid
  }

  deinit { end() }

  /// SIGKILL, and waits for the end.
  func end() {
    guard !isOver else { return }
    isOver = true
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  /// Returns when somebody listens there; looks every few milliseconds, for half a minute.
  func waitForSocket(_ path: String) async throws {
    for _ in 0..<1500 {
      do throws(SystemError) {
        _ = try UnixConnection(path)
        return
      } catch {
        guard error.isNotFound || error.errno == ECONNREFUSED else { throw error }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw SystemError(errno: ETIMEDOUT, operation: "attente de la socket", path: path)
  }
}
