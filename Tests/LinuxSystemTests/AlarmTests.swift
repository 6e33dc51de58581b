import LinuxSystem
import Testing

@Suite("An alarm on the wall clock")
struct AlarmTests {
  @Test("rings at once for a moment that has passed, and once for one to come")
  func rings() async throws {
    let alarm = try Alarm()
    let soon = SystemClock.wallMicroseconds + 20_000
    let rings = try await DedicatedThread.run("test") { () throws(SystemError) in
      [try alarm.wait(until: 0), try alarm.wait(until: soon)]
    }
    #expect(rings == [.reached, .reached])
    #expect(SystemClock.wallMicroseconds >= soon)
  }

  @Test("is woken, also before it waits, and stopped for good")
  func woken() async throws {
    let alarm = try Alarm()
    let hour = SystemClock.wallMicroseconds + 3_600_000_000
    alarm.wake()
    async let first = DedicatedThread.run("test") { () throws(SystemError) in try alarm.wait(until: hour) }
    #expect(try await first == .woken)
    async let second = DedicatedThread.run("test") { () throws(SystemError) in try alarm.wait(until: nil) }
    alarm.stop()
    #expect(try await second == .stopped)
    #expect(try await DedicatedThread.run("test") { () throws(SystemError) in try alarm.wait(until: hour) } == .stopped)
  }
}
