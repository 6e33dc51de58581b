import Glibc
import LinuxSystem

/// A program that a test runs to its end.
struct Program {
  let status: Int32
  /// Standard output and error, as they came.
  let output: String

  /// Whether a program of that name is in the PATH and says its version.
  static func isThere(_ name: String) async -> Bool {
    do {
      return try await run([name, "--version"]).status == 0
    } catch {
      return false
    }
  }

  /// - Parameter arguments: the first is the program, looked up in PATH.
  static func run(_ arguments: [String]) async throws -> Program {
    try await DedicatedThread.run("programme") { () throws in
      let folder = try TemporaryFolder()
      let path = folder.path + "/sortie"
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
      let words = arguments.map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      var pid = pid_t()
      let code = posix_spawnp(&pid, arguments[0], &actions, nil, words, environ)
      guard code == 0 else { throw SystemError(errno: code, operation: "lancement", path: arguments[0]) }
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      let output = try WholeFile.read(path, limit: 1 << 20)
      return Program(status: (status >> 8) & 0xFF, output: String(decoding: output, as: UTF8.self))
    }
  }
}
