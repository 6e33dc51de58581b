import LinuxSystem
import StrictJSON
import Varlink

/// An interface with a method for each thing that a handler can do.
struct TestInterface: VarlinkInterface {
  let name = "org.example.test"

  let description = """
    interface org.example.test

    # Answers what it is given.
    method Echo(value: ?object) -> (value: ?object)

    # Counts up to a number, one reply each.
    method Count(to: int) -> (number: int)

    # Goes on until the caller has gone.
    method Flood() -> (text: string)

    # Returns without a reply of its own.
    method Rest() -> ()

    # Does not come back before it is let go.
    method Wait() -> ()

    # Answers an error of this interface.
    method Fail(reason: string) -> ()

    # Is declared and not there.
    method Later() -> ()

    # Nobody may call it.
    method Secret() -> ()

    # What is published.
    method Watch() -> (text: string)

    # Turns the connection over: each byte comes back as one that far from it.
    method Shift(by: int) -> (by: int)

    # Says that it turns the connection over, and only replies.
    method Muddle() -> ()

    # Who calls, as the kernel says.
    method Who() -> (uid: int, gid: int, groups: []int)

    error Failed (reason: string)

    error TooSlow ()

    """

  let upgrades: Set = ["Shift", "Muddle"]
  let readsTooSlowly: VarlinkError? = VarlinkError(name: "org.example.test.TooSlow")

  let happenings = Happenings()
  /// What `Wait` waits for.
  let letGo = AsyncStream<Void>.makeStream()
  /// What `Watch` tells, to one caller.
  let published = AsyncStream<String>.makeStream()

  func handle(_ call: VarlinkCall) async throws(VarlinkError) {
    happenings.add("\(call.method) begins")
    defer { happenings.add("\(call.method) ends") }
    switch call.method {
    case "Echo":
      try await call.reply { writer in
        writer.beginObject()
        if let value = call.parameters["value"] { writer.member("value", value) }
        writer.endObject()
      }
    case "Count":
      guard let end = call.parameters["to"]?.int, end > 0 else { throw .invalidParameter("to") }
      for number in 1..<end { try await call.replyContinues(["number": .int(Int64(number))]) }
      try await call.reply(["number": .int(Int64(end))])
    case "Flood":
      let text = JSONValue.string(String(repeating: "x", count: 256 << 10))
      while true {
        try await call.replyContinues(["text": text])
        happenings.add("flooded")
      }
    case "Rest":
      return
    case "Wait":
      for await _ in letGo.stream { break }
      if Task.isCancelled { happenings.add("\(call.method) is cancelled") }
    case "Fail":
      throw VarlinkError(
        name: "\(name).Failed", parameters: ["reason": .string(call.parameters["reason"]?.string ?? "")])
    case "Watch":
      try await call.feed { feed throws(VarlinkError) in
        for await text in published.stream {
          try feed.offer(["text": .string(text)])
          happenings.add("offered")
        }
      }
      try await call.reply(["text": "end"])
    case "Shift":
      guard let by = call.parameters["by"]?.int, let by = UInt8(exactly: by) else { throw .invalidParameter("by") }
      try await call.upgrade(["by": .int(Int64(by))]) { [happenings] connection throws(VarlinkError) in
        while let bytes = try await connection.read() {
          try await connection.write(bytes.map { $0 &+ by })
        }
        happenings.add("session ends")
      }
    case "Muddle":
      try await call.reply()
    case "Secret":
      throw .permissionDenied
    case "Later":
      throw call.methodNotImplemented
    case "Who":
      try await call.reply([
        "uid": .int(Int64(call.peer.uid)), "gid": .int(Int64(call.peer.gid)),
        "groups": .array(call.peer.groups.sorted().map { .int(Int64($0)) }),
      ])
    default:
      throw call.methodNotFound
    }
  }
}
