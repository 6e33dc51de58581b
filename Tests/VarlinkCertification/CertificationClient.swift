import StrictJSON
package import VarlinkClient

/// The client's side of `org.varlink.certification`: calls one method after the other, each with what the last replied.
package struct CertificationClient {
  private let connection: VarlinkConnection
  private let id: JSONMember

  /// - Returns: the names of the methods that were called, in order.
  /// - Throws: at the first that is not answered as it should be.
  package static func run(_ connection: VarlinkConnection) throws -> [String] {
    let id = try connection.call(name("Start"))["client_id"]?.string ?? ""
    let client = CertificationClient(connection: connection, id: JSONMember("client_id", .string(id)))
    var called = ["Start"]
    var last: JSONValue = [:]
    for number in 1...9 {
      let method = "Test0\(number)"
      last = JSONValue(try connection.call(name(method), client.parameters(last)))
      called.append(method)
    }
    var stream = try connection.stream(name("Test10"), client.parameters(only("mytype", of: last)))
    var replies: [JSONValue] = []
    while let reply = try stream.next() { replies.append(.string(reply["string"]?.string ?? "")) }
    try connection.tell(name("Test11"), client.parameters(["last_more_replies": .array(replies)]))
    let end = try connection.call(name("End"), client.parameters([:]))
    guard end["all_ok"]?.bool == true else { throw VarlinkFailure.malformed("« all_ok » n’est pas vrai.") }
    return called + ["Test10", "Test11", "End"]
  }

  private static func name(_ method: String) -> String { "org.varlink.certification.\(method)" }

  /// That member alone: servers may answer more of it.
  private static func only(_ key: String, of value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members.filter { $0.key == key })
  }

  private func parameters(_ more: JSONValue) -> JSONValue {
    guard case .object(let members) = more else { return more }
    return .object([id] + members)
  }
}
