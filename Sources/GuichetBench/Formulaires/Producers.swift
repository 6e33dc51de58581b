import Glibc
import LinuxSystem

/// Writes formulaires as producers do: under a temporary name, then renamed. Nothing is synced: what is measured starts
/// when all of them are there.
struct Producers {
  let maker: FormulaireMaker
  /// How many write at a time.
  let count: Int

  /// Writes the first `number` formulaires into an existing folder.
  func write(_ number: Int, into folder: String) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for producer in 0..<count {
        group.addTask {
          try await DedicatedThread.run("producteur") { () throws(BenchFailure) in
            for rank in stride(from: producer, to: number, by: count) {
              let (name, bytes) = maker.make(rank)
              try Self.write(bytes, to: "\(folder)/.\(name).tmp")
              try Self.rename("\(folder)/.\(name).tmp", to: "\(folder)/\(name)")
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(BenchFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw .last("Création de « \(path) » impossible") }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw .last("Écriture de « \(path) » impossible")
    }
  }

  static func rename(_ from: String, to path: String) throws(BenchFailure) {
    guard Glibc.rename(from, path) == 0 else { throw .last("Renommage en « \(path) » impossible") }
  }
}
