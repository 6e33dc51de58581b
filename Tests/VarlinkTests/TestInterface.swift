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

    # Who calls, as the kernel says.
    method Who() -> (uid: int, gid: int, groups: []int)

    error Failed (reason: string)

    """

  let happenings = Happenings()
  /// What `Wait` waits for.
  let letGo = AsyncStream<Void>.makeStream()

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
