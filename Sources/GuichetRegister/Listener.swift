/// Somebody who is told of something, from any thread; by default nobody.
///
/// A value of its own, not a bare closure: what a `Mutex` of closures hands out is wrapped once more with every look at it
/// and put back so, until a call goes through as many wrappers as there were looks.
package struct Listener: Sendable {
  private let call: (@Sendable () -> Void)?

  package init(_ call: (@Sendable () -> Void)? = nil) {
    self.call = call
  }

  package func tell() { call?() }
}
