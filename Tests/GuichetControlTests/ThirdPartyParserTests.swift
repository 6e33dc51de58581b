import Foundation
import GuichetControl
import Testing

@Suite("A parser by others")
struct ThirdPartyParserTests {

  /// python-varlink, where somebody installed it (`pip install varlink`).
  private static let isInstalled = run("import varlink") == ""

  @Test(
    "reads the definition", .enabled(if: isInstalled, "python-varlink is not installed: pip install varlink"),
    arguments: [GuichetInterface.name, EssaiInterface.name])
  func python(name: String) {
    let description = name == GuichetInterface.name ? GuichetInterface.description : EssaiInterface.description
    let members = Definition(description).members.map(\.name).sorted()
    let script = """
      import sys
      from varlink.scanner import Interface
      interface = Interface(sys.stdin.read())
      print(interface.name, *sorted(interface.members))
      """
    #expect(Self.run(script, input: description) == ([name] + members).joined(separator: " ") + "\n")
  }

  /// What the script prints; nil when it fails or there is no Python.
  private static func run(_ script: String, input: String = "") -> String? {
    let process = Process()
    let (stdin, stdout) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try stdin.fileHandleForWriting.close()
      let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    } catch {
      return nil
    }
  }
}
