import Glibc

/// A program that runs beside this one, and what it costs.
final class ChildProcess {

  /// What the system counted of a process that has ended.
  struct Usage {
    /// 0 for success; 128 and the signal when one ended it.
    let status: Int32
    /// User and system time, all threads.
    let cpuSeconds: Double
    /// Largest resident size, in bytes.
    let peakMemory: Int
  }

  private let path: String
  private let pid: pid_t
  private var ended: Usage?

  /// Starts a program.
  ///
  /// - Parameter output: the file that takes what it says, so that it never mixes with our own answer.
  init(_ path: String, _ arguments: [String], output: String) throws(BenchFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, path, &actions, nil, words + [nil], environ)
    guard code == 0 else {
      throw BenchFailure("Lancement de « \(path) » impossible : \(String(cString: strerror(code))).")
    }
    self.path = path
    self.pid = pid
  }

  func signal(_ signal: Int32) {
    if ended == nil { kill(pid, signal) }
  }

  /// Whether it still runs.
  func isRunning() throws(BenchFailure) -> Bool {
    try reap(WNOHANG) == nil
  }

  /// Waits for its end.
  func wait() throws(BenchFailure) -> Usage {
    while true {
      if let usage = try reap(0) { return usage }
    }
  }

  /// User and system time until now, in seconds.
  var cpuSeconds: Double {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func reap(_ options: Int32) throws(BenchFailure) -> Usage? {
    if let ended { return ended }
    var status: Int32 = 0
    var usage = rusage()
    let found = wait4(pid, &status, options, &usage)
    if found == 0 || (found < 0 && errno == EINTR) { return nil }
    guard found == pid else { throw .last("Attente de « \(path) » impossible") }
    let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    let signal = status & 0x7F
    ended = Usage(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, cpuSeconds: times[0] + times[1],
      peakMemory: usage.ru_maxrss * 1024)
    return ended
  }
}
