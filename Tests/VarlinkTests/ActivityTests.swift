import Testing
import Varlink

@Suite("What a connection is doing")
struct ActivityTests {
  let limits = VarlinkLimits(idleTime: .seconds(300), writeTime: .seconds(30))
  let start = ContinuousClock.now

  @Test(
    "is too little when no call comes for the idle time",
    arguments: [(0, false), (299, false), (300, true), (9000, true)]
  )
  func idle(seconds: Int, isOver: Bool) {
    var activity = Activity(now: start)
    #expect(activity.verdict(now: start + .seconds(seconds), limits: limits) == (isOver ? .idleTooLong : .fine))
  }

  @Test("is never too long while a call is served, and idle anew from its end")
  func working() {
    var activity = Activity(now: start)
    activity.callBegins()
    #expect(activity.verdict(now: start + .seconds(9000), limits: limits) == .fine)
    activity.callEnds(now: start + .seconds(9000))
    #expect(activity.verdict(now: start + .seconds(9299), limits: limits) == .fine)
    #expect(activity.verdict(now: start + .seconds(9300), limits: limits) == .idleTooLong)
  }

  @Test("is too slow when the peer takes none of the messages that wait, counted from the last that it took")
  func writing() {
    var activity = Activity(now: start)
    activity.callBegins()
    activity.writeBegins(now: start)
    activity.writeBegins(now: start + .seconds(20))
    activity.writeEnds(now: start + .seconds(25))
    #expect(activity.verdict(now: start + .seconds(54), limits: limits) == .fine)
    #expect(activity.verdict(now: start + .seconds(55), limits: limits) == .readsTooSlowly)
  }

  @Test("is told once")
  func once() {
    var activity = Activity(now: start)
    #expect(activity.verdict(now: start + .seconds(300), limits: limits) == .idleTooLong)
    #expect(activity.verdict(now: start + .seconds(301), limits: limits) == .fine)
  }
}

@Suite("Bytes of a peer")
struct MessageBufferTests {

  @Test("are cut into the same messages, whatever the pieces that they come in", arguments: 1...12)
  func pieces(size: Int) throws {
    let messages = ["", "a", "bcdefgh", "", "ij"]
    let bytes = messages.flatMap { Array($0.utf8) + [0] } + Array("rest".utf8)
    var buffer = MessageBuffer(limit: 7)
    var cut: [String] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      buffer.append(bytes[start..<min(start + size, bytes.count)])
      while let message = try buffer.next() { cut.append(String(decoding: message, as: UTF8.self)) }
    }
    #expect(cut == messages)
  }

  @Test("may hold as much without a NUL as the limit, and no more", arguments: [(7, false), (8, true)])
  func limit(count: Int, isTooLong: Bool) {
    var buffer = MessageBuffer(limit: 7)
    buffer.append([0, 0] + [UInt8](repeating: 1, count: count))
    var fault: MessageFault?
    do throws(MessageFault) {
      while try buffer.next() != nil {}
    } catch {
      fault = error
    }
    #expect(fault == (isTooLong ? .tooLong(limit: 7) : nil))
  }
}
