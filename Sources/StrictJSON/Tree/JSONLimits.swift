/// How deep and how large a document may be.
public struct JSONLimits: Hashable, Sendable {

  /// What a tree may be walked through by recursion without fear for a thread's stack.
  private static let deepest = 1000
  /// Offsets are kept in 32 bits.
  private static let largest = Int(Int32.max)

  /// Objects and arrays inside each other: `[1]` has a depth of 1, `[[1]]` of 2. At most 1000.
  public let depth: Int
  /// Size of the whole text, in bytes. Less than 2 GiB.
  public let size: Int

  /// A depth of 64 and a size of 16 MiB.
  public static let standard = JSONLimits()

  /// Values beyond what can be held are lowered to it.
  public init(depth: Int = 64, size: Int = 16 << 20) {
    self.depth = min(max(depth, 0), Self.deepest)
    self.size = min(max(size, 0), Self.largest)
  }
}
