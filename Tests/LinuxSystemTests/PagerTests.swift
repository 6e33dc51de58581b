import Foundation
import LinuxSystem
import Testing

@Suite("A pager")
struct PagerTests {
  private let environment = ["PATH": "/usr/bin:/bin", "MOT": "dit"]

  @Test("gets the whole text, and its own environment")
  func whole() throws {
    let folder = try TemporaryFolder()
    let text = [UInt8](String(repeating: "une ligne de texte\n", count: 50_000).utf8)
    let shown = try Pager.show(
      text, through: "cat > '\(folder.path)/t'; echo $MOT >> '\(folder.path)/t'", environment: environment)
    #expect(shown)
    #expect([UInt8](try Data(contentsOf: URL(filePath: "\(folder.path)/t"))) == text + Array("dit\n".utf8))
  }

  @Test(
    "that is left before the end of the text, or ends badly, is no failure",
    arguments: ["true", "exit 3", "kill -9 $$"])
  func early(command: String) throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    #expect(try Pager.show(text, through: command, environment: environment))
  }

  @Test(
    "that is not there has shown nothing",
    arguments: ["aucun-pager", "aucun-pager -x 2> /dev/null", "/etc/passwd", "/aucun/pager"])
  func missing(command: String) throws {
    #expect(try !Pager.show(Array("texte\n".utf8), through: command, environment: environment))
  }

  @Test("leaves signals as they were")
  func signals() throws {
    func handlers() -> [Int] {
      [SIGINT, SIGQUIT, SIGPIPE].map { number in
        var action = sigaction()
        #expect(sigaction(number, nil, &action) == 0)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      }
    }
    let before = handlers()
    _ = try Pager.show([], through: "true", environment: environment)
    #expect(handlers() == before)
  }
}
