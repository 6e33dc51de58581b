internal import CLinux
internal import Glibc

/// Another program of the user's choice that shows a long text on the terminal, screen by screen.
public enum Pager {
  /// Hands the text to the program and waits until the person has done with it. One that is left before the end of the
  /// text is no failure.
  ///
  /// While it runs, keys that would interrupt this program are its own affair: it must give the terminal back in order.
  ///
  /// - Parameters:
  ///   - command: a program's name, or a line for the shell where it has more than that.
  ///   - environment: all that the program gets.
  /// - Returns: false when there is no such program; nothing has been shown then.
  public static func show(
    _ bytes: [UInt8], through command: String, environment: [String: String]
  ) throws(SystemError) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard clinux_pipe(&ends) == 0 else { throw SystemError.last("création d’un tube") }
    var writing: Descriptor? = Descriptor.adopt(ends[1])
    let signals = [SIGINT, SIGQUIT, SIGPIPE]
    let handlers = signals.map { clinux_ignore_signal($0) }
    defer { for (signal, handler) in zip(signals, handlers) { clinux_handle_signal(signal, handler) } }

    let isPlain = !command.utf8.contains { "|&;<>()$`\\\"' \t\n*?[#~=%".utf8.contains($0) }
    let words = isPlain ? [command] : ["/bin/sh", "-c", command]
    var pid = pid_t()
    let code = spawn(words, input: ends[0], defaults: signals, environment, &pid)
    // Only the pager holds that end from now on, or its end would not be noticed here.
    _ = close(ends[0])
    if isPlain, code == ENOENT || code == EACCES { return false }
    guard code == 0 else { throw SystemError(errno: code, operation: "lancement du pager", path: command) }

    do throws(SystemError) {
      try writing?.writeAll(bytes)
    } catch  where error.errno == EPIPE {
      // The person has seen enough, or the shell found no such program, which its status tells.
    } catch {
      writing = nil
      _ = wait(pid)
      throw error
    }
    writing = nil
    let status = wait(pid)
    // What a shell answers where the program is missing or cannot be run.
    return isPlain || (status != 127 && status != 126)
  }

  /// The errno, or 0.
  private static func spawn(
    _ words: [String], input: Int32, defaults signals: [Int32], _ environment: [String: String], _ pid: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in signals { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&pid, words[0], &actions, &attributes, arguments + [nil], variables + [nil])
  }

  /// The status with which it ended; 0 where a signal ended it.
  private static func wait(_ pid: pid_t) -> Int32 {
    var status: Int32 = 0
    guard retrying({ waitpid(pid, &status, 0) }) == pid, status & 0x7F == 0 else { return 0 }
    return (status >> 8) & 0xFF
  }
}
