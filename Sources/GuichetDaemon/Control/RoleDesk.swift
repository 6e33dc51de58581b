import Synchronization

/// Who is what at the moment: another table is in force for the next call.
package final class RoleDesk: Sendable {
  private let current: Mutex<RoleTable>

  package init(_ table: RoleTable) {
    current = Mutex(table)
  }

  package var table: RoleTable { current.withLock { $0 } }

  func install(_ table: RoleTable) {
    current.withLock { $0 = table }
  }
}
