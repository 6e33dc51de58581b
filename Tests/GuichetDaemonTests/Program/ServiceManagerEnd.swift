import Glibc
import LinuxSystem
import Testing

/// A service manager's end of sd_notify.
struct ServiceManagerEnd {
  let path: String
  private let socket: Descriptor

  init(_ path: String) throws {
    self.path = path
    socket = Descriptor.adopt(
      Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let raw = socket.raw
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  /// What it was told by now.
  func told() throws -> [String] {
    var messages: [String] = []
    var buffer = [UInt8](repeating: 0, count: 200)
    while case let count = recv(socket.raw, &buffer, buffer.count, 0), count > 0 {
      messages.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
    return messages
  }

  /// The next thing that it is told but for signs of life, waited for; a minute at most.
  func next() throws -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    while true {
      var wait = pollfd(fd: socket.raw, events: Int16(POLLIN), revents: 0)
      try #require(poll(&wait, 1, 60_000) > 0)
      let count = recv(socket.raw, &buffer, buffer.count, 0)
      try #require(count > 0)
      let message = String(decoding: buffer[..<count], as: UTF8.self)
      if !message.hasPrefix("WATCHDOG") { return message }
    }
  }
}
