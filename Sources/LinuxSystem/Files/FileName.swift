internal import Glibc

/// The name of one entry of a directory: any bytes but `/` and NUL, as Linux has it, and neither empty, `.` nor `..`.
public struct FileName: Hashable, Sendable {
  /// The bytes and a NUL, so that system calls take them as they lie.
  private let terminated: [UInt8]

  /// Nil where the bytes cannot be a name.
  public init?(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, !bytes.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") }),
      !(bytes.count <= 2 && bytes.allSatisfy { $0 == UInt8(ascii: ".") })
    else { return nil }
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  /// Nil where the text cannot be a name.
  public init?(_ text: String) {
    self.init(text.utf8)
  }

  /// A name as the kernel gave it, without its NUL.
  init(ofEntry bytes: UnsafeRawBufferPointer) {
    terminated = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      buffer[bytes.count] = 0
      count = bytes.count + 1
    }
  }

  /// The name without a terminating NUL.
  public var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// Length in bytes.
  public var count: Int { terminated.count - 1 }

  public func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { terminated.starts(with: $0) }
  }

  public func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { bytes in
      count >= bytes.count && terminated[(count - bytes.count)..<count].elementsEqual(bytes)
    }
  }

  /// The name as the C string that system calls want.
  @inline(__always)
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result? {
    terminated.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress.map(body) }
    }
  }
}

extension FileName: Comparable {
  /// All bytes at once: the hash that would be made up by itself takes them one by one.
  public func hash(into hasher: inout Hasher) {
    terminated.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// By bytes.
  public static func < (left: FileName, right: FileName) -> Bool {
    left.terminated.withUnsafeBufferPointer { left in
      right.terminated.withUnsafeBufferPointer { right in
        // The NULs at their ends make a shorter name come before the longer that begins with it.
        guard let start = left.baseAddress, let other = right.baseAddress else { return false }
        return memcmp(start, other, min(left.count, right.count)) < 0
      }
    }
  }
}

extension FileName: CustomStringConvertible {
  /// The name for people: what is no UTF-8 becomes U+FFFD, and characters that would not show, or that would change how
  /// the rest shows, become `\u{…}`. Two names may share one description.
  public var description: String {
    String(decoding: bytes, as: UTF8.self).withControlsVisible
  }
}

extension String {
  /// The text with control, format and line-separating characters written as `\u{…}`.
  var withControlsVisible: String {
    guard unicodeScalars.contains(where: \.isHidden) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isHidden {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
