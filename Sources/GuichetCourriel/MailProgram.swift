import Glibc
import LinuxSystem

/// The program that takes mails: `sendmail -i -t`, or what the installation has in its place.
package struct MailProgram: Sendable {
  /// Absolute path.
  package let path: String
  package let arguments: [String]

  package init(path: String = "/usr/sbin/sendmail", arguments: [String] = ["-i", "-t"]) {
    self.path = path
    self.arguments = arguments
  }

  /// Runs the program, without a shell, with the mail on its standard input, and waits for its end.
  ///
  /// - Parameter scratch: a folder for what it writes on its outputs, which may name people and so goes into no log.
  /// - Returns: its exit status (128 and the number of the signal that ended it), and the beginning of what it wrote.
  func run(with mail: Descriptor, scratch: String) throws(SystemError) -> (status: Int32, said: String) {
    let output = try Self.anonymousFile(in: scratch)
    var process = pid_t()
    let code = spawn(input: mail.raw, output: output.raw, &process)
    guard code == 0 else { throw SystemError(errno: code, operation: "lancement du programme", path: path) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw SystemError(errno: errno, operation: "attente du programme", path: path) }
    }
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, Self.beginning(of: output))
  }

  private func spawn(input: Int32, output: Int32, _ process: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (output, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    // It must not inherit that our threads block the signals that stop us.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    return posix_spawn(&process, path, &actions, &attributes, words + [nil], environ)
  }

  /// A file that has no name and goes with its descriptor: unlike a pipe, it never makes its writer wait.
  private static func anonymousFile(in folder: String) throws(SystemError) -> Descriptor {
    var template = Array("\(folder)/.sortie.XXXXXX".utf8CString)
    let raw = mkstemp(&template)
    guard raw >= 0, fcntl(raw, F_SETFD, FD_CLOEXEC) == 0 else {
      throw SystemError(errno: errno, operation: "création d’un fichier temporaire", path: folder)
    }
    unlink(template)
    return Descriptor.adopt(raw)
  }

  private static func beginning(of output: Descriptor) -> String {
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, pread(output.raw, buffer.baseAddress, buffer.count, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
