import Guichet
import LinuxSystem
import Synchronization

/// `recus/<day>/<numero>.json`: the originals of the forms that were taken.
final class Originals: Sendable {
  let folder: Directory
  private let days = Mutex<[DateCivile: Directory]>([:])
  /// Open folders at a time: forms come in for one day, replays now and then for another.
  private static let openDays = 4
  /// Of what this program writes itself. No other file has it, so that what was renamed here can be told from it.
  static let writtenMode: UInt32 = 0o400

  init(_ folder: Directory) {
    self.folder = folder
  }

  static func name(_ numero: String) throws(SystemError) -> FileName {
    try FileName.named("\(numero).json")
  }

  /// The folder of a day, made where it is missing.
  func day(_ day: DateCivile) throws(SystemError) -> Directory {
    try days.withLock { days throws(SystemError) in
      if let open = days[day] { return open }
      let directory = try folder.makeDirectory(try FileName.named(day.iso), mode: 0o700)
      if days.count >= Self.openDays { days.removeAll() }
      days[day] = directory
      return directory
    }
  }

  /// Closes the day's folder, which may have been removed meanwhile.
  func close(_ day: DateCivile) {
    days.withLock { $0[day] = nil }
  }

  /// Writes the original, durably, unless there is one.
  func write(_ bytes: [UInt8], numero: String, day: DateCivile) throws(SystemError) {
    let name = try Self.name(numero)
    do throws(SystemError) {
      try write(bytes, as: name, in: self.day(day))
    } catch {
      guard error.isNotFound else { throw error }
      close(day)
      try write(bytes, as: name, in: self.day(day))
    }
  }

  private func write(_ bytes: [UInt8], as name: FileName, in directory: Directory) throws(SystemError) {
    do throws(SystemError) {
      guard try directory.entry(name) == nil else { return }
      try directory.write(bytes, as: name, mode: Self.writtenMode, replacing: false)
    } catch {
      guard error.isAlreadyThere else { throw error }
    }
  }

  /// Removes what a crash left half-written, in the two last days.
  func removeUnfinished() throws(SystemError) {
    for name in try folder.names().filter({ !$0.hasPrefix(".") }).sorted().suffix(2) {
      guard try folder.status(name).kind == .directory else { continue }
      let directory = try folder.subdirectory(name)
      for entry in try directory.names() where entry.hasPrefix(".") { try directory.unlink(entry) }
    }
  }
}

extension Directory {
  /// The entry's status; nil when there is none.
  func entry(_ name: FileName) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try status(name)
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }
}
