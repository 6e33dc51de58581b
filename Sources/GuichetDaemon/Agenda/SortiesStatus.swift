import Synchronization

/// What keeps the daemon from putting files into the folders of the LINF, as it is shown.
package final class SortiesStatus: Sendable {
  private let faults = Mutex<[String: String]>([:])

  package init() {}

  /// One French sentence for each LINF that finds nothing new in its folder, by its id.
  package var fautes: [String: String] { faults.withLock(\.self) }

  func set(_ message: String?, for linf: String) { faults.withLock { $0[linf] = message } }
}
