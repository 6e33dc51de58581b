extension CopieDuRegistre {
  /// What a file is by its first bytes, before SQLite is let near it.
  package enum Nature: Hashable, Sendable {
    /// A register, or what may be one: nothing else is known of it.
    case registre
    /// Another program's SQLite database.
    case autreBase
    case autre
  }

  /// Bytes of an SQLite file's header.
  package static let longueurDeLEntete = 100

  /// - Parameter entete: the first bytes of the file, as the file format has them (sqlite.org/fileformat2.html, 1.3): a text
  ///   and a zero first, the versions for writing and reading at 18 and 19, the application's number at 68.
  package static func nature(entete: [UInt8]) -> Nature {
    guard entete.count == longueurDeLEntete, entete.starts(with: Array("SQLite format 3\0".utf8)) else { return .autre }
    // With a write-ahead log the number may be in the log alone.
    let hasLog = entete[18] == 2 && entete[19] == 2
    let number = entete[68..<72].reduce(0) { $0 << 8 | Int($1) }
    return hasLog || number == Schema.applicationId ? .registre : .autreBase
  }
}
