import Foundation
import GuichetTestSupport
import StrictJSON

/// A program in a real pseudo-terminal, by python3: what it shows, and in what state it leaves the terminal.
final class FakeTerminal {
  private let python: LiveProgram
  private var answers = 0

  static let canBeMade = (try? ProgramRun("/usr/bin/env", ["python3", "-c", "import pty, termios"]).status) == 0

  /// - Parameter arguments: of the `guichetctl` that was built with the tests.
  init(rows: Int, columns: Int, _ arguments: [String]) throws {
    python = try LiveProgram(
      "/usr/bin/env",
      ["python3", "-c", Self.script, "\(rows)", "\(columns)", BuiltProgram.path("guichetctl")] + arguments,
      environment: ["NO_COLOR": "1", "TERM": "xterm-256color"])
  }

  /// What the terminal shows once it shows that; fails after half a minute.
  func screen(showing text: String) throws -> [String] { try lines(ask("wait", text)) }

  /// What it shows once it does not show that any more.
  func screen(without text: String) throws -> [String] { try lines(ask("absent", text)) }

  func resize(rows: Int, columns: Int) throws { _ = try ask("resize", "\(rows) \(columns)") }

  func type(_ keys: String) throws { _ = try ask("type", keys) }

  func signal(_ name: String) throws { _ = try ask("signal", name) }

  /// Waits until the program is stopped.
  func stopped() throws -> State { State(try ask("stopped", "")) }

  /// Waits until the program has ended.
  func ended() throws -> State { State(try ask("ended", "")) }

  /// Hangs the terminal up, and waits for the end.
  func hungUp() throws -> State { State(try ask("hangup", "")) }

  struct State {
    /// As the program ended; negative for a signal, nil while it has not.
    let status: Int?
    /// The settings are those that were found.
    let isAsFound: Bool
    let isOnMainScreen: Bool
    let showsCursor: Bool
    let wraps: Bool
    /// How often anything was written beyond a line's end, or below the last line.
    let overflows: Int
    /// What stands on the main screen.
    let text: String

    init(_ json: JSON) {
      status = json["status"]?.int
      isAsFound = json["found"]?.bool ?? false
      isOnMainScreen = json["main"]?.bool ?? false
      showsCursor = json["cursor"]?.bool ?? false
      wraps = json["wraps"]?.bool ?? false
      overflows = json["overflows"]?.int ?? -1
      text = json["text"]?.string ?? ""
    }

    var isRestored: Bool { isAsFound && isOnMainScreen && showsCursor && wraps && overflows == 0 }
  }

  private func lines(_ json: JSON) throws -> [String] {
    guard json["met"]?.bool == true else { throw NotShown(screen: json["screen"]?.elements.compactMap(\.string) ?? []) }
    return json["screen"]?.elements.compactMap(\.string) ?? []
  }

  struct NotShown: Error {
    let screen: [String]
  }

  private func ask(_ command: String, _ argument: String) throws -> JSON {
    let words: JSONValue = [.string(command), .string(argument)]
    try python.tell(String(decoding: words.bytes(), as: UTF8.self))
    answers += 1
    let wanted = answers
    let output = try python.output { $0.wholeLines >= wanted }
    let line = output.split(separator: "\n").last ?? ""
    return try JSON.parse(Array(line.utf8))
  }

  /// Understands what a full-screen program of ours writes, and complains of what runs over.
  private static let script = #"""
    import fcntl, json, os, pty, re, select, signal, struct, sys, termios, time, unicodedata
    rows, columns = int(sys.argv[1]), int(sys.argv[2])
    def size(fd):
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    ready, go = os.pipe()
    pid, master = pty.fork()
    if pid == 0:
        # The terminal has its size before the program looks.
        os.read(ready, 1)
        os.execv(sys.argv[3], sys.argv[3:])
    size(master)
    before = termios.tcgetattr(master)
    os.write(go, b"x")
    screens = {True: {}, False: {}}
    state = {"main": True, "cursor": True, "wraps": True, "overflows": 0, "at": [0, 0], "status": None, "stopped": False}
    pending = ""
    hung = False
    token = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])|([^\x1b])", re.S)
    def width(c):
        if unicodedata.combining(c): return 0
        return 2 if unicodedata.east_asian_width(c) in "WF" else 1
    def show(text):
        global pending
        text, pending = pending + text, ""
        end = text.rfind("\x1b")
        if end >= 0 and not token.match(text, end): text, pending = text[:end], text[end:]
        for found in token.finditer(text):
            argument, final, character = found.groups()
            screen = screens[state["main"]]
            if character:
                if character == "\r": state["at"][1] = 0
                elif character == "\n":
                    state["at"][0] += 1
                    if not state["main"]: state["overflows"] += 1
                else:
                    row, column = state["at"]
                    if not state["main"] and (row >= rows or column + width(character) > columns): state["overflows"] += 1
                    screen[(row, column)] = character
                    state["at"][1] += width(character)
            elif final == "H":
                row, column = (argument.split(";") + ["1"])[:2] if argument else ("1", "1")
                state["at"] = [int(row) - 1, int(column) - 1]
            elif final == "J": screen.clear()
            elif final == "K":
                for place in [place for place in screen if place[0] == state["at"][0]]: del screen[place]
            elif argument == "?1049": state["main"] = final == "l"
            elif argument == "?25": state["cursor"] = final == "h"
            elif argument == "?7": state["wraps"] = final == "h"
    def lines():
        screen = screens[state["main"]]
        last = max([row for row, _ in screen], default=-1)
        return ["".join(screen.get((row, column), " ") for column in range(columns)).rstrip() for row in range(last + 1)]
    decoder = __import__("codecs").getincrementaldecoder("utf-8")("replace")
    def pump(seconds):
        global hung
        if hung:
            time.sleep(min(seconds, 0.02))
        elif select.select([master], [], [], seconds)[0]:
            try: data = os.read(master, 65536)
            except OSError: data = b""
            if data: show(decoder.decode(data))
            else: hung = True
        if state["status"] is None:
            done, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED | os.WCONTINUED)
            if done and os.WIFSTOPPED(status): state["stopped"] = True
            elif done and os.WIFCONTINUED(status): state["stopped"] = False
            elif done: state["status"] = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    def until(condition):
        limit = time.monotonic() + 30
        while not condition():
            if time.monotonic() > limit: return False
            pump(0.02)
        return True
    def report():
        for _ in range(5): pump(0.01)
        try: found = termios.tcgetattr(master) == before
        except termios.error: found = None
        return {**{name: state[name] for name in ("status", "main", "cursor", "wraps", "overflows")}, "found": found,
            "text": "\n".join(lines())}
    # The program's words come one by one, while the terminal goes on being read.
    while True:
        while not select.select([sys.stdin], [], [], 0)[0]: pump(0.02)
        line = sys.stdin.readline()
        if not line: os.kill(pid, signal.SIGKILL) if state["status"] is None else None; break
        command, argument = json.loads(line)
        answer = {}
        if command == "wait": answer = {"met": until(lambda: any(argument in line for line in lines())), "screen": lines()}
        if command == "absent": answer = {"met": until(lambda: not any(argument in line for line in lines())), "screen": lines()}
        if command == "resize":
            rows, columns = map(int, argument.split())
            screens[False].clear()
            size(master)
        if command == "type": os.write(master, argument.encode())
        if command == "signal":
            state["stopped"] = False
            os.kill(pid, getattr(signal, "SIG" + argument))
        if command == "stopped":
            until(lambda: state["stopped"])
            answer = report()
        if command == "ended":
            until(lambda: state["status"] is not None)
            answer = report()
        if command == "hangup":
            os.close(master)
            hung = True
            until(lambda: state["status"] is not None)
            answer = {"status": state["status"]}
        print(json.dumps(answer), flush=True)
    """#
}
