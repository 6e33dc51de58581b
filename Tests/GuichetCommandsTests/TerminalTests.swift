import GuichetTestSupport
import Testing

@Suite("The built command on a real terminal", .enabled(if: Python.isThere, "python3 is not installed"))
struct TerminalTests {
  /// Runs the command on a terminal of ten rows; the conversation is the script's own.
  private func run(_ conversation: String, _ root: TemporaryRoot) throws -> [String] {
    let script = """
      import fcntl, os, pty, socket, struct, sys, termios, threading
      program, root = sys.argv[1], sys.argv[2]

      class Terminal:
          def __init__(self, arguments, **environment):
              ready, go = os.pipe()
              self.pid, self.fd = pty.fork()
              if self.pid == 0:
                  os.read(ready, 1)
                  for name in ("PAGER", "GUICHET_PAGER", "LESS", "NO_COLOR"): os.environ.pop(name, None)
                  os.environ.update(environment, TERM="xterm")
                  os.execv(program, [program] + arguments)
              fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 10, 100, 0, 0))
              os.write(go, b"x")
              self.seen = b""

          def read(self, until=None):
              while until is None or until.encode() not in self.seen:
                  try: piece = os.read(self.fd, 65536)
                  except OSError: break
                  if not piece: break
                  self.seen += piece

          def end(self):
              self.read()
              status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
              print(status, repr(self.seen.decode()), sep="\\n")

      """
    let ran = try ProgramRun(
      "/usr/bin/env", ["python3", "-c", script + conversation, BuiltProgram.path("guichetctl"), root.path])
    #expect(ran.status == 0 && ran.errors.isEmpty, "\(ran.errors)")
    return ran.output.split(separator: "\n").map(String.init)
  }

  private func refused(_ count: Int) throws -> (TemporaryRoot, String) {
    let root = try TemporaryRoot()
    for number in 0..<count { try root.write("{", as: "\(number).json") }
    return (root, "['formulaire', 'verifier'] + [f'{root}/{n}.json' for n in range(\(count))]")
  }

  @Test("pages a long answer, keeps its exit status, and is not ended by the keys that are the pager's")
  func pager() throws {
    let (root, arguments) = try refused(30)
    let ran = try run(
      """
      slow = "trap 'echo RENDU; exit 3' INT; cat > $TEXTE; echo PRET; while :; do sleep 0.01; done"
      terminal = Terminal(\(arguments), GUICHET_PAGER=slow, TEXTE=f"{root}/texte")
      terminal.read(until="PRET")
      os.write(terminal.fd, b"\\x03")
      terminal.end()
      """, root)
    #expect(ran.first == "1")
    #expect(ran.last == "'PRET\\r\\n^CRENDU\\r\\n'")
    let text = String(decoding: try root.bytes(of: "texte"), as: UTF8.self)
    #expect(text.contains("\(root.path)/29.json : refusé (JSON invalide)") && text.contains("\u{1B}[31m"))
  }

  @Test("writes a long answer where the pager is missing or the option says so, and a short one always")
  func plain() throws {
    let (root, arguments) = try refused(30)
    let ran = try run(
      """
      Terminal(\(arguments), GUICHET_PAGER="aucun-pager").end()
      Terminal(\(arguments) + ["--sans-pager"], GUICHET_PAGER="echo PAGER").end()
      Terminal(["formulaire", "verifier", f"{root}/1.json"], GUICHET_PAGER="echo PAGER").end()
      """, root)
    #expect(ran.count == 6 && stride(from: 0, to: 6, by: 2).allSatisfy { ran[$0] == "1" })
    #expect(stride(from: 1, to: 6, by: 2).allSatisfy { ran[$0].contains("1.json : refusé") })
    #expect(!ran.joined().contains("PAGER"))
  }

  @Test("tells what it awaits from a daemon that takes long, and takes it back before the answer")
  func awaited() throws {
    let ran = try run(
      """
      listener = socket.socket(socket.AF_UNIX)
      listener.bind(f"{root}/s")
      listener.listen()
      shown = threading.Event()
      def serve():
          connection = listener.accept()[0]
          while b"\\0" not in connection.recv(65536): pass
          shown.wait()
          connection.sendall(b'{"error":"fr.caf.guichet.Indisponible","parameters":{"message":"Un essai."}}\\0')
      threading.Thread(target=serve, daemon=True).start()
      terminal = Terminal(["journal", "verifier", "--socket", f"{root}/s"])
      terminal.read(until="…")
      shown.set()
      terminal.end()
      """, try TemporaryRoot())
    #expect(ran.first == "69")
    #expect(
      ran.last
        == "'\\rVérification du journal…\\x1b[K\\r\\x1b[KErreur : Un essai.\\r\\nRéessayez dans un moment.\\r\\n'")
  }
}

private enum Python {
  static let isThere = (try? ProgramRun("/usr/bin/env", ["python3", "--version"]).status) == 0
}
