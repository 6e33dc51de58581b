import Foundation
import Guichet
import GuichetTestSupport
import Testing

/// The C library of the system, through the interpreter that calls its `localtime_r` after `tzset`.
private enum CLibrary {
  static let script = """
    import os, sys, time
    answers = []
    for line in sys.stdin.read().splitlines():
        zone, *seconds = line.split()
        os.environ["TZ"] = ":" + zone
        time.tzset()
        answers.append(" ".join(str(time.localtime(int(second)).tm_gmtoff) for second in seconds))
    print("\\n".join(answers))
    """

  static let isThere: Bool = {
    do {
      return try ProgramRun("/usr/bin/env", ["python3", "-c", "import time; time.tzset()"]).status == 0
    } catch {
      return false
    }
  }()

  /// Offsets by zone, in the order asked.
  static func offsets(_ questions: [(zone: String, seconds: [Int64])]) throws -> [[Int]] {
    let input = questions.map { "\($0.zone) \($0.seconds.map(String.init).joined(separator: " "))" }
    let run = try ProgramRun("/usr/bin/env", ["python3", "-c", script], input: input.joined(separator: "\n"))
    #expect(run.errors == "")
    return run.output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
  }
}

@Suite("Every time zone of the system")
struct FuseauCLibraryTests {
  static let folder = URL(filePath: "/usr/share/zoneinfo")

  /// Names of all zones but the copies below `posix/` and those that count leap seconds.
  static func zones() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
      guard !name.hasPrefix("right/"), !name.hasPrefix("posix/") else { return false }
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else { return false }
      return try Data(contentsOf: file).prefix(4) == Data("TZif".utf8)
    }
  }

  @Test(
    "has the offsets of the C library at 100 000 instants",
    .enabled("python3 is needed to ask the C library, with the system's tzdata") {
      CLibrary.isThere && FileManager.default.fileExists(atPath: folder.path)
    })
  func sameAsCLibrary() throws {
    let names = try Self.zones()
    #expect(names.count > 400)
    let each = 100_000 / names.count + 1
    var generator = SeededGenerator(seed: 2026)
    var zones: [Fuseau] = []
    var questions: [(zone: String, seconds: [Int64])] = []
    for name in names {
      let zone = try FuseauTests.zone(name)
      // Half at any time from 1850 to 2220, half within a second of a change of clocks.
      let span = Int64(-3_786_825_600)...7_889_238_000
      let changes = zone.changements(
        after: Instant(microseconds: span.lowerBound * 1_000_000),
        through: Instant(microseconds: span.upperBound * 1_000_000))
      let seconds = (0..<each).map { index in
        guard index.isMultiple(of: 2), let change = changes.randomElement(using: &generator) else {
          return Int64.random(in: span, using: &generator)
        }
        return change.instant.seconds + Int64.random(in: -1...1, using: &generator)
      }
      zones.append(zone)
      questions.append((name, seconds))
    }
    let answers = try CLibrary.offsets(questions)
    try #require(answers.count == questions.count)
    for (zone, (question, answer)) in zip(zones, zip(questions, answers)) {
      let offsets = question.seconds.map { zone.offset(at: Instant(microseconds: $0 * 1_000_000)) }
      #expect(offsets == answer, "\(zone.nom)")
    }
  }

  @Test(
    "never has its clocks go back before what they have reached",
    arguments: [
      "Europe/Paris", "America/Miquelon",
      "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia", "Australia/Lord_Howe", "America/Nuuk", "Asia/Beirut",
    ])
  func reaching(name: String) throws {
    let zone = try FuseauTests.zone(name)
    let start = try #require(Instant(rfc3339: "2005-01-01T00:00:00Z"))
    let end = try #require(Instant(rfc3339: "2060-01-01T00:00:00Z"))
    for change in zone.changements(after: start, through: end) {
      let civil = change.instant.seconds + Int64(change.avant)
      var last = Int64.min
      var wrong: [Int64] = []
      for wanted in stride(from: civil - 90_000, to: civil + 90_000, by: 1200) {
        let second = zone.firstSecond(reaching: wanted)
        func shown(_ second: Int64) -> Int64 {
          second + Int64(zone.offset(at: Instant(microseconds: second * 1_000_000)))
        }
        // Reached, for the first time, and not before what is earlier on the clock.
        if second < last || shown(second) < wanted || shown(second - 1) >= wanted { wrong.append(wanted) }
        last = second
      }
      #expect(wrong.isEmpty, "\(name) around \(change.instant.seconds)")
    }
  }
}
