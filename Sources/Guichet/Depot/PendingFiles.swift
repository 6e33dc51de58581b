/// The files of the spool that were seen and are neither taken nor gone: what to do with each, when, and how many wait.
///
/// A file that was never seen has no entry here and costs none: it is read straight away. A scan of the directory remains
/// the truth; this only remembers what the scan cannot tell.
package struct PendingFiles<Name: Hashable & Comparable & Sendable, Moment: InstantProtocol & Sendable>: Sendable {
  package typealias Intake = FileIntake<Moment>

  private struct Entry: Sendable {
    var intake: Intake
    var next: Moment
    var sighting: Sighting?
  }

  private var entries: [Name: Entry] = [:]
  /// Of the files that are seen from now on.
  package var quietTime: Moment.Duration

  /// - Parameter quietTime: see `FileIntake`.
  package init(quietTime: Moment.Duration) {
    self.quietTime = quietTime
  }

  /// A scan found this name.
  /// - Parameter look: its status, nil when there is nothing of that name any more; asked for only where it matters.
  package mutating func seen<Failure: Error>(
    _ name: Name, now: Moment, look: () throws(Failure) -> Sighting?
  ) throws(Failure) -> Intake.Action {
    guard var entry = entries[name] else { return .read }
    if entry.intake.wantsSighting {
      guard let sighting = try look() else {
        entries[name] = nil
        return .leave
      }
      entry.sighting = sighting
    }
    let action = entry.intake.seen(entry.sighting, now: now)
    if case .lookAgain(let moment) = action { entry.next = moment }
    entries[name] = entry
    return action
  }

  /// The driver read the file and judged it, or failed to do what it was told.
  ///
  /// After `register` and `refuse` the file counts as being dealt with until `forget`, or until it is `impeded`.
  package mutating func read(
    _ name: Name, _ reading: Intake.Reading, at sighting: Sighting?, now: Moment
  ) -> Intake.Action {
    var entry = entries[name] ?? Entry(intake: Intake(quietTime: quietTime), next: now, sighting: sighting)
    entry.sighting = sighting ?? entry.sighting
    let action = entry.intake.read(reading, at: sighting, now: now)
    if case .lookAgain(let moment) = action { entry.next = moment }
    entries[name] = entry
    return action
  }

  /// The file was taken, refused, or is gone: what next bears its name is another one.
  package mutating func forget(_ name: Name) {
    entries[name] = nil
  }

  /// Forgets the files that a scan did not find, except those being dealt with.
  /// - Parameter names: all that the scan found, sorted.
  package mutating func retain(found names: [Name]) {
    entries = entries.filter { name, entry in entry.intake.isDecided || names.containsSorted(name) }
  }

  /// How many wait: for their quiet time, or for what impedes them to end.
  package var waiting: Int { entries.values.count { !$0.intake.isDecided } }

  /// How many of them are impeded by something that is not their fault.
  package var impeded: Int { entries.values.count { $0.intake.isImpeded } }

  /// When to look again even if nothing happens; nil when nothing waits.
  package var nextLook: Moment? {
    entries.values.lazy.filter { !$0.intake.isDecided }.map(\.next).min()
  }

  /// When the one that waits longest was dropped, in nanoseconds since 1970 on the file system's clock; nil when nothing
  /// waits, or nothing is known of what does.
  package var oldest: Int64? {
    entries.values.lazy.filter { !$0.intake.isDecided }.compactMap(\.sighting?.changed).min()
  }
}

extension Array where Element: Comparable {
  /// Whether the sorted array has the element.
  fileprivate func containsSorted(_ element: Element) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == element
  }
}
