/// One value of a parsed document.
///
/// A cursor: it holds the document and a place in it, and is cheap to copy. Nothing is decoded before it is asked for. The
/// text of the document is kept in memory as long as any of its values.
///
/// ```swift
/// let form = try JSON.parse(bytes)
/// let name = form["demandeur"]?["nom"]?.string
/// ```
public struct JSON: Sendable {
  let document: Document
  let index: Int

  /// The kinds of value that RFC 8259 knows.
  public enum Kind: Hashable, Sendable {
    case null, bool, number, string, array, object
  }

  /// Reads a document: UTF-8 without byte order mark, by RFC 8259 and nothing beyond it.
  ///
  /// Keys that come twice are let through, as the RFC does: see `duplicateKeys`.
  ///
  /// - Returns: the value that the whole document is.
  /// - Throws: the first fault.
  public static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONFault) -> JSON {
    do throws(Flaw) {
      let nodes = try Parser.tape(of: bytes, limits: limits)
      return JSON(document: Document(bytes: bytes, nodes: nodes), index: 0)
    } catch {
      throw JSONFault(error, in: bytes)
    }
  }

  var node: Node { document.nodes[index] }

  public var kind: Kind {
    switch node.kind {
    case .null: .null
    case .true, .false: .bool
    case .integer, .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Where the value begins. Reckoned anew from the beginning of the document at each call.
  public var position: JSONPosition {
    let node = node
    var finder = PositionFinder(document.bytes)
    return finder.position(at: node.kind == .string ? Int(node.start) - 1 : Int(node.start))
  }

  public var isNull: Bool { node.kind == .null }

  /// Nil unless it is `true` or `false`.
  public var bool: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The text of a string, its escapes resolved, otherwise as it was written (nothing is normalised). Nil for other kinds.
  public var string: String? {
    let node = node
    return node.kind == .string ? document.string(node) : nil
  }

  /// A number as it was written. Nil for other kinds.
  public var numberText: String? {
    let node = node
    guard node.kind == .integer || node.kind == .number else { return nil }
    return document.string(node)
  }

  /// A number written as an integer that fits into `Int`. Nil for `1.0` and `1e2` too, which are integers by their value
  /// but not by the way they are written. `-0` is 0.
  public var int: Int? {
    let node = node
    guard node.kind == .integer else { return nil }
    return document.bytes.withUnsafeBufferPointer { Self.integer(UnsafeBufferPointer(rebasing: $0[node.range])) }
  }

  /// A number as the nearest binary fraction of 64 bits. Nil for other kinds, and for what is beyond the range of `Double`.
  public var double: Double? {
    guard let numberText, let value = Double(numberText), value.isFinite else { return nil }
    return value
  }

  /// - Parameter text: digits, perhaps behind a minus sign.
  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = text.first == .minus
    var value = 0
    for digit in text.dropFirst(isNegative ? 1 : 0) {
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let units = Int(digit &- .digitZero)
      let (sum, overflow) = isNegative ? tens.subtractingReportingOverflow(units) : tens.addingReportingOverflow(units)
      if tooLarge || overflow { return nil }
      value = sum
    }
    return value
  }
}
